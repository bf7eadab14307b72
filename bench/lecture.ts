/**
 * Lectures: a live quiz whose students all answer within ten seconds, each for themselves and in teams, on both engines
 * (PostgreSQL where TEST_DATABASE_URL names a server), with a class that grows. Counts what was lost, how long
 * acknowledgements took, how often the channels were edited, and holds what is kept against what was said. Prints a
 * report and writes it to bench/LECTURE.md. Run: npm run bench:lecture [-- students ...]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mode } from './kept.ts';
import { machine, median, quantile, ROOT } from './load.ts';
import { lecture, QUESTIONS, RUSH } from './rush.ts';
import { writeSection } from './sections.ts';
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
const inChats = ({ pressed }: Run) => pressed.filter(({ place }) => place === 'chat');
const acks = (run: Run) => inChats(run).map(({ acknowledged }) => acknowledged);
const reads = (run: Run) => inChats(run).map(({ read }) => read);
const onPage = ({ pressed }: Run) => pressed.flatMap(({ place, read }) => (place === 'page' ? [read] : []));
const each = (busy: number, { pressed }: Run): string => ms(busy / pressed.length);

const percentiles = (what: string, of: (run: Run) => readonly number[]) =>
  [
    [`${what}, median`, (run: Run) => ms(median(of(run)))],
    [`${what}, 99th percentile`, (run: Run) => ms(quantile(of(run), 0.99))],
  ] as const;

const ROWS: readonly (readonly [name: string, of: (run: Run) => string])[] = [
  ['Answers sent', ({ pressed, lost }) => String(pressed.length + lost.length)],
  ['Of them on the page', (run) => String(onPage(run).length)],
  ['Never acknowledged or answered', ({ lost }) => String(lost.length)],
  [
    'Acknowledged later than 3 s',
    ({ pressed }) => String(pressed.filter(({ acknowledged }) => acknowledged > PATIENCE).length),
  ],
  ['Told that it was not in', ({ refused }) => String(refused)],
  ['Told that it was in, and not kept', ({ missing }) => String(missing)],
  ['Kept', ({ kept }) => String(kept)],
  ['Told no team, or not theirs', ({ teams }) => (teams ? String(teams.strays) : '')],
  ['In each team', ({ teams }) => teams?.sizes.join(', ') ?? ''],
  ...percentiles('Chats: acknowledged', acks),
  ...percentiles('Chats: the student reads that it is in', reads),
  ...percentiles('Page: the answer is in, and the student reads so', onPage),
  ['All had read it after', ({ took }) => took.map((one) => `${(one / 1000).toFixed(1)} s`).join(', ')],
  ['Phones that listened, with the projector', ({ page }) => String(page.clients)],
  ['Streams cut off', ({ page }) => String(page.comings - page.clients)],
  ['All phones had joined after', ({ page }) => `${(page.joined / 1000).toFixed(1)} s`],
  ['Scenes that a phone or the projector never saw', ({ page }) => String(page.unseen)],
  ...percentiles('A phone or the projector sees a scene after its post', ({ page }) => page.delays),
  ['An instructor’s press to the post', ({ page }) => page.posted.map((one) => ms(one)).join(', ')],
  ['Edits on Discord, on Slack', ({ edits }) => `${edits.discord}, ${edits.slack}`],
  ['Memory at most', ({ rest }) => `${rest.toFixed(0)} MB`],
  ['Processor an answer, the bot', (run) => each(run.busy.bot, run)],
  ['The same, platforms and students', (run) => each(run.busy.students, run)],
  ['Platforms and students late by, 99th percentile', ({ late }) => ms(late.answers)],
  ['The same while a scene comes, at most', ({ late }) => ms(late.scenes)],
];

async function section(students: number): Promise<string> {
  const runs: Run[] = [];
  for (const { play } of COLUMNS) runs.push(await play(students));
  return [
    `## ${students.toLocaleString('en')} students`,
    '',
    `| ${['', ...COLUMNS.map(({ name }) => name)].join(' | ')} |`,
    `| ${['---', ...runs.map(() => '--:')].join(' | ')} |`,
    ...ROWS.map(([name, of]) => `| ${[name, ...runs.map(of)].join(' | ')} |`),
  ].join('\n');
}

const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
const given = process.argv.slice(2).map(Number);
const sections: string[] = [];
for (const students of given.length > 0 ? given : STUDENTS) sections.push(await section(students));
const report = `# A lecture, measured

\`${['npm run bench:lecture', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')}\` on ${machine()}. A third of the students are on Discord, one on Slack (Socket Mode) and one on the page; each answers each of ${QUESTIONS} questions at a moment of ${RUSH / 1000} s, for themselves or in teams. The local platforms and all students are one process on the same cores, and so is PostgreSQL: what they take, the bot has not. Whatever is measured is measured by that process; by how much it is late itself are the last lines. The machine’s load was ${load} before.

On the page each phone has a cookie and joins by the code while the lobby is paused; it keeps one stream of events open, and one connection for its answers, as browsers do. A scene is the answer to a question, the next question, or the end; its post is written when the bot stores it, and what a phone sees is counted from there. The press to the post are the instructor’s, in turn.

${sections.join('\n\n')}

Of each channel's question at most one edit in ${EDIT_EVERY / 1000} s is allowed.
`;
process.stdout.write(report);
writeSection(join(ROOT, 'bench/LECTURE.md'), report);
process.exit(0);
