import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Bindings, Guest, Routes } from '../../core/guest.ts';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../ready.ts';
import { isFromNear } from './peers.ts';

export interface PagesOptions {
  ready: () => Promise<Readiness>;
  metrics: Pick<Metrics, 'type' | 'text'> | undefined;
  /** METRICS_TOKEN. */
  token: string | undefined;
}

/** Bytes and milliseconds: no page reads a body. */
const LIMITS = { bodyLimit: 65_536, timeout: 10_000 } as const;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes the same time for any token: https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b */
const bears = (headers: Headers, token: string): boolean => {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
};

type Gate = MiddlewareHandler<{ Bindings: Bindings }>;

/**
 * Lets in requests that bear the token, and, where `near` says so, those from this machine or its own network. Where no
 * token is set, these alone are let in.
 */
const gate =
  (token: string | undefined, near: 'near too' | 'token only'): Gate =>
  async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const { headers } = c.req.raw;
    const mayBeNear = token === undefined || near === 'near too';
    if (mayBeNear && isFromNear(c.env.incoming.socket.remoteAddress, headers)) return next();
    if (token === undefined)
      return c.text('only for this machine and its own network, or with METRICS_TOKEN, which is not set\n', 403);
    if (bears(headers, token)) return next();
    return c.text('needs Authorization: Bearer and METRICS_TOKEN\n', 401, { 'WWW-Authenticate': 'Bearer' });
  };

/**
 * The pages for operators: `/healthz` while the process runs, for all; `/readyz` while every part does its work, which a
 * kubelet of the same network may always ask; `/metrics` for Prometheus.
 */
export function pagesOf({ ready, metrics, token }: PagesOptions): readonly Guest[] {
  const health: Routes = new Hono();
  health.get('/', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }));
  const readiness: Routes = new Hono();
  readiness.use(gate(token, 'near too')).get('/', async (c) => {
    const { ready: isReady, text } = await ready();
    return c.text(text, isReady ? 200 : 503);
  });
  const guests: Guest[] = [
    { prefix: '/healthz', routes: health, ...LIMITS },
    { prefix: '/readyz', routes: readiness, ...LIMITS },
  ];
  if (!metrics) return guests;
  const figures: Routes = new Hono();
  figures
    .use(gate(token, 'token only'))
    .get('/', async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metrics.type }));
  return [...guests, { prefix: '/metrics', routes: figures, ...LIMITS }];
}
