/**
 * A process that sends long words, those of its arguments, to everything that takes text. It tells by JSON, a line a word, which code runs more
 * often than the words are longer. Code must not be loaded before it is counted, so that this is a process of its own.
 */
import { LONG_WORDS } from './long-words.ts';
import { startCounting, type Work } from './work.ts';

const workOf = await startCounting();
const { botOf, COURSE, student } = await import('./world.ts');
const { reached } = await import('./reached.ts');

/**
 * What the store does at its own times, and a question that is set side by side with what it may be about (some 30,000
 * pairs of letters, however long it is); each letter with each other one is 9,000,000.
 */
const SLACK = 100_000;
/** A search by halves makes a step more each time that a list is twice as long. */
const HALVES = 1.03;

const teacher = { ...student, manages: true };
const { bot, world } = await botOf([COURSE]);
await bot.dispatch('/class setup 9시 평일', teacher);
const all = reached(bot, world, teacher);

/** What runs more often than the texts are longer, and how often it ran for each of the three. */
async function grownBy(long: (times: number) => string): Promise<string[]> {
  const send = (text: string): Promise<Work> =>
    workOf(async () => {
      for (const run of all.values()) await run(text);
    });
  const short = await send(long(1));
  const twice = await send(long(2));
  const four = await send(long(4));
  const grown = Array.from(four).filter(([code, count]) => {
    const [once, doubled] = [short.get(code) ?? 0, twice.get(code) ?? 0];
    // Of linear work, that on the longest follows from that on the two others. A cache that was made anew for one of
    // the shorter ones makes that one the dearest.
    const expected = Math.max(3 * doubled - 2 * once, doubled, once);
    return count > expected * HALVES + SLACK;
  });
  return grown.map(([code, count]) => `${code}: ${short.get(code)}, ${twice.get(code)}, ${count} times`);
}

for (const word of process.argv.slice(2)) {
  const long = LONG_WORDS.get(word);
  if (!long) throw new Error(`no long word of ${word}`);
  let counts = await grownBy(long);
  // A text of the course that is shown for the first time is made once, and what is remembered is forgotten now and then;
  // another word is not remembered, and what does more than linear work does so each time.
  for (const more of ['x', 'xx']) if (counts.length > 0) counts = await grownBy((times) => long(times) + more);
  process.stdout.write(`${JSON.stringify({ word, reached: all.size, counts })}\n`);
}
process.exit(0);
