import type { CleanedArticle, CleanedScan } from '../../src/model.ts';
import type { GoldPage } from './clean-pages.ts';

/** How well doubts point to what is wrong. */
export interface DoubtFigures {
  articles: number;
  /** Articles with a wrong extent, headline, paragraph or topic. */
  wrong: number;
  /** Of these, those that carry a doubt. */
  wrongDoubted: number;
  doubts: number;
  /** Doubts about an article in which what they doubt is wrong. */
  worthALook: number;
}

type Gold = GoldPage['articles'][number];

const bare = (text: string): string => text.replace(/[\s“”‘’"]/gu, '');
/** An article is whole from this overlap on, as the scorer counts it. */
const WHOLE = 0.98;
const GRAM = 4;

function countGrams(blocks: readonly { kind: string; text: string }[]): Map<string, number> {
  const text = blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'subhead')
    .map((block) => bare(block.text))
    .join('');
  const counts = new Map<string, number>();
  for (let i = 0; i + GRAM <= text.length; i++) {
    const gram = text.slice(i, i + GRAM);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);

function share(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let both = 0;
  for (const [gram, count] of a) both += Math.min(count, b.get(gram) ?? 0);
  return (2 * both) / Math.max(1, sizeOf(a) + sizeOf(b));
}

/** What may be wrong with a cleaned article. */
interface Faults {
  readonly extent: boolean;
  readonly headline: boolean;
  readonly paragraph: boolean;
  readonly topics: boolean;
}

/** What must be wrong for a doubt to be worth a look, by its code; for the others anything. */
const WORTH: Readonly<Record<string, (faults: Faults) => boolean>> = {
  cut: ({ extent }) => extent,
  uncut: ({ extent }) => extent,
  piece: ({ extent }) => extent,
  paragraph: ({ paragraph, extent }) => paragraph || extent,
  headlineRole: ({ headline, extent }) => headline || extent,
  headlineMatch: ({ headline, extent }) => headline || extent,
  topic: ({ topics }) => topics,
  headlineDerived: () => true,
};

/** What is wrong with a cleaned article. */
function findFaults(article: CleanedArticle, gold: readonly Gold[]): Faults {
  const own = countGrams(article.blocks);
  let best: Gold | undefined;
  let most = -1;
  for (const candidate of gold) {
    const both = share(own, countGrams(candidate.blocks));
    if (both > most) {
      most = both;
      best = candidate;
    }
  }
  const accepted = best?.headline ? [best.headline, ...best.acceptableHeadlines].map(bare) : [];
  const known = new Set(best?.blocks.flatMap((block) => [block.text, ...block.alternatives].map(bare)));
  const extent = most < WHOLE;
  return {
    extent,
    headline: best?.headline
      ? !accepted.includes(bare(article.headline))
      : article.headlineSource !== 'derived',
    paragraph:
      !extent && article.blocks.some((block) => block.kind === 'paragraph' && !known.has(bare(block.text))),
    topics: article.topics.toSorted().join() !== (best?.topics ?? []).toSorted().join(),
  };
}

/** Adds the doubts of a cleaned page, held against its truth, to the figures. */
export function measureDoubts(figures: DoubtFigures, cleaned: CleanedScan, gold: GoldPage): void {
  for (const article of cleaned.articles) {
    if (!article.blocks.some((block) => block.kind === 'paragraph')) continue;
    const faults = findFaults(article, gold.articles);
    const wrong = Object.values(faults).some(Boolean);
    figures.articles++;
    if (wrong) figures.wrong++;
    if (wrong && article.doubts.length > 0) figures.wrongDoubted++;
    for (const { code } of article.doubts) {
      const worth = WORTH[code ?? '']?.(faults) ?? wrong;
      figures.doubts++;
      if (worth) figures.worthALook++;
    }
  }
}
