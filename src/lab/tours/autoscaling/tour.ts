import { wordsOf } from '../made.ts';
import { AUTOSCALE, MOST, REQUEST, theRequest, theScaler } from '../needs.ts';
import type { Tour } from '../tour.ts';
import { createWeb, readyPods, web, webPods, webScaler } from '../web.ts';
import { text } from './text.ts';

const words = wordsOf(text);
/** Millicores that the load takes: more than the six Pods that the autoscaler may make were asked for at 50 %. */
const LOAD = 400;

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
      lines: () => [createWeb(1), REQUEST],
      done: ({ objects }) => theRequest.isThere(objects) && !webScaler(objects) && isSettledAt(1, objects),
      takes: 5,
    },
    {
      ...words.step('scaler'),
      needs: [theRequest],
      lines: () => [AUTOSCALE],
      done: ({ objects }) =>
        webScaler(objects)?.status.currentMetrics?.some(
          ({ resource }) => resource?.current.averageUtilization !== undefined,
        ) === true,
      takes: 60,
    },
    {
      ...words.step('load'),
      needs: [theRequest, theScaler],
      act: (hands) => hands.load('web', LOAD),
      done: ({ objects }) => readyPods(objects).length >= MOST,
      takes: 90,
    },
    {
      ...words.step('quiet'),
      needs: [theRequest, theScaler],
      act: (hands) => hands.load('web', 0),
      done: ({ objects }) => webScaler(objects)?.status.desiredReplicas === 1 && isSettledAt(1, objects),
      takes: 360,
      mayLeave: true,
    },
    {
      ...words.step('tug'),
      needs: [theRequest, theScaler],
      lines: () => ['kubectl scale deployment web --replicas=3'],
      done: ({ objects, since }) => {
        const last = webScaler(objects)?.status.lastScaleTime;
        return last !== undefined && Date.parse(last) > since && isSettledAt(1, objects);
      },
      takes: 60,
      mayLeave: true,
    },
  ],
};
