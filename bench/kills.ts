/**
 * Kills the real program (kill -9) at random moments around the hour of many classes, and counts what their channels
 * have got: `npm run bench:kills -- ROUNDS`, 50 unless told, a combination of engine and number of processes. With
 * TEST_DATABASE_URL (.ci/with-postgres brings one) on PostgreSQL as well. Writes its part of
 * bench/KILLS.md.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseAddress } from '../src/store/address.ts';
import { type Counted, killing, type Report } from '../test/support/kills.ts';
import { COURSE } from '../test/support/world.ts';
import { writeSection } from './sections.ts';

const CLASSES = 24;
/** One of two processes is stopped for longer than its lease in every so many rounds. */
const STOPS = 5;

const rounds = Number(process.argv[2] ?? 50);
const server = process.env.TEST_DATABASE_URL;

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** A new database of the server. */
async function database(url: string): Promise<DatabaseAddress> {
  const name = `kills_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  return { engine: 'postgres', url: new URL(`/${name}`, url).href };
}

function file(folder: string): DatabaseAddress {
  return { engine: 'sqlite', file: join(folder, `${randomBytes(6).toString('hex')}.db`) };
}

/** The value that so many of a hundred are at most, in seconds. */
const share = ({ late }: Counted, of: number): string =>
  ((late[Math.min(late.length - 1, Math.floor((late.length * of) / 100))] ?? 0) / 1000).toFixed(1);

const rowOf = (engine: string, processes: number, report: Report, platform: 'discord' | 'slack'): string => {
  const counted = report[platform];
  const counts = [
    report.kills,
    report.stops,
    counted.expected,
    counted.seen,
    counted.twice,
    counted.missing,
    counted.wrong,
  ];
  const cells = [engine, processes, platform, ...counts, ...[50, 95, 100].map((of) => share(counted, of))];
  return `| ${cells.join(' | ')} |`;
};

const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
const rows: string[] = [];
try {
  for (const [engine, make] of [
    ['SQLite', async () => file(folder)],
    ...(server === undefined ? [] : [['PostgreSQL', () => database(server)] as const]),
  ] as const)
    for (const processes of [1, 2]) {
      const ends: (() => Promise<void> | void)[] = [];
      const report = await killing({
        ...{ address: await make(), classes: CLASSES, rounds, processes, random: Math.random },
        env: { CONTENT_DIR: COURSE },
        ...(processes > 1 ? { stops: STOPS } : {}),
        finished: (end) => void ends.unshift(end),
      });
      for (const end of ends) await end();
      for (const platform of ['discord', 'slack'] as const) {
        rows.push(rowOf(engine, processes, report, platform));
        console.log(rows.at(-1));
      }
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

writeSection(
  join(import.meta.dirname, 'KILLS.md'),
  `# Killed around the hour

\`npm run bench:kills\`: ${rounds} rounds a line, on ${cpus().length} cores. In each, ${CLASSES} classes are due at once, with a channel on Discord and one on Slack; the real program is killed with -9 at a random moment from 0.3 s before their hour to 2.2 s after it, while requests are slow before or after what they do, or lose their answers, and people press buttons of earlier cards. For three of four classes an instructor has chosen the card, for that day or as a next one, or taken out the one whose turn it is. In every ${STOPS}th round of two processes, one is stopped (SIGSTOP) for 25 s instead, longer than it holds a post, and then goes on. In the end nothing is killed any more.

| Engine | Processes | Platform | Kills | Stops | Cards expected | Messages | Twice | Missing | Of another concept | Late (s): half | 95 % | Most |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Late is counted from the class's hour to the message, with the time until a new process is there and, for what a killed one had begun, until its lease of 20 s is over.
`,
);
