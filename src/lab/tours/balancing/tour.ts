import type { Pod } from '../../kinds/types.ts';
import type { ClusterObjects } from '../../picture/objects.ts';
import { wordsOf } from '../made.ts';
import { makeBusy, theBusyOne, theClient, theNodes, theProbe, theService, theWeb } from '../needs.ts';
import type { Step, Tour } from '../tour.ts';
import {
  APPLY_PROBED,
  BUSY,
  CLIENT,
  EXPOSE,
  endpointsOf,
  FIRST,
  isAll,
  lookOf,
  RUN_CLIENT,
  readyPods,
  shortOf,
  web,
  webPods,
} from '../web.ts';
import { text } from './text.ts';

const words = wordsOf(text);
const TIMES = 12;
const LOOP = `for i in $(seq ${TIMES}); do wget -qO- http://web; done`;

/** How often each of the app's Pods has answered, by what they print: their names. */
function counted(printed: string, objects: ClusterObjects): string {
  const all = webPods(objects).map((pod) => ({ pod, times: printed.split(pod.metadata.name).length - 1 }));
  const told = all
    .filter(({ times }) => times > 0)
    .map(({ pod, times }) => `${shortOf(pod)} ${'█'.repeat(times)} ${times}`);
  return told.length === 0 ? printed : told.join('\n');
}

const asking: Pick<Step, 'lines' | 'print' | 'done' | 'takes'> = {
  lines: () => [`kubectl exec ${CLIENT} -- sh -c '${LOOP}'`],
  print: counted,
  done: () => false,
  takes: 2,
};

const unready = (objects: ClusterObjects): Pod[] =>
  webPods(objects).filter((pod) => lookOf(pod, objects) === 'unready');

/** As many as are wanted stand behind the Service. */
const areAllBehind = (objects: ClusterObjects, count: number): boolean =>
  endpointsOf(objects).length === count && readyPods(objects).length === count && web(objects)?.spec.replicas === count;

export const balancing: Tour = {
  ...{ id: 'balancing', title: words.title, about: words.about, called: words.called },
  terms: ['load-balancing', 'service'],
  steps: [
    {
      ...words.step('start'),
      needs: [theNodes],
      lines: () => [APPLY_PROBED, EXPOSE, RUN_CLIENT],
      done: ({ objects }) => areAllBehind(objects, 3) && isAll(objects, FIRST) && theClient.isThere(objects),
      takes: 5,
    },
    {
      ...words.step('ask'),
      needs: [theWeb, theService, theClient],
      ...asking,
    },
    {
      ...words.step('busy'),
      needs: [theWeb, theProbe, theService],
      lines: ({ objects }) =>
        readyPods(objects)
          .slice(0, 1)
          .map(({ metadata }) => makeBusy(metadata.name)),
      done: ({ objects }) =>
        unready(objects).some((pod) => !endpointsOf(objects).includes(pod.metadata.name)) &&
        endpointsOf(objects).length > 0,
      takes: 5,
    },
    {
      ...words.step('again'),
      needs: [theWeb, theProbe, theService, theClient, theBusyOne],
      ...asking,
    },
    {
      ...words.step('well'),
      needs: [theWeb, theService],
      lines: ({ objects }) => unready(objects).map(({ metadata }) => `kubectl exec ${metadata.name} -- rm ${BUSY}`),
      done: ({ objects }) => unready(objects).length === 0 && endpointsOf(objects).length === webPods(objects).length,
      takes: 5,
    },
    {
      ...words.step('more'),
      needs: [theWeb, theService],
      lines: () => ['kubectl scale deployment web --replicas=5'],
      done: ({ objects }) => areAllBehind(objects, 5),
      takes: 10,
    },
  ],
};
