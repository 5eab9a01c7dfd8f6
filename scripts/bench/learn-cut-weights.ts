import { MEANING_NAMES, readMeaningSigns } from '../pipeline/3-articles/meaning-signs.ts';
import { weighCut } from '../pipeline/3-articles/weigh-cuts.ts';
import { readWording, WORDING_NAMES } from '../pipeline/3-articles/wording.ts';
import { composePages, type InventedArticle } from './compose-pages.ts';
import { describeGaps } from './describe-gaps.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';
import { readInvented } from './read-invented.ts';
import { readKnownGaps } from './read-known-gaps.ts';
import { readLeftOut } from './read-left-out.ts';

// node scripts/bench/learn-cut-weights.ts [file …]: learns WORDING_WEIGHTS and MEANING_WEIGHTS of
// `3-articles/learnt-weights.ts` again and prints them. Files of tests/fixtures/articles that are named are left out of the learning, and it is tried on them.

/** Pages to learn from and to try on. */
const PAGES = { learn: 200, try: 60 } as const;
/** Ridge: a weight must pay this much for its square; likenesses lie between 0 and 1 and are few. */
const RIDGE = { wording: 5, meaning: 5 } as const;

const names = [...WORDING_NAMES, ...MEANING_NAMES];
const ridge = [...WORDING_NAMES.map(() => RIDGE.wording), ...MEANING_NAMES.map(() => RIDGE.meaning)];
const bare: ReadonlySet<string> = new Set(['wording', 'meaning']);

/** A gap between two paragraphs whose articles are known: is it a cut? Signs are those of the wording, then of meaning. */
type Gap = Example;

function readGaps(articles: readonly InventedArticle[], pages: number, seed: number): Gap[] {
  return composePages(articles, pages, seed)
    .map(readKnownGaps)
    .flatMap(({ layout, signs, cuts }) => {
      const texts = layout.paragraphs.map(({ strand }) => strand.text);
      return cuts.flatMap((is, p) => {
        const sign = signs[p];
        if (is === undefined || !sign) return [];
        const wording = readWording(texts[p - 1] as string, texts[p] as string);
        const meaning = readMeaningSigns(layout.meanings, p);
        return [{ is, given: weighCut(sign, bare), signs: [...wording, ...meaning] }];
      });
    });
}

const files = readInvented();
const left = readLeftOut(files.map(({ source }) => source));
const articlesOf = (isLeft: boolean): InventedArticle[] =>
  files.filter(({ source }) => left.has(source) === isLeft).flatMap(({ articles }) => articles);
const gaps = readGaps(articlesOf(false), PAGES.learn, 1);
const weights = fitLogistic(gaps, ridge);
const none = new Float64Array(names.length);
console.log(describeGaps('learnt from, without it', gaps, none));
console.log(describeGaps('learnt from, with it', gaps, weights));
if (left.size > 0) {
  const others = readGaps(articlesOf(true), PAGES.try, 2);
  console.log(describeGaps('tried on, without it', others, none));
  console.log(describeGaps('tried on, with it', others, weights));
}
names.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
