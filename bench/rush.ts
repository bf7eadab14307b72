/**
 * One lecture: a live quiz of one class on Discord, on Slack and on the page at once, whose students all answer within ten
 * seconds. The bot is a process of its own; both platforms' local servers, and all students, are this one.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../test/fakes/discord/server.ts';
import { startSlack } from '../test/fakes/slack/server.ts';
import { freePort } from '../test/support/ports.ts';
import { held, keptAt, type Mode, type Pressed, scenesSeen, TEAMS } from './kept.ts';
import { DOSIRAK, end, memory, processor, startBot } from './load.ts';
import { openPhones } from './room.ts';

export const QUESTIONS = 2;
/** Milliseconds in which all answer. */
export const RUSH = 10_000;

/** Seconds that a question is open. */
const OPEN = 60;
/** Who answers within so many milliseconds has nothing to catch up with. */
const CALM = 500;

/** What was sent and what came of it, on the store at `url`. */
export async function lecture(url: string, students: number, mode: Mode) {
  const now = (): number => performance.timeOrigin + performance.now();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
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
    PORT: `${port}`,
    PUBLIC_URL: base,
  };
  const bot = await startBot('Dosirak', DOSIRAK, env, discord, (name) => discord.user(name));
  const teacher = discord.user('teacher', { locale: 'ko', permissions: '32' });
  const admin = slack.user('teacher', { locale: 'ko-KR', rank: 'admin' });
  const third = Math.ceil(students / 3);
  const onDiscord = Array.from({ length: third }, (_, i) => discord.user(`d${i}`, { locale: 'ko' }));
  const onSlack = Array.from({ length: third }, (_, i) => slack.user(`s${i}`, { locale: 'ko-KR' }));
  const room = await openPhones(base, Math.max(0, students - 2 * third));
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
      // Students of chats join by an answer: a question would close once all who had joined on the page have answered.
      ...{ topic: '파드', count: QUESTIONS, seconds: OPEN, mode, close: 'full', auto: 'manual' },
      ...(mode === 'team' ? { teams: TEAMS } : {}),
    })
    .settled();
  await discord.slash(teacher, 'guild', 'live pause').settled();
  const lobby = await said('라이브 퀴즈를 시작');
  const [, first = '', second = ''] = /\*\*(\d{3}) (\d{3})\*\*/.exec(JSON.stringify(lobby.card.components)) ?? [];
  const joined = await room.join(first + second);
  await discord.slash(teacher, 'guild', 'live resume').settled();
  const pressed: Pressed[] = [];
  const lost: string[] = [];
  /** Milliseconds from a question's first press until all had read that their answer is in. */
  const took: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  /** While scenes go out to all at once: a monitor each, since one that is enabled again counts its pause. */
  const showing: ReturnType<typeof monitorEventLoopDelay>[] = [];
  /** When the instructor pressed, epoch milliseconds. */
  const steered: number[] = [];
  const goOn = async (): Promise<void> => {
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    showing.push(monitor);
    monitor.enable();
    steered.push(Date.now());
    await discord.slash(teacher, 'guild', 'live next').settled();
    await sleep(CALM);
    monitor.disable();
  };
  const busy = { bot: 0, students: 0 };
  let rest = memory(bot);
  for (let question = 0; question < QUESTIONS; question++) {
    const { card, block } = await said(`문제 ${question + 1} / ${QUESTIONS}`);
    type Ask = () => Promise<{ acknowledged?: number; said: string }>;
    const press = async (place: Pressed['place'], person: string, ask: Ask): Promise<void> => {
      await sleep(Math.random() * RUSH);
      const begun = performance.now();
      try {
        const { acknowledged, said } = await ask();
        const read = performance.now() - begun;
        pressed.push({ place, person, question, acknowledged: acknowledged ?? read, read, said });
      } catch (error) {
        lost.push(`${person}: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    const before = { bot: processor(bot.child.pid), students: processor(process.pid) };
    const begun = performance.now();
    delay.enable();
    await Promise.all([
      ...onDiscord.map((user) =>
        press('chat', `discord:${user.id}`, async () => {
          const act = discord.press(user, card, { label: '모르겠어요' });
          const message = await act.settled();
          return { acknowledged: act.acknowledgedAfter ?? Number.POSITIVE_INFINITY, said: JSON.stringify(message) };
        }),
      ),
      ...onSlack.map((user) =>
        press('chat', `slack:${slack.teamId}:${user.id}`, async () => {
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
      ...room.phones.map((phone) =>
        press('page', phone.person(), async () => ({
          said: await room.answer(phone, `문제 ${question + 1} / ${QUESTIONS}`),
        })),
      ),
    ]);
    delay.disable();
    took.push(performance.now() - begun);
    await rested();
    busy.bot += processor(bot.child.pid) - before.bot;
    busy.students += processor(process.pid) - before.students;
    rest = Math.max(rest, memory(bot));
    await goOn();
    await said(`문제 ${question + 1} 정답`);
    await goOn();
  }
  await said('라이브 퀴즈가 끝났어요');
  await sleep(CALM);
  room.close();
  const edits = {
    discord: discord.requests.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/channels/')).length,
    slack: slack.requests.filter(({ method }) => method === 'chat.update').length,
  };
  const late = { answers: delay.percentile(99) / 1e6, scenes: Math.max(...showing.map(({ max }) => max)) / 1e6 };
  await end(bot);
  await Promise.all([discord.close(), slack.close()]);
  const kept = await keptAt(url, channels.discord);
  // The lobby and the first question come by themselves.
  const posted = kept.posts.slice(2).map(({ at }, i) => at - (steered[i] ?? Number.NaN));
  const page = { joined, posted, comings: room.comings(), ...scenesSeen(kept, room) };
  return { pressed, lost, took, edits, rest, busy, late, page, ...held(pressed, mode, kept) };
}
