import type { ApiAnswer, ApiRequest, LabClient } from '../../core/lab.ts';
import { sorry } from './sorry.ts';

/** Headers of one connection, which are not handed on. */
const OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length']);

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
  return { ...answer, headers: Object.fromEntries(kept) };
}
