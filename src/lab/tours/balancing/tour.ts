import { PODS } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import { DEPLOYMENTS } from '../../kinds/workloads.ts';
import type { ClusterObjects } from '../../picture/objects.ts';
import type { Hands } from '../hands.ts';
import { wordsOf } from '../made.ts';
import { CLIENT, clientPod, theBusyOne, theClient, theNodes, theProbe, theService, theWeb } from '../needs.ts';
import type { Tour } from '../tour.ts';
import { applyService, applyWeb, BUSY, endpointsOf, IMAGE, lookOf, readyPods, shortOf, web, webPods } from '../web.ts';
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

const askThroughService = async (hands: Hands, objects: ClusterObjects): Promise<string> =>
  counted(await hands.run(CLIENT, ['sh', '-c', LOOP]), objects);

const command = (): string => `kubectl exec ${CLIENT} -- sh -c '${LOOP}'`;

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
      command: () =>
        [
          `kubectl create deployment web --image=${IMAGE}:1.0 --replicas=3`,
          'kubectl expose deployment web --port=80 --target-port=8080',
          `kubectl run ${CLIENT} --image=busybox --command -- sleep 86400`,
        ].join('\n'),
      async act(hands, { objects }) {
        await applyWeb(hands);
        await applyService(hands, objects);
        if (!theClient.isThere(objects)) await hands.apply(PODS, clientPod);
        return undefined;
      },
      done: ({ objects }) => areAllBehind(objects, 3) && theClient.isThere(objects),
      takes: 5,
    },
    {
      ...words.step('ask'),
      needs: [theWeb, theService, theClient],
      command,
      act: (hands, { objects }) => askThroughService(hands, objects),
      done: () => false,
      takes: 2,
    },
    {
      ...words.step('busy'),
      needs: [theWeb, theProbe, theService],
      command: ({ objects }) => `kubectl exec ${readyPods(objects)[0]?.metadata.name ?? ''} -- touch ${BUSY}`,
      act: async (hands, { objects }) => void (await theBusyOne.make(hands, objects)),
      done: ({ objects }) =>
        unready(objects).some((pod) => !endpointsOf(objects).includes(pod.metadata.name)) &&
        endpointsOf(objects).length > 0,
      takes: 5,
    },
    {
      ...words.step('again'),
      needs: [theWeb, theProbe, theService, theClient, theBusyOne],
      command,
      act: (hands, { objects }) => askThroughService(hands, objects),
      done: () => false,
      takes: 2,
    },
    {
      ...words.step('well'),
      needs: [theWeb, theService],
      command: ({ objects }) => {
        const [pod] = unready(objects);
        return pod && `kubectl exec ${pod.metadata.name} -- rm ${BUSY}`;
      },
      async act(hands, { objects }) {
        for (const pod of unready(objects)) await hands.run(pod.metadata.name, ['rm', '-f', BUSY]);
        return undefined;
      },
      done: ({ objects }) => unready(objects).length === 0 && endpointsOf(objects).length === webPods(objects).length,
      takes: 5,
    },
    {
      ...words.step('more'),
      needs: [theWeb, theService],
      command: () => 'kubectl scale deployment web --replicas=5',
      async act(hands, { objects }) {
        const own = web(objects);
        if (own)
          await hands.change(DEPLOYMENTS, own, ({ spec }) => {
            spec.replicas = 5;
          });
        return undefined;
      },
      done: ({ objects }) => areAllBehind(objects, 5),
      takes: 10,
    },
  ],
};
