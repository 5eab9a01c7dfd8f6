import type { Article } from '../../src/model.ts';
import type { Finding } from './finding.ts';

/** What the name of an organisation ends with. */
const ENDS =
  '有限公司|集团公司|集团|公司|大学|学院|中学|小学|学校|医院|研究院|书店|书局|日报|晚报|产业基金|基金会|协会|(?<!协)商会|战略联盟|领导小组|指挥部|委员会|管委会|党工委|卫戍区党委|服务局|新闻办公室|外事办公室|街道办事处|博物馆|纪念馆|艺术中心|创新中心|服务中心|发展中心|通办中心|分中心|律师驿站|实验班|青创营';

// Words that stand before a name and are not of it.
const BEFORE =
  '的|在|由|与|和(?!平)|及|对|向|为|是|到|从|将|以|让|被|了|着|于|像|一批|一家|余家|多家|\\d家|会同|依托|成立|组建|前期|继续|作为|来自|走进|听取|传达|宣读|出席|参加|聘请|邀请|前往|加快|做好|推动|整合|通过|发挥|打造|签约|举办|召开|落实|落地|建立|发动|设立|启动|正式|引进|首个|导向|获评|支持|扶持|位于|紧邻|因|优化调整|强化|继续办好|希望|此次|新一届|关于|介绍|本次|主办|接受|代表|主任|书记|记者|负责人|开启|走访|邀|全国首|都有|每个|(?<![国专大独])家';
const CUT = new RegExp(`^.*(?:${BEFORE})`, 'u');
const NAME = new RegExp(`[\\p{Script=Han}A-Za-z]{1,24}(?:${ENDS})(?!军|化|长|员|群|之)`, 'gu');
const END = new RegExp(`(?:${ENDS})$`, 'u');
// General words before an ending make no name: 品牌书店, 国有企业集团, 龙头公司.
const GENERAL =
  /^(?:各|全|该|本|我|国有|优质|知名|校内外|第一|相关|分|子|主|龙头|上市|律师|党|产业|技术|科技|商务|行业|专项|品牌|实体|特色|“?网红”?|街镇|丰台区街镇|实验|组织|社会|工作|协调|大型|国家级|专业|乡镇|国企|高等|人民|专门|数|多元|活力|国家|驻京|十强|社区|卫生|军事|主题|首家|国内|国际|优质|街道|.*街镇)*$/u;
const BODIES =
  /(?:丰台区|北京市|区|市)(?:委常委会|委组织部|委宣传部|委统战部|委理论学习中心组|委教育工委|委统战工作领导小组|委对台工作领导小组|委生态文明建设委员会办公室|人武部党委|人武部|红十字会|政协|纪委|监委|人大常委会|发展改革委|司法局|教育局|公安局|财政局|支援合作办|人民法院|人民检察院|党建工作协调委员会)/gu;
const MINISTRIES =
  /(?:外交|国防|教育|科学技术|科技|工业和信息化|工信|公安|民政|司法|财政|人力资源和社会保障|人社|自然资源|生态环境|住房和城乡建设|住建|交通运输|水利|农业农村|商务|文化和旅游|应急管理)部(?=[、，。的等评]|授予|获|服务|发布|印发)/gu;
// 北京四中, 实验二小, 航天一院: schools and institutes by their number.
const NUMBERED =
  /(?:^|和|与|以)((?!\p{Script=Han}?[一二三四五六七八九十])\p{Script=Han}{2}第?[一二三四五六七八九十]{1,3}(?:中|小|院))(?=$|与|等|和)/gu;
const COMPANIES =
  /((?:[\p{Script=Han}A-Z]{2,14})(?:(?:、|和)[\p{Script=Han}A-Z]{2,10})+)(?=等(?:为代表|一批)[^，。]{0,16}企业|两家[^，。]{0,10}企业|获评[^。]{0,24}企业|等知名企业)/gu;
// …等学校, …两大集团: what the names before it are.
const SUMMED_UP =
  /等(?=学校|医院|企业|公司|集团|高校|书店|单位)|[两三四五六七八九十]大(?=集团|公司|中心|学校)/gu;
const LEADING_VERB = /^(?:建设|办好|补齐)/u;
const QUOTED = /“(\p{Script=Han}{2,18}(?:营|实验班|知事))”/gu;
const MASTHEADS = /《(\p{Script=Han}{2,6}(?:日报|晚报|时报|周报))》/gu;
const CHIEF = /([\p{Script=Han}]{2,14}?)(?=(?:董事长|总经理|创始人|原?财务副总裁)\p{Script=Han}{2,3})/gu;

/**
 * Organisations: by what their name ends with, by who heads them, in lists of enterprises, in quotation marks.
 *
 * @param article an article
 */
export function proposeOrganisations(article: Article): Finding[] {
  const found = new Map<string, Finding>();
  const add = (form: string, why: string, sentence: string) => {
    if (form.length < 2 || found.has(form)) return;
    found.set(form, { form, why, sentence, article: article.name });
  };
  if (article.reprintedFrom) add(article.reprintedFrom.replace(/[《》]/gu, ''), '原载', '');
  for (const text of [article.kicker ?? '', article.headline, ...article.blocks.map((block) => block.text)]) {
    for (const rule of [BODIES, MINISTRIES])
      for (const [form] of text.matchAll(rule)) add(form, '机关', text);
    for (const match of text.matchAll(QUOTED)) add(match[1]!, '引号中的名字', text);
    for (const match of text.matchAll(MASTHEADS)) add(match[1]!, '报名', text);
    for (const match of text.matchAll(COMPANIES))
      for (const name of match[1]!.split(/、|和/u)) add(name.replace(CUT, ''), '企业并列', text);
    const rest = text.replace(BODIES, '，').replace(SUMMED_UP, '，');
    for (const clause of rest.split(/[，。；：！？、（）“”‘’《》\s]/u)) {
      proposeByEnding(clause, (form) => add(form, '字尾', text));
      for (const match of clause.matchAll(NUMBERED)) add(match[1]!, '第几所', text);
      for (const match of clause.matchAll(CHIEF)) {
        const name = match[1]!.replace(CUT, '');
        if (name.length >= 3 && name.length <= 12 && /(?:科技|集团|公司|网|中心)$/u.test(name))
          add(name, '有主事的人', text);
      }
    }
  }
  return [...found.values()];
}

/** The names in a clause that end like one, from the right: what stands before them may hold another. */
function proposeByEnding(clause: string, add: (form: string) => void): void {
  for (let left = clause; left !== ''; ) {
    const whole = [...left.matchAll(NAME)].at(-1);
    if (!whole) return;
    const end = END.exec(whole[0])![0];
    const own = whole[0].slice(0, -end.length).replace(CUT, '').replace(LEADING_VERB, '');
    if (own.length >= 2 && !GENERAL.test(own)) add(own + end);
    left = left.slice(0, whole.index + whole[0].length - end.length - own.length);
  }
}
