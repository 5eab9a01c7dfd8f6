import { fileURLToPath } from 'node:url';
import { buildArchive } from './build/build-archive.ts';
import { readAddress } from './build/read-address.ts';
import { describeFailure } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';
import { serveLive } from './serve/serve-live.ts';
import { serveOnFreePort } from './serve/serve-on-free-port.ts';

// npm start: cleans what has no articles yet, builds, indexes, serves. PORT chooses the first port to try.
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  readArguments({});
  await buildArchive({ root, say });
  const { base } = readAddress(process.env);
  const first = Number(process.env.PORT ?? 4321);
  const served = await serveOnFreePort(
    first,
    (port) =>
      serveLive({ root, folder: fileURLToPath(new URL('../dist', import.meta.url)), base, port, say }),
    (port) => say(`端口 ${port} 已被占用，改用下一个`),
  );
  say('');
  say(`存档已在这里打开：${served.url}`);
  say(`编辑用的核对页（只在本机）：${served.url}review/`);
  say('改了 content/ 里的文件，刷新网页就能看到。按 Ctrl-C 停止。');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await served.stop();
      say('已停止。');
      process.exit(0);
    });
  }
} catch (error) {
  say(describeFailure(error));
  process.exitCode = 1;
}
