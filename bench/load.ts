/** Bots beside each other under the same load: what the benches of platforms share. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = join(import.meta.dirname, '..');
/** In turn, so that a slow minute of the machine strikes all. */
export const ROUNDS = 5;
const APART = { count: 400, everyMs: 8 };
const SUSTAINED = { perSecond: 300, seconds: 10 };
const AT_ONCE = { people: 50, each: 40 };

/** The questions that are asked. */
export const words = readFileSync(join(ROOT, 'test/search/queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).query);

/** A bot in a process of its own, on a platform's local server of its own. */
export interface Bot<Server, Person> {
  name: string;
  server: Server;
  child: ChildProcess;
  people: readonly Person[];
}

/** As npm start does it. */
export const DOSIRAK = ['--expose-gc', '--max-semi-space-size=4', '--v8-pool-size=1', join(ROOT, 'src/launch.mjs')];

/** Starts a bot; it is there with its first line. */
export async function startBot<Server, Person>(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  server: Server,
  person: (name: string) => Person,
): Promise<Bot<Server, Person>> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A bench that fails leaves no bot behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  await once(child.stdout, 'data');
  const people = Array.from({ length: AT_ONCE.people }, (_, i) => person(`student ${i}`));
  return { name, server, child, people };
}

export function personAt<Person>({ people }: { people: readonly Person[] }, at: number): Person {
  const one = people[at % people.length];
  if (!one) throw new Error('nobody is there');
  return one;
}

/** Asks the n-th question; gives the milliseconds until the answer, or what is measured of it. */
export type Ask<B> = (bot: B, at: number) => Promise<number>;

/** One after the other, with time between. */
async function apart<B>(bot: B, ask: Ask<B>, round: number): Promise<number[]> {
  const waits: Promise<number>[] = [];
  for (let i = 0; i < APART.count; i++) {
    waits.push(ask(bot, round * APART.count + i));
    await sleep(APART.everyMs);
  }
  return Promise.all(waits);
}

/** As many as a large class makes, for a while; an answer that never came is Infinity. */
async function sustained<B>(bot: B, ask: Ask<B>): Promise<number[]> {
  const waits: Promise<number>[] = [];
  const begun = performance.now();
  for (let i = 0; i < SUSTAINED.perSecond * SUSTAINED.seconds; i++) {
    const due = begun + (i * 1000) / SUSTAINED.perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    waits.push(ask(bot, i).catch(() => Number.POSITIVE_INFINITY));
  }
  return Promise.all(waits);
}

/** Everyone asks again as soon as they have an answer: answers a second. */
async function throughput<B extends { people: readonly unknown[] }>(bot: B, ask: Ask<B>): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    bot.people.map(async (_, at) => {
      for (let i = 0; i < AT_ONCE.each; i++) await ask(bot, at + i * AT_ONCE.people);
    }),
  );
  return (AT_ONCE.people * AT_ONCE.each * 1000) / (performance.now() - begun);
}

/** Resident memory of a process in MB; Linux only. */
export function memory({ child }: { child: ChildProcess }): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Clock ticks a second of /proc/<pid>/stat: 100 on all that Node runs on. */
const TICKS = 100;

/** Processor time that a process has used, its threads included, in milliseconds; Linux only. */
export function processor(pid: number | undefined): number {
  // The name, in parentheses, may have spaces.
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = rest.split(' ').slice(11, 13).map(Number);
  return (((user ?? Number.NaN) + (system ?? Number.NaN)) * 1000) / TICKS;
}

export const quantile = (list: readonly number[], q: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
};
export const median = (list: readonly number[]): number => quantile(list, 0.5);

export interface Figure {
  name: string;
  unit: string;
  /** In the bots' order. */
  values: number[];
}

/** All that is measured of one way of asking. */
export async function figuresOf<B extends { people: readonly unknown[] }>(
  name: string,
  what: string,
  bots: readonly B[],
  ask: Ask<B>,
): Promise<Figure[]> {
  const rounds = bots.map((): number[][] => []);
  const rates = bots.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, bot] of bots.entries()) {
      const waits = await apart(bot, ask, round);
      // The first round warms all up.
      if (round > 0) rounds[i]?.push(waits);
      rates[i]?.push(await throughput(bot, ask));
    }
  const under: number[][] = [];
  for (const bot of bots) under.push(await sustained(bot, ask));
  const ms = 'ms';
  return [
    { name: `${name}: ${what}, median`, unit: ms, values: rounds.map((one) => median(one.map(median))) },
    {
      name: `${name}: ${what}, 99th percentile`,
      unit: ms,
      values: rounds.map((one) => median(one.map((waits) => quantile(waits, 0.99)))),
    },
    { name: `${name}: answers a second, ${AT_ONCE.people} people at once`, unit: '', values: rates.map(median) },
    {
      name: `${name}: ${SUSTAINED.perSecond} a second for ${SUSTAINED.seconds} s, median`,
      unit: ms,
      values: under.map(median),
    },
    { name: `${name}: the same, 99th percentile`, unit: ms, values: under.map((waits) => quantile(waits, 0.99)) },
    {
      name: `${name}: the same, late (over 3 s) or never`,
      unit: '',
      values: under.map((waits) => waits.filter((wait) => wait > 3000).length),
    },
  ];
}

const shown = (value: number, unit: string): string =>
  `${value.toFixed(value < 10 && unit !== '' ? 2 : 0)}${unit && ` ${unit}`}`;

/** Ours is the last; each other one gets a column with the ratio to it. */
function row({ name, unit, values }: Figure): string {
  const ours = values.at(-1) ?? Number.NaN;
  const ratios = values.slice(0, -1).map((value) => (value === 0 ? '' : `${(ours / value).toFixed(2)}×`));
  return `| ${[name, ...values.map((value) => shown(value, unit)), ...ratios].join(' | ')} |`;
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;

export const table = (bots: readonly { name: string }[], figures: readonly Figure[]): string =>
  [
    `| | ${[...bots.map(({ name }) => name), ...bots.slice(0, -1).map(({ name }) => `to ${name}`)].join(' | ')} |`,
    `| --- | ${Array(bots.length * 2 - 1)
      .fill('--:')
      .join(' | ')} |`,
    ...figures.map(row),
  ].join('\n');

export async function end({ child }: { child: ChildProcess }): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
