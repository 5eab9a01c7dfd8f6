import { shinglesOf } from '../../src/archive/shingles.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

const LENGTH = 8;
/** One shingle in so many is kept: enough to tell, few enough for twenty thousand articles. */
const SAMPLE = 8;
const SHARED = 0.5;
/** Articles with fewer samples than this are too short to be told apart. */
const ENOUGH = 4;

/** Articles that hold the same text, also where some characters differ. */
export function checkDuplicates({ articles }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  const holders = new Map<string, number[]>();
  const sizes: number[] = [];
  articles.forEach((article, index) => {
    const samples = [...shinglesOf(article.blocks.map(({ text }) => text).join('\n'), LENGTH)].filter(
      (shingle) => hash(shingle) % SAMPLE === 0,
    );
    sizes.push(samples.length);
    const shared = new Map<number, number>();
    for (const shingle of samples) {
      const list = holders.get(shingle);
      // Phrases that everyone uses tell nothing.
      if (list && list.length < 20) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (list) list.push(index);
      else holders.set(shingle, [index]);
    }
    for (const [other, count] of shared) {
      const smaller = Math.min(samples.length, sizes[other]!);
      if (smaller < ENOUGH || count / smaller < SHARED) continue;
      const twin = articles[other]!;
      findings.push({
        code: 'duplicate',
        file: article.file,
        line: 1,
        found: `与 ${twin.file} 有 ${Math.round((count / smaller) * 100)}% 的文字相同`,
        expected: '一篇报道只收一次',
        remedy:
          '若是重复，删去一篇，或用 npm run merge 合并；若报上确实登了两次，在篇首 exceptions 里写明理由。',
        text: twin.name,
        about: article.name,
      });
    }
  });
  return findings;
}

function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}
