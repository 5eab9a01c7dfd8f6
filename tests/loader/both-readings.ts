import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { listFiles } from '../../src/loader/list-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Puts made-up sources to a test of both readings: that without a parser, and the parser's.
 *
 * @param readSame insists that both are the same; says whether the plain one could read the source
 * @param runs how many sources are made up
 * @returns how many of them it could
 */
export function countPlain(
  sources: fc.Arbitrary<string>,
  readSame: (source: string) => boolean,
  runs: number,
): number {
  let plain = 0;
  fc.assert(
    fc.property(sources, (source) => {
      if (readSame(source)) plain += 1;
    }),
    { numRuns: runs },
  );
  return plain;
}

/** Every article of the archive: its front matter, without the lines of dashes, and its body. */
export async function readArticles(): Promise<{ frontMatter: string; body: string }[]> {
  const files = (await listFiles(root, 'content/articles')).filter((file) => file.endsWith('.mdx'));
  return files.map((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const end = text.indexOf('\n---\n');
    return { frontMatter: text.slice(text.indexOf('\n') + 1, end), body: text.slice(end + 5) };
  });
}

/** The text of the file of every issue. */
export async function readIssueFiles(): Promise<string[]> {
  return (await listFiles(root, 'content/issues')).map((file) => readFileSync(`${root}/${file}`, 'utf8'));
}
