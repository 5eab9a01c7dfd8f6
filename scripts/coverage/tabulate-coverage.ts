import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync } from 'vite';

/** A part of the sources and the share of its branches that tests take. */
export interface CoveredPart {
  name: string;
  covered: number;
  branches: number;
  share: number;
}

/** What Chromium noted of one script of the site. */
interface Noted {
  script: string;
  functions: Parameters<typeof convert>[0]['coverage']['functions'];
}

const PARTS: readonly [name: string, folder: string][] = [
  ['pipeline', 'scripts/pipeline/'],
  ['model', 'src/model.ts'],
  ['queries', 'src/search/'],
  ['browser', 'src/client/'],
];

/**
 * Counts branches from what the unit tests and Chromium noted under `.cache/coverage/`.
 *
 * @param root folder of the repository; its `.cache/tests/site` was built with source maps
 * @returns a table of parts, and of the files that miss most branches
 * @throws when a note cannot be read
 */
export async function tabulateCoverage(root: string): Promise<{ table: string; parts: CoveredPart[] }> {
  const unit = JSON.parse(await readFile(join(root, '.cache/coverage/unit/coverage-final.json'), 'utf8'));
  const files = [
    ...countBranches(root, createCoverageMap(unit), (file) => !file.startsWith('src/client/')),
    ...countBranches(root, await readBrowserNotes(root), (file) => file.startsWith('src/client/')),
  ];
  const parts = PARTS.map(([name, folder]) => {
    const own = files.filter(({ file }) => file.startsWith(folder));
    const covered = own.reduce((sum, one) => sum + one.covered, 0);
    const branches = own.reduce((sum, one) => sum + one.branches, 0);
    return { name, covered, branches, share: branches === 0 ? 0 : covered / branches };
  });
  const missing = files
    .filter(({ covered, branches }) => covered < branches)
    .sort((a, b) => b.branches - b.covered - (a.branches - a.covered))
    .slice(0, 30);
  const percent = (covered: number, branches: number) => ((100 * covered) / branches).toFixed(1);
  const table = [
    '| part | branches | taken | % |',
    '| --- | --- | --- | --- |',
    ...parts.map(
      ({ name, covered, branches }) =>
        `| ${name} | ${branches} | ${covered} | ${percent(covered, branches)} |`,
    ),
    '',
    '| file | branches | not taken |',
    '| --- | --- | --- |',
    ...missing.map(({ file, covered, branches }) => `| ${file} | ${branches} | ${branches - covered} |`),
  ].join('\n');
  return { table, parts };
}

function countBranches(root: string, map: CoverageMap, counts: (file: string) => boolean) {
  return map.files().flatMap((path) => {
    const file = relative(root, path).replaceAll('\\', '/');
    if (!counts(file)) return [];
    const { covered, total } = map.fileCoverageFor(path).toSummary().data.branches;
    return [{ file, covered, branches: total }];
  });
}

/** The notes of all pages, told of the sources instead of the bundles. */
async function readBrowserNotes(root: string): Promise<CoverageMap> {
  const folder = join(root, '.cache/coverage/browser');
  const notes = new Map<string, Noted['functions'][]>();
  for (const file of await readdir(folder)) {
    for (const { script, functions } of JSON.parse(await readFile(join(folder, file), 'utf8')) as Noted[])
      notes.set(script, [...(notes.get(script) ?? []), functions]);
  }
  const all = createCoverageMap({});
  for (const [script, runs] of notes) {
    const path = join(root, '.cache/tests/site', script);
    if (!existsSync(`${path}.map`)) continue;
    const code = await readFile(path, 'utf8');
    const sourceMap = JSON.parse(await readFile(`${path}.map`, 'utf8'));
    const ast = await parseAstAsync(code);
    for (const functions of runs) {
      const url = `file://${path}`;
      const converted = await convert({
        code,
        ast,
        sourceMap,
        wrapperLength: 0,
        coverage: { url, functions },
      });
      const map = createCoverageMap(converted);
      for (const each of map.files()) {
        // The map was written where the site was rendered, not where it is published.
        const source = /\/(src\/client\/.+)$/u.exec(each)?.[1];
        if (source === undefined) continue;
        const own = map.fileCoverageFor(each).toJSON();
        all.addFileCoverage({ ...own, path: join(root, source) });
      }
    }
  }
  return all;
}
