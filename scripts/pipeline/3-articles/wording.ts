/**
 * What a reader sees in two paragraphs that follow each other, before looking at the page: how articles begin, how
 * they go on and how they end. Word classes of reports, features, notices and essays; what each is worth is learnt
 * (`learnt-weights.ts`).
 */

import { OFFICES } from '../2-blocks/offices.ts';
import { CLOSER } from '../2-blocks/openers.ts';
import { weighSigns } from '../weigh-signs.ts';
import { WORDING_WEIGHTS } from './learnt-weights.ts';

/** Who is introduced in running text: also people without an office. */
const PERSONS = [
  ...OFFICES,
  '老师',
  '阿姨',
  '大爷',
  '奶奶',
  '先生',
  '女士',
  '同志',
  '司机',
  '居民',
  '村民',
  '市民',
  '读者',
  '经理',
  '店主',
  '志愿者',
  '教练',
  '馆长',
  '记者',
];

/** How the paragraph behind a gap begins. */
const OPENINGS = {
  /** 清晨, 傍晚, 周末: a scene is set. */
  hour: /^(?:清晨|早上|上午|中午|下午|傍晚|晚上|凌晨|午后|夜里|天刚|天还|周[一二三四五六日末])/u,
  date: /^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?/u,
  dateWithYear: /^\d{4}年\d{1,2}月/u,
  season:
    /^(?:春|夏|秋|冬|初[春夏秋冬]|盛夏|金秋|寒|立[春夏秋冬]|清明|端午|中秋|国庆|元旦|五一|暑假|汛期|入[春夏秋冬])/u,
  recently:
    /^(?:近日|日前|昨日|昨天|前天|今天|今晨|连日来|前不久|近期|近来|最近|上周|本周|上月|本月|这几天|一周前|去年底)/u,
  /** 今年, 近年来, 当年: background, within an article. */
  now: /^(?:今年|去年|近年来|多年来|这些年|以前|过去|曾经|当年|\d{4}年)/u,
  quotation: /^“/u,
  pronoun: /^(?:他|她|它|这|那|该|此)/u,
  self: /^(?:我|咱|你|您)/u,
  /** …说, …介绍 early in the sentence: who speaks was introduced before. */
  said: /^.{0,14}(?:说|表示|介绍|告诉记者|坦言|回忆|认为|指出|强调|提醒|解释|感慨|笑着)/u,
  connective:
    /^(?:此外|同时|另外|其中|目前|如今|现在|随后|随着|之后|后来|接着|接下来|下一步|未来|今后|据悉|据了解|据介绍|据统计|会上|活动中|活动现场|现场|仪式上|会议|座谈|对此|因此|为此|于是|但|不过|然而|而|可|除了|除此|不仅|不只|与此|在此|当天|当晚|当日|同样|更|还|也|又|再|最终|最后|终于|原来|其实|例如|比如|一方面|尤其)/u,
  region:
    /^(?:全区|我区|本市|全市|区委|区政府|区人大|区政协|区\p{Script=Han}{1,8}(?:局|委|办|院|馆|中心|会)|\p{Script=Han}{2,3}区)/u,
  institution: /^[^，。]{0,24}(?:街道|社区|镇|村|医院|学校|小学|中学|公司|集团|公园|派出所|法院|局|中心|馆)/u,
  question: /^[^。]{0,30}？/u,
  purpose: /^(?:为|根据|按照|经|因|由于|针对|围绕|在)/u,
  arrival: /^(?:家住|住在|走进|来到|推开|站在|沿着|漫步|一进)/u,
  age: /^[^。]{0,24}\d{2}岁/u,
  /** 居民委员会主任许念说: a person is introduced with office and full name. */
  fullName: new RegExp(
    `^[^。]{0,24}(?:${PERSONS.join('|')})\\p{Script=Han}{2,3}(?:[，、的说在]|今年|是)`,
    'u',
  ),
  speaker: /^\p{Script=Han}{2,4}：/u,
  event:
    /^[^。]{4,60}(?:召开|举行|举办|启动|开幕|揭牌|开班|落幕|发布|亮相|启用|开通|投用|投入使用|上线|签约|出台|印发|公布|完成|动工|开工|竣工)/u,
  learnt: /^.{0,30}(?:获悉|了解到)/u,
  /** 凌晨4点，…薄雾。59岁的养殖户鲁长河…: who the story is about comes behind the scene. */
  ageLater: /^[^。！？]{24,70}\d{2}岁|^[^。]*。[^。]{0,40}\d{2}岁的/u,
  /** “加油！压住！”, 谁家有不用的童车？: somebody calls out. */
  call: /^[^。]{0,24}[！？]/u,
  /** 补锅、磨刀、修拉链……, 先通风、再检测——: a dash or dots in the first words. */
  pause: /^[^。]{0,50}(?:……|——)/u,
  /** 因供水管线切改施工, 即日起, 受产权单位委托: a notice says why. */
  noticeBegins:
    /^(?:因|即日起|为[^。]{4,40}现|受[^。]{2,20}委托|[^，。]{2,20}遗失|经[^。]{2,20}批准|(?:依据|根据|按照)[^。]{2,80}现|.{4,160}(?:通告|公告|通知|公布)如下[：。]$)/u,
  letterBegins: /^(?:读者来信|来信|编辑(?:同志|你好|您好|部)|记者同志)[：！，]/u,
  /** 一、, 1.: a list begins. */
  firstOfList: /^(?:一、|1[.．、]|（一）)/u,
  /** 老段, 小满: a person who is known already goes by half a name. */
  nickname: /^(?:老|小|阿)\p{Script=Han}/u,
} as const satisfies Record<string, RegExp>;

/** How the paragraph before a gap ends, or what it is. */
const ENDINGS = {
  /** Who attended ends a report, but not its lead: 本报讯 …… 区政协主席冉秋棠出席。 */
  attended: new RegExp(`^(?!本报讯|新华社).*(?:${CLOSER.source})`, 'su'),
  attendance: /^.{2,60}(?:参加|出席|陪同)/u,
  contact: /(?:电话|热线|咨询|拨打|网址|公众号|小程序|报名|预约)[^。]{0,24}。$/u,
  saidLast: /“[^”]*”[^。]{0,20}(?:说|表示|介绍)[^。]{0,8}。$/u,
  future: /(?:下一步|未来|今后|接下来|明年|年底前|预计|力争|届时|将).{4,60}。$/u,
  will: /将[^。]{2,40}。$/u,
  prospects: /^(?:下一步|接下来|未来|今后|据悉|据了解|目前|截至目前|如今|现在)/u,
  asked: /？$/u,
  announced: /：$/u,
  unstopped: /[^。！？”）：；]$/u,
  bracket: /）$/u,
  feeling: /(?:说|笑|道|想|看|亮|暖|远|春|光|路|家|心)。$/u,
  reminder: /^(?:记者|专家|民警|医生|法官|气象|\p{Script=Han}{2,8})?提醒/u,
  quoted: /[。！？…]”$/u,
  /** …欢迎有手艺的居民报名。（穆青禾）: a name in brackets. */
  nameSigned: /[。！？”…]（\p{Script=Han}{2,3}(?:[ 、]\p{Script=Han}{2,3})*）$/u,
  /** “人走了，路还得认得路。”他说。: a sentence that somebody says, and hardly more. */
  spoken: /“[^“”]{1,60}[。！？…]”[^“”]{0,12}。?$/u,
} as const satisfies Record<string, RegExp>;

/** Longer paragraphs say no more by their length; a shorter one than the second is a line. */
const LONGEST = 200;
const LINE = 30;

const openings = Object.entries(OPENINGS) as [keyof typeof OPENINGS, RegExp][];
const endings = Object.entries(ENDINGS) as [keyof typeof ENDINGS, RegExp][];

/** The signs in the order in which they are read. */
export const WORDING_NAMES = [
  'always',
  'lengthBefore',
  'lengthAfter',
  'lineAfter',
  ...openings.map(([name]) => name),
  ...endings.map(([name]) => name),
] as const;
const weights = WORDING_NAMES.map((name) => WORDING_WEIGHTS[name]);

/**
 * Reads the wording of a paragraph and the one behind it, sign by sign, as it is learnt from.
 * @returns how much there is of each sign of {@link WORDING_NAMES}: lengths in hundreds of characters, else 1 or 0
 */
export function readWording(before: string, after: string): readonly number[] {
  const found = [
    1,
    Math.min(before.length, LONGEST) / 100,
    Math.min(after.length, LONGEST) / 100,
    Number(after.length < LINE),
  ];
  for (const [, pattern] of openings) found.push(Number(pattern.test(after)));
  for (const [, pattern] of endings) found.push(Number(pattern.test(before)));
  return found;
}

/** Evidence (nats) of the wording of two paragraphs that an article ends between them. */
export function weighWording(before: string, after: string): number {
  return weighSigns(readWording(before, after), weights);
}
