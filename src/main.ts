import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { type Config, ConfigError, readConfig } from './app/config.ts';
import type { Mode, Program } from './cli/program.ts';
import { messageOf, StartError } from './core/errors.ts';

const ROOT = join(import.meta.dirname, '..');

/** The first word after the launcher -> what it does. Each is loaded alone: `check` needs neither discord.js nor Bolt. */
const MODES: Readonly<Record<string, () => Promise<{ run: Mode }>>> = {
  chat: () => import('./cli/chat.ts'),
  serve: () => import('./cli/serve.ts'),
  ask: () => import('./cli/ask.ts'),
  search: () => import('./cli/search.ts'),
  check: () => import('./cli/check.ts'),
  ids: () => import('./cli/ids.ts'),
  learn: () => import('./cli/learn.ts'),
  import: () => import('./cli/import.ts'),
  export: () => import('./cli/export.ts'),
  pictures: () => import('./cli/pictures.ts'),
  backup: () => import('./cli/backup.ts'),
  lab: () => import('./cli/lab.ts'),
  shards: () => import('./cli/shards.ts'),
  invite: () => import('./cli/invite.ts'),
  'slack-manifest': () => import('./cli/slack-manifest.ts'),
  manifest: () => import('./cli/manifest.ts'),
};
/** Modes after which the process ends at once: what their connections leave behind would keep it. */
const SERVING = new Set(['serve', 'shards', 'lab']);

/** Milliseconds between two looks whether the parent is still there. */
const WATCH = 500;

/**
 * Resolves with the first SIGTERM or SIGINT, and when the parent is gone: npm passes a signal on to no more than its
 * shell, and a shard's manager may have died. A second signal ends the process at once.
 */
const ended = ({ byNpm }: Config): Promise<void> =>
  new Promise((resolve) => {
    const parent = process.ppid;
    // Not unref()ed: between two connections it is all that keeps the process.
    setInterval(() => byNpm && process.ppid !== parent && resolve(), WATCH);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    process.once('disconnect', resolve);
  });

/** Milliseconds after which what no start waits for is done. */
const LATER = 2000;

const waiting: (() => void)[] = [];
const doWaiting = (): void => {
  for (const work of waiting.splice(0)) work();
};

function later(work: () => void): void {
  waiting.push(work);
  setTimeout(doWaiting, LATER).unref();
}

function loadEnv(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    throw new ConfigError([`.env cannot be read: ${messageOf(error)}`]);
  }
}

/** The system's folder for caches; undefined where a user without a home has none. */
const cacheFolder = (): Promise<string | undefined> =>
  import('env-paths').then(({ default: pathsOf }) => pathsOf('dosirak', { suffix: '' }).cache).catch(() => undefined);

async function programOf(config: Config, args: readonly string[]): Promise<Program> {
  // npm runs scripts in the project's folder, and says in INIT_CWD in which one they were typed.
  const here = resolve(process.env.INIT_CWD ?? '.');
  return {
    config,
    log: pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true })),
    root: ROOT,
    cacheFolder: await cacheFolder(),
    args,
    paths: args.map((path) => resolve(here, path)),
    here,
    input: process.stdin,
    output: process.stdout,
    isWatched: process.stderr.isTTY,
    print: (line) => void process.stdout.write(`${line}\n`),
    warn: (line) => void process.stderr.write(`${line}\n`),
    fail(code = 1) {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
    },
    now: Date.now,
    instant: () => Temporal.Now.instant(),
    random: Math.random,
    ended: () => ended(config),
    onUnhandled: (listener) => void process.on('unhandledRejection', listener),
    later,
    flags: process.execArgv,
  };
}

async function main([named = 'chat', ...args]: readonly string[]): Promise<void> {
  loadEnv();
  // An operator who makes Slack's manifest has no tokens yet, or wrong ones.
  const env =
    named === 'slack-manifest'
      ? { ...process.env, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' }
      : process.env;
  const config = readConfig(env, join(ROOT, 'content'));
  const mode = named === 'chat' && (config.discord || config.slack) ? 'serve' : named;
  const load = MODES[mode];
  if (!load) {
    process.stderr.write(`unknown mode "${mode}": ${Object.keys(MODES).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const { run } = await load();
  await run(await programOf(config, args));
  if (SERVING.has(mode)) process.exit(0);
}

process.on('beforeExit', doWaiting);
// A reader that has seen enough, such as `| head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // A platform's reconnection, for example, would keep the process.
  process.exit(1);
}
