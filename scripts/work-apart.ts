import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describeFailure, Refusal } from './describe-failure.ts';
import { KEPT_MODULES } from './kept-modules.ts';

/**
 * What is in use may grow by four tenths before it is tidied, not threefold: garbage that lay about was a third of what
 * a build held. It is no limit: a larger archive takes what it needs.
 */
export const SPARING = '--heap-growing-percent=40';

/** What the process apart is sent: first its task; then pieces, one for each that it wants, until there are no more. */
type Task = { options: object };
type Supply = { piece: unknown } | { end: true };
/** What it tells: a line of progress, that it wants a piece, what came of it all, or why nothing did. */
type Answer = { said: string } | { wanted: true } | { result: unknown } | { failure: string };

/**
 * Work that may be done in a process of its own: it says how far it is, and what it is given is plain data. What would
 * be too much at once comes to it as `pieces`, one by one.
 */
// biome-ignore lint/suspicious/noExplicitAny: each work names its own options; `Omit<Parameters<Work>[0]>` checks them.
type Work = (options: any) => Promise<unknown>;

/**
 * Milliseconds that a process has to end once its work is done. Node itself can hang there for ever: its threads, which
 * compile, wait for room that only the main one makes, and that one waits for them to end
 * (https://github.com/nodejs/node/issues/54918). A build of 20,000 articles stood still in it.
 */
const PATIENCE = 10_000;

/** What a work is given one by one. */
type PieceOf<Options> = Options extends { pieces: AsyncIterable<infer Piece> } ? Piece : never;

/** How work is done in a process of its own. */
export interface ApartOptions<Doing extends Work> {
  /** Address (`import.meta.url`) of the module that exports the work; only the process apart loads it. */
  module: string;
  /** Name under which it is exported. */
  name: string;
  /** What the work is given beside `say` and `pieces`. It goes to the process, as the result comes back. */
  options: Omit<Parameters<Doing>[0], 'say' | 'pieces'>;
  /** What the work is given one by one: the next is made when the work wants it. */
  pieces?: Iterable<PieceOf<Parameters<Doing>[0]>>;
  /** What the work is called in a message: “生成网页”. */
  label: string;
  /** Says one line of progress; for work that says none it is left out. */
  say?: (line: string) => void;
  /** Flags of Node: how much memory the process may take. */
  flags?: readonly string[];
  /** Milliseconds that the process has to end once its work is done; then it is ended. */
  patience?: number;
}

/**
 * Works in a process of its own, which gives all its memory back when it ends.
 *
 * @returns what the work returns
 * @throws {Refusal} with what went wrong there, as it is told to an editor
 */
export async function workApart<Doing extends Work>({
  module,
  name,
  options,
  pieces = [],
  label,
  say = () => {},
  flags = [],
  patience = PATIENCE,
}: ApartOptions<Doing>): Promise<Awaited<ReturnType<Doing>>> {
  const child = fork(fileURLToPath(import.meta.url), [module, name], {
    execArgv: [...process.execArgv, ...flags],
    // A build starts half a dozen processes and their threads: each spent up to a second on modules.
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? KEPT_MODULES },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const supply = pieces[Symbol.iterator]();
  return new Promise<Awaited<ReturnType<Doing>>>((resolve, reject) => {
    let answer: Answer | undefined;
    const dismiss = (): void => {
      child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), patience);
      child.once('exit', () => clearTimeout(late));
    };
    const give = (): void => {
      try {
        const { done, value } = supply.next();
        child.send((done ? { end: true } : { piece: value }) satisfies Supply);
      } catch (error) {
        reject(error as Error);
        dismiss();
      }
    };
    child.on('message', (message: Answer) => {
      if ('said' in message) say(message.said);
      else if ('wanted' in message) give();
      else {
        answer = message;
        dismiss();
      }
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (answer && 'result' in answer) resolve(answer.result as Awaited<ReturnType<Doing>>);
      else if (answer && 'failure' in answer) reject(new Refusal(answer.failure));
      else reject(new Error(`${label}的进程中途退出（${signal ?? code}）`));
    });
    child.send({ options } satisfies Task);
  });
}

/** Pieces as the work wants them. */
async function* receivePieces(answer: (message: Answer) => void): AsyncGenerator<unknown> {
  for (;;) {
    answer({ wanted: true });
    const [supply] = (await once(process, 'message')) as [Supply];
    if ('end' in supply) return;
    yield supply.piece;
  }
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = (message: Answer) => process.send!(message);
  // Also when the program that started it was killed: nothing may go on writing.
  process.once('disconnect', () => process.exit());
  const [module, name] = process.argv.slice(2) as [string, string];
  process.once('message', async ({ options }: Task) => {
    try {
      const exported = (await import(module)) as Record<string, (options: object) => Promise<unknown>>;
      const say = (said: string) => answer({ said });
      answer({ result: await exported[name]!({ ...options, say, pieces: receivePieces(answer) }) });
    } catch (error) {
      answer({ failure: describeFailure(error) });
    }
  });
}
