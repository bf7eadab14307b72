/**
 * Operations of the store a second, on both engines (PostgreSQL where TEST_DATABASE_URL names a server), one after the
 * other and 50 at once. Prints a table and writes it to bench/STORE.md. Run: npm run bench:store
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../src/core/learner-records.ts';
import type { Store } from '../src/store/store.ts';
import { machine, ROOT } from './load.ts';
import { engines } from './stores.ts';

const AT = 1_764_000_000_000;
const SECONDS = 2;
const AT_ONCE = 50;
const PEOPLE = 500;
const NOTES = 50;

let count = 0;
const person = (): string => `discord:${count++ % PEOPLE}`;
const answer = (): Activity => ({
  kind: 'answer',
  person: person(),
  channel: 'discord:1',
  question: `q${count}`,
  term: `t${count % 150}`,
  right: count % 3 > 0,
  at: AT + count,
});

/** By what they are called in the report; each does so many things. */
const OPERATIONS: Readonly<Record<string, { each: number; run: (store: Store) => Promise<unknown> }>> = {
  'claim an event': { each: 1, run: (store) => store.claim(`slack:${count++}`, AT) },
  'note an answer by itself': { each: 1, run: (store) => store.record([answer()]) },
  'note answers, 50 in one go': { each: NOTES, run: (store) => store.record(Array.from({ length: NOTES }, answer)) },
  'what a person looked up': { each: 1, run: (store) => store.lookups(person(), 5) },
  'a person’s practice': { each: 1, run: (store) => store.practice(person(), 5) },
  'all that a person has shown': { each: 1, run: (store) => store.evidence(person()) },
  'the class of a channel': { each: 1, run: (store) => store.classes.of('discord:1') },
};

/** Operations a second, so many at a time. */
async function rate(
  store: Store,
  { each, run }: { each: number; run: (store: Store) => Promise<unknown> },
  width: number,
) {
  const begun = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (performance.now() - begun < SECONDS * 1000) {
        await run(store);
        done += each;
      }
    }),
  );
  return (done * 1000) / (performance.now() - begun);
}

const shown = (value: number): string => Math.round(value).toLocaleString('en');

const columns = engines.flatMap(({ name }) => [`${name}, one by one`, `${name}, ${AT_ONCE} at once`]);
const rows = new Map(Object.keys(OPERATIONS).map((name): [string, string[]] => [name, []]));
for (const { open } of engines) {
  const { store, close } = await open();
  await store.classes.save(
    {
      id: 'c1',
      timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
      locale: 'ko',
      channels: [{ channel: 'discord:1', space: 'discord:1' }],
      instructors: [],
      paused: undefined,
      due: undefined,
      owner: '',
      code: 'CODE',
    },
    AT,
  );
  for (const [name, operation] of Object.entries(OPERATIONS))
    for (const width of [1, AT_ONCE]) rows.get(name)?.push(shown(await rate(store, operation, width)));
  await close();
}
const report = `# The store, measured

\`npm run bench:store\` on ${machine()}. Operations a second; what was committed outlives a power cut, but for claims on SQLite.

| | ${columns.join(' | ')} |
| --- | ${columns.map(() => '--:').join(' | ')} |
${Array.from(rows, ([name, rates]) => `| ${name} | ${rates.join(' | ')} |`).join('\n')}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/STORE.md'), report);
process.exit(0);
