import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBot } from '../app/bot.ts';
import type { LoadedCourse } from '../app/course.ts';
import type { Bot } from '../core/command/dispatch.ts';
import type { Labs } from '../core/lab.ts';
import { type Meter, unmetered } from '../core/meter.ts';
import type { Page } from '../core/page.ts';
import type { Messenger } from '../core/platform.ts';
import type { Context } from '../course/context.ts';
import { type DatabaseAddress, IN_MEMORY } from '../store/address.ts';
import type { Services } from '../store/services.ts';
import { openCourses } from './content.ts';
import type { Program } from './program.ts';

/** The store at an address, with all that writes to it. */
export async function openServices(
  database: DatabaseAddress,
  { now, log }: Program,
  meter: Meter = unmetered,
): Promise<Services> {
  // Modes that keep nothing load no database.
  const [{ openStore }, { createServices }] = await Promise.all([
    import('../store/open.ts'),
    import('../store/services.ts'),
  ]);
  return createServices(await openStore(database, { unique: randomUUID, log }), now, log, meter);
}

const newId = (): string =>
  BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')
    .slice(-10);

/** A short name for a bug: short enough to be told over the phone. */
export const newReference = (): string => randomBytes(3).toString('hex');

function readVersion(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return version;
}

interface BotOptions {
  meter?: Meter;
  /** Without them nothing is kept for longer than the process runs. */
  services?: Services;
  /** Filled once platforms are connected. */
  messengers?: readonly Messenger[];
  /** Where the class's page is, once it is served. */
  page?: () => Page | undefined;
  /** Once they can be run. */
  labs?: () => Labs | undefined;
  /** See Context. */
  hurry?: () => void;
}

/**
 * The bot, on the courses that are configured; `context` is that of the first. Which courses these are at a moment,
 * `loaded` says.
 */
export async function openBot(
  program: Program,
  {
    meter = unmetered,
    services,
    messengers = [],
    page = () => undefined,
    labs = () => undefined,
    hurry = () => {},
  }: BotOptions = {},
): Promise<{ bot: Bot; context: Context; loaded: readonly LoadedCourse[] }> {
  const { root, log, instant, random } = program;
  const { records, classes, classQuestions, outbox, sessions, appointments, homework, reports } =
    services ?? (await openServices(IN_MEMORY, program));
  const loaded = openCourses(program);
  const made = await createBot(
    {
      ...{ records, classes, classQuestions, outbox, sessions, appointments, homework, reports },
      courses: () => loaded.map(({ course }) => course),
      messengers: () => messengers,
      page,
      labs,
      hurry,
      version: readVersion(root),
      newId,
      now: instant,
      random,
    },
    { folder: join(root, 'commands'), log, newReference, meter },
  );
  return { ...made, loaded };
}
