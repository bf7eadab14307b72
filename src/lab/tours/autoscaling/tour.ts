import { AUTOSCALERS, DEPLOYMENTS } from '../../kinds/workloads.ts';
import { wordsOf } from '../made.ts';
import { scaler, theRequest, theScaler } from '../needs.ts';
import type { Tour } from '../tour.ts';
import { applyService, applyWeb, readyPods, web, webPods, webScaler } from '../web.ts';
import { text } from './text.ts';

const words = wordsOf(text);
/** Millicores that the load takes: more than the six Pods that the autoscaler may make were asked for at 50 %. */
const LOAD = 400;
const MOST = 6;

/** As many Pods as there are wanted, ready. */
const isSettledAt = (count: number, of: Parameters<typeof web>[0]): boolean =>
  web(of)?.spec.replicas === count && webPods(of).length === count && readyPods(of).length === count;

export const autoscaling: Tour = {
  ...{ id: 'autoscaling', title: words.title, about: words.about, called: words.called },
  terms: ['autoscaling', 'hpa'],
  steps: [
    {
      ...words.step('start'),
      needs: [],
      command: () =>
        'kubectl create deployment web --image=dosirak/web:1.0\nkubectl set resources deployment web --requests=cpu=100m',
      async act(hands, { objects }) {
        const old = webScaler(objects);
        if (old) await hands.remove(AUTOSCALERS, old);
        await hands.load('web', 0);
        await applyWeb(hands, { replicas: 1, cpu: '100m' });
        await applyService(hands, objects);
        return undefined;
      },
      done: ({ objects }) => theRequest.isThere(objects) && !webScaler(objects) && isSettledAt(1, objects),
      takes: 5,
    },
    {
      ...words.step('scaler'),
      needs: [theRequest],
      command: () => `kubectl autoscale deployment web --cpu-percent=50 --min=1 --max=${MOST}`,
      act: async (hands) => void (await hands.apply(AUTOSCALERS, scaler(MOST))),
      done: ({ objects }) =>
        webScaler(objects)?.status.currentMetrics?.some(
          ({ resource }) => resource?.current.averageUtilization !== undefined,
        ) === true,
      takes: 60,
    },
    {
      ...words.step('load'),
      needs: [theRequest, theScaler],
      act: async (hands) => void (await hands.load('web', LOAD)),
      done: ({ objects }) => readyPods(objects).length >= MOST - 1,
      takes: 90,
    },
    {
      ...words.step('quiet'),
      needs: [theRequest, theScaler],
      act: async (hands) => void (await hands.load('web', 0)),
      done: ({ objects }) => webScaler(objects)?.status.desiredReplicas === 1 && isSettledAt(1, objects),
      takes: 360,
      mayLeave: true,
    },
    {
      ...words.step('tug'),
      needs: [theRequest, theScaler],
      command: () => 'kubectl scale deployment web --replicas=3',
      async act(hands, { objects }) {
        const own = web(objects);
        if (own)
          await hands.change(DEPLOYMENTS, own, ({ spec }) => {
            spec.replicas = 3;
          });
        return undefined;
      },
      done: ({ objects, since }) => {
        const last = webScaler(objects)?.status.lastScaleTime;
        return last !== undefined && Date.parse(last) >= since - 1000 && isSettledAt(1, objects);
      },
      takes: 60,
      mayLeave: true,
    },
  ],
};
