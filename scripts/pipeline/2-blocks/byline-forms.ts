/** How bylines, credits and sources are printed: one authority for telling them from text and for reading them. */

const NAME = '\\p{Script=Han}{2,4}(?:·\\p{Script=Han}{2,6})?';
const NAMES = `${NAME}(?:[\\s、/／,，]+(?:${NAME}))*`;
const ROLE = '(?:本报|实习|见习|特约|首席|融媒体?|全媒体?)*(?:记者|通讯员|评论员|撰稿人|撰稿|编辑|作者)';
/** 区人民法院, 区融媒体中心: who sent the text in. */
const BODY = '\\p{Script=Han}{1,12}(?:院|局|委|办|中心|学校|支队|大队)';
/** 本报记者 许念; 记者 罗嘉禾 通讯员 范小舟; 文/罗嘉禾; 文 罗嘉禾; 文/区人民法院 昌若兰; 作者：… on a line of their own. */
const BYLINE_ROW = new RegExp(
  `^(?:(?:□|■|◎|●)?\\s*[（(]?${ROLE}\\s*[：:/／]?\\s*${NAMES}(?:\\s*${ROLE}\\s*[：:/／]?\\s*${NAMES})*(?:\\s*(?:文/图|文/摄|文并摄|文|整理))?[）)]?|(?:□|■|◎|●)?\\s*(?:文|撰文|图文|文图|文/图|整理|采写|执笔)(?:\\s*[/／：:|｜]\\s*|(?<=文|图)\\s+)(?:${ROLE}\\s*|${BODY}\\s+)?${NAMES}(?:\\s*${ROLE}\\s*${NAMES})*)$`,
  'u',
);
const IN_PUPIL = /班/u;
/** 海棠园小学四年级（2）班, 第二中学初一（3）班: where a pupil is who signs a composition. */
const CLASS =
  '[\\p{Script=Han}0-9]{2,18}(?:小学|中学|学校|附小|附中|[一二三四]中|校区|分校)\\s*[一二三四五六七八九初高0-9]{1,2}年?级?\\s*(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十0-9]{1,2})?\\s*班';
/** 海棠园小学四年级（2）班 陶小满 指导教师 顾岚; the groups are the names of pupil and teacher. */
const PUPIL = `${CLASS}[\\s：:]*(${NAME})(?:\\s*[（(]?指导(?:教师|老师)[\\s：:]*(${NAME})[）)]?)?`;
const PUPIL_BEGINS = new RegExp(`^[（(]?${CLASS}`, 'u');
const PUPIL_ROW = new RegExp(`^[（(]?${PUPIL}[）)]?$`, 'u');
const PUPIL_AT_END = new RegExp(`[（(]${PUPIL}[）)]$`, 'u');
/** The pupil who wrote a text, and the teacher, with what the paper calls them. */
function namePupil(match: RegExpExecArray | null): { role: string; name: string }[] | undefined {
  if (!match) return undefined;
  const [, pupil = '', teacher] = match;
  return [{ role: '文', name: pupil }, ...(teacher ? [{ role: '指导教师', name: teacher }] : [])];
}
/** Whom （海棠园小学四年级（2）班 陶小满） behind the last full stop names; undefined where no pupil signs. */
export const readPupilAtEnd = (text: string) => namePupil(PUPIL_AT_END.exec(text));
/** Whom a line names that a pupil signs; undefined where none does. */
export const readPupil = (text: string) => namePupil(PUPIL_ROW.exec(text));
/** Does a line begin as one that a pupil signs? */
export const beginsAsPupil = (text: string): boolean => IN_PUPIL.test(text) && PUPIL_BEGINS.test(text);
/** （原文刊载于《北京日报》）, （据新华社）, （来源：…）: brackets tell it from a sentence. */
const SOURCE_IN_BRACKETS =
  /^[（(](?:原文(?:刊载|刊发|载|刊)[于自]|原载(?:于)?|转载自|摘自|选自|据|来源[：:]|转自)\s*《?[^》。]{2,20}》?[^。]{0,12}[）)]$/u;
/**
 * 原载《北京日报》, 据新华社北京3月5日电, 来源：区融媒体中心: without brackets it names the paper and says no more. A sentence
 * may begin so, and its first row end anywhere: 据《桐泉县志》记载，清末, 据了解，灯会每晚18：30.
 */
const SOURCE_ALONE =
  /^(?:(?:原文(?:刊载|刊发|载|刊)[于自]|原载于?|转载自|摘自|选自|来源[：:]|据|转自)\s*《[^》。，]{2,20}》(?:报道|消息|电|讯)?|(?:来源[：:]|据\s*新华社|转自\s*新华社)[^《》。，：:]{0,14})$/u;
/** Does the line say where a text was printed first? */
export const isSource = (text: string): boolean => SOURCE_IN_BRACKETS.test(text) || SOURCE_ALONE.test(text);
/** What stands behind the name: 苏野 摄, 纪川 摄/文. */
export const TOOK = '(?:摄影报道|摄影|供图|(?:摄|图)(?:[/／]文)?|文[/／](?:摄|图))';
/** 摄/欧阳树辰, 摄影 石嘉, 苏野 摄, 图/白露, 区融媒体中心供图 */
const CREDIT_ROW = new RegExp(
  `^(?:(?:摄|摄影|图|供图|图片|摄影报道)(?:\\s*[/／：:]|(?<=摄影)\\s+)\\s*(?:${ROLE}\\s*)?${NAMES}|[（(]?(?:${ROLE}\\s*|\\p{Script=Han}{2,14}(?:中心|办|局|委|街道|镇|社)\\s+)?${NAME}(?:[\\s、]${NAME}){0,2}\\s*[/／]?\\s*${TOOK}[）)]?|\\p{Script=Han}{2,14}供图)$`,
  'u',
);

/** Who sent a picture in: 区融媒体中心 林深 摄. */
const SENDER = '\\p{Script=Han}{2,14}(?:中心|办|局|委|街道|镇|社)';
// 苏野 摄, 摄/苏野, 摄影 石嘉, 杏坛小学供图; where the form prints the role again behind it: 摄/鲁西平 摄.
const CREDIT = `(?:(?:(?:本报|实习)?(?:记者|通讯员)|${SENDER})\\s*)?(?:(?:摄|图|摄影)[/／：:]\\s*${NAME}|摄影\\s+${NAME}|${NAME}(?:[\\s、]${NAME}){0,2}\\s*[/／]?\\s*${TOOK}|\\p{Script=Han}{2,12}供图)(?:\\s*[/／]?\\s*摄)?`;
/** 。苏野 摄, （白露摄）, 。摄/苏野, 。摄影 石嘉: the credit at the end of a caption. */
const CREDIT_AT_END = new RegExp(`(?<=[。！？”）)])\\s*(${CREDIT}|[（(]${CREDIT}[）)])\\s*$`, 'u');

/**
 * A character that stands in every byline, and one that stands in every credit. Each line of a page is asked whether
 * it is one, and few are: the long patterns are tried on those that hold the character.
 */
const IN_BYLINE = /[者员稿辑文理写笔]/u;
const IN_CREDIT = /[摄图]/u;

/** 记者调查, 编辑点评, 作者简介: what somebody did, and nobody's name; 编辑部回音: the house. */
const NO_NAME =
  /^(?:本报)?编辑部|^(?:本报)?(?:记者|编辑|作者|评论员)(?:调查|手记|观察|追踪|札记|点评|寄语|感言|探访|走访|来信|回访|提问|连线|体验|简介|的话|絮语|跑腿|帮办|核实|求证|暗访)$/u;

/** 记者：毕业以后，孩子们去 / 哪儿？: in an interview the reporter asks; names stand behind 、 or a space, not behind a comma. */
const ASKS = /^记者[：:][^，,]*[，,]/u;

/** 记者注意到，与以往 / 相比…: a row of a sentence that tells what the reporter saw; no space stands before what he does. */
const TELLS = /^(?:本报)?记者(?:注意|了解|发现|看到|获悉|得知|采访|走访|来到|走进|随机|跟随|探访|从|在)/u;

/** Is the line a byline: 本报记者 许念; 文/罗嘉禾? */
export const isByline = (text: string): boolean =>
  (IN_BYLINE.test(text) &&
    BYLINE_ROW.test(text) &&
    !NO_NAME.test(text) &&
    !ASKS.test(text) &&
    !TELLS.test(text)) ||
  (IN_PUPIL.test(text) && /班[\s：:]|^[（(]/u.test(text) && PUPIL_ROW.test(text));
/** 换一张图: a subhead; whose picture it is stands apart, 苏野 图, 图/苏野, or in brackets. */
const NO_CREDIT = /^\p{Script=Han}{3,5}图$/u;
/** Is the line a picture's credit: 苏野 摄; 区融媒体中心供图? */
export const isCredit = (text: string): boolean =>
  IN_CREDIT.test(text) && CREDIT_ROW.test(text) && !NO_CREDIT.test(text);
/** The credit at the end of a caption, with the space before it; the group is the credit. */
export const matchCreditAtEnd = (text: string): RegExpExecArray | null =>
  IN_CREDIT.test(text) ? CREDIT_AT_END.exec(text) : null;

const SIGNATURE = new RegExp(
  `^（(?:(?:${ROLE}|读者)\\s*${NAMES}(?:\\s+${ROLE}\\s*${NAMES})*|\\p{Script=Han}{2,3}(?:\\s+\\p{Script=Han}{2,3})*)）$`,
  'u',
);
/** Is the row nothing but the names of those who wrote it, in brackets: （苗雨）, （记者 池慕云）, （读者 谷女士）? */
export const isSignature = (text: string): boolean => text.startsWith('（') && SIGNATURE.test(text);

/** Who reads the paper: whom notices address, and who writes to it. */
export const READERS = '居民|市民|读者|村民|业主|职工|学生|家长|乘客|志愿者';
/** Who signs a letter: 柳条巷居民 葛桂枝. */
export const LETTER_WRITER = new RegExp(
  `^[\\p{Script=Han}0-9\\s]{0,14}(?:${READERS})[\\s：]+(?:\\p{Script=Han}{2,4}|\\p{Script=Han} \\p{Script=Han})(?:等[0-9]+人)?$`,
  'u',
);

/** 本报记者, 见习记者, 通讯员： before a name; the group is the role. */
export const ROLE_BEFORE =
  /^(?:本报|实习|见习|特约|首席|全媒体|融媒体?)*(记者|通讯员|评论员|撰稿人|撰稿|作者|编辑|摄影|摄)[：:]?/u;
/** 文/, 图｜, 整理：. */
export const SLASH_ROLE = /^(文\/图|图\/文|文|图|摄影|摄|撰文|整理|采写|执笔)\s*[/／：:|｜]\s*/u;
/** 苏野 摄, 苏野 白露 摄影报道: what they did stands behind the names. */
export const ROLE_BEHIND = /^(?:文|摄|图|摄影|摄影报道|文并摄|供图)$/u;
/** The body of a contributor, before the name. */
export const BODY_BEFORE = new RegExp(`^${BODY}$`, 'u');
/** A name alone. */
export const NAME_ALONE = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})*$/u;
/** 本报讯（记者 王蕾蕾）: the group is what stands in the brackets. */
export const DATELINE_NAMES = /^(?:本报讯|新华社[^（(]{0,12}[讯电])?\s*[（(]([^）)]{2,40})[）)]/u;
/** （通讯员 雷小松） behind the last full stop. */
export const NAMES_AT_END =
  /[（(]((?:本报|实习|见习|特约)?(?:记者|通讯员|文|作者)[^（）()。，]{1,30})[）)]$/u;

/** …也都是院子。”（记者 庄一帆 / 霍小棠）: names that the line before began. */
const NAMES_OPENED = /[（(](?:本报|实习|见习|特约)*(?:记者|通讯员|作者)[^（）()。，]{0,24}$/u;
const NAMES_CLOSED = /^[\p{Script=Han}\s：、]{1,24}[）)]$/u;
/** 本报讯（记者 王蕾蕾） alone on its line: the report begins. */
const DATELINE_ROW = /^(?:本报讯|新华社)/u;

/**
 * Does a text end with the line: are the names of those who wrote it its last words, in brackets?
 * @param above the line above, '' for none: it may hold the opening bracket
 */
export function endsWithNames(text: string, above: string): boolean {
  if (!text.endsWith('）') && !text.endsWith(')')) return false;
  if (NAMES_AT_END.test(text)) return !DATELINE_ROW.test(text);
  return NAMES_CLOSED.test(text) && NAMES_OPENED.test(above) && !DATELINE_ROW.test(above);
}
