/**
 * `npm run gallery -- FOLDER`: writes what each platform is sent for every kind of reply and state, as JSON and as text
 * that can be read: `<platform>/<locale>/<part>/<number>-<name>.json` and `.txt`. The pictures are in `pictures/`, by the
 * names that Discord's messages have for them. In `web/` each stands as a page, and the pages around them with it; where
 * Chromium is there, each has screenshots beside it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '../src/core/command/command.ts';
import { isTyped } from '../src/core/command/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { isDrawable } from '../src/core/reply/drawable.ts';
import { formIn } from '../src/core/reply/form.ts';
import { drawCard } from '../src/pictures/card.ts';
import { newBodyOf } from '../src/platforms/discord/calendar.ts';
import { fileOf } from '../src/platforms/discord/drawn.ts';
import { formModals } from '../src/platforms/discord/form-modal.ts';
import { createMentions } from '../src/platforms/discord/mentions.ts';
import { render as renderForDiscord } from '../src/platforms/discord/render.ts';
import { formViews } from '../src/platforms/slack/form-view.ts';
import { createRenderer } from '../src/platforms/slack/render.ts';
import { homeBoxes, homeTab } from '../src/platforms/slack/views.ts';
import { render as renderForTerminal } from '../src/platforms/terminal/render.ts';
import { hasChromium } from '../test/browser/chromium.ts';
import { readable } from './gallery/readable.ts';
import { playAll } from './gallery/scenes.ts';
import { shotsOf } from './gallery/shots.ts';
import { type Frame, openStage, type RoomFrame } from './gallery/stage.ts';
import { cardsOf, ownPages, pictureFile, replyPage, roomPages, webFiles } from './gallery/web.ts';

/** Names the gallery's own files, so that the next one may take their place. */
const LIST = 'gallery.json';
const COLUMNS = 80;
const LOCALES = ['ko', 'en'] as const;

/** Relative path -> what is written there. */
type Files = Map<string, string | Uint8Array>;

/** Commands as Discord names those that it has registered; the ids are made up. */
function called(commands: readonly Command[], locale: Locale) {
  const mentions = createMentions(commands);
  const registered = commands
    .filter(isTyped)
    .map(({ name }, at) => ({ name, id: String(100_000_000_000_000_000n + BigInt(at)) }));
  mentions.learn({ commands: registered, guildId: undefined });
  return mentions.named(locale, { kind: 'server' });
}

/** A frame as each platform has it. */
function drawn({ reply, locale, isHome, name }: Frame, commands: readonly Command[]): Files {
  const others = true;
  const form = formIn(reply);
  const message = renderForDiscord(reply, { locale, others, fileOf, ...called(commands, locale) });
  // A form is opened in place of the message that tells of it in words.
  const discord = form ? formModals(form)[0] : message;
  const slack = createRenderer(commands.filter(isTyped).map((one) => one.name));
  const view = { locale, others, surface: 'message', name: '민수', prefix: '', fileOf: () => 'F0123456789' } as const;
  const [opened] = form ? formViews(form, '', locale) : [];
  const sent =
    opened ??
    (isHome
      ? homeTab([...homeBoxes(commands, locale), ...slack.blocks(reply, view)])
      : (slack.tabled(reply, view) ?? slack.message(reply, view)));
  // As a terminal marks what stands in the channel.
  const isPosted = /-(?:posted|edited)$/.test(name);
  const terminal = renderForTerminal(
    reply,
    { columns: COLUMNS, colour: false, boxed: true },
    locale,
    isPosted ? 'letters' : 'numbers',
  );
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  const lines = (value: unknown): string => `${readable(value).join('\n')}\n`;
  return new Map([
    [`discord/${locale}/${name}.json`, json(discord)],
    [`discord/${locale}/${name}.txt`, lines(form ? [discord] : message.components)],
    [`slack/${locale}/${name}.json`, json(sent)],
    [`slack/${locale}/${name}.txt`, lines(opened ? [sent] : sent.blocks)],
    [`terminal/${locale}/${name}.json`, json(reply)],
    [`terminal/${locale}/${name}.txt`, `${terminal}\n`],
  ]);
}

/** Draws what is not drawn yet. */
async function addPictures(frame: Frame, files: Files): Promise<void> {
  for (const shown of frame.reply.blocks.filter(isDrawable)) {
    const path = `pictures/${fileOf(shown)}`;
    if (!files.has(path)) files.set(path, await drawCard(shown, 'dark'));
  }
  for (const card of cardsOf(frame)) {
    const path = pictureFile(card, 'light');
    if (!files.has(path)) files.set(path, await drawCard(card, 'light'));
  }
}

/** The frames as pages; screenshots of them where a browser is there. */
async function addPages(frames: readonly Frame[], rooms: readonly RoomFrame[], files: Files): Promise<void> {
  const pages = [
    ...frames.map(replyPage),
    ...rooms.flatMap((one) => roomPages(one)),
    ...LOCALES.flatMap((locale) => ownPages(locale, frames, rooms)),
  ];
  for (const [path, written] of webFiles()) files.set(path, written);
  for (const { path, html } of pages) files.set(`${path}.html`, html);
  if (!hasChromium()) return console.log('no screenshots: Chromium is not there (CHROMIUM names another path)');
  for (const [path, png] of await shotsOf(pages, files)) files.set(path, png);
}

/** The files of an earlier gallery are taken away; a folder with others is not ours. */
function makeRoom(folder: string): void {
  if (!existsSync(folder)) return;
  const list = join(folder, LIST);
  const ours: unknown = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const known = new Set(Array.isArray(ours) ? ours.map(String) : []);
  const there = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name));
  const other = there.find((path) => path !== list && !known.has(path.slice(folder.length + 1)));
  if (other !== undefined)
    throw new Error(`${folder} holds other files, such as ${other}: name a new or an empty folder`);
  for (const path of there) rmSync(path);
}

const [named] = process.argv.slice(2);
if (named === undefined) {
  console.error('npm run gallery -- FOLDER: the folder is missing');
  process.exit(2);
}
// npm runs scripts in the project's folder, and says in INIT_CWD in which one they were typed.
const folder = resolve(process.env.INIT_CWD ?? '.', named);
try {
  makeRoom(folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const files: Files = new Map();
const frames: Frame[] = [];
const rooms: RoomFrame[] = [];
for (const locale of LOCALES) {
  const stage = await openStage(locale);
  await playAll(stage);
  for (const frame of stage.frames) {
    for (const [path, written] of drawn(frame, stage.world.commands())) files.set(path, written);
    await addPictures(frame, files);
  }
  frames.push(...stage.frames);
  rooms.push(...stage.rooms);
  for (const { name, event } of stage.entries)
    files
      .set(`discord/${locale}/${name}.json`, `${JSON.stringify(newBodyOf('discord:1', event), undefined, 2)}\n`)
      .set(`discord/${locale}/${name}.txt`, `# ${event.name}\n${event.description}\n`);
}
await addPages(frames, rooms, files);
for (const [path, written] of [...files, [LIST, `${JSON.stringify([...files.keys()], undefined, 1)}\n`] as const]) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), written);
}
console.log(`${files.size} files in ${folder}`);
process.exit(0);
