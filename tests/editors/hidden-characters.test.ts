import { expect, test, vi } from 'vitest';
import { findUnbalanced } from '../../scripts/build/find-unbalanced.ts';
import { runIngest } from '../../scripts/ingest/run-ingest.ts';
import { findForbidden } from '../../src/loader/find-forbidden.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import { alignScannedPage, listScannedPages } from '../../src/provenance/list-pages.ts';
import { describeChange } from '../../src/provenance/name-changes.ts';
import { readScanText } from '../../src/provenance/scan-text.ts';
import { traceArticle } from '../../src/provenance/trace-article.ts';
import { viewArticle } from '../../src/provenance/view-article.ts';
import { viewPage } from '../../src/provenance/view-page.ts';
import { writeContract } from '../../src/provenance/write-contract.ts';
import { makeArchive } from './make-archive.ts';

vi.setConfig({ testTimeout: 60_000 });

// What an export from a PDF or a word processor leaves in a text: it was never printed, and no reader may meet it.
const SCAN = 'content/scans/2024-05-10/p02.txt';

/** Every character that the loader refuses, but for NUL, by which a file is told to be no text. */
const REFUSED = (() => {
  let all = '';
  for (let code = 1; code <= 0x10ffff; code++)
    if (code < 0xd800 || code > 0xdfff) all += String.fromCodePoint(code) + (code === 13 ? '.' : '');
  return findForbidden(all).map(({ at }) => String.fromCodePoint(all.codePointAt(at)!));
})();
/** One of each kind, and those that come without being a mistake of anyone. */
const OFTEN =
  '\u0007\u001b\u0085\u00ad\u034f\u061c\u115f\u180e\u200b\u200e\u2028\u202e\u2060\u3164\ufe0f\ufeff\ufffb\ufffc\ufdd0\ufffe';

const page = (characters: readonly string[]) =>
  [
    '丰台报 2024年5月10日 星期五 02版 要闻',
    '',
    `我区召开支援合作${characters[0]}工作联席会议`,
    '',
    ...characters.map(
      (character) => `近日，丰台区召开会议，${character}传达相关会议精神，研究部署下一步工作。`,
    ),
    '',
    '会议要求，各单位要高度重视，压实责任，推动各项工作落地见效。',
    '',
  ].join('\n');

async function look(root: string) {
  const { content, problems } = await gatherContent(root);
  expect(problems).toEqual([]);
  const pages = listScannedPages(content);
  expect(await findUnbalanced(root, pages, () => {})).toEqual([]);
  return { content, aligned: await alignScannedPage(root, pages[0]!) };
}

function expectVisible(value: unknown): void {
  expect(findForbidden(JSON.stringify(value).replaceAll('\\n', ''))).toEqual([]);
}

test.each([
  ['of each kind', [...OFTEN, '\u{e0041}', '\u{e0101}', '\u{1d173}']],
  ['a soft hyphen', ['\u00ad']],
  ['a character that was lost', ['\ufffd']],
])('a scan with what cannot be read, %s, is taken in and published without it', async (_, characters) => {
  const archive = makeArchive();
  archive.write(SCAN, page(characters));
  const unread = await look(archive.root);
  await runIngest(archive.root, { files: [SCAN], from: [archive.root], today: '2026-11-21' });
  const taken = await look(archive.root);
  for (const { content, aligned } of [unread, taken]) {
    expectVisible(content.articles);
    expectVisible(content.issues);
    expectVisible(
      viewPage(aligned).map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text))),
    );
    for (const article of content.articles) {
      const provenance = traceArticle(aligned, article, SCAN);
      const runs = viewArticle(provenance).flatMap(({ sentences, lines }) =>
        [...sentences, ...lines].flatMap((row) => row.runs.map(({ text }) => text)),
      );
      expectVisible(runs);
      expectVisible(provenance.parts.flatMap(({ pieces }) => pieces.map(describeChange)));
    }
  }
  expect(taken.content.articles.map(({ blocks }) => blocks)).toEqual(
    unread.content.articles.map(({ blocks }) => blocks),
  );
  // What the account says was removed is what stands in the scan, letter for letter.
  const { lines } = await readScanText(archive.root, SCAN);
  for (const { text, source } of writeContract(taken.aligned, SCAN).removed)
    expect(text).toBe(source.map(([line, from, to]) => lines[line - 1]!.slice(from, to)).join(''));
});

test('in the place of a character that was lost stands □, and the editor is told', async () => {
  const archive = makeArchive();
  archive.write(SCAN, page(['\ufffd']));
  await runIngest(archive.root, { files: [SCAN], from: [archive.root], today: '2026-11-21' });
  const { content } = await gatherContent(archive.root);
  const [article] = content.articles;
  expect(article!.headline).toBe('我区召开支援合作□工作联席会议');
  expect(article!.blocks[0]!.text).toContain('召开会议，□传达');
  expect(article!.doubts.filter(({ code }) => code === 'lost')).toEqual([
    { line: 3, message: '有 1 个字在转码时丢了，写作 □。对照报纸补上。', code: 'lost' },
    { line: 5, message: '有 1 个字在转码时丢了，写作 □。对照报纸补上。', code: 'lost' },
  ]);
});

test('whatever the loader refuses, no scan that holds it stops the build', async () => {
  expect(REFUSED.length).toBeGreaterThan(3000);
  const archive = makeArchive();
  // Lost characters are few in a scan that is taken at all.
  const lost = REFUSED.filter((character) => character !== '\ufffd');
  archive.write(SCAN, page([lost.join('')]));
  const { content } = await look(archive.root);
  expect(content.articles[0]!.blocks[0]!.text.replaceAll('□', '')).toBe(
    '近日，丰台区召开会议，传达相关会议精神，研究部署下一步工作。',
  );
});
