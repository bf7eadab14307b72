/** `node scripts/lab-pictures.ts`: draws the README's pictures of a lab, docs/lab.png and docs/lab.en.png: a rollout half done. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readObjects } from '../src/lab/picture/objects.ts';
import { view } from '../src/lab/picture/view.ts';
import { pictureOf } from '../src/lab/picture/words.ts';
import { createHands } from '../src/lab/tours/hands.ts';
import { createWeb, EXPOSE, FIRST, isAll, SECOND, setImage } from '../src/lab/tours/web.ts';
import { drawCard } from '../src/pictures/card.ts';
import { turnedLab } from '../test/lab/support/turned.ts';

const { client, pass, cluster } = turnedLab();
const hands = createHands(client);
const look = () => readObjects(client);

/** Seconds of the lab that a rollout takes at most, and between two looks at it. */
const [LONGEST, STEP] = [60, 0.1];

async function until(isThere: (objects: Awaited<ReturnType<typeof look>>) => boolean) {
  for (let gone = 0; gone < LONGEST; gone += STEP) {
    await pass(STEP);
    const objects = await look();
    if (isThere(objects)) return objects;
  }
  throw new Error('the lab did not come so far');
}

await pass(1);
for (const line of [createWeb(4), EXPOSE]) await hands.kubectl(line);
await until((objects) => isAll(objects, FIRST, 4));
await hands.kubectl(setImage(SECOND));
const half = view(
  await until((objects) => {
    const [first] = view(objects).news;
    const { pods } = view(objects);
    return (
      first?.type === 'rollout' &&
      first.fresh === 2 &&
      pods.some(({ look: is }) => is === 'leaving' || is === 'starting')
    );
  }),
);
for (const [locale, name] of [
  ['ko', 'lab.png'],
  ['en', 'lab.en.png'],
] as const) {
  const file = join(import.meta.dirname, '../docs', name);
  const png = await drawCard(pictureOf(half, locale), 'light');
  writeFileSync(file, png);
  console.log(`${file}: ${Math.round(png.byteLength / 1000)} kB`);
}
cluster.close();
