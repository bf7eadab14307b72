/**
 * Is a class held up when its content is saved? 100 students ask the bot on the local Discord, and in every other round a
 * file of the course is saved every few seconds. What acknowledgements took in those rounds is held against the others,
 * and how long it takes until what was saved is taught. Then hundreds of saves: does the memory end somewhere? Prints a
 * table and writes it to bench/RELOAD.md. Run: npm run bench:reload -- [rounds]
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCourses } from '../src/app/course.ts';
import { noCache } from '../src/content/cache.ts';
import { readAll } from '../src/content/reading.ts';
import type { Steps } from '../src/core/steps.ts';
import { readExposition } from '../test/support/exposition.ts';
import { freePort } from '../test/support/ports.ts';
import { ASKERS, type Asked, startAsking, THINKS } from './asking.ts';
import { end, machine, median, memory, quantile, ROOT } from './load.ts';

const ROUNDS = Number(process.argv[2] ?? 8);
/** Milliseconds of a round, and between two saves in it. */
const ROUND = 15_000;
const SAVE_EVERY = 5000;
/** Saves one after the other, for the memory. */
const SAVES = 20;
/** Later than that an acknowledgement must not be because of a save, in milliseconds. */
const ALLOWED = 100;

const folder = mkdtempSync(join(tmpdir(), 'dosirak-reload-'));
const content = join(folder, 'content');
cpSync(join(ROOT, 'content'), content, { recursive: true });
const glossary = join(content, 'glossary');
const TERMS = readdirSync(glossary).length;
const saved = join(glossary, 'pod.md');
const before = readFileSync(saved, 'utf8');

const port = await freePort();
const { bot, discord, ask } = await startAsking({
  DATABASE_URL: join(folder, 'dosirak.db'),
  CONTENT_DIR: content,
  PORT: `${port}`,
});

const reloads = async (): Promise<number> => {
  const all = readExposition(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  const family = 'dosirak_content_reloads_total';
  return all.get(family)?.samples.get(`${family}{outcome="taught"}`) ?? Number.NaN;
};

let saves = 0;
/** Words of the explanation become others. */
const change = (): void => writeFileSync(saved, before.replace('## English', `${++saves}번 고쳤어요.\n\n## English`));
/** Saves a change, and waits until it is taught; gives the milliseconds. */
async function save(): Promise<number> {
  const was = await reloads();
  change();
  const begun = performance.now();
  while ((await reloads()) === was) await sleep(25);
  return performance.now() - begun;
}

interface Round extends Asked {
  /** Milliseconds from each save until it was taught. */
  taught: number[];
}

/** What acknowledgements took while the students asked for a round; in one `withSaves`, how long teaching took as well. */
async function round(withSaves: boolean): Promise<Round> {
  const until = performance.now() + ROUND;
  const taught: number[] = [];
  const saving = (async () => {
    while (withSaves && performance.now() < until - SAVE_EVERY) {
      taught.push(await save());
      await sleep(SAVE_EVERY);
    }
  })();
  const [asked] = await Promise.all([ask(ROUND), saving]);
  return { ...asked, taught };
}

// What the start leaves to do is done by then.
await sleep(20_000);
await round(true);
const load = loadavg()[0] ?? Number.NaN;
const quiet: Round[] = [];
const busy: Round[] = [];
for (let n = 0; n < ROUNDS; n++) {
  quiet.push(await round(false));
  busy.push(await round(true));
}
const taught = busy.flatMap((one) => one.taught);
const rest: number[] = [];
for (let n = 0; n < SAVES; n++) {
  await save();
  rest.push(memory(bot));
}
await end(bot);
await discord.close();

/**
 * Milliseconds of the processor that each step of making the course anew takes once a file was saved: what else runs does
 * not count.
 */
function stepsOnce([loaded]: ReturnType<typeof loadCourses>): number[] {
  if (!loaded) throw new Error('no course');
  change();
  const reading = readAll([content], noCache);
  const used = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const took: number[] = [];
  const run = <T>(steps: Steps<T>): T => {
    for (;;) {
      const before = used();
      const { done, value } = steps.next();
      took.push(used() - before);
      if (done) return value;
    }
  };
  run(run(loaded.make(reading)).prepare());
  return took;
}
const loaded = loadCourses([content], { builtIn: content, cacheOf: () => noCache, taken: new Set() });
// The first ones are compiled while they run.
const steps = Array.from({ length: 8 }, () => stepsOnce(loaded)).slice(3);
rmSync(folder, { recursive: true });

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const row = (name: string, of: (waits: number[]) => number): string => {
  const [without, withSaves] = [quiet, busy].map((rounds) => median(rounds.map(({ waits }) => of(waits))));
  if (without === undefined || withSaves === undefined) throw new Error('no rounds');
  return `| ${name} | ${ms(without)} | ${ms(withSaves)} | ${(withSaves / without).toFixed(2)}× | ${ms(withSaves - without)} |`;
};
const worst = (rounds: readonly Round[]): number => Math.max(...rounds.flatMap(({ waits }) => waits));
const never = (rounds: readonly Round[]): string => {
  const lost = rounds.reduce((sum, one) => sum + one.never, 0);
  return `${lost} of ${lost + rounds.flatMap(({ waits }) => waits).length}`;
};
const third = Math.floor(rest.length / 3);
const report = `# Saving content while a class asks, measured

\`npm run bench:reload\` on ${machine()}; load of the machine before the rounds: ${load.toFixed(1)}. ${ASKERS} students ask on the local Discord, ${(ASKERS * 1000) / THINKS} times a second, of a course of ${TERMS} terms. In every other round of ${ROUND / 1000} s a file is saved every ${SAVE_EVERY / 1000} s, and the course made anew each time; the rounds without are the floor of the same run. Medians of ${ROUNDS} rounds each. The local Discord and all students are one process on the same cores.

| acknowledged | nothing is saved | files are saved | ratio | later by |
| --- | --: | --: | --: | --: |
${row('median', median)}
${row('99th percentile', (waits) => quantile(waits, 0.99))}
${row('the slowest of a round', (waits) => Math.max(...waits))}
| the slowest of all | ${ms(worst(quiet))} | ${ms(worst(busy))} | ${(worst(busy) / worst(quiet)).toFixed(2)}× | ${ms(worst(busy) - worst(quiet))} |

Not acknowledged within three seconds: ${never(quiet)} and ${never(busy)}. Allowed: ${ALLOWED} ms later. Where the machine does other things as well (its load above its cores), waiting for a core is in all of these figures, and more so where there is more to do.

From the save until it is taught, while they ask: ${ms(median(taught))} (median), at most ${ms(Math.max(...taught))}, of ${taught.length} saves; 300 ms of that are waited for further saves.

Making the course anew once a file was saved takes ${ms(median(steps.map((one) => one.reduce((sum, step) => sum + step, 0))))} of the processor on the thread that answers, in ${steps[0]?.length} steps, of which the longest takes ${ms(median(steps.map((one) => Math.max(...one))))} and the 99th percentile ${ms(median(steps.map((one) => quantile(one, 0.99))))} (medians of ${steps.length}). Between two slices of 2 ms, which end with a step, the class is answered: no turn of the event loop waits longer than a slice and its last step. This does not depend on what else the machine does.

After ${SAVES} more saves, one after the other: ${median(rest.slice(0, third)).toFixed(0)} MB resident in the first third, ${median(rest.slice(-third)).toFixed(0)} MB in the last; the thread that reads is in both.
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/RELOAD.md'), report);
process.exit(0);
