import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConservation } from '../../../scripts/pipeline/check-conservation.ts';
import { cleanScan, ScanError } from '../../../scripts/pipeline/index.ts';
import { CleanedScan } from '../../../src/model.ts';
import { defineFuzz } from '../fuzz-property.ts';

const TEXT = '近日，丰台区召开支援合作工作联席会议，传达近期国家和北京市相关会议精神。\n';
const utf8 = [...Buffer.from(TEXT)];
/** 丰台区召开会议 in GB18030. */
const gb18030 = [0xb7, 0xe1, 0xcc, 0xa8, 0xc7, 0xf8, 0xd5, 0xd9, 0xbf, 0xaa, 0xbb, 0xe1, 0xd2, 0xe9, 0x0a];

const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        utf8,
        gb18030,
        [0xef, 0xbb, 0xbf],
        [0xff, 0xfe],
        [0xed, 0xa0, 0x80],
        [0xf0, 0x9f],
        [0x0d],
        [0x00],
      ),
      fc.uint8Array({ maxLength: 6 }).map((some) => [...some]),
    ),
    { maxLength: 8 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

/** Files of any bytes under `content/scans/`. */
export const fuzz = defineFuzz({
  name: 'a file of any bytes is a scan whose characters are all kept, or refused with what is the matter and where',
  property: fc.property(bytes, (file) => {
    let cleaned: CleanedScan;
    try {
      cleaned = cleanScan(file, { scan: 'a.txt' });
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      assert.match(error.message, /^a\.txt(?::\d+)?：.+应为/u);
      assert.ok(
        error.line === undefined ||
          (error.line >= 1 && error.line <= file.filter((b) => b === 10).length + 1),
      );
      return;
    }
    assert.deepEqual(CleanedScan.parse(cleaned), cleaned);
    const text = decode(file);
    assert.deepEqual(checkConservation(text, cleaned), []);
  }),
});

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(file);
  }
}
