import type { Pod } from '../../kinds/types.ts';
import type { ClusterObjects } from '../../picture/objects.ts';
import { wordsOf } from '../made.ts';
import { theNodes, theOutage, theService, theWeb } from '../needs.ts';
import type { Seen, Tour } from '../tour.ts';
import {
  createWeb,
  downNodes,
  EXPOSE,
  FIRST,
  fullestNode,
  isAll,
  isMadeSince,
  isNoticed,
  readyPods,
  web,
  webPods,
} from '../web.ts';
import { text } from './text.ts';

const words = wordsOf(text);

/** As many ready Pods, on nodes that are up, as are wanted. */
const isWhole = (objects: ClusterObjects): boolean => readyPods(objects).length >= (web(objects)?.spec.replicas ?? 1);

/** The same at each look, as long as it is there: the command names it, and the button takes it. */
const victim = ({ objects, since }: Seen): Pod | undefined =>
  readyPods(objects)
    .filter((pod) => !isMadeSince(pod, since))
    .toSorted((one, other) => one.metadata.name.localeCompare(other.metadata.name))[0];

const ofVictim = (seen: Seen, line: (name: string) => string): string[] => {
  const pod = victim(seen);
  return pod ? [line(pod.metadata.name)] : [];
};

/** Its container was started again since then. */
const isRestarted = ({ status }: Pod, since: number): boolean =>
  status.containerStatuses?.some(
    ({ restartCount, state }) =>
      restartCount > 0 && state.running !== undefined && Date.parse(state.running.startedAt) >= since - 1000,
  ) === true;

export const healing: Tour = {
  ...{ id: 'healing', title: words.title, about: words.about, called: words.called },
  terms: ['self-healing', 'desired-state'],
  steps: [
    {
      ...words.step('start'),
      needs: [theNodes],
      lines: () => [createWeb(3), EXPOSE],
      done: ({ objects }) => isAll(objects, FIRST, 3) && theService.isThere(objects),
      takes: 5,
    },
    {
      ...words.step('pod'),
      needs: [theWeb, theService],
      lines: (seen) => ofVictim(seen, (name) => `kubectl delete pod ${name}`),
      done: ({ objects, since }) => isWhole(objects) && webPods(objects).some((pod) => isMadeSince(pod, since)),
      takes: 5,
    },
    {
      ...words.step('container'),
      needs: [theWeb, theService],
      lines: (seen) => ofVictim(seen, (name) => `kubectl exec ${name} -- kill 1`),
      done: ({ objects, since }) => readyPods(objects).some((pod) => isRestarted(pod, since)),
      takes: 5,
    },
    {
      ...words.step('node'),
      needs: [theWeb, theService],
      async act(hands, { objects }) {
        // Pressed twice, it is the same node.
        const node = downNodes(objects).length === 0 ? fullestNode(objects) : undefined;
        if (node !== undefined) await hands.power(node, 'off');
      },
      done: ({ objects }) => isNoticed(objects),
      takes: 45,
    },
    {
      ...words.step('elsewhere'),
      needs: [theWeb, theOutage],
      done: ({ objects }) => isNoticed(objects) && isWhole(objects),
      takes: 310,
      mayLeave: true,
    },
    {
      ...words.step('back'),
      needs: [theWeb],
      async act(hands, { objects }) {
        for (const node of downNodes(objects)) await hands.power(node, 'on');
      },
      done: ({ objects }) => downNodes(objects).length === 0,
      takes: 15,
    },
  ],
};
