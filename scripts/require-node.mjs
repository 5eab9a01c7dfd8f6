// Runs before every script (`node --import ./scripts/require-node.mjs …`), in plain JavaScript: an older Node
// cannot read the TypeScript of the scripts and would stop with a message that helps nobody.
import { writeSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const WANTED = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) {
  process.stderr.write(
    [
      `读到 Node ${process.versions.node}；应为 Node ${WANTED.join('.')} 或更新（建议 24）。`,
      '在 Linux 和 Windows 上 npm ci 会自带 Node 24：请用 npm 命令运行（npm start、npm test），不要直接用 node。',
      '在 macOS 等系统上请安装 Node 24：https://nodejs.org/zh-cn/download',
      '',
    ].join('\n'),
  );
  process.exit(1);
}

// Keeps what Node makes of each module (types stripped, code compiled) by the digest of its text: loading the cleaner's
// modules takes 0.2 s of processor time instead of 0.6. Its folder is not in git; whoever deletes it loses nothing.
module.enableCompileCache(fileURLToPath(new URL('../.cache/modules', import.meta.url)));

// What a command prints may find no room (a full disk) or nobody who reads on (`| head`): Node would end it with the
// stack of the program.
process.stdout.on('error', ({ code }) => {
  if (code !== 'EPIPE')
    process.stderr.write(
      `命令的输出没有写全：${code === 'ENOSPC' ? '磁盘已满，腾出空间后重新运行' : '请看输出去的地方'}（${code}）。\n`,
    );
  process.exit(code === 'EPIPE' ? 141 : 1);
});

// Into a file Node writes each text once, and takes no notice where the disk had room for the beginning only: the
// command ended as if all were well, with a file that stops in the middle of a word.
if (process.stdout._type === 'fs') {
  process.stdout._write = (chunk, encoding, done) => {
    const bytes = Buffer.from(chunk, encoding);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(process.stdout.fd, bytes, at);
      done();
    } catch (error) {
      done(error);
    }
  };
}
