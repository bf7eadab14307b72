/**
 * A lecture: a live quiz of one class on Discord and Slack at once, whose students all answer within ten seconds. The
 * bot is a process of its own; both platforms' local servers, and all students, are this one. Counts what was lost, how
 * long acknowledgements took, how often the channels were edited, and holds the scores against what was sent. On both
 * engines (PostgreSQL where TEST_DATABASE_URL names a server). Prints a report and writes it to bench/LECTURE.md.
 * Run: npm run bench:lecture [-- students]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../src/core/session.ts';
import { addressOf } from '../src/store/address.ts';
import { openStore } from '../src/store/open.ts';
import { startDiscord } from '../test/support/discord/server.ts';
import { startSlack } from '../test/support/slack/server.ts';
import { DOSIRAK, end, machine, median, memory, quantile, ROOT, startBot } from './load.ts';
import { newDatabase, server } from './stores.ts';

const QUESTIONS = 2;
/** Milliseconds in which all answer. */
const RUSH = 10_000;
/** A platform waits no longer for an acknowledgement, in milliseconds. */
const PATIENCE = 3000;
/** Edits that Discord takes of one channel's messages, and Slack of one message: both about one a second. */
const EDIT_EVERY = 2000;

interface Pressed {
  person: string;
  question: number;
  /** Milliseconds until it was acknowledged, and until the person read that the answer is in. */
  acknowledged: number;
  read: number;
  said: string;
}

async function lecture(url: string, students: number) {
  const [discord, slack] = await Promise.all([
    startDiscord({ recordBodies: false, rateLimits: false, identifyEvery: 0 }),
    startSlack({ record: true }),
  ]);
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
    DATABASE_URL: url,
    LOG_LEVEL: 'error',
  };
  const bot = await startBot('Dosirak', DOSIRAK, env, discord, (name) => discord.user(name));
  const teacher = discord.user('teacher', { locale: 'ko', permissions: '32' });
  const admin = slack.user('teacher', { locale: 'ko-KR', rank: 'admin' });
  const half = Math.ceil(students / 2);
  const onDiscord = Array.from({ length: half }, (_, i) => discord.user(`d${i}`, { locale: 'ko' }));
  const onSlack = Array.from({ length: students - half }, (_, i) => slack.user(`s${i}`, { locale: 'ko-KR' }));
  const setup = await discord.slash(teacher, 'guild', 'class setup').settled();
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(
    JSON.stringify((await discord.slash(teacher, 'guild', 'class show').settled()).components),
  )?.[0];
  if (!code) throw new Error(`no class: ${JSON.stringify(setup.components)}`);
  await slack.command(admin, 'class', `/class join ${code}`).message();
  const channels = { discord: discord.guild.channelId, slack: slack.channelId(admin, 'class') };
  const lastOn = {
    discord: () => discord.messages(channels.discord).at(-1),
    slack: () => slack.messages(channels.slack).at(-1),
  };
  const until = async (words: string): Promise<void> => {
    for (let turn = 0; turn < 400; turn++) {
      const seen = [lastOn.discord()?.components, lastOn.slack()?.blocks].map((one) => JSON.stringify(one ?? ''));
      if (seen.every((one) => one.includes(words))) return;
      await sleep(50);
    }
    throw new Error(`nobody said ${words}: ${JSON.stringify([lastOn.discord()?.components, lastOn.slack()?.blocks])}`);
  };
  await discord.slash(teacher, 'guild', 'live start', { topic: '파드', count: QUESTIONS, seconds: 60 }).settled();
  const pressed: Pressed[] = [];
  const lost: string[] = [];
  let rest = memory(bot);
  for (let question = 0; question < QUESTIONS; question++) {
    await until(`문제 ${question + 1} / ${QUESTIONS}`);
    const [card, block] = [lastOn.discord(), lastOn.slack()];
    if (!card || !block) throw new Error('nothing is asked');
    const press = async (person: string, ask: () => Promise<{ acknowledged: number; said: string }>): Promise<void> => {
      await sleep(Math.random() * RUSH);
      const begun = performance.now();
      try {
        const { acknowledged, said } = await ask();
        pressed.push({ person, question, acknowledged, read: performance.now() - begun, said });
      } catch (error) {
        lost.push(`${person}: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    await Promise.all([
      ...onDiscord.map((user) =>
        press(`discord:${user.id}`, async () => {
          const act = discord.press(user, card, { label: '모르겠어요' });
          const message = await act.settled();
          return { acknowledged: act.acknowledgedAfter ?? Number.POSITIVE_INFINITY, said: JSON.stringify(message) };
        }),
      ),
      ...onSlack.map((user) =>
        press(`slack:${slack.teamId}:${user.id}`, async () => {
          const act = slack.press(user, block, { label: '모르겠어요' });
          // The question itself may be edited meanwhile: what is said to this person comes by the press's own address.
          await act.message();
          const until = performance.now() + RUSH;
          while (act.responses.length === 0 && performance.now() < until) await sleep(2);
          return {
            acknowledged: act.acknowledgedAfter ?? Number.POSITIVE_INFINITY,
            said: JSON.stringify(act.responses),
          };
        }),
      ),
    ]);
    rest = Math.max(rest, memory(bot));
    await discord.slash(teacher, 'guild', 'live next').settled();
    await until(`문제 ${question + 1} 정답`);
    await discord.slash(teacher, 'guild', 'live next').settled();
  }
  await until('라이브 퀴즈가 끝났어요');
  const edits = {
    discord: discord.requests.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/channels/')).length,
    slack: slack.requests.filter(({ method }) => method === 'chat.update').length,
  };
  await end(bot);
  await Promise.all([discord.close(), slack.close()]);
  const address = addressOf(url);
  if (typeof address === 'string') throw new Error(address);
  const store = await openStore(address, { unique: randomUUID, log: { warn() {} } });
  const one = await store.classes.of(`discord:${channels.discord}`);
  const [session] = one ? await store.sessions.history(one.id, 1) : [];
  const kept: readonly Answer[] = session ? await store.sessions.answers(session.id) : [];
  await store.close();
  const isIn = ({ said }: Pressed): boolean => said.includes('답을 받았어요');
  const keys = new Set(kept.map(({ person, question }) => `${person} ${question}`));
  return {
    pressed,
    lost,
    edits,
    rest,
    refused: pressed.filter((one) => !isIn(one)).length,
    /** Told that it is in, and not kept; kept twice cannot be: it is the key. */
    missing: pressed.filter((one) => isIn(one) && !keys.has(`${one.person} ${one.question}`)).length,
    kept: kept.length,
  };
}

const shown = (value: number): string => `${value.toFixed(0)} ms`;
const students = Number(process.argv[2] ?? 2000);
const report = [
  '# A lecture, measured',
  '',
  `\`npm run bench:lecture -- ${students}\` on ${machine()}: ${students.toLocaleString('en')} students, half on Discord and half on Slack (Socket Mode), each answers each of ${QUESTIONS} questions at a moment of ${RUSH / 1000} s. The local platforms and all students are one process on the same cores.`,
  '',
  `| | SQLite${server ? ' | PostgreSQL' : ''} |`,
];
const runs: Awaited<ReturnType<typeof lecture>>[] = [];
const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
runs.push(await lecture(join(folder, 'lecture.db'), students));
rmSync(folder, { recursive: true, force: true });
if (server !== undefined) {
  const { url, drop } = await newDatabase(server);
  runs.push(await lecture(url, students));
  await drop();
}
const row = (name: string, of: (run: (typeof runs)[number]) => string): string =>
  `| ${[name, ...runs.map(of)].join(' | ')} |`;
const acks = ({ pressed }: (typeof runs)[number]) => pressed.map(({ acknowledged }) => acknowledged);
const reads = ({ pressed }: (typeof runs)[number]) => pressed.map(({ read }) => read);
report.push(
  `| --- | ${runs.map(() => '--:').join(' | ')} |`,
  row('Answers sent', ({ pressed, lost }) => String(pressed.length + lost.length)),
  row('Never acknowledged or answered', ({ lost }) => String(lost.length)),
  row('Acknowledged later than 3 s', (run) => String(acks(run).filter((one) => one > PATIENCE).length)),
  row('Told that it was not in', ({ refused }) => String(refused)),
  row('Told that it was in, and not kept', ({ missing }) => String(missing)),
  row('Kept', ({ kept }) => String(kept)),
  row('Acknowledged, median', (run) => shown(median(acks(run)))),
  row('Acknowledged, 99th percentile', (run) => shown(quantile(acks(run), 0.99))),
  row('The student reads that it is in, median', (run) => shown(median(reads(run)))),
  row('The same, 99th percentile', (run) => shown(quantile(reads(run), 0.99))),
  row('Edits on Discord, on Slack', ({ edits }) => `${edits.discord}, ${edits.slack}`),
  row('Memory at most', ({ rest }) => `${rest.toFixed(0)} MB`),
  '',
  `Of each channel's question at most one edit in ${EDIT_EVERY / 1000} s is allowed.`,
);
const text = `${report.join('\n')}\n`;
process.stdout.write(text);
writeFileSync(join(ROOT, 'bench/LECTURE.md'), text);
process.exit(0);
