import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type IndexedShard, indexShard } from './index-shard.ts';

/** What the process apart is sent: texts one by one, then where to write. */
type Message = { text: string } | { folder: string };

/**
 * Indexes in a process of its own, which gives all its memory back when it ends.
 *
 * @param texts one for each volume
 * @param folder where the index is written
 * @throws with what the process reports
 */
export async function indexApart(texts: Iterable<string>, folder: string): Promise<IndexedShard> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = once(child, 'message') as Promise<[IndexedShard | { error: string }]>;
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`建立检索索引的进程中途退出（${String(code)}）`);
  });
  ended.catch(() => {});
  const send = (message: Message) =>
    new Promise<void>((resolve, reject) => {
      child.send(message, (error) => (error ? reject(error) : resolve()));
    });
  for (const text of texts) await send({ text });
  await send({ folder });
  const [result] = await Promise.race([answer, ended]);
  child.disconnect();
  if ('error' in result) throw new Error(result.error);
  return result;
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const volumes: { text: string }[] = [];
  process.on('message', (message: Message) => {
    if ('text' in message) volumes.push(message);
    else {
      indexShard(volumes, message.folder)
        .catch((error: unknown) => ({ error: String((error as Error).stack ?? error) }))
        .then((result) => process.send!(result))
        .then(() => process.once('disconnect', () => process.exit(0)));
    }
  });
}
