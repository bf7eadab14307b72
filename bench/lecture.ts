/**
 * Lectures: a live quiz whose students all answer within ten seconds, each for themselves and in teams, on both engines
 * (PostgreSQL where TEST_DATABASE_URL names a server), with a class that grows. Counts what was lost, how long
 * acknowledgements took, how often the channels were edited, and holds what is kept against what was said. Prints a
 * report and writes it to bench/LECTURE.md. Run: npm run bench:lecture [-- students ...]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine, median, quantile, ROOT } from './load.ts';
import { lecture, type Mode, QUESTIONS, RUSH } from './rush.ts';
import { newDatabase, server } from './stores.ts';

/** How many come, where nobody says. */
const STUDENTS = [2000, 5000, 10_000];
/** A platform waits no longer for an acknowledgement, in milliseconds. */
const PATIENCE = 3000;
/** Edits that Discord takes of one channel's messages, and Slack of one message: both about one a second. */
const EDIT_EVERY = 2000;

type Run = Awaited<ReturnType<typeof lecture>>;

async function onSqlite(students: number, mode: Mode): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  const run = await lecture(join(folder, 'lecture.db'), students, mode);
  rmSync(folder, { recursive: true, force: true });
  return run;
}

const onPostgres =
  (url: string) =>
  async (students: number, mode: Mode): Promise<Run> => {
    const own = await newDatabase(url);
    const run = await lecture(own.url, students, mode);
    await own.drop();
    return run;
  };

const ENGINES = [
  { name: 'SQLite', play: onSqlite },
  ...(server === undefined ? [] : [{ name: 'PostgreSQL', play: onPostgres(server) }]),
];

/** By what they are called in the report. */
const COLUMNS = (['speed', 'team'] as const).flatMap((mode) =>
  ENGINES.map(({ name, play }) => ({
    name: mode === 'team' ? `${name}, teams` : name,
    play: (students: number) => play(students, mode),
  })),
);

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const acks = ({ pressed }: Run) => pressed.map(({ acknowledged }) => acknowledged);
const reads = ({ pressed }: Run) => pressed.map(({ read }) => read);
const each = (busy: number, { pressed }: Run): string => ms(busy / pressed.length);

const ROWS: Readonly<Record<string, (run: Run) => string>> = {
  'Answers sent': ({ pressed, lost }) => String(pressed.length + lost.length),
  'Never acknowledged or answered': ({ lost }) => String(lost.length),
  'Acknowledged later than 3 s': (run) => String(acks(run).filter((one) => one > PATIENCE).length),
  'Told that it was not in': ({ refused }) => String(refused),
  'Told that it was in, and not kept': ({ missing }) => String(missing),
  Kept: ({ kept }) => String(kept),
  'Told no team, or not theirs': ({ teams }) => (teams ? String(teams.strays) : ''),
  'In each team': ({ teams }) => teams?.sizes.join(', ') ?? '',
  'Acknowledged, median': (run) => ms(median(acks(run))),
  'Acknowledged, 99th percentile': (run) => ms(quantile(acks(run), 0.99)),
  'The student reads that it is in, median': (run) => ms(median(reads(run))),
  'The same, 99th percentile': (run) => ms(quantile(reads(run), 0.99)),
  'All had read it after': ({ took }) => took.map((one) => `${(one / 1000).toFixed(1)} s`).join(', '),
  'Edits on Discord, on Slack': ({ edits }) => `${edits.discord}, ${edits.slack}`,
  'Memory at most': ({ rest }) => `${rest.toFixed(0)} MB`,
  'Processor an answer, the bot': (run) => each(run.busy.bot, run),
  'The same, platforms and students': (run) => each(run.busy.students, run),
  'Platforms and students late by, 99th percentile': ({ late }) => ms(late),
};

async function section(students: number): Promise<string> {
  const runs: Run[] = [];
  for (const { play } of COLUMNS) runs.push(await play(students));
  return [
    `## ${students.toLocaleString('en')} students`,
    '',
    `| ${['', ...COLUMNS.map(({ name }) => name)].join(' | ')} |`,
    `| ${['---', ...runs.map(() => '--:')].join(' | ')} |`,
    ...Object.entries(ROWS).map(([name, of]) => `| ${[name, ...runs.map(of)].join(' | ')} |`),
  ].join('\n');
}

const given = process.argv.slice(2).map(Number);
const sections: string[] = [];
for (const students of given.length > 0 ? given : STUDENTS) sections.push(await section(students));
const report = `# A lecture, measured

\`${['npm run bench:lecture', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')}\` on ${machine()}. Half of the students are on Discord and half on Slack (Socket Mode); each answers each of ${QUESTIONS} questions at a moment of ${RUSH / 1000} s, for themselves or in teams. The local platforms and all students are one process on the same cores, and so is PostgreSQL: what they take, the bot has not. Whatever is measured is measured by that process; by how much it is late itself is the last line.

${sections.join('\n\n')}

Of each channel's question at most one edit in ${EDIT_EVERY / 1000} s is allowed.
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/LECTURE.md'), report);
process.exit(0);
