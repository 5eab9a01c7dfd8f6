import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ContentError } from '../src/loader/content-problem.ts';
import { readContent } from '../src/loader/read-content.ts';
import { checkPage } from '../src/provenance/account-page.ts';
import { alignScannedPage, listScannedPages } from '../src/provenance/list-pages.ts';
import { writeContract } from '../src/provenance/write-contract.ts';

const USAGE = `npm run --silent articles -- --json
  已收入的文章，每版扫描文本一行 JSON，格式与 npm run clean 相同；出处由逐字对照得出。`;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  strict: false,
});

try {
  if (!values.json || values.help) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = values.help ? 0 : 1;
  } else {
    const content = await readContent(root);
    const problems = [];
    const lines: string[] = [];
    for (const page of listScannedPages(content)) {
      const aligned = await alignScannedPage(root, page);
      problems.push(...checkPage(aligned, { scan: page.scan.file, issue: page.issueFile }));
      lines.push(JSON.stringify(writeContract(aligned, page.scan.file)));
    }
    if (problems.length > 0) throw new ContentError(problems);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof ContentError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
