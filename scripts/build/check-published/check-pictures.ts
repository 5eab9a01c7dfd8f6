import { Parser } from 'htmlparser2';
import type { PublishedFault } from './published-page.ts';

/** Elements that an SVG draws with; what is not here runs, loads, or holds HTML. */
const DRAWING = new Set(
  'svg g defs path rect circle ellipse line polyline polygon text tspan title desc linearGradient radialGradient stop clipPath mask symbol use'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['href', 'xlink:href', 'src']);

/**
 * SVG files that do more than draw. Opened by its own address an SVG is a page of the archive's host, and the
 * policy of our pages does not reach it.
 *
 * @param texts texts of the SVG files by path
 */
export function checkPictures(texts: ReadonlyMap<string, string>): PublishedFault[] {
  const faults: PublishedFault[] = [];
  for (const [file, text] of texts) {
    const report = (found: string) => faults.push({ file, fault: `SVG 里有不该有的 ${found}` });
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          if (!DRAWING.has(name)) report(`<${name}>`);
          for (const [key, value] of Object.entries(attributes)) {
            const address = ADDRESSES.has(key.toLowerCase());
            if (/^on/iu.test(key) || (address && !value.startsWith('#')))
              report(`${key}="${value.slice(0, 40)}"`);
            else if (/url\(\s*["']?(?!#)/iu.test(value)) report(`${key}="${value.slice(0, 40)}"`);
          }
        },
        onprocessinginstruction(_, data) {
          if (!/^\?xml\b(?!-)/u.test(data)) report(`<${data.slice(0, 40)}>`);
        },
      },
      { xmlMode: true },
    );
    parser.end(text);
  }
  return faults;
}
