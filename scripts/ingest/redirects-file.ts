import { isMap, parseDocument, YAMLSeq } from 'yaml';

/** An address that moved: article names `<date>/<id>`, the day it moved, and why. */
export interface Redirect {
  from: string;
  to: string;
  date: string;
  reason: string;
}

export const REDIRECTS_FILE = 'content/redirects.yaml';

const HEAD = `# 改了地址的文章：旧地址永远能到新地址。由 npm run ingest、split、merge、move 写入，也可手写。
`;

/**
 * Adds addresses that moved. An address that is in use again is no longer redirected, and a chain of moves
 * leads to its end at once.
 *
 * @param text text of `content/redirects.yaml`; `undefined` where there is none
 * @param added addresses that moved now
 * @param inUse names of articles that exist from now on
 * @returns the new text; `undefined` where nothing is redirected
 */
export function addRedirects(
  text: string | undefined,
  added: readonly Redirect[],
  inUse: ReadonlySet<string> = new Set(),
): string | undefined {
  const document = parseDocument(text ?? HEAD);
  const list = document.contents instanceof YAMLSeq ? document.contents : new YAMLSeq();
  const moved = new Map(added.map(({ from, to }) => [from, to]));
  list.items = list.items.filter((item) => {
    if (!isMap(item)) return true;
    const from = String(item.get('from'));
    return !inUse.has(from) && !moved.has(from);
  });
  for (const item of list.items) {
    if (!isMap(item)) continue;
    const next = moved.get(String(item.get('to')));
    if (next !== undefined) item.set('to', next);
  }
  for (const redirect of added) {
    const node = document.createNode(redirect);
    if (isMap(node)) node.flow = true;
    list.add(node);
  }
  if (list.items.length === 0 && text === undefined) return undefined;
  list.flow = false;
  document.contents = list as never;
  return document.toString({ defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}

/**
 * Text of a file in which an article is named (a topic's reasons, a name's offices), with its new name.
 *
 * @param text text of the file
 * @param from name of the article until now
 * @param to its name from now on
 */
export function retarget(text: string, from: string, to: string): string {
  const quoted = (name: string) => [`"${name}"`, `'${name}'`];
  const lines = text.split('\n');
  const present = quoted(to).some((name) => lines.some((line) => line.trimStart().startsWith(`${name}:`)));
  return lines
    .filter((line) => !(present && quoted(from).some((name) => line.trimStart().startsWith(`${name}:`))))
    .map((line) => quoted(from).reduce((out, name, at) => out.replaceAll(name, quoted(to)[at]!), line))
    .join('\n');
}
