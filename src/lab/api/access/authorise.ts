import { ApiError, forbidden } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import type { ApiRequest } from '../messages.ts';
import { type Act, whyAllowed } from './rbac.ts';
import { ADMIN, type User, userOf } from './user.ts';

const VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  GET: 'get',
  HEAD: 'get',
  DELETE: 'delete',
};

/** What a request wants to do (apiserver/pkg/endpoints/request, RequestInfo). */
function actOf({ method, path, query }: ApiRequest): Act {
  const [root, ...rest] = path
    .split('/')
    .filter((one) => one !== '')
    .map(decoded);
  const group = root === 'apis' ? (rest[0] ?? '') : '';
  const all = root === 'api' ? rest.slice(1) : root === 'apis' ? rest.slice(2) : [];
  if (all.length === 0) return { verb: method.toLowerCase(), path };
  const isWithin = all[0] === 'namespaces' && all.length > 2 && all[2] !== 'status' && all[2] !== 'finalize';
  const [resource = '', name = '', part = ''] = isWithin ? all.slice(2) : all;
  const namespace = all[0] === 'namespaces' ? (all[1] ?? '') : '';
  const isOfAll = name === '';
  const verb = VERBS[method] ?? method.toLowerCase();
  const isWatch = query.get('watch') === 'true' || query.get('watch') === '1';
  const exact = verb === 'get' && isWatch ? 'watch' : verb === 'get' && isOfAll ? 'list' : verb;
  return {
    verb: verb === 'delete' && isOfAll ? 'deletecollection' : exact,
    ...{ group, resource, part, namespace, name },
  };
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function refuse(user: User, act: Act): ApiError {
  if ('path' in act)
    return new ApiError(403, 'Forbidden', `forbidden: User "${user.name}" cannot ${act.verb} path "${act.path}"`, {});
  const { verb, group, resource, part, namespace, name } = act;
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const what = part === '' ? resource : `${resource}/${part}`;
  const why = `User "${user.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`;
  return forbidden({ group, plural: resource, kind: resource }, name, why);
}

/** Who a request is of, once it is clear that they may do what it wants. @throws ApiError 403 */
export function authorise(lab: Lab, request: ApiRequest): User {
  const { real, effective } = userOf(request);
  if (real !== effective && real.name !== ADMIN.name)
    throw refuse(real, {
      ...{ verb: 'impersonate', group: '', resource: 'users', part: '', namespace: '', name: effective.name },
    });
  if (effective.name === ADMIN.name) return effective;
  const act = actOf(request);
  if (whyAllowed(lab, effective, act) === undefined) throw refuse(effective, act);
  return effective;
}
