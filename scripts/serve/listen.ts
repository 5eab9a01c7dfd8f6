import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running server: its address with the base path, and what stops it. */
export interface Served {
  url: string;
  port: number;
  stop: () => Promise<void>;
}

/**
 * Lets a server listen.
 *
 * @param port 0 is any free one
 * @throws with code EADDRINUSE when the port is taken
 */
export async function listen(server: Server, port: number, host: string, base: string): Promise<Served> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${address.port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
