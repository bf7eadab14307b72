import { onTestFinished } from 'vitest';
import { serveHttp } from '../../src/app/http/server.ts';
import type { Guest } from '../../src/core/guest.ts';
import type { Logged } from './logged.ts';

/** The process's HTTP server with these guests, which ends with the test, and what it logged. */
export async function serving(guests: readonly Guest[]) {
  const logged: Logged[] = [];
  const log = { error: (fields: object, message: string) => void logged.push({ level: 'error', fields, message }) };
  const web = await serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log, reference: () => 'bug-1' });
  onTestFinished(() => web.close());
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${web.port}${path}`, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { port: web.port, close: web.close, get, logged };
}
