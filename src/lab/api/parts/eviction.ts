import { isObject } from '../../../core/json.ts';
import { deleteObject } from '../../engine/deletion.ts';
import { ApiError, methodNotAllowed, notFound } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving, timeText } from '../../engine/object.ts';
import { selects } from '../../engine/selectors.ts';
import { PODS } from '../../kinds/core.ts';
import { isTrue } from '../../kinds/state.ts';
import type { Pod, PodDisruptionBudget } from '../../kinds/types.ts';
import { DISRUPTION_BUDGETS } from '../../kinds/workloads.ts';
import { readBody } from '../body.ts';
import { type ApiAnswer, type ApiRequest, json } from '../messages.ts';
import type { Target } from '../target.ts';

/** Is a Pod none that a budget counts on: not begun, over, or going already? */
const isNoLoss = (pod: Pod): boolean => isLeaving(pod) || pod.status?.phase !== 'Running';

const tooMany = (message: string): ApiError =>
  new ApiError(429, 'TooManyRequests', "Cannot evict pod as it would violate the pod's disruption budget.", {
    causes: [{ reason: 'DisruptionBudget', message, field: '' }],
  });

/** Takes one from what a budget allows. @throws ApiError 429 where it allows none. */
function take(lab: Lab, budget: PodDisruptionBudget, pod: Pod): void {
  const { metadata, status } = budget;
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 1))
    throw tooMany(`The disruption budget ${metadata.name} is still being processed by the server.`);
  const isUnhealthy = !isTrue(pod.status.conditions, 'Ready');
  // A Pod that is not ready may go where enough others are.
  if (isUnhealthy && status.desiredHealthy > 0 && status.currentHealthy >= status.desiredHealthy) return;
  if (status.disruptionsAllowed <= 0)
    throw tooMany(
      `The disruption budget ${metadata.name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`,
    );
  lab.store.edit(DISRUPTION_BUDGETS, metadata, (draft) => {
    draft.status.disruptionsAllowed -= 1;
  });
}

/** Deletes a Pod where no budget forbids it (kubernetes/pkg/registry/core/pod/storage, eviction). @throws ApiError */
export function evict(request: ApiRequest, lab: Lab, { namespace, name = '' }: Target): ApiAnswer {
  if (request.method !== 'POST') throw methodNotAllowed();
  const read = request.body.length === 0 ? {} : readBody(request);
  const options = isObject(read) && isObject(read.deleteOptions) ? read.deleteOptions : {};
  const pod = lab.store.get(PODS, { namespace, name });
  if (pod === undefined) throw notFound(PODS, name);
  const isDryRun = Array.isArray(options.dryRun) && options.dryRun.includes('All');
  const budgets = lab.store
    .list(DISRUPTION_BUDGETS, namespace)
    .filter(({ spec }) => selects(spec.selector, pod.metadata.labels));
  if (!isNoLoss(pod)) {
    if (budgets.length > 1)
      throw new ApiError(
        500,
        'InternalError',
        'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
      );
    const [budget] = budgets;
    if (budget && !isDryRun) take(lab, budget, pod);
  }
  if (!isDryRun) {
    const { gracePeriodSeconds: grace } = options;
    const marked = isNoLoss(pod) ? pod : mark(lab, pod);
    deleteObject(lab, PODS, marked, { grace: typeof grace === 'number' ? grace : undefined });
  }
  return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }, 201);
}

/** Says on the Pod why it goes. */
function mark({ store, clock }: Lab, pod: Pod): Pod {
  const condition = {
    ...({ type: 'DisruptionTarget', status: 'True', reason: 'EvictionByEvictionAPI' } as const),
    ...{ message: 'Eviction API: evicting', lastTransitionTime: timeText(clock.now()) },
  };
  const marked = store.edit(PODS, pod.metadata, (draft) => {
    draft.status.conditions = [
      ...(draft.status.conditions ?? []).filter(({ type }) => type !== condition.type),
      condition,
    ];
  });
  return marked ?? pod;
}
