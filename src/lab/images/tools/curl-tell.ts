import type { HttpAnswer } from '../../engine/lab.ts';
import type { NetFailure } from '../machine.ts';
import type { Proc } from '../process/process.ts';
import type { Url } from './http.ts';
import { addressOf, reasonOf } from './http.ts';

export interface Run {
  has(letter: string): boolean;
  last(letter: string): string | undefined;
  all(letter: string): readonly string[];
}

export function failureOf(failure: NetFailure, { host, port }: Url, took: number, isTimed: boolean): [number, string] {
  switch (failure) {
    case 'bad address':
      return [6, `Could not resolve host: ${host}`];
    case 'connection refused':
      return [7, `Failed to connect to ${host} port ${port} after ${took} ms: Could not connect to server`];
    case 'no route':
      return [7, `Failed to connect to ${host} port ${port} after ${took} ms: No route to host`];
    case 'timed out':
      return isTimed
        ? [28, `Connection timed out after ${took} milliseconds`]
        : [28, `Failed to connect to ${host} port ${port} after ${took} ms: Could not connect to server`];
    default:
      return failure satisfies never;
  }
}

export function tellConnect(
  proc: Proc,
  { host, port, path }: Url,
  method: string,
  headers: Record<string, string>,
): void {
  const address = addressOf(proc, host) ?? host;
  const shown = Object.entries(headers).map(
    ([name, value]) => `> ${name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase())}: ${value}\n`,
  );
  proc.err(`*   Trying ${address}:${port}...\n* Connected to ${host} (${address}) port ${port}\n`);
  proc.err(`> ${method} ${path} HTTP/1.1\n> Host: ${host}${port === 80 ? '' : `:${port}`}\n${shown.join('')}> \n`);
}

export function tellHeaders(proc: Proc, run: Run, answer: HttpAnswer): void {
  const lines = [
    `HTTP/1.1 ${answer.status} ${reasonOf(answer.status)}`,
    ...Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`),
    '',
  ];
  if (run.has('v')) proc.err(lines.map((line) => `< ${line}\n`).join(''));
  if (run.has('I') || run.has('i')) proc.out(lines.map((line) => `${line}\r\n`).join(''));
}

export function writeOut(proc: Proc, run: Run, answer: HttpAnswer | undefined, code: number, begun: number): void {
  const took = ((proc.box.machine.now() - begun) / 1000).toFixed(6);
  const values: Readonly<Record<string, string>> = {
    http_code: String(answer?.status ?? 0).padStart(3, '0'),
    response_code: String(answer?.status ?? 0).padStart(3, '0'),
    time_total: took,
    time_connect: '0.000412',
    time_starttransfer: took,
    size_download: String(answer?.body.length ?? 0),
    content_type: answer?.headers['content-type'] ?? answer?.headers['Content-Type'] ?? '',
    exitcode: String(code),
  };
  const form = run.last('w');
  if (form === undefined) return;
  proc.out(
    form
      .replace(/%\{(\w{1,40})\}/g, (_, name) => values[name] ?? '')
      .replace(/\\n/g, '\n')
      .replace(/\\t/g, '\t')
      .replace(/\\r/g, '\r'),
  );
}
