/** `node scripts/page-pictures.ts`: draws the README's pictures of the page, docs/page-*.png, by the gallery's class. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawCard } from '../src/pictures/card.ts';
import { instructorTabs, studentTabs } from '../src/platforms/web/pages/chat.ts';
import { playAll } from './gallery/scenes.ts';
import { shotsOf } from './gallery/shots.ts';
import { openStage } from './gallery/stage.ts';
import { cardsOf, pictureFile, talkPage, wallPage, webFiles } from './gallery/web.ts';

const stage = await openStage('ko');
await playAll(stage);

function frameNamed(name: RegExp) {
  const found = stage.frames.find((one) => name.test(one.name));
  if (!found) throw new Error(`nothing in the gallery is called ${name}`);
  return found;
}

// Some have answered by then.
const asked = stage.rooms.find(
  ({ name, reply }) => name.endsWith('-edited') && reply.blocks.some(({ type }) => type === 'choice'),
);
if (!asked) throw new Error('no question was asked in a room');
const concept = frameNamed(/a-concept$/);
const report = frameNamed(/8-report\/\d+-overview$/);
const files = new Map<string, string | Uint8Array>(webFiles());
for (const card of cardsOf(concept)) files.set(pictureFile(card, 'light'), await drawCard(card, 'light'));
const pages = {
  student: talkPage(concept, '파드가 뭐야?', studentTabs(concept), { name: 'phone', width: 390, height: 844 }),
  wall: wallPage(asked, { name: 'wall', width: 1024, height: 768 }),
  report: talkPage(report, '/report', instructorTabs(report, stage.world.commands()), {
    ...{ name: 'report', width: 900, height: 900 },
  }),
};
for (const { path, html } of Object.values(pages)) files.set(`${path}.html`, html);
const shots = await shotsOf(Object.values(pages), files, ['light']);
for (const [name, { path }] of Object.entries(pages)) {
  const png = Array.from(shots).find(([at]) => at.startsWith(`${path}.`))?.[1];
  if (!png) throw new Error(`${name} was not drawn`);
  const file = join(import.meta.dirname, `../docs/page-${name}.png`);
  writeFileSync(file, png);
  console.log(`${file}: ${Math.round(png.length / 1000)} kB`);
}
process.exit(0);
