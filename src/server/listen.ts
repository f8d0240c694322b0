import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DragomanError } from '../errors.ts';
import { reasonOf } from '../system-error.ts';

const HOST = '127.0.0.1';

const PORT_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not open it',
  ERR_SOCKET_BAD_PORT: 'it is not a whole number from 0 to 65535',
};

/**
 * Opens a server to this machine only and gives its address, "http://127.0.0.1:PORT/".
 * @param port a free one where it is 0
 * @throws DragomanError E_PORT
 */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => {
      reject(new DragomanError('E_PORT', { what: String(port), why: PORT_PROBLEMS[cause.code ?? ''] ?? reasonOf(cause) }, { cause }));
    };
    server.once('error', fail);
    try {
      server.listen({ port, host: HOST, exclusive: true }, () => {
        server.off('error', fail);
        resolve();
      });
    } catch (cause) {
      fail(cause as NodeJS.ErrnoException);
    }
  });
  return `http://${HOST}:${(server.address() as AddressInfo).port}/`;
}

/** Ends the server and every connection to it. */
export async function stopListening(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
