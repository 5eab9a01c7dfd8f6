/** 本报讯（记者 …）, 新华社北京4月3日电: the dateline (电头) with which a report begins. */
export const DATELINE =
  /^(?:本报讯|本报综合|本报北京|本刊讯|(?:据)?新华社(?:\p{Script=Han}{2,6})?(?:\d{1,2}月\d{1,2}日)?[讯电]|记者从|（记者|【|[◆●■▲★☆◎◇▶►※])/u;

/** Words with which paragraphs of reports begin: a speaker, a connective, an order. */
export const PARAGRAPH_OPENER =
  /^(?:会议(?:指出|强调|要求|认为|还|听取|传达|审议|决定|由)|会上|座谈会上|活动(?:中|现场|期间|当天)|仪式上|现场|据(?:悉|了解|介绍|统计|\p{Script=Han}{2,8}介绍)|近(?:日|年来|期)|目前|同时|此外|另外|下一步|接下来|今年|去年|当前|随后|随着|为(?:了|进一步)|在此|其中|与此同时|一是|二是|三是|四是|第[一二三四五]，|记者(?:了解到|从|在|看到|：)|区领导|\p{Script=Han}{2,4}(?:(?<!第.{1,3}|[一二三四五六七八九十])：“?|(?:指出|强调|要求|表示|说|介绍)，))/u;

/** What those did who were there too. */
export const ATTENDED = '陪同|列席|出席|参加';

/**
 * Sentences with which reports of meetings and visits end. Asked of whole paragraphs, of which the end tells enough; of
 * a row, which may be the end of a longer sentence, `ATTENDANCE` in `mark-forms.ts` asks also how it begins.
 */
export const CLOSER = new RegExp(
  `(?:一同|${ATTENDED})(?:会议|活动|调研|检查|座谈|仪式|参加|慰问)*。$|^会议还研究了其他事项。$`,
  'u',
);

/** 名单如下：, 各位老师、同学们：, …公告如下： / 一、标的情况。: what is announced begins a paragraph of its own. */
export const ANNOUNCES = /：$/u;

/** 停水时间：…, 双塔街道：…, 312个：…: a thing of a list, and what is said of it. */
export const LABELLED = /^[^，。；：“”]{2,10}：/u;

/** A turn of an interview: 记者：…, 钟少庭：…; the paper sets each as a paragraph. 误区一：…, 第一仗：… is a subhead. */
export const SPEAKER = /^(?:记者|问|答|主持人|\p{Script=Han}{2,4}(?<!第.{1,3}|[一二三四五六七八九十]))：/u;

/** 二、床位：把养老院“搬”进家; （三）…; 5.资金来源：…: a part of a text. */
export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,2}[）)])/u;
