import { wordsOf } from '../made.ts';
import { MISSING, theHistory, theMistake, theService, theWeb } from '../needs.ts';
import type { Seen, Tour } from '../tour.ts';
import {
  createWeb,
  EXPOSE,
  FIRST,
  imageIn,
  isAll,
  isMadeSince,
  lookOf,
  readyPods,
  SECOND,
  setImage,
  web,
  webPods,
  webVersions,
} from '../web.ts';
import { text } from './text.ts';

const both = wordsOf(text);
/** Without it a rollout of three Pods is over before it is seen. */
const SLOWLY = `kubectl patch deployment web -p '{"spec":{"minReadySeconds":5}}'`;

/** The image that the Deployment wants. */
const wanted = ({ objects }: Seen): string => web(objects)?.spec.template.spec.containers[0]?.image ?? '';

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
      lines: () => [createWeb(3), SLOWLY, EXPOSE],
      done: ({ objects }) => isAll(objects, FIRST, 3) && theService.isThere(objects),
      takes: 5,
    },
    {
      ...both.step('update'),
      needs: [theWeb, theService],
      lines: () => [setImage(SECOND)],
      done: ({ objects }) => isAll(objects, SECOND),
      takes: 20,
    },
    {
      ...both.step('mistake'),
      needs: [theWeb, theService],
      lines: () => [setImage(MISSING)],
      done: isStuck,
      takes: 10,
    },
    {
      ...both.step('undo'),
      needs: [theWeb, theHistory, theMistake],
      // Undone twice, it would be the mistake again.
      lines: (seen) => (wanted(seen) === MISSING ? ['kubectl rollout undo deployment/web'] : []),
      done: (seen) => {
        const image = webVersions(seen.objects).find(({ isNewest }) => isNewest)?.image;
        return image !== MISSING && theMistake.isThere(seen.objects) && isAll(seen.objects, wanted(seen));
      },
      takes: 5,
    },
    {
      ...both.step('restart'),
      needs: [theWeb, theService],
      lines: () => ['kubectl rollout restart deployment/web'],
      done: (seen) =>
        isAll(seen.objects, wanted(seen)) && webPods(seen.objects).every((pod) => isMadeSince(pod, seen.since)),
      takes: 20,
    },
  ],
};
