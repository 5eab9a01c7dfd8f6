import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConservation } from '../../../scripts/pipeline/check-conservation.ts';
import { cleanText } from '../../../scripts/pipeline/index.ts';
import { CleanedScan } from '../../../src/model.ts';
import { defineFuzz, hostileText } from '../fuzz-property.ts';

const SENTENCES = [
  '会议指出，今年是全面贯彻落实的关键之年，各部门要压实责任、狠抓落实。',
  '“以前要跑两趟，现在喝杯茶的工夫就好了。”居民佟玉山说。',
  '全区累计整治街巷126条，拆除违法建设3.4万平方米。',
  '区领导一同参加。',
  '会议还研究了其他事项。',
];
const HEADINGS = [
  '压实责任补短板 真抓实干促发展',
  '区委常委会召开会议',
  '读者来信',
  '——访首席专家钟少庭',
  '## 两会声音',
];
const ROWS = [
  '（上接01版）',
  '（下转03版）',
  '文/田未央 洪波',
  '（原文刊载于《劳动时报》）',
  '苏野 摄',
  '本报记者 许念',
  '02 2023 年 4 月 14 日    星期五综合 责任编辑：徐伟',
  '姜灏姜灏 摄摄',
  '工作人员给孩子们赠送小礼物工作人员给孩子们赠送小礼物。。',
];

/** Page text as extraction gives it: paragraphs wrapped at a measure, headings, vertical lines, blank lines. */
const page = fc
  .array(
    fc.oneof(
      fc
        .tuple(
          fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 8, max: 30 }),
        )
        .map(([sentences, measure]) =>
          (sentences.join('').match(new RegExp(`.{1,${measure}}`, 'gu')) ?? []).join('\n'),
        ),
      fc.constantFrom(...HEADINGS, ...ROWS),
      fc.constantFrom(...HEADINGS).map((heading) => [...heading].join('\n')),
      fc.constantFrom('', ' ', '\r', '\t', '\u3000'),
      hostileText,
    ),
    { maxLength: 24 },
  )
  .chain((parts) => fc.constantFrom('\n', '\n\n', '\r\n').map((joint) => parts.join(joint)));

export const fuzz = defineFuzz({
  name: 'no character of a scan is lost or published twice, whatever the scan is',
  // 1,000 runs where the others make 300: this is what the archive promises.
  share: 334,
  // Pages that are nothing but a byline, a jump line, a credit.
  cases: [['本报记者 许念'], ['（上接01版）'], ['苏野 摄'], ['（原文刊载于《劳动时报》）\n\n下转03版']],
  property: fc.property(
    fc.oneof(
      { weight: 3, arbitrary: page },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    ),
    (text) => {
      const cleaned = cleanText(text, { scan: 'fuzz' });
      assert.deepEqual(checkConservation(text, cleaned), []);
      CleanedScan.parse(cleaned);
    },
  ),
});
