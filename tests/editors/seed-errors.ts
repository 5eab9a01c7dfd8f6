import { similarTo } from '../../scripts/check/similar-characters.ts';
import { isHan } from '../../src/is-han.ts';
import type { Article } from '../../src/model.ts';

export const ERROR_KINDS = [
  'typo',
  'swapped lines',
  'lost line',
  'wrong date',
  'broken front matter',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

/** What an editor's hand slips into, in the front matter. */
const SLIPS: readonly ((text: string, random: () => number) => string)[] = [
  (text) => text.replace(/^date: "(.*)"$/mu, 'date: $1'),
  (text) => text.replace(/^headline: .*$/mu, 'headline:'),
  (text) => text.replace(/^headline: .*\n/mu, ''),
  (text) => text.replace(/^status: .*$/mu, 'status: done'),
  (text) => text.replace(/^topics: .*$/mu, 'topics: [tourism]'),
  (text) => text.replace(/^page: "(\d)(\d)"$/mu, 'page: $2'),
  (text) => text.replace(/^id: "(.*)"$/mu, 'id: "$10"'),
  (text) => text.replace(/^headline: "(.*)"$/mu, 'headline: "$1'),
  (text) => text.replace(/^lines: .*$/mu, 'lines: 6-105'),
  (text) => text.replace(/^order: .*$/mu, 'order: first'),
  (text) => text.replace(/^headline:/mu, 'headlines:'),
  (text) => text.replace(/^---\n/u, ''),
  (text) => text.replace(/^status: (.*)$/mu, 'status: $1\nstatus: $1'),
  (text) => text.replace(/^topics:/mu, '\ttopics:'),
];

/**
 * One mistake in an article's file, as an editor makes it.
 *
 * @param text text of the file
 * @param article the article in it
 * @param scan lines of its scan
 * @returns the text with the mistake; `undefined` where this article has no place for one of the kind
 */
export function seedError(
  kind: ErrorKind,
  text: string,
  _article: Article,
  scan: readonly string[],
  random: () => number,
): string | undefined {
  const body = text.indexOf('\n---\n') + 5;
  const within = (change: (body: string) => string | undefined): string | undefined => {
    const changed = change(text.slice(body));
    return changed === undefined || changed === text.slice(body) ? undefined : text.slice(0, body) + changed;
  };
  switch (kind) {
    case 'typo':
      return within((words) => {
        const places = [...words].flatMap((character, at) =>
          isHan(character.charCodeAt(0)) && similarTo(character).size > 0 ? [at] : [],
        );
        if (places.length === 0) return undefined;
        const at = pick(places, random);
        return words.slice(0, at) + pick([...similarTo(words[at]!)], random) + words.slice(at + 1);
      });
    case 'swapped lines':
    case 'lost line': {
      // A scan line that stands in the body as it is, and the one printed after it.
      const lines = scan.map((line) => line.trim()).filter((line) => line.length > 6);
      const pairs = lines
        .slice(0, -1)
        .map((line, at) => [line, lines[at + 1]!] as const)
        .filter(([a, b]) => a !== b && text.slice(body).includes(kind === 'lost line' ? a : a + b));
      if (pairs.length === 0) return undefined;
      const [a, b] = pick(pairs, random);
      return within((words) => (kind === 'lost line' ? words.replace(a, '') : words.replace(a + b, b + a)));
    }
    case 'wrong date': {
      const shift = (days: string) => String((Number(days) % 27) + 1).padStart(days.length, '0');
      const ways: ((value: string) => string)[] = [
        (value) =>
          value.replace(
            /^date: "(\d{4}-\d{2}-)(\d{2})"$/mu,
            (_, month, day) => `date: "${month}${shift(day)}"`,
          ),
        (value) =>
          value.replace(
            /^eventDate: "(\d{4}-\d{2}-)(\d{2})"$/mu,
            (_, month, day) => `eventDate: "${month}${shift(day)}"`,
          ),
        (value) => value.replace(/^eventDate: "(\d{4})/mu, (_, year) => `eventDate: "${Number(year) - 1}`),
        (value) =>
          value.slice(0, body) + value.slice(body).replace(/(\d{1,2})日/u, (_, day) => `${shift(day)}日`),
        (value) =>
          value.slice(0, body) +
          value.slice(body).replace(/(\d{4})年/u, (_, year) => `${Number(year) + 1}年`),
      ];
      for (let tries = 0; tries < 8; tries++) {
        const changed = pick(ways, random)(text);
        if (changed !== text) return changed;
      }
      return undefined;
    }
    case 'broken front matter': {
      const changed = pick(SLIPS, random)(text, random);
      return changed === text ? undefined : changed;
    }
  }
}
