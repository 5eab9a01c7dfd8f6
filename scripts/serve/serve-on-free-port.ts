import { Refusal } from '../describe-failure.ts';
import type { Served } from './listen.ts';

/** How many ports are tried, one after the other. */
const TRIES = 100;

/**
 * Serves on the first free port.
 *
 * @param first port to try first
 * @param serve starts a server on a port, or throws EADDRINUSE
 * @param skipped told of every port that is taken
 * @throws {Refusal} when `first` is no port, or all are taken
 */
export async function serveOnFreePort(
  first: number,
  serve: (port: number) => Promise<Served>,
  skipped: (port: number) => void,
): Promise<Served> {
  if (!Number.isInteger(first) || first < 0 || first > 65_535)
    throw new Refusal(`PORT 读到 ${process.env.PORT}；应为 0 到 65535 的整数。`);
  const last = Math.min(first + TRIES - 1, 65_535);
  for (let port = first; port <= last; port += 1) {
    try {
      return await serve(port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      skipped(port);
    }
  }
  throw new Refusal(`端口 ${first} 到 ${last} 都被占用。关闭一些程序，或用 PORT=… 另选一个。`);
}
