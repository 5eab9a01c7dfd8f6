// Pages that come by the ten thousand are written as text. A component or an expression in an .astro template costs
// the build a renderer, a promise and a chunk to put together; here it costs the putting together.

/** HTML as it is written to a page; text that is not yet is a string. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
  toString(): string {
    return this.html;
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

/** Text as Astro escapes it between tags. */
const escapeText = (text: string): string =>
  UNSAFE.test(text) ? text.replace(UNSAFE_ALL, (character) => ENTITIES[character]!) : text;

/** Text as Astro escapes it in an attribute. */
const escapeAttribute = (text: string): string =>
  text.includes('&') || text.includes('"') ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;

/** HTML that is written already, and safe. */
export const raw = (html: string): Markup => new Markup(html);

/** A template cut up once: its text, and for each hole the attribute whose value it is. */
interface Plan {
  texts: readonly string[];
  attributes: readonly (string | undefined)[];
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
  return { texts, attributes };
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
  const { texts, attributes } = plan;
  let written = texts[0]!;
  for (let at = 0; at < values.length; at++) {
    const name = attributes[at];
    written += name === undefined ? show(values[at]) : writeAttribute(name, values[at]);
    written += texts[at + 1]!;
  }
  return new Markup(written);
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
