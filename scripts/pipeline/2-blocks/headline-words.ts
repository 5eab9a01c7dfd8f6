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
const EVENT = new RegExp([...OCCASIONS, ...DOINGS].join('|'), 'u');

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

/** 压实责任补短板 真抓实干促发展: two phrases of one length, to a character. */
const COUPLET = new RegExp(
  `^(?:${[4, 5, 6, 7, 8, 9].map((length) => `\\S{${length}} \\S{${length - 1},${length + 1}}`).join('|')})$`,
  'u',
);

/** What the words of a line say of its part in a stack, sign by sign; what each is worth is learnt. */
export const LINE_SIGNS = {
  /** 围绕…, 访…: how decks begin. */
  deckBegins: DECK_BEGINS,
  deckEnds: DECK_ENDS,
  series: /系列|之[一二三四五六七八九十]|专栏|札记/u,
  officeAndName: OFFICE_AND_NAME,
  event: EVENT,
  /** …会议召开, …启动: the last word tells what happened. */
  eventEnds:
    /(?:召开|举行|举办|开幕|启幕|启动|闭幕|落幕|开考|公布|发布|出台|揭晓|落成|收官|开班|结束|施行|印发|审议)$/u,
  /** …时强调, …显示: the line goes on in the next. */
  urged: /(?:强调|要求|指出|时|提醒|显示|认为)$/u,
  place:
    /^\p{Script=Han}{1,6}(?:区|市|县|镇|乡|街道|局|委|办|院|会|校|部|园|队|所|站|厂|村|社区|中心|集团|公司)(?!长)/u,
  /** 沈知微到…, 祝清和走访…: a person and what he did. */
  person: /^\p{Script=Han}{2,3}(?:到|走访|带队|在|谈|强调|会见|检查|调研|主持)/u,
  inTwo: / /u,
  couplet: COUPLET,
  quote: /“/u,
  list: /、/u,
  exclaim: /！/u,
  question: /吗|呢|谁|啥|怎么|如何|为何|什么|多少|哪/u,
  digits: /\d/u,
  digitFirst: /^\d/u,
  detail: /可享|惠及|达|超|增长|同比|预计|共|均|覆盖|设|吸引|占|最高|最低|首批|全程|过半/u,
  vivid: /[让要不把成从到变出有难]/u,
  done: /了/u,
  pronoun: /[你我他她它您咱俺]/u,
  /** 以…, 让…, 压实…: what is to be done. */
  slogan:
    /^(?:奋力|充分|着力|持续|坚持|深入|加快|全力|扎实|切实|共同|主动|压实|绷紧|紧盯|以|用|让|把|向|为|守)/u,
  /** 第八届…, 首批…: an occasion by its number. */
  ordinal: /^(?:第[一二三四五六七八九十百\d]+|首[届次批]|20\d\d)/u,
  official: /工作|会议|专题|专项|领导|推进|实施|开展|落实|全面|部署|综合|管理|组织|推出|联合|试点|公布|率先/u,
  when: /今日|今天|今起|明天|明起|昨日|昨晚|下周|本周|下月|日起/u,
  record: /见闻|侧记|纪事|纪实|记$|探访|追踪|调查|观察|实录|综述|回眸|回望|一周年|之变|密码|故事/u,
} as const satisfies Record<string, RegExp>;
