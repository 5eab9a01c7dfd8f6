import { encodeText, listEntities, type PageBytes } from './page-bytes.ts';

// Pages that come by the ten thousand are written as text. A component or an expression in an .astro template costs
// the build a renderer, a promise and a chunk to put together; here it costs the putting together.

/**
 * HTML as it is written to a page; text that is not yet is a string. It is kept as the pieces that it is made of: most
 * of it is only ever put down in bytes, once.
 */
export class Markup {
  private readonly plan: Plan | undefined;
  private readonly values: readonly Shown[];
  private written: string | undefined;

  private constructor(plan: Plan | undefined, values: readonly Shown[], written?: string) {
    this.plan = plan;
    this.values = values;
    this.written = written;
  }

  static ofTemplate(plan: Plan, values: readonly Shown[]): Markup {
    return new Markup(plan, values);
  }

  static ofText(html: string): Markup {
    return new Markup(undefined, [], html);
  }

  get html(): string {
    this.written ??= this.plan ? writeTemplate(this.plan, this.values) : '';
    return this.written;
  }

  toString(): string {
    return this.html;
  }

  /** Puts it down as a part of a page. */
  putInto(page: PageBytes): void {
    if (this.plan) putTemplate(page, this.plan, this.values);
    else page.putText(this.html);
  }
}

/** What may stand in a template: text, numbers, markup, lists of them; nothing where there is nothing to show. */
export type Shown = Markup | string | number | false | null | undefined | readonly Shown[];

const UNSAFE = /[&<>'"]/u;
const UNSAFE_ALL = /[&<>'"]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

const IN_TEXT = listEntities(ENTITIES);
const IN_ATTRIBUTE = listEntities({ '&': '&amp;', '"': '&quot;' });
const QUOTE = encodeText('"');

/** Text as Astro escapes it between tags. */
const escapeText = (text: string): string =>
  UNSAFE.test(text) ? text.replace(UNSAFE_ALL, (character) => ENTITIES[character]!) : text;

/** Text as Astro escapes it in an attribute. */
const escapeAttribute = (text: string): string =>
  text.includes('&') || text.includes('"') ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;

/** HTML that is written already, and safe. */
export const raw = (html: string): Markup => Markup.ofText(html);

/** A template cut up once: its text, and for each hole the attribute whose value it is. */
interface Plan {
  texts: readonly string[];
  attributes: readonly (string | undefined)[];
  /** The same as UTF-8; of an attribute ` name`, and ` name="`. */
  bytes: readonly Uint8Array[];
  names: readonly (readonly [bare: Uint8Array, opened: Uint8Array] | undefined)[];
}
const plans = new WeakMap<TemplateStringsArray, Plan>();
/** A template may stand on several lines: their breaks and indents are no part of it. */
const LINE_BREAK = /\n[ \t]*/gu;
const ATTRIBUTE = / ([\w:-]+)=$/u;

function planOf(strings: TemplateStringsArray): Plan {
  const attributes: (string | undefined)[] = [];
  const texts = strings.map((source, index) => {
    const text = source.replace(LINE_BREAK, '');
    const name = index < strings.length - 1 ? ATTRIBUTE.exec(text)?.[1] : undefined;
    attributes.push(name);
    return name ? text.slice(0, -name.length - 2) : text;
  });
  return {
    texts,
    attributes,
    bytes: texts.map(encodeText),
    names: attributes.map((name) =>
      name ? ([encodeText(` ${name}`), encodeText(` ${name}="`)] as const) : undefined,
    ),
  };
}

/**
 * A template of HTML: what is put in is escaped as Astro escapes it, so that both write the same bytes. A value right
 * after `name=` is that attribute's: `<a href=${url} rel=${undefined}>` has an address, and no `rel`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Shown[]): Markup {
  let plan = plans.get(strings);
  if (!plan) {
    plan = planOf(strings);
    plans.set(strings, plan);
  }
  return Markup.ofTemplate(plan, values);
}

function writeTemplate({ texts, attributes }: Plan, values: readonly Shown[]): string {
  let written = texts[0]!;
  for (let at = 0; at < values.length; at++) {
    const name = attributes[at];
    written += name === undefined ? show(values[at]) : writeAttribute(name, values[at]);
    written += texts[at + 1]!;
  }
  return written;
}

/** As {@link writeTemplate}, in bytes. */
function putTemplate(page: PageBytes, { bytes, names }: Plan, values: readonly Shown[]): void {
  page.putBytes(bytes[0]!);
  for (let at = 0; at < values.length; at++) {
    const name = names[at];
    if (name === undefined) put(page, values[at]);
    else putAttribute(page, name, values[at]);
    page.putBytes(bytes[at + 1]!);
  }
}

function put(page: PageBytes, value: Shown): void {
  if (typeof value === 'string') page.putText(value, IN_TEXT);
  else if (value instanceof Markup) value.putInto(page);
  else if (typeof value === 'number') page.putText(String(value));
  else if (value) for (const each of value as readonly Shown[]) put(page, each);
}

function putAttribute(
  page: PageBytes,
  [bare, opened]: readonly [bare: Uint8Array, opened: Uint8Array],
  value: Shown,
): void {
  if (value === undefined || value === null || value === false) return;
  const text = String(value);
  if (text === '') page.putBytes(bare);
  else {
    page.putBytes(opened);
    page.putText(text, IN_ATTRIBUTE);
    page.putBytes(QUOTE);
  }
}

function show(value: Shown): string {
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Markup) return value.html;
  if (typeof value === 'number') return String(value);
  if (!value) return '';
  let written = '';
  for (const each of value as readonly Shown[]) written += show(each);
  return written;
}

function writeAttribute(name: string, value: Shown): string {
  if (value === undefined || value === null || value === false) return '';
  const text = String(value);
  return text === '' ? ` ${name}` : ` ${name}="${escapeAttribute(text)}"`;
}
