import { escapeHtml } from './escape-html.ts';

/**
 * The opening tag of a custom element, as HTML. Astro takes a custom element in a template for a component of a
 * framework and asks each renderer about it, which costs more than all the rest of a small page.
 *
 * @param name of the element
 * @param attributes in their order
 */
export const openTag = (name: string, attributes: Readonly<Record<string, string>> = {}): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('')}>`;
