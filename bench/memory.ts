/**
 * Does the process's memory end somewhere? A large class on Discord and Slack at once does 50 things of all kinds a
 * second, against the local platforms; every half minute what Linux and Node say of the bot's memory is noted. Prints a
 * table and writes it to bench/MEMORY.md. Run: npm run bench:memory -- [minutes]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../test/fakes/discord/server.ts';
import { startSlack } from '../test/fakes/slack/server.ts';
import { readExposition } from '../test/support/exposition.ts';
import { freePort } from '../test/support/ports.ts';
import { DOSIRAK, end, machine, median, ROOT, startBot, words } from './load.ts';

const MINUTES = Number(process.argv[2] ?? 15);
const PER_SECOND = 50;
/** Milliseconds between two looks. */
const LOOK = 30_000;
const PEOPLE = 500;
/** As many at once: where the machine has no time the class waits, and the bot is not what is measured. */
const AT_ONCE = 50;

const folder = mkdtempSync(join(tmpdir(), 'dosirak-memory-'));
const port = await freePort();
const [discord, slack] = await Promise.all([
  startDiscord({ recordBodies: false, identifyEvery: 0, rateLimits: false }),
  startSlack({ record: false }),
]);
const bot = await startBot(
  'Dosirak',
  DOSIRAK,
  {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
    DATABASE_URL: join(folder, 'dosirak.db'),
    LOG_LEVEL: 'error',
    PORT: `${port}`,
    // How the C library keeps what was given back: an experiment's own.
    ...(process.env.MALLOC_ARENA_MAX ? { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX } : {}),
  },
  discord,
  (name) => discord.user(name),
);
const onDiscord = Array.from({ length: PEOPLE }, (_, i) => discord.user(`student ${i}`, { locale: 'ko' }));
const onSlack = Array.from({ length: PEOPLE }, (_, i) => slack.user(`student ${i}`, { locale: 'ko-KR' }));

function at<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('nobody is there');
  return one;
}

type Act = (n: number) => Promise<unknown>;

const CHAPTERS = ['파드', '디플로이먼트', '서비스', '컨피그맵', '인그레스', '볼륨', '노드', '스케줄러'];
const DONT_KNOW = { label: '모르겠어요' };

/** What a class does, by how often. */
const ACTS: readonly Act[] = [
  ...Array<Act>(5).fill((n) => discord.slash(at(onDiscord, n), 'guild', 'k8s', { term: at(words, n) }).settled()),
  ...Array<Act>(5).fill((n) => slack.command(at(onSlack, n), 'class', `/k8s ${at(words, n)}`).message()),
  ...Array<Act>(3).fill((n) =>
    discord.autocomplete(at(onDiscord, n), 'guild', 'k8s', 'term', at(words, n).slice(0, 3)),
  ),
  async (n) => {
    const user = at(onDiscord, n);
    const asked = await discord.slash(user, 'guild', 'quiz', {}).settled();
    await discord.press(user, asked, DONT_KNOW).settled();
  },
  async (n) => {
    const user = at(onSlack, n);
    const asked = await slack.command(user, 'class', '/quiz').message();
    await slack.press(user, asked, DONT_KNOW).message();
  },
  (n) => discord.slash(at(onDiscord, n), 'guild', 'card', { term: at(CHAPTERS, n) }).settled(),
  (n) => slack.command(at(onSlack, n), 'class', `/card ${at(CHAPTERS, n)}`).message(),
  (n) => discord.slash(at(onDiscord, n), 'guild', 'progress', {}).settled(),
  (n) => slack.command(at(onSlack, n), 'class', '/progress').message(),
  (n) => slack.openHome(at(onSlack, n)).acknowledged,
];

/** Megabytes, but for the first and the last two. */
interface Look {
  minute: number;
  resident: number;
  /** What V8 has for its objects, and how much of that it uses. */
  heap: number;
  heapUsed: number;
  /** What objects of V8's hold elsewhere, as buffers do. */
  external: number;
  /** All that is no file and not V8's: the C library's, for Node, SQLite, the pictures and what is external. */
  outside: number;
  done: number;
  failed: number;
}

const counts = { done: 0, failed: 0 };

async function look(minute: number): Promise<Look> {
  const status = readFileSync(`/proc/${bot.child.pid}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  const all = readExposition(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  const megabytes = (name: string): number => (all.get(name)?.samples.get(name) ?? Number.NaN) / 2 ** 20;
  const heap = megabytes('nodejs_heap_size_total_bytes');
  return {
    minute,
    resident: kilobytes('VmRSS') / 1024,
    heap,
    heapUsed: megabytes('nodejs_heap_size_used_bytes'),
    external: megabytes('nodejs_external_memory_bytes'),
    outside: kilobytes('RssAnon') / 1024 - heap,
    ...counts,
  };
}

/** Keeps the pace, however long each act takes; gives what was seen. */
async function run(): Promise<Look[]> {
  const seen = [await look(0)];
  const begun = performance.now();
  let under = 0;
  for (let n = 0; performance.now() < begun + MINUTES * 60_000; n++) {
    const due = begun + (n * 1000) / PER_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    while (under >= AT_ONCE) await sleep(5);
    under++;
    // A step that shares no factor with the people: each does all kinds of things.
    at(
      ACTS,
      n,
    )(n * 7)
      .then(
        () => counts.done++,
        () => counts.failed++,
      )
      .finally(() => under--);
    if (performance.now() - begun >= seen.length * LOOK) seen.push(await look((performance.now() - begun) / 60_000));
  }
  return seen;
}

// What the start leaves to do is done by then.
await sleep(10_000);
const seen = await run();
await end(bot);
await Promise.all([discord.close(), slack.close()]);
rmSync(folder, { recursive: true });

const thirds = [0, 1, 2].map((nth) => seen.slice((nth * seen.length) / 3, ((nth + 1) * seen.length) / 3));
const outsides = thirds.map((third) => median(third.map(({ outside }) => outside)));
const [, middle = Number.NaN, last = Number.NaN] = outsides;
const every = Math.ceil(seen.length / 10);
const rows = seen
  .filter((_, i) => i % every === 0 || i === seen.length - 1)
  .map(({ minute, ...one }) =>
    [
      minute.toFixed(1),
      ...[one.resident, one.heap, one.heapUsed, one.external, one.outside].map((value) => value.toFixed(0)),
      one.done,
      one.failed,
    ].join(' | '),
  );
const report = `# Memory, while a large class does 50 things a second

\`npm run bench:memory\` on ${machine()}, SQLite, ${MINUTES} minutes: of Discord and Slack, ${PEOPLE} people each ask, complete, practise, look at cards, at their progress and at the home tab. Megabytes; “outside” is all that is neither V8’s nor a file. A class waits where the machine has no time, so that the acts tell more than the minutes.

| minute | resident | V8’s heap | of it used | external | outside | acts | not answered in time |
| --: | --: | --: | --: | --: | --: | --: | --: |
${rows.map((row) => `| ${row} |`).join('\n')}

Outside the heap, the last third of the time to the middle one: ${(last / middle).toFixed(2)}× (medians of ${last.toFixed(0)} and ${middle.toFixed(0)} MB).

## What it is

It rises in steps and then stays: a step comes where what is external to V8’s heap peaks before a collection. Buffers of requests, answers and pictures wait there to be collected. They come from the C library, which keeps its highest mark, and in an arena of each thread what it cannot join again. V8 begins a collection once 64 MB more wait than after the last one, so it ends at about that much above the start, and acts cost nothing more after it. With \`MALLOC_ARENA_MAX=2\`, which this bench hands on to the bot, it ends a quarter lower.
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/MEMORY.md'), report);
process.exit(0);
