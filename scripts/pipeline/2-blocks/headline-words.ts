import { OFFICES } from './offices.ts';

/** What headlines, kickers and decks are made of: one authority for joining lines, reading stacks and cutting. */

const OCCASIONS =
  '召开 举行 举办 开幕 启幕 启动 发布 印发 调研 检查 慰问 走访 座谈 揭牌 签约 开展 部署 专访 通过 公布 成立 开班 闭幕 落幕 出台 审议'.split(
    ' ',
  );
const DOINGS = '实施 推进 建成 实现 研究 组织 联合 对接 接访 对话'.split(' ');
/** 召开, 举行, 调研, …: something took place. A headline that is cut in two seldom says so in a half. */
export const OCCASION = new RegExp(OCCASIONS.join('|'), 'u');
/** The same and 推进, 实现, …: what happened, said plainly. */
export const EVENT = new RegExp([...OCCASIONS, ...DOINGS].join('|'), 'u');

const HEADLINE_OFFICES = [...OFFICES, '班长', '专家', '理事长', '创始人', '教师', '护士', '[馆队职店]员'];
/** 机械班班长耿大为: a line that ends with an office and a name tells who it is about. */
export const OFFICE_AND_NAME = new RegExp(`(?:${HEADLINE_OFFICES.join('|')})\\p{Script=Han}{2,4}$`, 'u');

const DECK_OPENINGS = [
  '围绕',
  '记',
  '访',
  '来自',
  '“?走进\\S*系列',
  '写在',
  '从',
  '之[一二三四五六七八九十]',
  // What a meeting did, without saying which: its name stands in the line above.
  ...['听取', '研究', '审议', '传达', '学习', '部署', '讨论'],
  // A figure is compared: what it measures stands in the line above.
  ...['同比', '环比', '较上年', '比上年', '较去年', '比去年'],
];
/** 围绕…, 访…, “走进基层”系列报道, 研究…工作: how decks begin. */
export const DECK_BEGINS = new RegExp(`^(?:${DECK_OPENINGS.join('|')})`, 'u');
/** …侧记, …工作, …之三: how decks end. */
export const DECK_ENDS =
  /(?:记|侧记|纪实|纪事|探访|观察|扫描|综述|速写|剪影|见闻|报告|工作|指南|新风|之[一二三四五六七八九十]+)$/u;
