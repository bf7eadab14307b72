import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import { loadCommands } from './app/commands.ts';
import { type Config, ConfigError, readConfig } from './app/config.ts';
import { eachLine } from './cli/each-line.ts';
import { loadContent } from './content/load.ts';
import type { Content, Problem, Term } from './content/model.ts';
import type { Caller, Command } from './core/command/command.ts';
import { type Bot, createDispatch, reporter } from './core/command/dispatch.ts';
import { StartError } from './core/errors.ts';
import type { Localized } from './core/locale.ts';
import { type Meter, unmetered } from './core/meter.ts';
import type { Messenger } from './core/platform.ts';
import type { Context } from './course/context.ts';
import { createCourse, searchOf } from './course/course.ts';
import { withoutControls } from './language/normalize.ts';
import type { DiscordConfig } from './platforms/discord/config.ts';
import { type Address, IN_MEMORY } from './store/address.ts';
import type { Services } from './store/services.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT_IN = join(ROOT, 'content');

const line = (text: string): boolean => process.stdout.write(`${text}\n`);

const told = ({ file, line: at, message }: Problem, { locale }: Config): string =>
  withoutControls(`${file}:${at}: ${message[locale]}`).replaceAll('\n', ' ');

function version(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return version;
}

/** What was left out of the content: a line for a person at the terminal, a log line each for operators. */
function tellOf(problems: readonly Problem[], config: Config, log: Logger): void {
  if (process.stderr.isTTY && problems.length > 0) {
    const ko = `수업 내용에 고칠 곳이 ${problems.length}군데 있어서 그 부분은 빼고 시작해요. npm run content:check로 확인하세요.`;
    const en = `${problems.length} problems in the content; those parts are left out. See npm run content:check.`;
    process.stderr.write(`${config.locale === 'ko' ? ko : en}\n`);
  } else for (const { file, line, message } of problems) log.warn({ file, line }, message[config.locale]);
}

const loggerOf = ({ logLevel }: Config): Logger => pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));

async function keep(database: Address, log: Logger, meter: Meter = unmetered): Promise<Services> {
  const [{ openStore }, { createServices }] = await Promise.all([
    import('./store/open.ts'),
    import('./store/services.ts'),
  ]);
  return createServices(await openStore(database, { unique: randomUUID, log }), Date.now, log, meter);
}

const newId = (): string =>
  BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')
    .slice(-10);

/** Short enough to be told over the phone. */
const newReference = (): string => randomBytes(3).toString('hex');

/** What is taught, with the words that tell its concepts from others; what was left out of it is told. */
function read(config: Config, log: Logger): { content: Content; builtIn: boolean; lexicon: () => readonly Term[] } {
  const content = loadContent(config.content);
  tellOf(content.problems, config, log);
  const builtIn = config.content.includes(BUILT_IN);
  return { content, builtIn, lexicon: () => (builtIn ? [] : loadContent([BUILT_IN]).terms) };
}

/** Without a platform nobody has asked for more than what is kept while the process runs. */
async function open(
  config: Config,
  log: Logger = loggerOf(config),
  meter: Meter = unmetered,
  keeping?: Services,
  messengers: readonly Messenger[] = [],
): Promise<{ bot: Bot; context: Context }> {
  const { records, classes, outbox, sessions, reports } = keeping ?? (await keep(IN_MEMORY, log));
  const { content, builtIn, lexicon } = read(config, log);
  const course = createCourse(content, { builtIn, lexicon });
  let commands: readonly Command[] = [];
  const context: Context = {
    course: () => course,
    version: version(),
    commands: () => commands,
    messengers: () => messengers,
    newId,
    records,
    classes,
    outbox,
    sessions,
    reports,
    now: () => Temporal.Now.instant(),
    random: Math.random,
  };
  commands = await loadCommands(join(ROOT, 'commands'), context);
  const report = reporter({ log, reference: newReference });
  const dispatch = createDispatch(commands, { talk: 'k8s', report, meter });
  return { context, bot: { commands, dispatch, report } };
}

/** How often we look whether whoever started us is still there. */
const WATCH_MS = 500;

/**
 * Resolves with the first SIGTERM or SIGINT (a second one ends the process at once), and when whoever started us is
 * gone: npm passes a signal on to the shell between us alone, and a shard's manager may have died.
 */
const ended = ({ byNpm }: Config): Promise<void> =>
  new Promise((resolve) => {
    const parent = process.ppid;
    // It holds the process as well: between two connections nothing else may.
    setInterval(() => byNpm && process.ppid !== parent && resolve(), WATCH_MS);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    process.once('disconnect', resolve);
  });

async function shards(config: Config, discord: DiscordConfig): Promise<void> {
  const asked = ended(config);
  const { spawnShards } = await import('./platforms/discord/sharding.ts');
  const log = loggerOf(config);
  const launch = join(import.meta.dirname, 'launch.mjs');
  const processes = await spawnShards(launch, process.execArgv, discord, log, asked);
  if (!processes) process.exit(0);
  const count = processes.shards;
  line(
    config.locale === 'ko'
      ? `Discord에 프로세스 ${count}개로 접속했어요(샤드마다 하나).`
      : `Connected to Discord with ${count} processes, one a shard.`,
  );
  const { until } = await import('./cli/serve.ts');
  await until(processes, asked);
  process.exit(0);
}

async function serveAll(config: Config): Promise<void> {
  const asked = ended(config);
  const log = loggerOf(config);
  const metrics = config.web && (await import('./app/metrics.ts')).createMetrics();
  const meter = metrics?.meter ?? unmetered;
  const [{ serve }, keeping] = await Promise.all([import('./cli/serve.ts'), keep(config.database, log, meter)]);
  // A library's own mistake over one message must not end the class.
  process.on('unhandledRejection', (error) =>
    log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'something failed unseen'),
  );
  const messengers: Messenger[] = [];
  const { bot, context } = await open(config, log, meter, keeping, messengers);
  const tell = (words: Localized): unknown => line(words[config.locale]);
  await serve(config, {
    bot,
    context,
    messengers,
    keeping,
    now: Date.now,
    log,
    reference: newReference,
    metrics,
    asked,
    tell,
  });
  process.exit(0);
}

function tokenOf({ discord }: Config): DiscordConfig {
  if (discord) return discord;
  throw new ConfigError(['DISCORD_TOKEN: is needed for this; see README.md']);
}

/** The manifest is for Socket Mode, or for HTTP at the address that is given (`https://bot.example.com`). */
function manifestFor(prefix: string, [address]: readonly string[]): { prefix: string; url: string | undefined } {
  const url = address?.replace(/\/+$/, '');
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
    throw new ConfigError([`${url}: give the address of the bot, https://…, or nothing for Socket Mode`]);
  return { prefix, url };
}

function check(config: Config, folders: readonly string[]): void {
  const { chapters, terms, sets, problems } = loadContent(folders.length > 0 ? folders : config.content);
  for (const problem of problems) line(told(problem, config));
  const questions = terms.reduce((sum, term) => sum + term.questions.length, 0);
  const counts = [chapters.length, terms.length, questions, sets.length, problems.length];
  line(
    config.locale === 'ko'
      ? `장 ${counts[0]}개, 개념 ${counts[1]}개, 문제 ${counts[2]}개, 문제집 ${counts[3]}개를 읽었고, 고칠 곳은 ${counts[4]}군데예요.`
      : `${counts[0]} chapters, ${counts[1]} concepts, ${counts[2]} questions, ${counts[3]} sets; ${counts[4]} problems.`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

/** Writes the ids of questions that have none; see writeIds(). */
async function nameQuestions(config: Config, folders: readonly string[]): Promise<void> {
  const { writeIds } = await import('./content/write-ids.ts');
  const { written, files, problems } = writeIds(folders.length > 0 ? folders : config.content);
  for (const problem of problems) line(told(problem, config));
  const left = new Set(problems.map(({ file }) => file)).size;
  const none = written === 0;
  line(
    config.locale === 'ko'
      ? `${none ? '새로 적은 id는 없어요.' : `파일 ${files}개에 문제 id ${written}개를 적었어요.`}${left > 0 ? ` 고칠 곳이 있는 파일 ${left}개는 그대로 두었어요. 고친 다음 다시 실행해 주세요.` : ''}`
      : `${none ? 'No ids were written.' : `${written} ids are written into ${files} files.`}${left > 0 ? ` ${left} files with problems are left as they are; mend them and run this again.` : ''}`,
  );
  if (left > 0) process.exitCode = 1;
}

async function drawAll({ content, locale }: Config, folder: string): Promise<void> {
  const [{ writeCards }, { drawCard }] = await Promise.all([import('./cli/pictures.ts'), import('./pictures/card.ts')]);
  const count = await writeCards(loadContent(content).terms, folder, drawCard);
  line(locale === 'ko' ? `${folder}에 카드 그림 ${count}장을 그렸어요.` : `${count} cards are in ${folder}.`);
}

async function backUp(config: Config, file: string | undefined): Promise<void> {
  if (file === undefined) throw new StartError('npm run backup -- FILE: name the file that the backup is written to');
  const { backup } = await import('./store/backup.ts');
  backup(config.database, file);
  line(config.locale === 'ko' ? `${file}에 백업했어요.` : `The backup is in ${file}.`);
}

function loadEnv(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    throw new ConfigError([`.env cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

async function main([mode = 'chat', ...rest]: readonly string[]): Promise<void> {
  loadEnv();
  // The manifest comes before there are any tokens.
  const env =
    mode === 'manifest'
      ? { ...process.env, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' }
      : process.env;
  const config = readConfig(env, BUILT_IN);
  // npm runs scripts in the project's folder; the paths that were typed are seen from where they were typed.
  const paths = rest.map((path) => resolve(process.env.INIT_CWD ?? '.', path));
  if (mode === 'backup') return backUp(config, paths[0]);
  const folders = mode === 'check' || mode === 'ids' ? paths : [];
  const missing = (folders.length > 0 ? folders : config.content).filter((folder) => !existsSync(folder));
  const source = folders.length > 0 ? '' : 'CONTENT_DIR: ';
  if (missing.length > 0) throw new ConfigError(missing.map((folder) => `${source}there is no folder ${folder}`));
  const caller: Caller = {
    id: 'terminal',
    space: 'terminal',
    channel: 'terminal:class',
    locale: config.locale,
    manages: true,
    known: ['terminal'],
  };
  switch (mode) {
    case 'chat': {
      if (config.discord || config.slack) return serveAll(config);
      const { rehearse } = await import('./cli/chat.ts');
      const messengers: Messenger[] = [];
      const log = loggerOf(config);
      const { bot, context } = await open(config, log, unmetered, undefined, messengers);
      const terminal = { input: process.stdin, output: process.stdout, colour: config.colour, caller };
      return rehearse(bot, context, { terminal, messengers, log });
    }
    case 'ask': {
      const { bot } = await open(config);
      return eachLine(process.stdin, line, (text) => bot.dispatch(text, caller));
    }
    case 'search': {
      const { content, lexicon } = read(config, loggerOf(config));
      const search = searchOf(content, lexicon());
      return eachLine(process.stdin, line, (query) => {
        const { answered, matches } = search(query);
        return {
          query,
          answered,
          matches: matches.map(({ document: { id, kind, title }, score }) => ({ id, kind, title, score })),
        };
      });
    }
    case 'shards':
      return shards(config, tokenOf(config));
    case 'invite': {
      const { inviteLink } = await import('./platforms/discord/invite.ts');
      line(await inviteLink(tokenOf(config)));
      return;
    }
    case 'manifest': {
      const { bot } = await open(config);
      const { manifestOf } = await import('./platforms/slack/manifest.ts');
      line(JSON.stringify(manifestOf(bot.commands, manifestFor(config.slackPrefix, rest)), null, 2));
      return;
    }
    case 'check':
      return check(config, folders);
    case 'ids':
      return nameQuestions(config, folders);
    case 'pictures':
      return drawAll(config, paths[0] ?? resolve(process.env.INIT_CWD ?? '.', 'pictures'));
    default:
      process.stderr.write(
        `unknown mode "${mode}": chat, ask, search, check, ids, pictures, backup, shards, invite or manifest\n`,
      );
      process.exitCode = 2;
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // What a platform has begun, such as a reconnection, would keep the process.
  process.exit(1);
}
