/**
 * Dosirak on Discord beside the smallest discord.js bot (discord-floor.ts), in one run, against the local Discord:
 * acknowledgement of /k8s and of its completion, throughput, memory. Prints a table and writes it to
 * bench/DISCORD.md. Run: npm run bench:discord
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../test/support/discord/server.ts';
import type { LocalDiscord, User } from '../test/support/discord/types.ts';

const ROOT = join(import.meta.dirname, '..');
/** In turn, so that a slow minute of the machine strikes both. */
const ROUNDS = 5;
const APART = { count: 400, everyMs: 8 };
const SUSTAINED = { perSecond: 300, seconds: 10 };
const AT_ONCE = { people: 50, each: 40 };

const words = readFileSync(join(ROOT, 'test/search/queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).query);

interface Bot {
  name: string;
  discord: LocalDiscord;
  people: readonly User[];
  child: ChildProcess;
}

async function start(name: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Bot> {
  // Fractions of a millisecond; whole ones would hide what is compared.
  const now = (): number => performance.timeOrigin + performance.now();
  const discord = await startDiscord({ now, recordBodies: false, rateLimits: false });
  const env = { PATH: process.env.PATH, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ...more };
  const child = spawn(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    name,
    discord,
    child,
    people: Array.from({ length: AT_ONCE.people }, (_, i) => discord.user(`student ${i}`)),
  };
}

type Ask = (bot: Bot, at: number) => Promise<number>;

async function acknowledged(interaction: {
  answered: Promise<unknown>;
  acknowledgedAfter: number | undefined;
}): Promise<number> {
  await interaction.answered;
  return interaction.acknowledgedAfter ?? Number.POSITIVE_INFINITY;
}

const person = ({ people }: Bot, at: number): User => {
  const one = people[at % people.length];
  if (!one) throw new Error('nobody is there');
  return one;
};

const lookUp: Ask = (bot, at) =>
  acknowledged(bot.discord.slash(person(bot, at), 'guild', 'k8s', { term: words[at % words.length] ?? '' }));

const complete: Ask = async (bot, at) => {
  const start = performance.now();
  await bot.discord.autocomplete(person(bot, at), 'guild', 'k8s', 'term', (words[at % words.length] ?? '').slice(0, 3));
  return performance.now() - start;
};

/** One after the other, with time between. */
async function apart(bot: Bot, ask: Ask, round: number): Promise<number[]> {
  const waits: Promise<number>[] = [];
  for (let i = 0; i < APART.count; i++) {
    waits.push(ask(bot, round * APART.count + i));
    await sleep(APART.everyMs);
  }
  return Promise.all(waits);
}

/** As many as a large class makes, for a while; an answer that never came is Infinity. */
async function sustained(bot: Bot, ask: Ask): Promise<number[]> {
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
async function throughput(bot: Bot, ask: Ask): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    bot.people.map(async (_, at) => {
      for (let i = 0; i < AT_ONCE.each; i++) await ask(bot, at + i * AT_ONCE.people);
    }),
  );
  return (AT_ONCE.people * AT_ONCE.each * 1000) / (performance.now() - begun);
}

/** Resident memory of a process in MB; Linux only. */
function memory({ child }: Bot): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const quantile = (list: readonly number[], q: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
};
const median = (list: readonly number[]): number => quantile(list, 0.5);

// As npm start does it.
const dosirak = await start('Dosirak', ['--max-semi-space-size=4', join(ROOT, 'src/launch.mjs')]);
// The second floor answers with what Dosirak says of a Pod: a message of the same size, made once.
const pod = await dosirak.discord.slash(person(dosirak, 0), 'guild', 'k8s', { term: '파드' }).settled();
const card = { flags: pod.flags, components: pod.components };
const floor = [join(ROOT, 'bench/discord-floor.ts')];
const bots = [
  await start('a line of text', floor),
  await start('a card', floor, { ANSWER: JSON.stringify(card) }),
  dosirak,
];
const rest = bots.map(memory);

interface Figure {
  name: string;
  unit: string;
  /** In the bots' order. */
  values: number[];
}
const figures: Figure[] = [];
const add = (name: string, unit: string, values: number[]): void => void figures.push({ name, unit, values });

for (const [name, ask] of [
  ['/k8s', lookUp],
  ['completion', complete],
] as const) {
  const rounds = bots.map((): number[][] => []);
  const rates = bots.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, bot] of bots.entries()) {
      const waits = await apart(bot, ask, round);
      // The first round warms both up.
      if (round > 0) rounds[i]?.push(waits);
      rates[i]?.push(await throughput(bot, ask));
    }
  add(
    `${name}: acknowledged, median`,
    'ms',
    rounds.map((one) => median(one.map(median))),
  );
  add(
    `${name}: acknowledged, 99th percentile`,
    'ms',
    rounds.map((one) => median(one.map((waits) => quantile(waits, 0.99)))),
  );
  add(`${name}: answers a second, ${AT_ONCE.people} people at once`, '', rates.map(median));
  const under: number[][] = [];
  for (const bot of bots) under.push(await sustained(bot, ask));
  add(`${name}: ${SUSTAINED.perSecond} a second for ${SUSTAINED.seconds} s, median`, 'ms', under.map(median));
  add(
    `${name}: the same, 99th percentile`,
    'ms',
    under.map((waits) => quantile(waits, 0.99)),
  );
  add(
    `${name}: the same, late (over 3 s) or never`,
    '',
    under.map((waits) => waits.filter((wait) => wait > 3000).length),
  );
}
add('memory at rest', 'MB', rest);
add('memory after all this', 'MB', bots.map(memory));

const shown = (value: number, unit: string): string =>
  `${value.toFixed(value < 10 && unit !== '' ? 2 : 0)}${unit && ` ${unit}`}`;
const row = ({ name, unit, values }: Figure): string => {
  const ours = values.at(-1) ?? Number.NaN;
  const ratios = values.slice(0, -1).map((value) => (value === 0 ? '' : `${(ours / value).toFixed(2)}×`));
  return `| ${[name, ...values.map((value) => shown(value, unit)), ...ratios].join(' | ')} |`;
};
const report = `# On Discord, measured beside the smallest discord.js bots

\`npm run bench:discord\` on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}. Two bots that answer with a constant (a line of text; the card that Dosirak shows of a Pod) and Dosirak answer the local Discord of test/support in turn, ${ROUNDS} rounds, over the ${words.length} questions of test/search/queries.jsonl. Times depend on the machine; the ratios hold.

| | ${bots.map(({ name }) => name).join(' | ')} | to the text | to the card |
| --- | ${bots.map(() => '--:').join(' | ')} | --: | --: |
${figures.map(row).join('\n')}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/DISCORD.md'), report);
for (const { child, discord } of bots) {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await discord.close();
}
