import { CLOSER, PARAGRAPH_OPENER } from '../2-blocks/openers.ts';
import type { Block } from '../2-blocks/row.ts';
import { type ListSigns, readListSigns } from './list-signs.ts';
import { weighWording } from './wording.ts';

/** A report begins here: 本报讯, 新华社电. */
export const REPORT_BEGINS = /^(?:本报讯|本报综合消息|新华社[^，。]{0,12}[讯电])/u;
/** A report ends here: （记者 许念）, （通讯员 雷小松） behind the last full stop. */
const REPORT_ENDS =
  /[（(](?:本报|实习|见习|特约)?(?:记者|通讯员|文|作者)\s*[/／：:]?[^（）()。]{2,24}[）)]$/u;
// These go on with what was said before: no report begins so.
const GOES_ON =
  /^(?:会议(?:指出|强调|要求|认为|还|听取|传达|审议|决定)|会上|座谈会上|随后|此外|同时|与此同时|另外|其中|下一步|接下来|据(?:悉|了解|介绍)|目前|如今|他(?:说|表示|指出|强调|还)|她(?:说|表示|还)|二是|三是|四是|五是|第[二三四五]|对此|因此|为此|而|但|不过|然而|记者(?:：|了解到)|区领导|\p{Script=Han}{2,4}(?:：|(?:指出|强调|要求|表示|说)，))/u;

/** What two paragraphs say by themselves of an article ending between them, whatever stands there on the page. */
export interface TextSigns extends ListSigns {
  readonly reportBegins: boolean;
  readonly reportEnds: boolean;
  readonly closer: boolean;
  readonly goesOn: boolean;
  readonly opener: boolean;
  readonly short: boolean;
  readonly noticeEnd: boolean;
  /** What the wording of the two paragraphs says (nats). */
  readonly wording: number;
  /** The paragraph opens with a day or an hour, as reports do. */
  readonly dated: boolean;
  /** The paragraph before is a signature or a date: a letter or a notice ends. */
  readonly signed: boolean;
  /** Verse begins or ends. */
  readonly verse: boolean;
  /** One line of verse follows another. */
  readonly poem: boolean;
  /** An editor's note or a greeting opens. */
  readonly note: boolean;
}

// 10月21日上午，清晨6点，近日，去年9月: a report or a story opens.
const DATED =
  /^(?:\d{1,4}[年月]|近日|日前|昨日|前不久|(?:上午|下午|清晨|凌晨|傍晚|早上|晚上)\d|今年|去年|每(?:天|周|年|到))/u;

// A date, an office or a writer alone on the last line: no full stop, no verse.
const SIGNED = /[^。！？；，：]$/u;
const NOTE = /^(?:编者按|编者的话|开栏的话|编辑同志|(?:各位|尊敬的|亲爱的)[^。]{2,14}：$)/u;

// 咨询电话…, …下车即到。, …绕行。: notices end with what the reader is to do.
const NOTICE_END =
  /(?:电话|热线|咨询|拨打|报名|详询|下车即到|奖励|滞纳金|绕行|提前|网址|公众号|持续至|持续到|闭馆|免费开放|免票|截止)[^。]{0,22}。$/u;

/** Longer paragraphs do not say who attended and no more. */
const LONGEST_CLOSER = 90;

/** A report ends with who attended; a lead that says so does not end it. */
function isCloser(text: string): boolean {
  return text.length <= LONGEST_CLOSER && CLOSER.test(text) && !REPORT_BEGINS.test(text);
}

/**
 * Reads what two paragraphs say by themselves of an article ending between them.
 * @param heading the first heading line between them, '' for none
 */
export function readTextSigns(before: Block, after: Block, heading: string): TextSigns {
  const [end, start] = [before.strand.text, after.strand.text];
  return {
    reportBegins: REPORT_BEGINS.test(start),
    reportEnds: REPORT_ENDS.test(end),
    closer: isCloser(end) && !CLOSER.test(start),
    goesOn: GOES_ON.test(start),
    opener: PARAGRAPH_OPENER.test(start),
    short: end.length < 30,
    noticeEnd: NOTICE_END.test(end),
    wording: weighWording(end, start),
    dated: DATED.test(start),
    signed: before.form === 'alone' && after.form !== 'alone' && SIGNED.test(end),
    verse: (before.form === 'verse') !== (after.form === 'verse'),
    poem: before.form === 'verse' && after.form === 'verse',
    note: NOTE.test(start),
    ...readListSigns(end, start, heading),
  };
}
