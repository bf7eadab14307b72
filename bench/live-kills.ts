/**
 * Kills the real program (kill -9) at random moments of live quizzes that a class plays on Discord, Slack and the page at
 * once, and counts what came of every answer, message and page: `npm run bench:live -- KILLS`, 32 unless told, for one process and
 * for two, on each engine. With TEST_DATABASE_URL (.ci/with-postgres brings one) on PostgreSQL as well. Writes its part
 * of bench/KILLS.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../src/store/address.ts';
import type { Counts } from '../test/support/live-count.ts';
import { killingLive, type Report } from '../test/support/live-kills.ts';
import type { PageCounts } from '../test/support/live-on-page.ts';
import { COURSE } from '../test/support/world.ts';
import { writeSection } from './sections.ts';
import { newDatabase, server } from './stores.ts';

/** Half of the quizzes: some students come late and the instructor goes on; the others: all are early, and it goes on by itself. */
const QUIZZES = [
  { topic: '파드', questions: 2, seconds: 8, haste: 1.05, auto: false },
  { topic: '파드', questions: 2, seconds: 12, haste: 0.4, auto: true },
] as const;
const STUDENTS = 30;
const PHONES = 40;

const kills = Number(process.argv[2] ?? 32);

interface Place {
  address: DatabaseAddress;
  gone: () => Promise<void> | void;
}

function inFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  const gone = () => rmSync(folder, { recursive: true, force: true });
  return { address: { engine: 'sqlite', file: join(folder, 'live.db') }, gone };
}

async function inDatabase(at: string): Promise<Place> {
  const { url, drop } = await newDatabase(at);
  return { address: { engine: 'postgres', url }, gone: drop };
}

const COLUMNS: readonly (readonly [name: string, of: keyof Counts])[] = [
  ['Told: joined', 'joined'],
  ['Of these lost', 'unjoined'],
  ['Answers pressed', 'presses'],
  ['Told: it is in', 'acknowledged'],
  ['Of these lost or changed', 'lost'],
  ['Told so twice', 'again'],
  ['Kept', 'kept'],
  ['Of these not theirs', 'strange'],
  ['Messages expected', 'expected'],
  ['There', 'seen'],
  ['Twice', 'twice'],
  ['Missing', 'missing'],
  ['Wrong counts or points', 'wrong'],
  ['Closed when all were in', 'allIn'],
  ['Questions cut short', 'early'],
  ['Came when closed', 'closed'],
  ['Quizzes given up', 'abandoned'],
];

const PAGE_COLUMNS: readonly (readonly [name: string, of: keyof PageCounts])[] = [
  ['Pages', 'pages'],
  ['Came again', 'comings'],
  ['Not at the end', 'behind'],
  ['Events twice', 'twice'],
  ['Older after newer', 'older'],
];

function rowOf(engine: string, processes: number, report: Report): string {
  const { quizzes } = report;
  const late = quizzes.flatMap((quiz) => quiz.late).sort((a, b) => a - b);
  const seconds = (share: number): string =>
    ((late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? 0) / 1000).toFixed(1);
  const sums = COLUMNS.map(([, of]) => quizzes.reduce((sum, quiz) => sum + quiz[of], 0));
  const pages = PAGE_COLUMNS.map(([, of]) => report.pages.reduce((sum, page) => sum + page[of], 0));
  const cells = [engine, processes, quizzes.length, report.kills, ...sums, ...pages, seconds(0.5), seconds(1)];
  return `| ${cells.join(' | ')} |`;
}

const rows: string[] = [];
const places: readonly (readonly [engine: string, make: () => Place | Promise<Place>])[] = [
  ['SQLite', inFile],
  ...(server === undefined ? [] : [['PostgreSQL', inDatabase.bind(undefined, server)] as const]),
];
for (const [engine, make] of places)
  for (const processes of [1, 2]) {
    const reports: Report[] = [];
    for (const quiz of QUIZZES) {
      const { address, gone } = await make();
      const ends: (() => Promise<void> | void)[] = [gone];
      const finished = (end: () => Promise<void> | void) => void ends.unshift(end);
      const half = Math.ceil(kills / QUIZZES.length);
      const plan = { address, quiz, students: STUDENTS, pages: PHONES, kills: half, processes, slow: true };
      reports.push(await killingLive({ ...plan, random: Math.random, finished, env: { CONTENT_DIR: COURSE } }));
      for (const end of ends) await end();
    }
    const report: Report = {
      kills: reports.reduce((sum, one) => sum + one.kills, 0),
      quizzes: reports.flatMap(({ quizzes }) => quizzes),
      pages: reports.flatMap(({ pages }) => pages),
    };
    rows.push(rowOf(engine, processes, report));
    console.log(rows.at(-1));
  }

const names = ['Engine', 'Processes', 'Quizzes', 'Kills', ...[...COLUMNS, ...PAGE_COLUMNS].map(([name]) => name)];
writeSection(
  join(import.meta.dirname, 'KILLS.md'),
  `# Killed while a class plays

\`npm run bench:live -- ${kills}\` on ${cpus().length} cores. An instructor types \`/live start\` on one of the platforms; ${STUDENTS} students on Discord, ${STUDENTS} on Slack and ${PHONES} on the page (by its code, behind a balancer that keeps none of them to one process) join in the lobby and answer two questions at moments of their own, and press again, perhaps something else, where they were told nothing. In half of the quizzes a question of ${QUIZZES[0].seconds} s is open until its end, since some come too late, and the instructor goes on; in the others one of ${QUIZZES[1].seconds} s closes once all have answered, and the next one follows by itself. The real program is killed with -9 and started again: half of the times at any moment of a step (the countdown, a question, its answer), half of them around its end, when the next messages are sent; meanwhile messages are up to 1.2 s slow before or after what they do, on either platform by itself, or lose their answers. Of two processes, one is spared half of the times; else they are killed one after the other and started together. Quizzes are played until there were so many kills.

| ${[...names, 'Closed late (s): half', 'Most'].join(' | ')} |
| ${[...names, '', ''].map(() => '---').join(' | ')} |
${rows.join('\n')}

An answer is lost or changed where a student was told that it is in, and the store has none or another one; it is not theirs where nobody pressed it. Kept are also answers whose acknowledgement a kill took: their students are told that they have answered. Messages are questions, answers and ends. Counts and points are what a closed question and the end say, held against the store. A question closed when all were in where all who had joined or answered before had answered it; it is cut short where a channel that could answer it had less than its time and somebody was missing; it came when closed where a channel had it only after its end. A page comes again where its stream broke off; what it shows is then sent once more in its own place, and counts as twice only otherwise. It is not at the end where it does not show the quiz’s last scene. Late is how long a question stayed open after its time, or after a new process was there to close it.
`,
);
process.exit(0);
