import { PODS, SERVICES } from '../../kinds/core.ts';
import { wordsOf } from '../made.ts';
import { CLIENT, clientPod, theClient, theNodes, theService, theWeb } from '../needs.ts';
import type { Tour } from '../tour.ts';
import { applyService, applyWeb, endpointsOf, IMAGE, isAll, isMadeSince, webPods, webService } from '../web.ts';
import { text } from './text.ts';

const words = wordsOf(text);
const LOOK_UP = ['nslookup', 'web'];
const VISIT = ['wget', '-qO-', 'http://web'];
const inClient = (line: readonly string[]) => `kubectl exec ${CLIENT} -- ${line.join(' ')}`;

export const discovery: Tour = {
  ...{ id: 'discovery', title: words.title, about: words.about, called: words.called },
  terms: ['service-discovery', 'dns'],
  steps: [
    {
      ...words.step('start'),
      needs: [theNodes],
      command: () =>
        `kubectl create deployment web --image=${IMAGE}:1.0 --replicas=2\nkubectl run ${CLIENT} --image=busybox --command -- sleep 86400`,
      async act(hands, { objects }) {
        const old = webService(objects);
        if (old) await hands.remove(SERVICES, old);
        await applyWeb(hands, { replicas: 2 });
        if (!theClient.isThere(objects)) await hands.apply(PODS, clientPod);
        return undefined;
      },
      done: ({ objects }) => isAll(objects, `${IMAGE}:1.0`, 2) && !webService(objects) && theClient.isThere(objects),
      takes: 5,
    },
    {
      ...words.step('expose'),
      needs: [theWeb],
      command: () => 'kubectl expose deployment web --port=80 --target-port=8080',
      act: (hands, { objects }) => applyService(hands, objects).then(() => undefined),
      done: ({ objects }) => endpointsOf(objects).length > 0,
      takes: 2,
    },
    {
      ...words.step('resolve'),
      needs: [theWeb, theService, theClient],
      command: () => inClient(LOOK_UP),
      act: (hands) => hands.run(CLIENT, LOOK_UP),
      done: () => false,
      takes: 2,
    },
    {
      ...words.step('visit'),
      needs: [theWeb, theService, theClient],
      command: () => inClient(VISIT),
      act: (hands) => hands.run(CLIENT, VISIT),
      done: () => false,
      takes: 2,
    },
    {
      ...words.step('replace'),
      needs: [theWeb, theService],
      command: () => 'kubectl delete pods -l app=web',
      async act(hands, { objects }) {
        for (const pod of webPods(objects)) await hands.remove(PODS, pod);
        return undefined;
      },
      done: ({ objects, since }) =>
        isAll(objects, `${IMAGE}:1.0`) &&
        webPods(objects).every((pod) => isMadeSince(pod, since)) &&
        endpointsOf(objects).length === webPods(objects).length,
      takes: 5,
    },
    {
      ...words.step('still'),
      needs: [theWeb, theService, theClient],
      command: () => inClient(VISIT),
      act: (hands) => hands.run(CLIENT, VISIT),
      done: () => false,
      takes: 2,
    },
  ],
};
