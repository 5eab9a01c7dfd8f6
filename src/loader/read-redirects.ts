import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RedirectEntry } from '../model.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { parseYaml } from './parse-yaml.ts';

const REDIRECTS = 'content/redirects.yaml';

/**
 * Reads the addresses that moved, each with the end of its chain as `to`.
 *
 * @param root folder of the repository
 * @param names names of all articles, withdrawn ones too
 * @throws {ContentError} for an address that leads nowhere, in a circle, or away from an article that is there
 */
export async function readRedirects(root: string, names: ReadonlySet<string>): Promise<RedirectEntry[]> {
  const text = await readFile(join(root, REDIRECTS), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return [];
  const { value, problems } = parseYaml(text, z.array(RedirectEntry), { file: REDIRECTS });
  if (!value) throw new ContentError(problems);
  const next = new Map(value.map((entry) => [entry.from, entry.to]));
  const found: ContentProblem[] = [];
  const entries = value.map((entry) => {
    const report = (what: string, expected: string) => {
      const line = 1 + text.split('\n').findIndex((each) => each.includes(entry.from));
      found.push({ file: REDIRECTS, line, found: what, expected });
    };
    if (names.has(entry.from)) report(`${entry.from} 仍是一篇文章`, '已经没有文章的旧地址');
    let to = entry.to;
    for (const passed = new Set([entry.from]); next.has(to) && !names.has(to); to = next.get(to)!) {
      if (passed.has(to)) {
        report(`${entry.from} 转来转去又回到 ${to}`, '终点是一篇文章');
        return entry;
      }
      passed.add(to);
    }
    if (!names.has(to)) report(`${entry.from} 转到 ${to}，而没有这篇文章`, '终点是一篇文章');
    return { ...entry, to };
  });
  if (found.length > 0) throw new ContentError(found);
  return entries;
}
