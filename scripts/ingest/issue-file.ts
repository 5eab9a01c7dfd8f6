import { Document, isMap, isSeq, parseDocument, visit, YAMLMap, type YAMLSeq } from 'yaml';
import type { Issue, Page } from '../../src/model.ts';
import { blobIdOf } from './blob-id.ts';

const STYLE = {
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  lineWidth: 0,
  flowCollectionPadding: false,
} as const;

/** Digest of what the machine knows of a page outside its articles: whether an editor changed it since. */
const pageEntryId = ({ furniture, removed }: Pick<Page, 'furniture' | 'removed'>) =>
  blobIdOf(JSON.stringify([furniture, removed]));

/**
 * Puts a page into its issue's file. What an editor wrote stays, comments too.
 *
 * @param text text of `content/issues/<date>.yaml`; `undefined` where there is none
 * @param issue the issue as the machine knows it from this page, with this page alone
 * @param recorded digest of what the machine wrote for this page last time
 * @returns the new text, the digest to record, and whether an editor's furniture stayed
 */
export function putPage(
  text: string | undefined,
  issue: Issue,
  recorded: string | undefined,
): { text: string; pageEntry: string | undefined; kept: boolean } {
  const page = issue.pages[0]!;
  const now = pageEntryId(page);
  if (text === undefined) {
    const document = new Document(withoutEmpty({ ...issue, pages: [withoutEmpty(page)] }));
    return { text: print(document), pageEntry: now, kept: false };
  }
  const document = parseDocument(text);
  let pages = document.get('pages');
  if (!isSeq(pages)) {
    pages = document.createNode([]);
    document.set('pages', pages);
  }
  const list = pages as YAMLSeq;
  const entry = list.items.find((item) => isMap(item) && item.get('page') === page.page);
  if (!(entry instanceof YAMLMap)) {
    list.add(document.createNode(withoutEmpty(page)));
    list.items.sort((a, b) =>
      String((a as YAMLMap).get('page')) < String((b as YAMLMap).get('page')) ? -1 : 1,
    );
    return { text: print(document), pageEntry: now, kept: false };
  }
  const there = entry.toJS(document) as Partial<Page>;
  const before = pageEntryId({ furniture: there.furniture ?? [], removed: there.removed ?? [] });
  if (before === now) return { text, pageEntry: now, kept: false };
  if (before !== recorded) return { text, pageEntry: recorded, kept: true };
  for (const field of ['furniture', 'removed'] as const) {
    if (page[field].length > 0) entry.set(field, document.createNode(page[field]));
    else entry.delete(field);
  }
  return { text: print(document), pageEntry: now, kept: false };
}

/** Absent means omitted. */
function withoutEmpty<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0),
    ),
  ) as Partial<T>;
}

/** Spans and bylines on one line, as editors write them. */
function print(document: Document): string {
  visit(document, {
    Pair(_, pair) {
      const key = String((pair.key as { value?: unknown }).value);
      if (key === 'source' && isSeq(pair.value)) pair.value.flow = true;
      if (key === 'staff' && isSeq(pair.value))
        for (const item of pair.value.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString(STYLE);
}
