import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/loader/list-files.ts';
import { takeTurn } from '../take-turn.ts';
import { writeTree } from '../write-tree.ts';

/** What was mended in a file. */
export interface Mended {
  file: string;
  line: number;
  before: string;
  after: string;
}

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(\r?\n---)/u;
// date: 2023-04-14, in a line of its own or among the fields of one line.
const BARE_DATE =
  /(^|[{,]\s*|^\s*-\s*)((?:date|eventDate|earliest|latest):[ \t]+)(\d{4}-\d{2}-\d{2})(?=\s*(?:$|[,}#]))/gu;
// page: 2, page: 02, page: "2"
const BARE_PAGE =
  /(^|[{,]\s*|^\s*-\s*)((?:page|jumpFrom|jumpTo):[ \t]+)(?:"(\d)"|(\d{1,2}))(?=\s*(?:$|[,}#]))/gu;

/**
 * Mends what has one right answer: dates and pages without their quotation marks or with one digit.
 *
 * @param root folder of the repository
 */
export async function fixContent(root: string): Promise<Mended[]> {
  return takeTurn(root, () => mendFiles(root));
}

async function mendFiles(root: string): Promise<Mended[]> {
  const mended: Mended[] = [];
  const changes = new Map<string, string>();
  const files = [
    ...(await listFiles(root, 'content/articles')),
    ...(await listFiles(root, 'content/issues')),
  ];
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    const head = file.endsWith('.mdx') ? FRONT_MATTER.exec(text) : undefined;
    if (file.endsWith('.mdx') && !head) continue;
    if (!/\.(?:mdx|yaml)$/u.test(file) || file.endsWith('.machine.yaml')) continue;
    const [start, yaml] = head ? [head[1]!.length, head[2]!] : [0, text];
    const lines = yaml.split('\n');
    const fixed = lines.map((line, index) => {
      const after = line
        .replace(BARE_DATE, (_, before: string, key: string, date: string) => `${before}${key}"${date}"`)
        .replace(BARE_PAGE, (_, before: string, key: string, one?: string, bare?: string) => {
          return `${before}${key}"${(one ?? bare)!.padStart(2, '0')}"`;
        });
      if (after !== line)
        mended.push({ file, line: index + 1 + (head ? 1 : 0), before: line.trim(), after: after.trim() });
      return after;
    });
    const result = text.slice(0, start) + fixed.join('\n') + text.slice(start + yaml.length);
    if (result !== text) changes.set(file, result);
  }
  writeTree(root, changes);
  return mended;
}
