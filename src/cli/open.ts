import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCommands } from '../app/commands.ts';
import { noCache, openCache, parserVersion } from '../content/cache.ts';
import { loadContent } from '../content/load.ts';
import type { Content, Problem, Term } from '../content/model.ts';
import type { Command } from '../core/command/command.ts';
import { type Bot, createDispatch, reporter } from '../core/command/dispatch.ts';
import { type Meter, unmetered } from '../core/meter.ts';
import type { Messenger } from '../core/platform.ts';
import type { Context } from '../course/context.ts';
import { createCourse } from '../course/course.ts';
import { withoutControls } from '../language/normalize.ts';
import { type Address, IN_MEMORY } from '../store/address.ts';
import type { Services } from '../store/services.ts';
import { needFolders, type Program } from './program.ts';

/** The folder of the built-in course. */
const builtInOf = ({ root }: Pick<Program, 'root'>): string => join(root, 'content');

/** A problem of the content on one line: `file:line: what to mend`. */
export const problemLine = ({ file, line, message }: Problem, { config }: Pick<Program, 'config'>): string =>
  withoutControls(`${file}:${line}: ${message[config.locale]}`).replaceAll('\n', ' ');

/** What was left out of the content: a line for a person at the terminal, a log line each for operators. */
function warnOfProblems(problems: readonly Problem[], { config, log, isWatched, warn }: Program): void {
  if (isWatched && problems.length > 0) {
    const ko = `수업 내용에 고칠 곳이 ${problems.length}군데 있어서 그 부분은 빼고 시작해요. npm run content:check로 확인하세요.`;
    const en = `${problems.length} problems in the content; those parts are left out. See npm run content:check.`;
    warn(config.locale === 'ko' ? ko : en);
  } else for (const { file, line, message } of problems) log.warn({ file, line }, message[config.locale]);
}

/** Content, of which what was read at an earlier start is read no more. */
function readContent(folders: readonly string[], { root, cacheFolder }: Program): Content {
  const version = parserVersion(root);
  const cache = cacheFolder === undefined ? noCache : openCache(cacheFolder, folders, { version, unique: randomUUID });
  return loadContent(folders, cache);
}

/** What is taught, with the words that tell its concepts from others; what was left out of it is told. */
export function readCourse(program: Program): { content: Content; builtIn: boolean; lexicon: () => readonly Term[] } {
  const { config } = program;
  const content = readContent(needFolders(config.content, 'CONTENT_DIR: '), program);
  warnOfProblems(content.problems, program);
  const builtIn = config.content.includes(builtInOf(program));
  return { content, builtIn, lexicon: () => (builtIn ? [] : readContent([builtInOf(program)], program).terms) };
}

/** The store at an address, with all that writes to it. */
export async function openServices(
  database: Address,
  { now, log }: Program,
  meter: Meter = unmetered,
): Promise<Services> {
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

/** A short name for a bug, which can be told over the phone. */
export const newReference = (): string => randomBytes(3).toString('hex');

function versionOf({ root }: Program): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return version;
}

/**
 * The bot with all that it works with. Without `services` nothing is kept for longer than the process runs; `messengers`
 * is filled once platforms are connected.
 */
export async function openBot(
  program: Program,
  {
    meter = unmetered,
    services,
    messengers = [],
  }: { meter?: Meter; services?: Services; messengers?: Messenger[] } = {},
): Promise<{ bot: Bot; context: Context }> {
  const { records, classes, outbox, sessions, reports } = services ?? (await openServices(IN_MEMORY, program));
  const { content, builtIn, lexicon } = readCourse(program);
  const course = createCourse(content, { builtIn, lexicon });
  let commands: readonly Command[] = [];
  const context: Context = {
    course: () => course,
    version: versionOf(program),
    commands: () => commands,
    messengers: () => messengers,
    newId,
    records,
    classes,
    outbox,
    sessions,
    reports,
    now: program.instant,
    random: program.random,
  };
  commands = await loadCommands(join(program.root, 'commands'), context);
  const report = reporter({ log: program.log, reference: newReference });
  const dispatch = createDispatch(commands, { report, meter });
  return { context, bot: { commands, dispatch, report } };
}
