import assert from 'node:assert/strict';
import fc from 'fast-check';
import { putPage } from '../../../scripts/ingest/issue-file.ts';
import { writeArticle } from '../../../scripts/pipeline/4-mdx/write-article.ts';
import { checkConservation } from '../../../scripts/pipeline/check-conservation.ts';
import { cleanText } from '../../../scripts/pipeline/index.ts';
import { articleOfCleaned } from '../../../src/loader/article-of-cleaned.ts';
import { issueOfCleaned } from '../../../src/loader/issue-of-cleaned.ts';
import { parseArticle } from '../../../src/loader/parse-article.ts';
import { parseYaml } from '../../../src/loader/parse-yaml.ts';
import { CleanedScan, Issue } from '../../../src/model.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const printed = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(
        '本报讯（记者 王蕾蕾）近日，丰台区召开支援合作工作联席会\n议，传达近期国家和北京市相关会议精神。',
        '\n\n我区召开支援合作工作联席会议\n\n',
        '丰台报 2023年4月14日 星期五 02版 要闻',
        '图为活动现场。原梓峰/摄',
        '（下转04版）',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('\n'));

const PLACE = { date: '2023-04-14', page: '02' };

/** What ingest writes of a page is what the loader takes, and nothing is changed on the way. */
function checkFiles(cleaned: CleanedScan): void {
  cleaned.articles.forEach((article, index) => {
    const { front, blocks } = articleOfCleaned(article, { ...PLACE, order: index + 1 });
    const file = `content/articles/${PLACE.date}/${front.id}.mdx`;
    const { article: read, problems } = parseArticle(writeArticle(front, blocks), file);
    assert.deepEqual(problems, []);
    assert.equal(read!.headline, front.headline);
    assert.deepEqual(
      read!.blocks.map(({ kind, text }) => ({ kind, text })),
      blocks,
    );
  });
  const issue = issueOfCleaned(cleaned, PLACE);
  const { text } = putPage(undefined, issue, undefined);
  assert.deepEqual(parseYaml(text, Issue, { file: `content/issues/${PLACE.date}.yaml` }), {
    value: Issue.parse(issue),
    problems: [],
  });
}

/** Scan → article, in memory and in its file. */
export const fuzz = defineFuzz({
  name: 'no character of a scan is lost, and what is written of it is read again, whatever the scan holds',
  property: fc.property(printed, (text) => {
    const cleaned = cleanText(text, { scan: 'a.txt' });
    assert.deepEqual(CleanedScan.parse(cleaned), cleaned);
    assert.deepEqual(checkConservation(text, cleaned), []);
    checkFiles(cleaned);
  }),
  // Derived headlines that are cut behind a space, and amid a character of two units.
  cases: [
    [`${'字'.repeat(60)}abc def 字。`],
    [`${'字'.repeat(63)}𠀀字字。`],
    // A character that was lost; ones that nobody sees, in an article and in furniture.
    ['近日，丰台区召开\ufffd会议。'],
    ['近日，丰台\u200b区召\u034f开\u{e0041}会议。'],
    ['丰台报 2023年4月14日 星期五 02版 要\ufffd闻\u202e'],
    // A doubt that quotes a line up to amid a character of two units.
    ['丰台区\n本报讯（记者 王蕾蕾）近日，丰台区召开会\n议，传达会议精神。\n𐀀/>𐀀𐀀𐀀&-𐀀𐀀𐀀;'],
  ],
  share: 20,
});
