import { isObject, parseJson } from '../../../../core/json.ts';
import type { Machine } from '../../machine.ts';

const MOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/** Milliseconds that an answer may take. */
const PATIENCE = 5000;

/** Asks the API as the Pod's own service account; undefined where it refuses, or is not reached. */
export async function askApi(
  { files, network }: Machine,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown> | undefined> {
  const answer = await network.ask(
    'kubernetes.default.svc',
    443,
    {
      ...{ method, path, body: body === undefined ? '' : JSON.stringify(body) },
      headers: {
        authorization: `Bearer ${files.read(`${MOUNT}/token`) ?? ''}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    },
    PATIENCE,
  );
  const read = typeof answer === 'string' || answer.status >= 300 ? undefined : parseJson(answer.body);
  return isObject(read) ? read : undefined;
}

/** The namespace that a container runs in. */
export const namespaceOf = ({ env, files }: Machine): string =>
  env.POD_NAMESPACE ?? files.read(`${MOUNT}/namespace`) ?? 'default';
