import { findForbidden } from './find-forbidden.ts';

type Value = string | number | Value[] | { [key: string]: Value };

const FIELD = /^([A-Za-z]+):(?: (.+))?$/u;
const ITEM = '- ';
/** What stands below something is indented by so much more. */
const STEP = 2;
/** Nothing that we write is nested deeper; the YAML parser says what is wrong with a file that is. */
const DEEPEST = 8;
/** A string without escapes, a number, or a bare word; the YAML parser looks at all others. */
const SCALAR =
  /"([^"\\]*)"|((?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)(?=[\],} ]|$)|([a-z][A-Za-z]*(?:-[A-Za-z]+)*)(?=[\],} ]|$)/uy;
const KEY = /([A-Za-z]+): /uy;
/** Words that stand for something else. */
const NO_STRINGS = new Set(['null', 'true', 'false']);

/**
 * YAML in the form in which it is written (`scripts/pipeline/4-mdx/write-article.ts`, the files of issues, topics and
 * names): a field a line, strings in quotation marks, lists and groups on a line each or below their field. It comes out
 * as the YAML parser gives it, which `tests/loader/plain-yaml.test.ts` holds; the parser takes longer than all the rest
 * of reading an article.
 *
 * @param source YAML text
 * @returns nothing where the parser has to look at it
 */
export function readPlainYaml(source: string): { [key: string]: Value } | undefined {
  if (findForbidden(source).length > 0) return undefined;
  const lines = source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const reader = { lines, at: 0 };
  const fields = readFields(reader, 0);
  return reader.at === lines.length ? fields : undefined;
}

/** Lines that are read one after the other; an item's own line is read again without its dash. */
interface Reader {
  lines: string[];
  at: number;
}

/** The text of the line that comes next, when it stands at this indent. */
function lineAt({ lines, at }: Reader, indent: number): string | undefined {
  const line = lines[at];
  if (line === undefined || line.length <= indent || line[indent] === ' ') return undefined;
  for (let i = 0; i < indent; i += 1) if (line[i] !== ' ') return undefined;
  return line.slice(indent);
}

/** All fields that stand at an indent; there is one at least. */
function readFields(reader: Reader, indent: number): { [key: string]: Value } | undefined {
  const fields: { [key: string]: Value } = {};
  for (let line = lineAt(reader, indent); line !== undefined; line = lineAt(reader, indent)) {
    const [, key, text] = FIELD.exec(line) ?? [];
    if (key === undefined || Object.hasOwn(fields, key)) return undefined;
    reader.at += 1;
    const value = text === undefined ? readBelow(reader, indent + STEP) : readLine(text);
    if (value === undefined) return undefined;
    fields[key] = value;
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** The list or the fields below a field or a dash. */
function readBelow(reader: Reader, indent: number): Value | undefined {
  if (indent > DEEPEST * STEP) return undefined;
  return lineAt(reader, indent)?.startsWith(ITEM) ? readItems(reader, indent) : readFields(reader, indent);
}

function readItems(reader: Reader, indent: number): Value[] | undefined {
  const items: Value[] = [];
  for (let line = lineAt(reader, indent); line?.startsWith(ITEM); line = lineAt(reader, indent)) {
    const text = line.slice(ITEM.length);
    let item: Value | undefined;
    if (text.startsWith(ITEM) || FIELD.test(text)) {
      reader.lines[reader.at] = ' '.repeat(indent + STEP) + text;
      item = readBelow(reader, indent + STEP);
    } else {
      item = readLine(text);
      reader.at += 1;
    }
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** The one value of which a text consists. */
function readLine(text: string): Value | undefined {
  const place = { text, at: 0, depth: 0 };
  const value = readValue(place);
  return place.at === text.length ? value : undefined;
}

interface Place {
  text: string;
  at: number;
  /** How many lists and groups are open. */
  depth: number;
}

function readValue(place: Place): Value | undefined {
  const { text } = place;
  const opens = text[place.at];
  if (opens === '[' || opens === '{') {
    if (place.depth === DEEPEST) return undefined;
    place.depth += 1;
    const value = opens === '[' ? readList(place) : readGroup(place);
    place.depth -= 1;
    return value;
  }
  SCALAR.lastIndex = place.at;
  const match = SCALAR.exec(text);
  if (!match) return undefined;
  place.at = SCALAR.lastIndex;
  const [, string, number, word] = match;
  if (string !== undefined) return string;
  if (number !== undefined) return Number(number);
  return NO_STRINGS.has(word!) ? undefined : word;
}

/** `[a, b]`, and `[1,2]` */
function readList(place: Place): Value[] | undefined {
  const values: Value[] = [];
  place.at += 1;
  if (take(place, ']')) return values;
  do {
    const value = readValue(place);
    if (value === undefined) return undefined;
    values.push(value);
  } while (take(place, ', ') || take(place, ','));
  return take(place, ']') ? values : undefined;
}

/** `{ a: 1, b: 2 }` */
function readGroup(place: Place): { [key: string]: Value } | undefined {
  const group: { [key: string]: Value } = {};
  if (!take(place, '{ ')) return undefined;
  do {
    KEY.lastIndex = place.at;
    const key = KEY.exec(place.text)?.[1];
    if (key === undefined || Object.hasOwn(group, key)) return undefined;
    place.at = KEY.lastIndex;
    const value = readValue(place);
    if (value === undefined) return undefined;
    group[key] = value;
  } while (take(place, ', '));
  return take(place, ' }') ? group : undefined;
}

function take(place: Place, sign: string): boolean {
  if (!place.text.startsWith(sign, place.at)) return false;
  place.at += sign.length;
  return true;
}
