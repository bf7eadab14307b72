/**
 * What one long line costs: long words of every kind, as long as a line may be, sent to every command, action, button
 * and completion, beside a floor that is measured in the same run: counting the text's characters, one after the other.
 * Prints a report and writes it to bench/LONG.md. Run: npm run bench:long
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG_WORDS } from '../test/support/long-words.ts';
import { reached } from '../test/support/reached.ts';
import { botOf, COURSE, student } from '../test/support/world.ts';
import { machine, ROOT } from './load.ts';

const ROUNDS = 9;
/** Counting is over too soon to be measured once. */
const COUNTS = 50;
/** Times the shortest text: with eight there would be no room for a command's name. */
const LONG = 7;
const SHOWN = 15;

const { bot, world } = await botOf([COURSE]);
const teacher = { ...student, manages: true };
await bot.dispatch('/class setup 9시 평일', teacher);

/** Milliseconds of the fastest round: in the others the machine did something else, too. */
async function took(run: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    await run();
    fastest = Math.min(fastest, performance.now() - begun);
  }
  return fastest;
}

const rows: { what: string; word: string; floor: number; short: number; long: number }[] = [];
for (const [word, long] of LONG_WORDS) {
  const count = (): void => {
    for (let i = 0; i < COUNTS; i++) Array.from(long(LONG));
  };
  const floor = (await took(count)) / COUNTS;
  for (const [what, run] of reached(bot, world, teacher))
    rows.push({ what, word, floor, short: await took(() => run(long(1))), long: await took(() => run(long(LONG))) });
}

const fixed = (value: number): string => value.toFixed(2);
const table = rows
  .toSorted((a, b) => b.long - a.long)
  .slice(0, SHOWN)
  .map(({ what, word, floor, short, long }) => {
    const cells = [what, `\`${word}\``, fixed(long), (long / floor).toFixed(0), (long / short).toFixed(1)];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
const report = `# One long line, measured

\`npm run bench:long\` on ${machine()}. Each of ${LONG_WORDS.size} kinds of long words, of up to 5,250 letters, was sent to ${rows.length / LONG_WORDS.size} commands, actions, buttons and completions; these ${SHOWN} took longest. The floor is counting the same text’s characters, one after the other, in the same run. Work is linear where seven times the letters take at most seven times as long.

| what was sent where | word | ms | to the floor | to a seventh of the letters |
| --- | --- | --: | --: | --: |
${table.join('\n')}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/LONG.md'), report);
process.exit(0);
