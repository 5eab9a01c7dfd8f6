import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';
import { findForbidden } from './find-forbidden.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

/** Where a piece of YAML stands: its file, and the line of the file on which it begins (1-based). */
export interface YamlPlace {
  file: string;
  firstLine?: number;
}

export type Parsed<T> = { value: T; problems: [] } | { value?: undefined; problems: ContentProblem[] };

// YAML 1.1 readers turn these into a Date or a number: editors write them in quotation marks.
const BARE_DATE = /^\d{4}-\d{1,2}-\d{1,2}$/u;

/**
 * Parses YAML and checks it against a schema; every problem carries the line of its field.
 *
 * @param source YAML text
 * @param schema what it must be
 * @param place its file, and the first line of `source` in that file
 * @returns the parsed value, or all problems
 */
export function parseYaml<T>(source: string, schema: z.ZodType<T>, place: YamlPlace): Parsed<T> {
  const plain = readPlainYaml(source);
  const known = plain && schema.safeParse(plain);
  // What does not fit the schema is read again: only the parser knows on which line it stands.
  return known?.success ? { value: known.data, problems: [] } : parseWholeYaml(source, schema, place);
}

/** {@link parseYaml} of a text that may hold all that YAML knows. */
export function parseWholeYaml<T>(source: string, schema: z.ZodType<T>, place: YamlPlace): Parsed<T> {
  const offset = (place.firstLine ?? 1) - 1;
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, schema: 'core', uniqueKeys: true });
  const lineAt = (position: number | undefined) =>
    offset + (position === undefined ? 1 : counter.linePos(position).line);
  const problems: ContentProblem[] = document.errors.map((error) => ({
    file: place.file,
    line: lineAt(error.pos[0]),
    found: `不合 YAML 写法的内容（${error.code}）`,
    expected: error.code === 'DUPLICATE_KEY' ? '每个字段只写一次' : '合规的 YAML：字段名、冒号、空格、值',
    remedy: '文字一律放在英文双引号 "…" 之内；引号成对；缩进用空格。',
  }));
  if (problems.length > 0) return { problems };

  visit(document, {
    Scalar(key, node) {
      // Written out ("\u202e") or as it is: the value is what reaches the page.
      for (const { code, name } of typeof node.value === 'string' ? findForbidden(node.value) : []) {
        problems.push({
          file: place.file,
          line: lineAt(node.range?.[0]),
          found: `${name} ${code}`,
          expected: '看得见的字',
          remedy: '删去这个字符。',
        });
      }
      if (key !== 'key' && node.type === 'PLAIN' && BARE_DATE.test(node.source ?? '')) {
        problems.push({
          file: place.file,
          line: lineAt(node.range?.[0]),
          found: `没有引号的日期 ${node.source}`,
          expected: `带引号的日期 "${node.source}"`,
          remedy: '给日期加上英文双引号；npm run check -- --fix 可以代改。',
        });
      }
    },
    Pair(_, { key }) {
      if (isScalar(key)) return;
      problems.push({
        file: place.file,
        line: lineAt((key as Node | null)?.range?.[0]),
        found: '不是文字的字段名',
        expected: '字段名、冒号、空格、值',
        remedy: '以 [、{ 或 ? 开头的文字放在英文双引号 "…" 之内。',
      });
    },
    Alias(_, node) {
      problems.push({
        file: place.file,
        line: lineAt(node.range?.[0]),
        found: `YAML 别名 *${node.source}`,
        expected: '直接写出的值',
      });
    },
  });

  if (document.warnings.length > 0) {
    problems.push(
      ...document.warnings.map((warning) => ({
        file: place.file,
        line: lineAt(warning.pos[0]),
        found: `YAML 标记（${warning.code}）`,
        expected: '不带 ! 标记的值',
      })),
    );
  }
  // A schema says nothing useful of values that are not what they look like.
  if (problems.length > 0) return { problems };
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (!result.success) {
    for (const issue of result.error.issues) {
      const path = issue.path.filter((step) => typeof step !== 'symbol');
      const { node, exact } = nearestNode(document.contents as Node | null, path);
      problems.push({
        file: place.file,
        line: lineAt(node?.range?.[0]),
        ...(path.length > 0 && { field: path.join('.') }),
        found: exact ? describe(node) : '没有这一项',
        expected: explain(issue),
      });
    }
  }
  return problems.length > 0 || !result.success ? { problems } : { value: result.data, problems: [] };
}

/** The node at a path, or the nearest one above it. */
function nearestNode(
  root: Node | null,
  path: readonly (string | number)[],
): { node: Node | null; exact: boolean } {
  let node = root;
  for (const step of path) {
    const next = isMap(node) || isSeq(node) ? (node.get(step, true) as Node | undefined) : undefined;
    if (!next) return { node, exact: false };
    node = next;
  }
  return { node, exact: true };
}

function describe(node: Node | null): string {
  if (isScalar(node)) return node.value === null ? '空值' : `${JSON.stringify(node.value)}`;
  if (isSeq(node)) return '一个列表';
  if (isMap(node)) return '一组字段';
  return '空值';
}

const TYPES: Record<string, string> = {
  string: '文字（放在英文双引号内）',
  number: '数字',
  int: '整数',
  array: '列表，如 [a, b]',
  object: '一组字段',
  boolean: 'true 或 false',
  record: '一组“字段: 值”',
};

function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `以下之一：${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `没有字段 ${issue.keys.map((key) => `“${key}”`).join('、')}（拼写有误，或不属于这里）`;
    case 'invalid_format':
      return issue.format === 'date' ? '真实存在的日期，写作 "2023-04-14"' : issue.message;
    default:
      return issue.message;
  }
}
