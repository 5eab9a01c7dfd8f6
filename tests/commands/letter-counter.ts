import { spreadWork } from '../../scripts/spread-work.ts';

/** Work for threads of its own: the letters of a text, later for a text that says so. */
export function makeCounter(added: number): (text: string) => Promise<number> {
  return async (text) => {
    if (text === 'broken') throw Object.assign(new Error('no letters here'), { code: 'ENOTEXT' });
    if (text.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 30));
    return text.length + added;
  };
}

/** As the commands do: who spreads the work and what is spread stand in one module. */
export const countLetters = (
  texts: readonly string[],
  added: number,
  threads: number,
  say: (line: string) => void = () => {},
): AsyncGenerator<number> =>
  spreadWork(texts, {
    module: import.meta.url,
    make: makeCounter,
    setup: added,
    worthAThread: 12,
    progress: { say, unit: '篇' },
    threads,
  });

/** Work for a process of its own: the letters of texts that come one by one. */
export async function addLetters({
  pieces,
  most,
  say,
}: {
  pieces: AsyncIterable<string>;
  most: number;
  say: (line: string) => void;
}): Promise<number> {
  let letters = 0;
  for await (const text of pieces) {
    letters += text.length;
    say(text);
    if (letters > most) throw new Error('too many letters');
  }
  return letters;
}

/** Counts letters in a process that hangs when it should end. */
export async function addLettersAndHang(options: Parameters<typeof addLetters>[0]): Promise<number> {
  process.once('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  return addLetters(options);
}
