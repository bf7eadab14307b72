import { noSuchResource } from '../engine/errors.ts';
import { rowOfPlural } from '../kinds/kinds.ts';
import type { Row } from '../kinds/row.ts';

/** What a path of the API names: all of a kind, one object, or a part of one. */
export interface Target {
  row: Row;
  /** Undefined for all namespaces, and for what belongs to the whole cluster. */
  namespace: string | undefined;
  name: string | undefined;
  part: string | undefined;
  /** What stands behind a part, as in `…/proxy/healthz`. */
  rest: readonly string[];
}

/**
 * `/api/v1/namespaces/default/pods/web/log`, `/apis/apps/v1/deployments` -> what it names; undefined where the path is not
 * of objects. @throws ApiError where it names no kind of the lab.
 */
export function targetOf(path: string): Target | undefined {
  const [root, ...rest] = path
    .split('/')
    .filter((one) => one !== '')
    .map(decode);
  const [apiVersion, words] =
    root === 'api' ? [rest[0], rest.slice(1)] : root === 'apis' ? [`${rest[0]}/${rest[1]}`, rest.slice(2)] : [];
  if (apiVersion === undefined || words === undefined || words.length === 0) return undefined;
  // `namespaces/default` is an object of its own; `namespaces/default/status` a part of it.
  const [first, namespace, plural = ''] = words;
  const isWithin = first === 'namespaces' && words.length > 2 && rowOfPlural(apiVersion, plural) !== undefined;
  const [of = '', name, part, ...behind] = isWithin ? words.slice(2) : words;
  const row = rowOfPlural(apiVersion, of);
  if (row === undefined || (isWithin && !row.namespaced)) throw noSuchResource();
  if (part !== undefined && !row.parts?.includes(part)) throw noSuchResource();
  return { row, namespace: isWithin ? namespace : undefined, name, part, rest: behind };
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    throw noSuchResource();
  }
}
