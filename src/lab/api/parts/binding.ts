import { z } from 'zod';
import { badRequest, conflict, methodNotAllowed, notFound } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import { PODS } from '../../kinds/core.ts';
import { readBody } from '../body.ts';
import { type ApiAnswer, type ApiRequest, json } from '../messages.ts';
import type { Target } from '../target.ts';

const given = z.object({ target: z.object({ kind: z.string().default('Node'), name: z.string().min(1) }) });

/** Places a Pod on a node, as a scheduler does. @throws ApiError */
export function bind(request: ApiRequest, { store, clock }: Lab, { namespace, name = '' }: Target): ApiAnswer {
  if (request.method !== 'POST') throw methodNotAllowed();
  const read = given.safeParse(readBody(request));
  if (!read.success) throw badRequest(`the object provided is unrecognized: ${z.prettifyError(read.error)}`);
  const { target } = read.data;
  const pod = store.get(PODS, { namespace, name });
  if (pod === undefined) throw notFound(PODS, name);
  if (pod.spec.nodeName) throw conflict(PODS, name, `pod ${name} is already assigned to node "${pod.spec.nodeName}"`);
  store.edit(
    PODS,
    pod.metadata,
    ({ spec, status }) => {
      spec.nodeName = target.name;
      status.conditions = [
        ...(status.conditions ?? []).filter(({ type }) => type !== 'PodScheduled'),
        { type: 'PodScheduled', status: 'True', lastProbeTime: null, lastTransitionTime: timeText(clock.now()) },
      ];
    },
    true,
  );
  return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }, 201);
}
