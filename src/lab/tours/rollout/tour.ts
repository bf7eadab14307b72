import { DEPLOYMENTS } from '../../kinds/workloads.ts';
import { wordsOf } from '../made.ts';
import { MISSING, theHistory, theMistake, theService, theWeb } from '../needs.ts';
import type { Seen, Tour } from '../tour.ts';
import {
  applyService,
  applyWeb,
  IMAGE,
  imageIn,
  isAll,
  isMadeSince,
  lookOf,
  readyPods,
  setImage,
  web,
  webPods,
  webVersions,
} from '../web.ts';
import { text } from './text.ts';

const both = wordsOf(text);
const RESTARTED = 'kubectl.kubernetes.io/restartedAt';

const [FIRST, SECOND] = [`${IMAGE}:1.0`, `${IMAGE}:1.1`];

/** A Pod of the image that does not exist says so, and those of the other go on. */
function isStuck({ objects }: Seen): boolean {
  const broken = webPods(objects).filter((pod) => imageIn(pod) === MISSING && lookOf(pod, objects) === 'broken');
  return broken.length > 0 && readyPods(objects).length >= 2;
}

export const rollout: Tour = {
  ...{ id: 'rollout', title: both.title, about: both.about, called: both.called },
  terms: ['automated-rollout', 'rollback'],
  steps: [
    {
      ...both.step('start'),
      needs: [],
      command: () => `kubectl create deployment web --image=${FIRST} --replicas=3`,
      async act(hands, { objects }) {
        await applyWeb(hands);
        await applyService(hands, objects);
        return undefined;
      },
      done: ({ objects }) => isAll(objects, FIRST, 3),
      takes: 5,
    },
    {
      ...both.step('update'),
      needs: [theWeb, theService],
      command: () => `kubectl set image deployment/web web=${SECOND}`,
      act: async (hands, { objects }) => void (await setImage(hands, objects, SECOND)),
      done: ({ objects }) => isAll(objects, SECOND),
      takes: 15,
    },
    {
      ...both.step('mistake'),
      needs: [theWeb, theService],
      command: () => `kubectl set image deployment/web web=${MISSING}`,
      act: async (hands, { objects }) => void (await setImage(hands, objects, MISSING)),
      done: isStuck,
      takes: 10,
    },
    {
      ...both.step('undo'),
      needs: [theWeb, theHistory, theMistake],
      command: () => 'kubectl rollout undo deployment/web',
      async act(hands, { objects }) {
        const own = web(objects);
        const before = webVersions(objects)
          .filter(({ isNewest }) => !isNewest)
          .toSorted((one, other) => other.revision - one.revision)[0];
        if (!own || !before) return undefined;
        const template = structuredClone(before.set.spec.template);
        delete template.metadata?.labels?.['pod-template-hash'];
        await hands.change(DEPLOYMENTS, own, ({ spec }) => void Object.assign(spec, { template }));
        return undefined;
      },
      done: ({ objects }) => {
        const image = webVersions(objects).find(({ isNewest }) => isNewest)?.image;
        return image !== MISSING && theMistake.isThere(objects) && isAll(objects, image ?? '');
      },
      takes: 5,
    },
    {
      ...both.step('restart'),
      needs: [theWeb, theService],
      command: () => 'kubectl rollout restart deployment/web',
      async act(hands, { objects, since }) {
        const own = web(objects);
        if (!own) return undefined;
        await hands.change(DEPLOYMENTS, own, ({ spec: { template } }) => {
          template.metadata ??= {};
          template.metadata.annotations = {
            ...template.metadata.annotations,
            [RESTARTED]: new Date(since).toISOString().replace(/\.\d+Z$/, 'Z'),
          };
        });
        return undefined;
      },
      done: ({ objects, since }) => {
        const image = web(objects)?.spec.template.spec.containers[0]?.image ?? '';
        return isAll(objects, image) && webPods(objects).every((pod) => isMadeSince(pod, since));
      },
      takes: 15,
    },
  ],
};
