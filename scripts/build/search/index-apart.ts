import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type IndexedShard, indexShard } from './index-shard.ts';

/** What the process apart is sent: texts one by one, then nothing more. */
type Message = { text: string } | { end: true };
/** What it answers: that it took a text, or what came of it all. */
type Answer = { taken: true } | { result: IndexedShard } | { error: string };

/** The process holds one text at a time; more room would only let garbage lie about. */
const MEMORY = ['--max-old-space-size=384', '--max-semi-space-size=4'];

/**
 * Indexes in a process of its own, which gives all its memory back when it ends.
 *
 * @param texts one for each volume
 * @param folder where the index is written
 * @param taken is told the number of each text that Pagefind has
 * @throws with what the process reports
 */
export async function indexApart(
  texts: Iterable<string>,
  folder: string,
  taken: (volume: number) => void = () => {},
): Promise<IndexedShard> {
  const child = fork(fileURLToPath(import.meta.url), [folder], {
    execArgv: [...process.execArgv, ...MEMORY],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`建立检索索引的进程中途退出（${String(code)}）`);
  });
  ended.catch(() => {});
  const ask = async (message: Message) => {
    const answered = once(child, 'message') as Promise<[Answer]>;
    child.send(message);
    const [answer] = await Promise.race([answered, ended]);
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  };
  try {
    let volume = 0;
    for (const text of texts) {
      await ask({ text });
      taken(volume++);
    }
    const answer = await ask({ end: true });
    if (!('result' in answer)) throw new Error('建立检索索引的进程没有给出结果');
    return answer.result;
  } finally {
    if (child.connected) child.disconnect();
  }
}

/** The texts as they arrive, each answered when the next is wanted. */
async function* receiveTexts(answer: (message: Answer) => void): AsyncGenerator<string> {
  for (;;) {
    const [message] = (await once(process, 'message')) as [Message];
    if (!('text' in message)) return;
    yield message.text;
    answer({ taken: true });
  }
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = (message: Answer) => process.send!(message);
  process.once('disconnect', () => process.exit(0));
  indexShard(receiveTexts(answer), process.argv[2]!).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ error: String((error as Error).stack ?? error) }),
  );
}
