import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeArticle } from '../../../scripts/pipeline/4-mdx/write-article.ts';
import { parseArticle } from '../../../src/loader/parse-article.ts';
import { ArticleFrontMatter, BlockKind } from '../../../src/model.ts';
import { defineFuzz, hostileLine } from '../fuzz-property.ts';

const pageNumber = fc.integer({ min: 0, max: 99 }).map((page) => String(page).padStart(2, '0'));
const lineNumber = fc.integer({ min: 1, max: 9_999 });
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const article = fc
  .record({
    page: pageNumber,
    line: lineNumber,
    date: day,
    order: lineNumber,
    status: fc.constantFrom('machine', 'proofread', 'validated', 'withdrawn'),
    reason: hostileLine,
    kicker: some(hostileLine),
    headline: hostileLine,
    headlineSource: fc.constantFrom('printed', 'derived'),
    deck: some(hostileLine),
    section: some(hostileLine),
    bylines: fc.array(fc.record({ role: hostileLine, name: hostileLine }), { maxLength: 3 }),
    jumpFrom: some(pageNumber),
    jumpTo: some(pageNumber),
    reprintedFrom: some(hostileLine),
    eventDate: some(day),
    topics: fc.subarray(['jing-jin-ji', 'doubling', 'military']),
    lines: fc.array(fc.tuple(lineNumber, lineNumber), { maxLength: 3 }),
    doubts: fc.array(
      fc.record(
        {
          line: lineNumber,
          message: hostileLine,
          code: hostileLine,
          runnerUp: hostileLine,
          closeness: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6),
        },
        { requiredKeys: ['line', 'message'] },
      ),
      { maxLength: 2 },
    ),
    exceptions: fc.array(
      fc.record(
        { code: hostileLine, text: hostileLine, reason: hostileLine },
        { requiredKeys: ['code', 'reason'] },
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ line, reason, ...rest }) => {
    const defined = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return ArticleFrontMatter.parse({
      ...defined,
      id: `p${rest.page}-${String(line).padStart(3, '0')}`,
      ...(rest.status === 'withdrawn' && { withdrawn: { reason, date: rest.date } }),
    });
  });

const blocks = fc.array(fc.record({ kind: fc.constantFrom(...BlockKind.options), text: hostileLine }), {
  maxLength: 6,
});

/** Front matter round trip, with several blocks behind it. */
export const fuzz = defineFuzz({
  name: 'an article that is written to its file is read back as the same article',
  property: fc.property(article, blocks, (front, body) => {
    const file = `content/articles/${front.date}/${front.id}.mdx`;
    const { article: read, problems } = parseArticle(writeArticle(front, body), file);
    assert.deepEqual(problems, []);
    const { name, file: place, blocks: readBlocks, ...readFront } = read!;
    assert.deepEqual(readFront, front);
    assert.deepEqual([name, place], [`${front.date}/${front.id}`, file]);
    assert.deepEqual(
      readBlocks.map(({ kind, text }) => ({ kind, text })),
      body.map(({ kind, text }) => ({ kind, text })),
    );
  }),
  share: 50,
});
