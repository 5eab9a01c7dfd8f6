import type { Article } from '../../src/model.ts';
import type { Finding } from './finding.ts';
import { DISTRICTS, LOCAL_PLACES, PLACE_ENDS, PROVINCES, REGIONS } from './word-lists.ts';

const byLength = (list: string) =>
  list
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|');

/** What is not the name that it looks like: 河西走廊, 大兴调查研究, 中关村丰台园. */
const NOT_BEFORE = /(?:沟通|深耕|一路向|首都|区域|方)$/u;
// 城市, 门市, 超市: no town. 北京市: every article names it.
const NO_TOWN = '(?!省|自治区|市|向|到|在|对|和|北京市)';
const RULES: readonly [why: string, rule: RegExp][] = [
  ['地区', new RegExp(`${REGIONS}`, 'gu')],
  ['省市区县', new RegExp(`(?:${PROVINCES})(?:省|自治区|市)?`, 'gu')],
  [
    '省市区县',
    new RegExp(
      `(?<=(?:${PROVINCES})(?:省|自治区|市)?|、)${NO_TOWN}\\p{Script=Han}{2,4}?(?:(?<![城门超夜楼场力上股])市(?!场)|县|旗|盟)(?!委员|军)`,
      'gu',
    ),
  ],
  ['省市区县', /(?<=\p{Script=Han}{2}市)\p{Script=Han}{2}(?:区|县)(?=[、，。东西南北]|的|以及|革命)/gu],
  ['省市区县', /(?:天津|上海|重庆)\p{Script=Han}{2,3}区(?!域)/gu],
  [
    '省市区县',
    new RegExp(
      `(?<=^|[、，。向到在对])${NO_TOWN}\\p{Script=Han}{2,4}(?:县|旗|盟)(?=[、，。的对]|以及|党|委)`,
      'gu',
    ),
  ],
  ['北京各区', new RegExp(`(?<=[、，同])(?:${DISTRICTS})(?=[、融，])`, 'gu')],
  [
    '道路',
    /(?<=^|[、，。；]|确保|加快|打通|推进)(?!\p{Script=Han}?[走铁公道弯])\p{Script=Han}{2,3}路(?=[、，。]|等|二期|西延|南延|东延|北延)/gu,
  ],
  [
    '街道',
    /(?<=^|[、，。；：]|家住|在|到)(?!家住|在|到|各|全|该|本|每|相关|有关|一个)\p{Script=Han}{2,4}街道(?=[、，。的]|党|居|社区|办事处|举|召|开|机关)/gu,
  ],
  ['铁路、公路', /(?:京|沪|津|港)\p{Script=Han}{1,2}(?:高铁|城际铁路|高速)/gu],
  ['铁路、公路', /(?:大兴机场高速|大兴机场|首都机场高速|首都机场)/gu],
  ['地铁', /地铁\s?\d+号线(?:支线)?/gu],
  ['走廊', /(?:\p{Script=Han}{2}—\p{Script=Han}{2}|京雄|京津)\p{Script=Han}{0,4}走廊/gu],
  ['园区', /北京\p{Script=Han}{4,10}示范区/gu],
  ['已知地名', new RegExp(`(?:北京)?(?:${byLength(LOCAL_PLACES)})(?:${byLength(PLACE_ENDS)})`, 'gu')],
  ['已知地名', new RegExp(`(?:${byLength(LOCAL_PLACES)})`, 'gu')],
];
// 北京（北宫）低空技术创新园: a name with brackets inside.
const BRACKETED = /北京（\p{Script=Han}{2,4}）\p{Script=Han}{2,8}(?:园|基地|中心|城)/gu;
// “看丹之眼”: a project named after a place.
const QUOTED = new RegExp(`(?<=“)(?:${LOCAL_PLACES})之\\p{Script=Han}(?=”)`, 'gu');
const COUNTRIES = /(?<=[”。，、])(?!来自|各国|与)\p{Script=Han}{2,5}(?=驻华(?:大使|使馆))/gu;

/**
 * Places: provinces to counties, roads, lines, and what is built on the name of a place that is known.
 *
 * @param article an article
 */
export function proposePlaces(article: Article): Finding[] {
  const found = new Map<string, Finding>();
  for (const text of [article.kicker ?? '', article.headline, ...article.blocks.map((block) => block.text)]) {
    const taken: [number, number][] = [];
    const matches = [
      ...[...text.matchAll(BRACKETED)].map((match) => ({ match, why: '园区' })),
      ...[...text.matchAll(QUOTED)].map((match) => ({ match, why: '建设项目' })),
      ...[...text.matchAll(COUNTRIES)].map((match) => ({ match, why: '国家' })),
      ...RULES.flatMap(([why, rule]) => [...text.matchAll(rule)].map((match) => ({ match, why }))),
    ].sort((a, b) => b.match[0].length - a.match[0].length || a.match.index - b.match.index);
    for (const { match, why } of matches) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some(([a, b]) => from < b && a < to)) continue;
      if (NOT_BEFORE.test(text.slice(0, from)) || isElse(match[0], text.slice(to))) continue;
      taken.push([from, to]);
      if (!found.has(match[0]))
        found.set(match[0], { form: match[0], why, sentence: text, article: article.name });
    }
  }
  return [...found.values()];
}

/** 大兴调查研究 is to do much of it; 宛平博物馆之城 has a name of its own. */
function isElse(form: string, after: string): boolean {
  if (form === '大兴') return after.startsWith('调查');
  if (form === '新村' || form === '和义') return !after.startsWith('街道');
  return /^(?:管委会|党工委|办事处|建设指挥部)/u.test(after);
}
