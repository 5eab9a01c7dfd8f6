import { encodeText, listEntities, PageBytes } from './page-bytes.ts';

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
    this.written ??= writeApart(this);
    return this.written;
  }

  toString(): string {
    return this.html;
  }

  /** Puts it down as a part of a page. */
  putInto(page: PageBytes): void {
    if (this.plan) putTemplate(page, this.plan, this.values);
    else page.putText(this.written ?? '');
  }
}

/** Where markup is put down that is wanted as text; another one while this is in use. */
let spare: PageBytes | undefined;

function writeApart(markup: Markup): string {
  const page = spare ?? new PageBytes();
  spare = undefined;
  markup.putInto(page);
  const written = utf8.decode(page.take());
  spare = page;
  return written;
}

// A mark at the beginning that says nothing but the order of bytes is text, too.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What may stand in a template: text, numbers, markup, lists of them; nothing where there is nothing to show. */
export type Shown = Markup | string | number | false | null | undefined | readonly Shown[];

/** As Astro escapes text between tags. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

const IN_TEXT = listEntities(ENTITIES);
/** As Astro escapes it in an attribute. */
const IN_ATTRIBUTE = listEntities({ '&': '&amp;', '"': '&quot;' });
const QUOTE = encodeText('"');

/** HTML that is written already, and safe. */
export const raw = (html: string): Markup => Markup.ofText(html);

/** A template cut up once: its text as UTF-8, and for each hole the attribute whose value it is. */
interface Plan {
  texts: readonly Uint8Array[];
  /** Of an attribute ` name`, and ` name="`. */
  names: readonly (readonly [bare: Uint8Array, opened: Uint8Array] | undefined)[];
}
const plans = new WeakMap<TemplateStringsArray, Plan>();
/** A template may stand on several lines: their breaks and indents are no part of it. */
const LINE_BREAK = /\n[ \t]*/gu;
const ATTRIBUTE = / ([\w:-]+)=$/u;

function planOf(strings: TemplateStringsArray): Plan {
  const names: Plan['names'][number][] = [];
  const texts = strings.map((source, index) => {
    const text = source.replace(LINE_BREAK, '');
    const name = index < strings.length - 1 ? ATTRIBUTE.exec(text)?.[1] : undefined;
    names.push(name ? [encodeText(` ${name}`), encodeText(` ${name}="`)] : undefined);
    return encodeText(name ? text.slice(0, -name.length - 2) : text);
  });
  return { texts, names };
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

function putTemplate(page: PageBytes, { texts, names }: Plan, values: readonly Shown[]): void {
  page.putBytes(texts[0]!);
  for (let at = 0; at < values.length; at++) {
    const name = names[at];
    if (name === undefined) put(page, values[at]);
    else putAttribute(page, name, values[at]);
    page.putBytes(texts[at + 1]!);
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
