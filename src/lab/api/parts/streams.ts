import { badRequest, notFound } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { PODS } from '../../kinds/core.ts';
import type { ApiAnswer, ApiRequest } from '../messages.ts';
import type { Target } from '../target.ts';
import { containerOf, reachKubelet } from './container.ts';

/**
 * Whether a process in a container, or a port, may be reached: those travel over WebSockets, which are another part's work
 * (`src/lab/http`). 101 where it may; the header names the container that is meant. @throws ApiError
 */
export function checkStream({ query }: ApiRequest, lab: Lab, { namespace, name = '', part = '' }: Target): ApiAnswer {
  const pod = lab.store.get(PODS, { namespace, name });
  if (pod === undefined) throw notFound(PODS, name);
  const container = part === 'portforward' ? '' : containerOf(pod, query.get('container'));
  if (part === 'exec' && query.getAll('command').length === 0)
    throw badRequest('you must specify at least 1 command for the container');
  if (!pod.spec.nodeName) throw badRequest(`pod ${name} does not have a host assigned`);
  reachKubelet(lab, pod, () => 'error dialing backend');
  return { status: 101, headers: { 'lab-container': container }, body: '' };
}
