/**
 * One lecture: a live quiz of one class on Discord and Slack at once, whose students all answer within ten seconds. The
 * bot is a process of its own; both platforms' local servers, and all students, are this one.
 */
import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIVE_KIND } from '../src/live/codec.ts';
import { teamName, teamOf } from '../src/live/teams.ts';
import { parseAddress } from '../src/store/address.ts';
import { openStore } from '../src/store/open.ts';
import { startDiscord } from '../test/fakes/discord/server.ts';
import { startSlack } from '../test/fakes/slack/server.ts';
import { DOSIRAK, end, memory, processor, startBot } from './load.ts';

export const QUESTIONS = 2;
const TEAMS = 4;
/** Milliseconds in which all answer. */
export const RUSH = 10_000;

/** Seconds that a question is open. */
const OPEN = 60;
/** Who answers within so many milliseconds has nothing to catch up with. */
const CALM = 500;

export type Mode = 'speed' | 'team';

interface Pressed {
  person: string;
  question: number;
  /** Milliseconds until it was acknowledged, and until the person read that the answer is in. */
  acknowledged: number;
  read: number;
  said: string;
}

/** What is kept of the only session of the class in that Discord channel. */
async function keptAt(url: string, channel: string) {
  const address = parseAddress(url);
  if (typeof address === 'string') throw new Error(address);
  const store = await openStore(address, { unique: randomUUID, log: { warn() {} } });
  const one = await store.classes.of(`discord:${channel}`);
  const [session] = one ? await store.sessions.history(one.id, LIVE_KIND, 1) : [];
  if (!session) throw new Error('no session is kept');
  const [answers, players] = await Promise.all([
    store.sessions.answers(session.id),
    store.sessions.players(session.id),
  ]);
  await store.close();
  return { id: session.id, answers, players };
}

/** What was said to the students, held against what is kept. */
function held(pressed: readonly Pressed[], mode: Mode, { id, answers, players }: Awaited<ReturnType<typeof keptAt>>) {
  const isIn = pressed.filter(({ said }) => said.includes('답을 받았어요'));
  const keys = new Set(answers.map(({ person, question }) => `${person} ${question}`));
  const teams = new Map(players.map((player) => [player.person, teamOf(player, id, TEAMS)]));
  const isTold = ({ person, said }: Pressed): boolean => {
    const team = teams.get(person);
    return team !== undefined && said.includes('우리 팀') && said.includes(teamName(team, {}, 'ko'));
  };
  const sizeOf = (team: number): number => players.filter(({ person }) => teams.get(person) === team).length;
  return {
    refused: pressed.length - isIn.length,
    /** Kept twice cannot be: it is the key. */
    missing: isIn.filter(({ person, question }) => !keys.has(`${person} ${question}`)).length,
    kept: answers.length,
    ...(mode === 'team'
      ? {
          teams: {
            strays: isIn.filter((one) => !isTold(one)).length,
            sizes: Array.from({ length: TEAMS }, (_, i) => sizeOf(i)),
          },
        }
      : {}),
  };
}

/** What was sent and what came of it, on the store at `url`. */
export async function lecture(url: string, students: number, mode: Mode) {
  const now = (): number => performance.timeOrigin + performance.now();
  const [discord, slack] = await Promise.all([
    startDiscord({ recordBodies: false, identifyEvery: 0, now }),
    startSlack({ record: true, rateLimits: true, now }),
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
  /** Waits until the bot has caught up: before, an instructor's own commands would wait behind all answers. */
  const rested = async (): Promise<void> => {
    for (let turn = 0; turn < 100; turn++) {
      const act = discord.slash(teacher, 'guild', 'class show');
      const isThere = await act.settled().then(
        () => true,
        () => false,
      );
      if (isThere && (act.acknowledgedAfter ?? Number.POSITIVE_INFINITY) < CALM) return;
      await sleep(CALM);
    }
    throw new Error('the bot does not catch up');
  };
  /** Both channels' messages with these words, once they are there. */
  const said = async (words: string) => {
    for (let turn = 0; turn < 400; turn++) {
      const card = discord.messages(channels.discord).find((one) => JSON.stringify(one.components).includes(words));
      const block = slack.messages(channels.slack).find((one) => JSON.stringify(one.blocks).includes(words));
      if (card && block) return { card, block };
      await sleep(50);
    }
    throw new Error(`nobody said ${words}`);
  };
  await discord
    .slash(teacher, 'guild', 'live start', {
      ...{ topic: '파드', count: QUESTIONS, seconds: OPEN, mode },
      ...(mode === 'team' ? { teams: TEAMS } : {}),
    })
    .settled();
  const pressed: Pressed[] = [];
  const lost: string[] = [];
  /** Milliseconds from a question's first press until all had read that their answer is in. */
  const took: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const busy = { bot: 0, students: 0 };
  let rest = memory(bot);
  for (let question = 0; question < QUESTIONS; question++) {
    const { card, block } = await said(`문제 ${question + 1} / ${QUESTIONS}`);
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
    const before = { bot: processor(bot.child.pid), students: processor(process.pid) };
    const begun = performance.now();
    delay.enable();
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
          const until = performance.now() + OPEN * 1000;
          // Thousands who wait look less often: who waits for longer is measured less finely.
          for (let pause = 1; act.responses.length === 0; pause *= 1.1) {
            if (performance.now() > until) throw new Error('No answer came while the question was open');
            await sleep(pause);
          }
          return {
            acknowledged: act.acknowledgedAfter ?? Number.POSITIVE_INFINITY,
            said: JSON.stringify(act.responses),
          };
        }),
      ),
    ]);
    delay.disable();
    took.push(performance.now() - begun);
    await rested();
    busy.bot += processor(bot.child.pid) - before.bot;
    busy.students += processor(process.pid) - before.students;
    rest = Math.max(rest, memory(bot));
    await discord.slash(teacher, 'guild', 'live next').settled();
    await said(`문제 ${question + 1} 정답`);
    await discord.slash(teacher, 'guild', 'live next').settled();
  }
  await said('라이브 퀴즈가 끝났어요');
  const edits = {
    discord: discord.requests.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/channels/')).length,
    slack: slack.requests.filter(({ method }) => method === 'chat.update').length,
  };
  const late = delay.percentile(99) / 1e6;
  await end(bot);
  await Promise.all([discord.close(), slack.close()]);
  return { pressed, lost, took, edits, rest, busy, late, ...held(pressed, mode, await keptAt(url, channels.discord)) };
}
