import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTyped, usage } from '../src/core/command/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { markVisible, renderPost } from '../src/live/messages.ts';
import { beginSession } from '../src/live/sessions.ts';
import { COLUMNS } from '../src/platforms/terminal/limits.ts';
import { render } from '../src/platforms/terminal/render.ts';
import { openRoom, START } from './support/live-room.ts';
import { botOf, COURSE, ROOT, student } from './support/world.ts';

const HEADERS: Readonly<Record<Locale, string>> = {
  ko: '| 명령 | 하는 일 |',
  en: '| Command | What it does |',
};

const READMES = [
  { file: 'README.md', locale: 'ko' },
  { file: 'README.en.md', locale: 'en' },
] as const;

test.each(READMES)("$file has the commands' own table", async ({ file, locale }) => {
  const { bot } = await botOf([COURSE]);
  const rows = bot.commands
    .filter(isTyped)
    // GFM, tables: a bar ends a cell even in code.
    .map((command) => `| \`${usage(command, locale).replaceAll('|', '\\|')}\` | ${command.summary[locale]} |`);
  const table = [HEADERS[locale], '| --- | --- |', ...rows].join('\n');
  const text = readFileSync(join(ROOT, file), 'utf8');
  expect(/<!-- commands:\w+ -->\n([\s\S]*?)\n<!-- \/commands -->/.exec(text)?.[1]).toBe(table);
});

test.each(READMES)('$file names only scripts and files that exist', ({ file }) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = Array.from(text.matchAll(/npm run (?:--silent )?([\w:]+)/g), ([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const links = Array.from(text.matchAll(/\]\((?!https?:|term:|#)([^)#]+)(?:#[^)]*)?\)/g), ([, path = '']) => path);
  const paths = Array.from(text.matchAll(/`((?:src|test|commands|content)\/[\w./-]*)`/g), ([, path = '']) => path);
  for (const path of [...links, ...paths]) expect(() => readFileSync(join(ROOT, path)), path).not.toThrow(/ENOENT/);
});

test.each(READMES)('$file shows what the terminal shows', async ({ file, locale }) => {
  const { bot } = await botOf([COURSE]);
  const text = readFileSync(join(ROOT, file), 'utf8');
  const [, line = '', box = ''] = /```text\n(?:도시락|dosirak)> (.+)\n([\s\S]*?)\n```/.exec(text) ?? [];
  const reply = await bot.dispatch(line, { ...student, locale });
  expect(box).toBe(render(reply, { columns: COLUMNS.widest, colour: false, boxed: true }, locale));
});

test.each(READMES)('$file shows what the channel at a terminal sees of an answer', async ({ file, locale }) => {
  const room = await openRoom();
  const { world, one, person } = room;
  const question = world
    .course()
    .terms.get('pod')
    ?.questions.find(({ type }) => type === 'boolean');
  if (!question) throw new Error('there is no such question');
  const plan = { questions: [question], mode: 'speed', open: 20_000 } as const;
  await beginSession(one, plan, undefined, START, world);
  await room.type('/live next');
  await room.pass(1);
  const [first, second] = locale === 'ko' ? ['민수', '지수'] : ['Ann', 'Ben'];
  for (const channel of one.channels)
    await markVisible(room.post('ask0', channel.channel), world.now().epochMilliseconds, world);
  await room.pass(2440);
  await room.pick(person('discord:1', { name: first }), 'ask0', await room.letters(0, true));
  await room.pick(person('discord:2', { name: second }), 'ask0', await room.letters(0, false));
  await room.type('/live next');
  await room.pass(1);
  const reply = await renderPost(
    { ...room.post('tell0'), channel: 'terminal:class' },
    locale,
    world.now().epochMilliseconds,
    world,
  );
  const text = readFileSync(join(ROOT, file), 'utf8');
  const [, box] = /```text\n── (?:채널|channel) ──\n([\s\S]*?)\n```/.exec(text) ?? [];
  expect(reply && render(reply, { columns: COLUMNS.widest, colour: false, boxed: true }, locale, 'letters')).toBe(box);
});
