import { findForbidden } from './find-forbidden.ts';

type Value = string | number | Value[] | { [key: string]: Value };

const FIELD = /^([A-Za-z]+):(?: (.+))?$/u;
const ITEM = '  - ';
/** A string without escapes, a number, or a bare word; the YAML parser looks at all others. */
const SCALAR =
  /"([^"\\]*)"|((?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)(?=[\],} ]|$)|([a-z][A-Za-z]*(?:-[A-Za-z]+)*)(?=[\],} ]|$)/uy;
const KEY = /([A-Za-z]+): /uy;
/** Words that stand for something else. */
const NO_STRINGS = new Set(['null', 'true', 'false']);

/**
 * Front matter in the form in which it is written (`scripts/pipeline/4-mdx/write-article.ts`): a field a line, strings
 * in quotation marks, lists and groups on a line each. It comes out as the YAML parser gives it, which
 * `tests/loader/plain-yaml.test.ts` holds; the parser takes longer than all the rest of reading an article.
 *
 * @param source YAML text
 * @returns nothing where the parser has to look at it
 */
export function readPlainYaml(source: string): { [key: string]: Value } | undefined {
  if (findForbidden(source).length > 0) return undefined;
  const fields: { [key: string]: Value } = {};
  let list: Value[] | undefined;
  for (const line of source.split('\n')) {
    if (list && line.startsWith(ITEM)) {
      const item = readLine(line.slice(ITEM.length));
      if (item === undefined) return undefined;
      list.push(item);
      continue;
    }
    const [, key, text] = FIELD.exec(line) ?? [];
    // A field without a value has none: only a list may stand below it.
    if (key === undefined || Object.hasOwn(fields, key) || list?.length === 0) return undefined;
    list = text === undefined ? [] : undefined;
    const value = list ?? readLine(text!);
    if (value === undefined) return undefined;
    fields[key] = value;
  }
  return list?.length === 0 ? undefined : fields;
}

/** The one value of which a text consists. */
function readLine(text: string): Value | undefined {
  const place = { text, at: 0 };
  const value = readValue(place);
  return place.at === text.length ? value : undefined;
}

interface Place {
  text: string;
  at: number;
}

function readValue(place: Place): Value | undefined {
  const { text } = place;
  switch (text[place.at]) {
    case '[':
      return readList(place);
    case '{':
      return readGroup(place);
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

/** `[a, b]` */
function readList(place: Place): Value[] | undefined {
  const values: Value[] = [];
  place.at += 1;
  if (take(place, ']')) return values;
  do {
    const value = readValue(place);
    if (value === undefined) return undefined;
    values.push(value);
  } while (take(place, ', '));
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
