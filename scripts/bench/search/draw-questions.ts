import type { SearchSource } from '../../build/search/write-search.ts';
import { makeRandom } from '../make-random.ts';

/** A phrase, how often each article holds it, and how often in its headline: what plain search says. */
export interface Question {
  phrase: string;
  /** Whether people would ask it; the others are cut out of the text at random, across words too. */
  isTerm: boolean;
  /** Hits by article, `<date>/<id>`. */
  counts: ReadonlyMap<string, number>;
  /** Of these, hits in the headline. */
  inHeadline: ReadonlyMap<string, number>;
}

const RANDOM = 500;
const COLD = 31;
const TERMS =
  '京津冀 经济 社会主义 改革 发展 北京 丰台 企业 工业 社区 服务 老百姓 文化 历史 科学 教育 学校 医院 人民 政府 组织 制度 问题 工作 会议 建设 环境 国家 地区 中国 公司 市场 技术 生产 管理 研究 安全 法律 军队 战争 艺术 音乐 体育 比赛 火车 飞机 交通 农业 粮食 水果 天气 健康 家庭 孩子 母亲 朋友 生活 城市 农村 世界'.split(
    ' ',
  );

/**
 * What is asked: 500 random stretches of single blocks and headlines, 1 to 10 characters without punctuation,
 * and sixty words; each with its answer by `indexOf`, block by block.
 */
export function drawQuestions({ articles }: SearchSource): Question[] {
  const random = makeRandom(RANDOM);
  const phrases: string[] = [];
  while (phrases.length < RANDOM) {
    const article = articles[Math.floor(random() * articles.length)]!;
    const texts = [article.headline, ...article.blocks];
    const text = texts[Math.floor(random() * texts.length)]!;
    const phrase = cutAt(text, 1 + Math.floor(random() * 10), random);
    if (phrase !== undefined) phrases.push(phrase);
  }
  const stretches = articles.map(({ date, id, headline, blocks }) => ({
    name: `${date}/${id}`,
    headline,
    text: [headline, ...blocks].join('\n'),
  }));
  return [...phrases, ...TERMS].map((phrase, at) => {
    const counts = new Map<string, number>();
    const inHeadline = new Map<string, number>();
    for (const { name, headline, text } of stretches) {
      const count = countHits(text, phrase);
      if (count === 0) continue;
      counts.set(name, count);
      const own = countHits(headline, phrase);
      if (own > 0) inHeadline.set(name, own);
    }
    return { phrase, isTerm: at >= RANDOM, counts, inHeadline };
  });
}

/** Four characters out of a block, for those who search for the first time. */
export function drawColdPhrases({ articles }: SearchSource): string[] {
  const random = makeRandom(4);
  const phrases: string[] = [];
  while (phrases.length < COLD) {
    const article = articles[Math.floor(random() * articles.length)]!;
    const phrase = cutAt(article.blocks[Math.floor(random() * article.blocks.length)]!, 4, random);
    if (phrase !== undefined) phrases.push(phrase);
  }
  return phrases;
}

function cutAt(text: string, length: number, random: () => number): string | undefined {
  const from = Math.floor(random() * (text.length - length + 1));
  const phrase = text.slice(from, from + length);
  return phrase.length === length && /^\p{L}+$/u.test(phrase) ? phrase : undefined;
}

function countHits(text: string, phrase: string): number {
  let count = 0;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) count++;
  return count;
}
