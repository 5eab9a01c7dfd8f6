import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConservation } from '../../../scripts/pipeline/check-conservation.ts';
import { cleanText } from '../../../scripts/pipeline/index.ts';
import { CleanedScan } from '../../../src/model.ts';
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

/** Scan → article. */
export const fuzz = defineFuzz({
  name: 'no character of a scan is lost, and the result keeps its contract, whatever the scan holds',
  property: fc.property(printed, (text) => {
    const cleaned = cleanText(text, { scan: 'a.txt' });
    assert.deepEqual(CleanedScan.parse(cleaned), cleaned);
    assert.deepEqual(checkConservation(text, cleaned), []);
  }),
  // Derived headlines that are cut behind a space, and amid a character of two units.
  cases: [[`${'字'.repeat(60)}abc def 字。`], [`${'字'.repeat(63)}𠀀字字。`]],
  share: 20,
});
