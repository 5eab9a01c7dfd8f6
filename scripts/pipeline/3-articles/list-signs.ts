import { isNameList } from '../2-blocks/name-lists.ts';
import { OFFICE_ENDS } from '../2-blocks/offices.ts';
import { ANNOUNCES, NUMBERED } from '../2-blocks/openers.ts';

/** Signs of lists, speeches, notices and interviews at a gap between paragraphs. */
export interface ListSigns {
  /** Items of one list: ◆…, ◆…. */
  readonly item: boolean;
  /** The first item of a list after other text. */
  readonly firstItem: boolean;
  /** 名单如下：, 通告如下。, 各位老师：: what was announced follows. */
  readonly announced: boolean;
  /** 谢谢大家。, 此致敬礼！ */
  readonly farewell: boolean;
  /** 一、…, （二）…: the heading or the paragraph is a part of a text. */
  readonly numbered: boolean;
  /** 咨询电话：…, 报名时间：…: the details of a notice. */
  readonly details: boolean;
  /** A turn of an interview. */
  readonly turn: boolean;
  /** 二、…, （三）…: a part that is not the first. */
  readonly laterPart: boolean;
  /** A list of names, or what follows one under a short line: 最美工匠（10名）. */
  readonly names: boolean;
  /** 编后：…: what the editors say of the letter before; 城管委回复: what the office says that it complains of. */
  readonly afterword: boolean;
  /** 从交通联络上来看，…, 从产业发展来看，…: two parts of one thought. */
  readonly parallel: boolean;
}

// ◆区图书馆推出“夜读专线”…
const ITEM = /^[◆●■▲★☆◎◇▶►※]/u;
// …现将有关事项通告如下。 A notice may end so what others end with a colon.
const AS_FOLLOWS = /如下。$/u;
const FAREWELL = /^(?:谢谢大家|谢谢各位|此致|敬礼|以上)[^。！]{0,8}[。！]?$|谢谢大家[。！]$/u;
const ORDINAL = /^第[一二三四五六七八九十][，、：]/u;
const DETAILS = /^(?:咨询|值班|服务|报名|联系|监督|举报|活动|参观|投诉)(?:电话|时间|地点|热线|方式)/u;
const AFTERWORD =
  /^(?:(?:编后|编后语|编余)[：:]?|(?:接到|收到)(?:读者)?(?:来信|反映|投诉)|来信收悉|(?!(?:编辑|记者|主编|总编|社长)(?:同志|先生|女士))\p{Script=Han}{1,4}(?:女士|先生|同志)：)/u;
// 石鼓桥街道回复, 答复, 记者调查: over what came of a letter; 百姓反映的问题有了回音 is a headline.
const REPLY = new RegExp(
  `^(?:(?:\\p{Script=Han}{0,12}(?:${OFFICE_ENDS}|街道|镇|乡|社区|部门|单位|物业))?(?:回复|答复|回应|回音)|记者(?:跑腿|帮办|调查|核实|走访|追踪|求证|暗访))[：:]?$`,
  'u',
);
const LATER_PART =
  /^(?!一、|[（(]一[）)])(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])/u;
/** Does the line stand over an answer to the letter above it? */
export const isReplyHead = (text: string): boolean => REPLY.test(text);

/** Longest line over a class of a roll of honour. */
const LONGEST_CLASS = 12;
/** The first clause of a paragraph, without its comma. */
const FIRST_CLAUSE = /^[^，。：；！？]{3,16}(?=，)/u;
const TURN = /^(?:记者|问|答|主持人)：/u;

/** Do the first clauses of two paragraphs begin with the same character and end with the same two? */
function isParallel(before: string, after: string): boolean {
  const one = FIRST_CLAUSE.exec(before)?.[0];
  const other = FIRST_CLAUSE.exec(after)?.[0];
  return one !== undefined && other !== undefined && one[0] === other[0] && one.slice(-2) === other.slice(-2);
}

/**
 * Reads the signs of lists, speeches, notices and interviews at a gap between paragraphs.
 * @param heading the first heading line in the gap, '' for none
 */
export function readListSigns(before: string, after: string, heading: string): ListSigns {
  const item = ITEM.test(after);
  return {
    item: item && after[0] === before[0],
    firstItem: item && after[0] !== before[0],
    announced: ANNOUNCES.test(before) || AS_FOLLOWS.test(before),
    farewell: FAREWELL.test(before),
    numbered: [after, heading].some((text) => NUMBERED.test(text) || ORDINAL.test(text)),
    details: DETAILS.test(after),
    turn: TURN.test(after),
    laterPart: LATER_PART.test(after) || LATER_PART.test(heading),
    names: isNameList(after) || (isNameList(before) && heading.length > 0 && heading.length <= LONGEST_CLASS),
    afterword: AFTERWORD.test(after) || isReplyHead(heading),
    parallel: isParallel(before, after),
  };
}
