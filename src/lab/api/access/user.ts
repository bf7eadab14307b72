import { isObject, parseJson } from '../../../core/json.ts';
import { badRequest } from '../../engine/errors.ts';
import type { ApiRequest } from '../messages.ts';

/** Who asks the API. */
export interface User {
  name: string;
  groups: readonly string[];
  uid?: string;
}

/** Whose lab it is: may do everything, whatever becomes of roles and bindings. */
export const ADMIN: User = { name: 'kubernetes-admin', groups: ['kubeadm:cluster-admins', 'system:authenticated'] };

const ACCOUNT = 'system:serviceaccount:';

/** A service account as a user (apiserver/pkg/authentication/serviceaccount); undefined where a name is of none. */
function accountOf(name: string): { namespace: string; account: string } | undefined {
  if (!name.startsWith(ACCOUNT)) return undefined;
  const [namespace = '', account = '', ...more] = name.slice(ACCOUNT.length).split(':');
  return namespace !== '' && account !== '' && more.length === 0 ? { namespace, account } : undefined;
}

/** A user of this name, in the groups that all of the kind are in where none were said. */
function named(name: string, groups: readonly string[]): User {
  const account = accountOf(name);
  const own =
    account && groups.length === 0 ? ['system:serviceaccounts', `system:serviceaccounts:${account.namespace}`] : groups;
  const last = name === 'system:anonymous' ? 'system:unauthenticated' : 'system:authenticated';
  return { name, groups: Array.from(new Set([...own, last])) };
}

/** Tokens of service accounts are readable, and not signed: who has the address of a lab may do more than any of them. */
const tokenOf = (claims: object): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.lab`;
};

export const ISSUER = 'https://kubernetes.default.svc.cluster.local';

/** A token of a service account. `at`: seconds since the epoch. */
export const accountToken = (
  { namespace, name, uid }: { namespace: string; name: string; uid: string },
  { at, seconds, audiences }: { at: number; seconds: number; audiences: readonly string[] },
): string =>
  tokenOf({
    ...{ aud: audiences, exp: at + seconds, iat: at, iss: ISSUER, nbf: at },
    'kubernetes.io': { namespace, serviceaccount: { name, uid } },
    sub: `${ACCOUNT}${namespace}:${name}`,
  });

function bearer(header: string | undefined): User | undefined {
  const [, claims] = /^Bearer [\w-]+\.([\w-]+)\.lab$/.exec(header ?? '') ?? [];
  if (claims === undefined) return undefined;
  const read = parseJson(Buffer.from(claims, 'base64url').toString());
  return isObject(read) && typeof read.sub === 'string' ? named(read.sub, []) : undefined;
}

/** Who sends a request, and as whom (`kubectl --as`). @throws ApiError */
export function userOf({ headers }: Pick<ApiRequest, 'headers'>): { real: User; effective: User } {
  const real = bearer(headers.authorization) ?? ADMIN;
  const as = headers['impersonate-user'];
  const groups = (headers['impersonate-group'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (as === undefined || as === '') {
    if (groups.length > 0) throw badRequest('requested [{Group}] without impersonating a user');
    return { real, effective: real };
  }
  return { real, effective: named(as, groups) };
}
