import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadCommands } from '../../src/app/commands.ts';
import { loadContent } from '../../src/content/load.ts';
import type { Content } from '../../src/content/model.ts';
import type { Caller, Command } from '../../src/core/command/command.ts';
import { type Bot, createDispatch, createReportBug } from '../../src/core/command/dispatch.ts';
import type { Labs } from '../../src/core/lab.ts';
import type { Page } from '../../src/core/page.ts';
import type { Messenger } from '../../src/core/platform.ts';
import type { Context } from '../../src/course/context.ts';
import { type Course, createCourse } from '../../src/course/course.ts';
import { IN_MEMORY } from '../../src/store/address.ts';
import { openStore } from '../../src/store/open.ts';
import { createServices, type Services } from '../../src/store/services.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The course as it is taught. */
export const COURSE = join(ROOT, 'content');

export const student: Caller = {
  id: 'test:student',
  space: 'test',
  channel: 'test:class',
  locale: 'ko',
  manages: false,
  known: ['test:student'],
};

/** Files in a new folder that is gone after the test. */
export function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  finished: (end: () => void) => unknown = onTestFinished,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

let builtIn: Course | undefined;

/** The course of these folders; the built-in one is read and indexed once a worker, since nothing changes it. */
export function courseIn(folders: readonly string[]): Course {
  if (folders.join() !== COURSE) return createCourse(loadContent(folders));
  builtIn ??= createCourse(loadContent(folders));
  return builtIn;
}

/** The built-in course's content. */
export const courseContent = (): Content => courseIn([COURSE]).content;

/** What commands work with, what instructors were told of files, and what is kept of the page. */
export type World = Context & Pick<Services, 'toldProblems' | 'pages'>;

/** A store that is gone with the process. */
export async function forgetful(now: () => number = Date.now): Promise<Services> {
  const log = { info: () => {}, warn: () => {} };
  return createServices(await openStore(IN_MEMORY, { unique: randomUUID, log }), now, log);
}

/**
 * The whole bot on some content, from a fixed instant on (each look at the clock is a millisecond later) or by a clock
 * that gives epoch milliseconds, and with fixed randomness, with `more` commands than its own or instead of them;
 * bugs land in `logged`. `teach` swaps the course while the bot runs.
 */
export async function botOf(
  folders: readonly string[],
  {
    random = () => 0.5,
    now = '2026-11-23T01:00:00Z',
    messengers = [],
    page,
    labs,
    more = [],
  }: {
    random?: () => number;
    now?: string | (() => number);
    messengers?: readonly Messenger[];
    page?: Page;
    labs?: Labs;
    more?: readonly Command[];
  } = {},
): Promise<{ bot: Bot; world: World; logged: object[]; teach: (next: Course) => void }> {
  let commands: readonly Command[] = [];
  const logged: object[] = [];
  let ticks = 0;
  let ids = 0;
  const start = typeof now === 'string' ? Temporal.Instant.from(now).epochMilliseconds : 0;
  const clock = typeof now === 'string' ? () => start + ticks++ : now;
  let course = courseIn(folders);
  const world: World = {
    course: () => course,
    courses: () => [course],
    version: '0.0.0',
    commands: () => commands,
    messengers: () => messengers,
    page: () => page,
    labs: () => labs,
    hurry: () => {},
    newId: () => `id${String(++ids).padStart(8, '0')}`,
    ...(await forgetful(clock)),
    now: () => Temporal.Instant.fromEpochMilliseconds(clock()),
    random,
  };
  const loaded = await loadCommands(join(ROOT, 'commands'), world);
  commands = [...loaded.filter(({ name }) => !more.some((one) => one.name === name)), ...more];
  const reportBug = createReportBug({
    log: { error: (fields) => void logged.push(fields) },
    reference: () => 'abc123',
  });
  return {
    world,
    logged,
    teach: (next) => {
      course = next;
    },
    bot: { commands, dispatch: createDispatch(commands, { reportBug }), reportBug },
  };
}
