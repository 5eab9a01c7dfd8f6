import { readFileSync } from 'node:fs';

/**
 * What characters say of a line's part in a stack, as learnt by `scripts/bench/learn-stack-weights.ts` together with the
 * signs of {@link file://./learnt-weights.ts}: a row for a character anywhere in the line (`记`), for what it begins with
 * (`^记者`), for what it ends with (`$之一`), each with what it says (nats) of kicker, headline, deck. Rows that say next to
 * nothing are left out.
 */
const TABLE = new URL('headline-characters.tsv', import.meta.url);

/** Evidence (nats) for each role of a line. */
export type Roles = readonly [kicker: number, headline: number, deck: number];

let table: ReadonlyMap<string, Roles> | undefined;

function readTable(): ReadonlyMap<string, Roles> {
  const rows = readFileSync(TABLE, 'utf8').split('\n').filter(Boolean);
  return new Map(
    rows.map((row) => {
      const [key, kicker, headline, deck] = row.split('\t');
      return [key as string, [Number(kicker), Number(headline), Number(deck)]];
    }),
  );
}

/** The characters of a line as the table names them: each that it has, the first and the first two, the last and the last two. */
export function namesOfCharacters(line: string): string[] {
  const text = line.replaceAll(' ', '');
  return [
    ...new Set(text),
    `^${text.slice(0, 1)}`,
    `^${text.slice(0, 2)}`,
    `$${text.slice(-1)}`,
    `$${text.slice(-2)}`,
  ];
}

/** What the characters of a line say of its being the kicker, the headline, the deck of a stack, in nats. */
export function weighCharacters(line: string): Roles {
  table ??= readTable();
  const sums: [number, number, number] = [0, 0, 0];
  for (const name of namesOfCharacters(line)) {
    const weights = table.get(name);
    if (weights) for (let role = 0; role < 3; role++) sums[role]! += weights[role]!;
  }
  return sums;
}
