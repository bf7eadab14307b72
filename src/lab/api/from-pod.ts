import type { HttpAnswer, HttpAsked } from '../../core/lab.ts';
import { type ApiAnswer, type ApiRequest, type ApiStream, json } from './messages.ts';

/** A program that asks without a token of a service account is anonymous: only outside of the cluster the address alone tells who asks. */
const ANONYMOUS = { 'impersonate-user': 'system:anonymous', 'impersonate-group': 'system:unauthenticated' };
const UNAUTHORIZED = {
  ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' },
  ...{ message: 'Unauthorized', reason: 'Unauthorized', code: 401 },
};

/** Answers a program in a Pod that asks the API server; a watch or a log that goes on is not to be had there. */
export function askFromPod(
  request: (request: ApiRequest) => ApiAnswer | ApiStream,
  { method, path, headers, body }: HttpAsked,
): HttpAnswer {
  const url = URL.parse(path, 'https://kubernetes.default.svc');
  if (url === null) return { ...json({}, 400), headers: {} };
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const { authorization } = given;
  if (authorization !== undefined && !/^Bearer [\w-]+\.[\w-]+\.lab\s*$/.test(authorization))
    return httpOf(json(UNAUTHORIZED, 401));
  for (const name of Object.keys(given)) if (name.startsWith('impersonate-')) delete given[name];
  const who = authorization === undefined ? ANONYMOUS : { authorization: authorization.trim() };
  for (const name of ['watch', 'follow']) url.searchParams.delete(name);
  const answer = request({
    ...{ method, path: url.pathname, query: url.searchParams },
    headers: { ...given, ...who },
    body: new TextEncoder().encode(body),
  });
  return httpOf('body' in answer ? answer : json(UNAUTHORIZED, 401));
}

const httpOf = ({ status, headers, body }: ApiAnswer): HttpAnswer => ({ status, headers: { ...headers }, body });
