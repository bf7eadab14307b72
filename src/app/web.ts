import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { StartError } from '../core/errors.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './ready.ts';

export interface Web {
  port: number;
  /** Takes no new requests; what is being answered goes on. */
  close(): void;
}

/** What is answered, besides that the process runs. */
export interface Pages {
  ready: () => Promise<Readiness>;
  metrics?: Pick<Metrics, 'type' | 'text'> | undefined;
  /** The platforms' own. */
  listener?: RequestListener | undefined;
}

interface Page {
  status: number;
  text: string;
  type?: string;
}

const PLAIN = 'text/plain; charset=utf-8';

function say(response: ServerResponse, { status, text, type = PLAIN }: Page, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers }).end(text);
}

/** The pages for operators, by their paths. */
const pagesOf = ({ ready, metrics }: Pages): ReadonlyMap<string, () => Promise<Page>> =>
  new Map<string, () => Promise<Page>>([
    ['/healthz', async () => ({ status: 200, text: 'ok\n' })],
    ['/readyz', () => ready().then(({ ready, text }) => ({ status: ready ? 200 : 503, text }))],
    ...(metrics
      ? [['/metrics', async () => ({ status: 200, text: await metrics.text(), type: metrics.type })] as const]
      : []),
  ]);

/**
 * Answers requests: `/healthz` while the process runs, `/readyz` while every part does its work, `/metrics` for
 * Prometheus; all others are the platforms'.
 * @throws StartError where it cannot listen.
 */
export async function serveWeb({ host, port }: { host: string; port: number }, pages: Pages): Promise<Web> {
  const byPath = pagesOf(pages);
  const server = createServer((request, response) => {
    const page = byPath.get(request.url?.split('?')[0] ?? '');
    if (page) {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return say(response, { status: 405, text: 'only GET and HEAD\n' }, { Allow: 'GET, HEAD' });
      page().then(
        (shown) => say(response, shown),
        () => say(response, { status: 500, text: 'failed\n' }),
      );
      return;
    }
    try {
      if (pages.listener) pages.listener(request, response);
      else say(response, { status: 404, text: 'not found\n' });
    } catch {
      // A path that is no platform's.
      say(response, { status: 404, text: 'not found\n' });
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
