import { z } from 'zod';
import { findForbidden } from '../../../src/loader/find-forbidden.ts';
import type { PublishedPage } from './published-page.ts';

// What schema.org, and those who read it (search engines, Zotero), want of each type that we use. Unknown
// fields are faults: schema.org has a name for everything that we say, and a misspelt one is read by nobody.
const Text = z.string().trim().min(1);
const Address = z.url({ protocol: /^https?$/u });
const Context = { '@context': z.literal('https://schema.org') };
const named = (type: string) =>
  z.strictObject({ '@type': z.literal(type), name: Text, url: Address.optional() });
/** A day; a month or year where nothing more is known. */
const Day = z.iso.date();
/** A date that is only inferred is given as the span it lies in. */
const Span = z.string().regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/u);
const Dated = { datePublished: Day.optional(), temporalCoverage: Span.optional() };
const dated = (value: { datePublished?: unknown; temporalCoverage?: unknown }, context: z.RefinementCtx) => {
  if ((value.datePublished === undefined) === (value.temporalCoverage === undefined))
    context.addIssue({ code: 'custom', message: '应有 datePublished 或 temporalCoverage 之一' });
};

const Issue = {
  '@type': z.literal('PublicationIssue'),
  '@id': Address.optional(),
  url: Address,
  inLanguage: z.literal('zh-CN').optional(),
  issueNumber: Text.optional(),
  ...Dated,
  isPartOf: named('Newspaper'),
};

const TYPES: Readonly<Record<string, z.ZodType>> = {
  NewsArticle: z
    .strictObject({
      ...Context,
      '@type': z.literal('NewsArticle'),
      '@id': Address,
      url: Address,
      inLanguage: z.literal('zh-CN'),
      headline: Text,
      alternativeHeadline: Text.optional(),
      description: z.string(),
      image: Address,
      ...Dated,
      articleSection: Text.optional(),
      printPage: z
        .string()
        .regex(/^\d{2}$/u)
        .optional(),
      pageStart: z.int().min(1).optional(),
      pageEnd: z.int().min(1).optional(),
      author: z.array(named('Person')).min(1).optional(),
      isBasedOn: named('CreativeWork').optional(),
      dateline: Text.optional(),
      correction: z
        .array(z.strictObject({ '@type': z.literal('CorrectionComment'), text: Text, url: Address }))
        .min(1)
        .optional(),
      wordCount: z.int().min(0),
      publisher: named('Organization'),
      isPartOf: z.strictObject(Issue),
    })
    .superRefine(dated),
  PublicationIssue: z.strictObject({ ...Context, ...Issue }).superRefine(dated),
  BreadcrumbList: z.strictObject({
    ...Context,
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(
        z.strictObject({
          '@type': z.literal('ListItem'),
          position: z.int(),
          name: Text,
          item: Address,
        }),
      )
      .min(1)
      .refine(
        (items) => items.every(({ position }, index) => position === index + 1),
        'position 应从 1 数起',
      ),
  }),
};

const ADDRESSES = new Set(['@id', 'url', 'image', 'item']);

/** Addresses that a thing gives of itself and of what belongs to it. */
function listAddresses(thing: object, found: Set<string>): void {
  for (const [key, value] of Object.entries(thing))
    if (typeof value === 'object' && value !== null) listAddresses(value, found);
    else if (ADDRESSES.has(key) && typeof value === 'string') found.add(value);
}

/**
 * JSON-LD that is no JSON, or not what schema.org has for its type, or that names another article than the page shows.
 *
 * @param page what was read of the page
 * @returns what is wrong, the addresses that machines are told, and the things of types that we use
 */
export function checkLinkedData({ linkedData, article }: Pick<PublishedPage, 'linkedData' | 'article'>): {
  faults: string[];
  addresses: Set<string>;
  things: object[];
} {
  const things: object[] = [];
  const faults: string[] = [];
  const addresses = new Set<string>();
  const report = (fault: string) => faults.push(`JSON-LD：${fault}`);
  for (const text of linkedData) {
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (error) {
      report(String(error));
      continue;
    }
    // Escapes hide from who looks at the page.
    if (text.includes('\\u'))
      for (const { name, code } of findForbidden(JSON.stringify(data))) report(`有${name} ${code}`);
    for (const thing of Array.isArray(data) ? data : [data]) {
      const type = String((thing as { '@type'?: unknown } | null)?.['@type']);
      const schema = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
      if (!schema) {
        report(`没有见过的 @type ${type}`);
        continue;
      }
      for (const issue of schema.safeParse(thing).error?.issues ?? [])
        report(`${type} ${issue.path.join('.')}：${issue.message}`);
      listAddresses(thing as object, addresses);
      things.push(thing as object);
      const { headline } = thing as { headline?: unknown };
      if (article && type === 'NewsArticle' && headline !== article.headline.trim())
        report(`标题是“${String(headline)}”，网页上是“${article.headline.trim()}”`);
    }
  }
  return { faults, addresses, things };
}
