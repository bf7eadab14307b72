import type { ApiAnswer, ApiRequest, LabClient } from '../../core/lab.ts';
import { sorry } from './sorry.ts';

/** Headers of one connection, which are not handed on. */
const OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length']);

/** What a student's program gives may be no header at all. */
const isHeader = (name: string, value: string): boolean =>
  /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/** The way behind `…/proxy`, with its query. */
function behind({ path, query }: ApiRequest): string {
  const [, rest = ''] = /^(?:\/[^/]+){6}\/proxy(.*)$/.exec(path) ?? [];
  return `${rest === '' ? '/' : rest}${query.size > 0 ? `?${query}` : ''}`;
}

/** Asks a program in the lab for who asks the API (`kubectl proxy`, then `…/pods/web/proxy/`). `to`: where the API says it is. */
export async function askProxied(client: LabClient, request: ApiRequest, to: ApiAnswer['headers']): Promise<ApiAnswer> {
  const { method, body } = request;
  const port = Number(to['lab-port']);
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OWN.has(name)));
  const at = { namespace: to['lab-namespace'] ?? '', pod: to['lab-pod'] ?? '' };
  const asked = { method, path: behind(request), headers, body: Buffer.from(body).toString() };
  const answer = await client.ask(at, port, asked);
  if (answer === undefined)
    return sorry(
      503,
      'ServiceUnavailable',
      `error trying to reach service: dial tcp ${to['lab-address']}:${port}: connect: connection refused`,
    );
  const kept = Object.entries(answer.headers).filter(([name]) => !OWN.has(name.toLowerCase()));
  const isFit = answer.status >= 200 && answer.status <= 599 && kept.every(([name, value]) => isHeader(name, value));
  return isFit
    ? { ...answer, headers: Object.fromEntries(kept) }
    : sorry(502, 'ServiceUnavailable', 'error trying to reach service: malformed HTTP response');
}
