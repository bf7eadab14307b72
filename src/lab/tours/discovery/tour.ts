import { wordsOf } from '../made.ts';
import { theClient, theNodes, theService, theWeb } from '../needs.ts';
import type { Step, Tour } from '../tour.ts';
import {
  CLIENT,
  createWeb,
  EXPOSE,
  endpointsOf,
  FIRST,
  isAll,
  isMadeSince,
  RUN_CLIENT,
  webPods,
  webService,
} from '../web.ts';
import { text } from './text.ts';

const words = wordsOf(text);
/** A step in which the Pod `client` prints what there is to see. */
const inClient = (line: string): Pick<Step, 'lines' | 'print' | 'done' | 'takes'> => ({
  lines: () => [`kubectl exec ${CLIENT} -- ${line}`],
  print: (printed) => printed,
  done: () => false,
  takes: 2,
});
const VISIT = 'wget -qO- http://web';

export const discovery: Tour = {
  ...{ id: 'discovery', title: words.title, about: words.about, called: words.called },
  terms: ['service-discovery', 'dns'],
  steps: [
    {
      ...words.step('start'),
      needs: [theNodes],
      lines: () => [createWeb(2), RUN_CLIENT],
      done: ({ objects }) => isAll(objects, FIRST, 2) && !webService(objects) && theClient.isThere(objects),
      takes: 5,
    },
    {
      ...words.step('expose'),
      needs: [theWeb],
      lines: () => [EXPOSE],
      done: ({ objects }) => endpointsOf(objects).length > 0,
      takes: 2,
    },
    {
      ...words.step('resolve'),
      needs: [theWeb, theService, theClient],
      ...inClient('nslookup web'),
    },
    {
      ...words.step('visit'),
      needs: [theWeb, theService, theClient],
      ...inClient(VISIT),
    },
    {
      ...words.step('replace'),
      needs: [theWeb, theService],
      lines: () => ['kubectl delete pods -l app=web'],
      done: ({ objects, since }) =>
        isAll(objects, FIRST) &&
        webPods(objects).every((pod) => isMadeSince(pod, since)) &&
        endpointsOf(objects).length === webPods(objects).length,
      takes: 5,
    },
    {
      ...words.step('still'),
      needs: [theWeb, theService, theClient],
      ...inClient(VISIT),
    },
  ],
};
