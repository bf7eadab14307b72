import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { StartError } from './core/errors.ts';

export interface Web {
  port: number;
  /** Takes no new requests; what is being answered goes on. */
  close(): void;
}

/**
 * Answers requests: `/healthz` while the process runs, `/readyz` while events reach it; all others are the platforms'.
 * @throws StartError where it cannot listen.
 */
export async function serveWeb(
  { host, port }: { host: string; port: number },
  ready: () => boolean,
  listener: RequestListener | undefined,
): Promise<Web> {
  const server = createServer((request, response) => {
    const say = (status: number, text: string): void => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
    };
    const path = request.url?.split('?')[0];
    if (path === '/healthz') return say(200, 'ok');
    if (path === '/readyz') return ready() ? say(200, 'ready') : say(503, 'no events reach the bot');
    try {
      if (listener) listener(request, response);
      else say(404, 'not found');
    } catch {
      // A path that is no platform's.
      say(404, 'not found');
    }
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(
      `PORT: cannot listen on ${host}:${port} (${error instanceof Error && 'code' in error ? error.code : error})`,
    );
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      server.close();
      server.closeIdleConnections();
    },
  };
}
