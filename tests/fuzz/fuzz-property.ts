import fc, { type IRawProperty } from 'fast-check';

/** Something that must hold for whatever text enters. `tests/fuzz/properties/*.ts` each export one as `fuzz`. */
export interface FuzzProperty {
  /** What a user would lose if it did not hold. */
  name: string;
  property: IRawProperty<unknown[]>;
  /** Every input that ever refuted it: the arguments of the property. Kept for good. */
  cases?: unknown[][];
  /** Runs for each 100 that `npm test` makes of the others: below 100 for what is slow. */
  share?: number;
  /** Runs for each 100 that `npm run fuzz` is asked for, below 100 only for what writes whole folders. */
  longShare?: number;
}

/** A property with its cases; types of cases follow the property's arguments. */
export function defineFuzz<T extends unknown[]>(fuzz: {
  name: string;
  property: IRawProperty<T>;
  cases?: NoInfer<T>[];
  share?: number;
  longShare?: number;
}): FuzzProperty {
  return fuzz as unknown as FuzzProperty;
}

/** Text as attackers, broken files and newspapers write it. */
const FRAGMENTS = [
  ...[
    '丰台区',
    '党管武装',
    '“',
    '”',
    '（记者 王蕾蕾）',
    '。',
    '，',
    '——',
    '……',
    '　',
    '％',
    '＃',
    '2023',
    '3~5月',
    '1949. ',
  ],
  ...[
    '{',
    '}',
    '<',
    '>',
    '</',
    '/>',
    '\\',
    '`',
    '```',
    '*',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '## ',
    '- ',
    '+ ',
  ],
  ...[
    '> ',
    '| ',
    '---',
    '===',
    '&',
    '&amp;',
    '&#x41;',
    '://',
    'https://a.b',
    'www.bjft.gov.cn',
    'a@b.cn',
    ': ',
    '[x]: y',
  ],
  ...[
    'import ',
    'export ',
    'import fs from "fs"',
    '{process.exit(1)}',
    '<Caption>',
    '</Caption>',
    '<script>',
    '{/*',
    '*/}',
  ],
  ...[
    '"',
    "'",
    '=',
    '%',
    '@',
    '$',
    '^',
    ';',
    '?',
    '~',
    '0',
    'null',
    'true',
    '__proto__',
    '<!--',
    ']]>',
    '\u00a0',
    '𠮷',
    '⻰',
    'é',
  ],
];

/** One line of adversarial text without characters that the loader refuses; never empty, no space at its edges. */
export const hostileLine: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join('').replace(REFUSED, '').replace(/\s+/gu, ' ').trim())
  .filter((text) => text !== '');

// What findForbidden refuses, written down a second time on purpose: categories instead of code points.
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufffc\ufffd]/gu;

/** Any text of several lines, broken in every way. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FRAGMENTS, '\n', '\n\n', '\r\n', '\t', '    '),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));
