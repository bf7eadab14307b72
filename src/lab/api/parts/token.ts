import { z } from 'zod';
import { badRequest, invalid, invalidCause, methodNotAllowed, notFound } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import { SERVICE_ACCOUNTS } from '../../kinds/core.ts';
import { accountToken, ISSUER } from '../access/user.ts';
import { readBody } from '../body.ts';
import { type ApiAnswer, type ApiRequest, json } from '../messages.ts';
import type { Target } from '../target.ts';

const REQUEST = { group: 'authentication.k8s.io', plural: 'tokenrequests', kind: 'TokenRequest' } as const;

const given = z.object({
  spec: z
    .object({ expirationSeconds: z.int().nullish(), audiences: z.array(z.string()).nullish() })
    .default({ expirationSeconds: 3600 }),
});

/** Gives out a token of a service account (`kubectl create token`). @throws ApiError */
export function giveToken(request: ApiRequest, { store, clock }: Lab, { namespace, name = '' }: Target): ApiAnswer {
  if (request.method !== 'POST') throw methodNotAllowed();
  const account = store.get(SERVICE_ACCOUNTS, { namespace, name });
  if (account === undefined) throw notFound(SERVICE_ACCOUNTS, name);
  const read = given.safeParse(readBody(request));
  if (!read.success) throw badRequest(`the object provided is unrecognized: ${z.prettifyError(read.error)}`);
  const seconds = read.data.spec.expirationSeconds ?? 3600;
  if (seconds < 600)
    throw invalid(REQUEST, '', [
      invalidCause('spec.expirationSeconds', seconds, 'may not specify a duration less than 10 minutes'),
    ]);
  const asked = read.data.spec.audiences ?? [];
  const audiences = asked.length > 0 ? asked : [ISSUER];
  const now = Math.floor(clock.now() / 1000);
  const { uid } = account.metadata;
  const token = accountToken({ namespace: namespace ?? '', name, uid }, { at: now, seconds, audiences });
  return json(
    {
      ...{ kind: 'TokenRequest', apiVersion: 'authentication.k8s.io/v1' },
      metadata: { name, namespace, creationTimestamp: timeText(clock.now()) },
      spec: { audiences, expirationSeconds: seconds, boundObjectRef: null },
      status: { token, expirationTimestamp: timeText(clock.now() + seconds * 1000) },
    },
    201,
  );
}
