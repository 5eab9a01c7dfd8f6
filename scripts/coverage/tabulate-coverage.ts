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
  ['model', 'src/model'],
  ['queries', 'src/search/'],
  ['browser', 'src/client/'],
];

/**
 * Counts branches from what the unit tests and Chromium noted under `.cache/coverage/`.
 *
 * @param root folder of the repository; the sites beside them were built with source maps
 * @returns a table of parts, and of the files that miss most branches
 * @throws when a note cannot be read
 */
export async function tabulateCoverage(root: string): Promise<{ table: string; parts: CoveredPart[] }> {
  const unit = createCoverageMap(
    JSON.parse(await readFile(join(root, '.cache/coverage/unit/coverage-final.json'), 'utf8')),
  );
  const browser = await readBrowserNotes(root);
  const files = countBranches(root, [unit], (file) => !file.startsWith('src/client/')).concat(
    countBranches(root, [browser, unit], (file) => file.startsWith('src/client/')),
  );
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

/** Branches of each file, as the first map that has it knows them, and those that are taken in any of the maps. */
function countBranches(root: string, maps: readonly CoverageMap[], counts: (file: string) => boolean) {
  return [...new Set(maps.flatMap((map) => map.files()))]
    .map((path) => ({ path, file: relative(root, path).replaceAll('\\', '/') }))
    .filter(({ file }) => counts(file))
    .map(({ path, file }) => {
      const own = maps.filter((map) => map.files().includes(path)).map((map) => listBranches(map, path));
      const taken = new Set(
        own.flatMap((branches) => branches.filter((one) => one.taken).map(({ key }) => key)),
      );
      const all = new Set(own[0]!.map(({ key }) => key));
      return { file, branches: all.size, covered: [...all].filter((key) => taken.has(key)).length };
    });
}

/** The ways of each branch of a file, named by their place in the source. */
function listBranches(map: CoverageMap, path: string): { key: string; taken: boolean }[] {
  const { branchMap, b } = map.fileCoverageFor(path).toJSON();
  return Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) =>
    locations.map((_, way) => ({
      key: `${type} ${loc.start.line}:${loc.start.column} ${way}`,
      taken: b[id]![way]! > 0,
    })),
  );
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
    const path = ['site', 'siteUnderBase']
      .map((site) => join(root, '.cache/coverage', site, script))
      .find((built) => existsSync(`${built}.map`));
    if (path === undefined) continue;
    const code = await readFile(path, 'utf8');
    const sourceMap = JSON.parse(await readFile(`${path}.map`, 'utf8'));
    for (const functions of runs) {
      const url = `file://${path}`;
      const converted = await convert({
        code,
        // Not kept: what is converted leaves its marks in the tree, and the next would find nothing taken.
        ast: await parseAstAsync(code),
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
