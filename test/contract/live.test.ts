import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { createDispatch, type Dispatch } from '../../src/core/command/dispatch.ts';
import { initialLive } from '../../src/live/machine.ts';
import { beginSession, wakeSessions } from '../../src/live/sessions.ts';
import { LEASE } from '../../src/outbox/attempt.ts';
import { solution } from '../../src/questions/types.ts';
import { type Daily, openDaily, type Side } from '../support/daily.ts';
import { stateIn } from '../support/sessions.ts';

/** A class on both platforms at once, and its instructor, who types on Discord; or there in the guild's own channel. */
async function openClass(own = false) {
  const daily = await openDaily();
  const { discord, slack, world } = daily;
  const { guild } = discord.server;
  const channels = { discord: own ? `discord:${guild.channelId}` : discord.channel(), slack: slack.channel() };
  const teacher: Caller = {
    id: 'discord:9',
    space: discord.space,
    channel: channels.discord,
    locale: 'ko',
    manages: false,
    known: ['discord:9'],
  };
  const one = await daily.begin([channels.discord, channels.slack], { instructors: ['discord:9'], due: undefined });
  const reportBug = (error: unknown): never => {
    throw error;
  };
  const dispatch: Dispatch = createDispatch(world.commands(), { reportBug });
  const type = (line: string, caller: Caller = teacher) => dispatch(line, caller);
  return { daily, channels, teacher, one, type };
}

type Class = Awaited<ReturnType<typeof openClass>>;

/** The question that is asked at this moment. */
async function asked({ daily: { world }, one }: Class) {
  const session = (await world.sessions.running(one.id))[0];
  if (!session) throw new Error('no quiz is on');
  const { live } = stateIn(session);
  const at = 'at' in live.step ? live.step.at : 0;
  const question = world.course().questions.get(live.plan.questions[at] ?? '');
  if (!question) throw new Error('nothing is asked');
  return { session: session.id, at, question };
}

const last = (side: Side, channel: string) => side.read(channel).at(-1);

/** Lets time pass until something is said in both channels. */
async function until({ daily, channels }: Class, words: string): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    const said = [last(daily.discord, channels.discord)?.said, last(daily.slack, channels.slack)?.said];
    if (said.every((text) => text?.includes(words))) return;
    await daily.pass(500);
  }
  throw new Error(`nobody said ${words}: ${last(daily.discord, channels.discord)?.said}`);
}

const answersOf = ({ world }: Daily, session: string) => world.sessions.answers(session);

describe('a live quiz of a class on Discord and Slack', () => {
  test('is played by both to its end, each answer counted once, with one leaderboard', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    expect(JSON.stringify(await type('/live start 파드 3개 20초 끝까지'))).toContain(' next');
    expect(last(daily.slack, channels.slack)).toBeUndefined();
    await until(room, '곧 라이브 퀴즈를 시작해요');
    await type('/live resume');
    const [min, ji] = [daily.discord.person('ko'), daily.slack.person('en')];
    for (let question = 1; question <= 3; question++) {
      await until(room, `문제 ${question} / 3`);
      const { session } = await asked(room);
      expect((await min.press(channels.discord, '모르겠어요')).said).toContain('답을 받았어요');
      expect(await ji.press(channels.slack, '모르겠어요')).toMatchObject({ alone: true });
      await daily.pass(10);
      expect((await min.press(channels.discord, '모르겠어요')).said).toContain('이미 답했어요');
      const own = (await answersOf(daily, session)).filter((answer) => answer.question === question - 1);
      expect(own.map(({ person }) => person).toSorted()).toEqual([min.id, ji.id].toSorted());
      await daily.pass(3000, 500);
      expect(last(daily.discord, channels.discord)?.said).toContain('2명이 답했어요');
      expect(last(daily.slack, channels.slack)?.said).toContain('2명이 답했어요');
      await type('/live next');
      await until(room, `문제 ${question} 정답`);
    }
    await until(room, '라이브 퀴즈가 끝났어요');
    expect(last(daily.discord, channels.discord)?.said).toContain('2명 참여');
    expect((await min.press(channels.discord, '내 결과 보기')).said).toContain('이번에는 맞힌 문제가 없어요');
    // A question, once it is closed, takes no answer: its buttons are gone.
    const messages = daily.discord.read(channels.discord);
    expect(messages.filter(({ labels }) => labels.includes('모르겠어요'))).toEqual([]);
    expect(messages.map(({ said }) => said).filter((said) => said.includes('라이브 퀴즈를 시작했어요'))).toHaveLength(
      1,
    );
  });

  test('a class joins in its lobby, sees the clock run, and a question closes when all who joined have answered', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 파드 2개 60초');
    await type('/live resume');
    await until(room, '곧 라이브 퀴즈를 시작해요');
    expect(last(daily.discord, channels.discord)?.said).toMatch(/<t:\d{10}:R> 시작/);
    expect(last(daily.slack, channels.slack)?.said).toMatch(/\d+초 후 시작/);
    const [min, ji] = [daily.discord.person('ko'), daily.slack.person('ko')];
    for (const [side, who] of [
      [daily.discord, min],
      [daily.slack, ji],
    ] as const)
      expect((await who.press(channels[side.name], '참여하기')).said).toContain('참여했어요');
    await daily.pass(4000, 500);
    for (const side of [daily.discord, daily.slack])
      expect(last(side, channels[side.name])?.said).toContain('2명이 참여했어요');
    await until(room, '문제 1 / 2');
    const announced = daily.slack.read(channels.slack).map(({ said }) => said);
    await daily.pass(3000, 500);
    expect(daily.slack.read(channels.slack).map(({ said }) => said)[0]).toContain('라이브 퀴즈를 시작했어요');
    expect(announced).toHaveLength(2);
    const asked = daily.now();
    expect(last(daily.discord, channels.discord)?.said).toMatch(/<t:\d{10}:R> 마감/);
    await min.press(channels.discord, '모르겠어요');
    await daily.pass(5000, 500);
    expect(last(daily.slack, channels.slack)?.said).toContain('문제 1 / 2');
    expect(last(daily.slack, channels.slack)?.said).toMatch(/[45]\d초 후 마감/);
    await ji.press(channels.slack, '모르겠어요');
    await until(room, '문제 1 정답');
    expect(daily.now() - asked).toBeLessThan(20_000);
    // A question, how it was answered, the answer, why.
    expect((await min.press(channels.discord, '내 답 보기')).said).toMatch(/내 답: .*모르겠어요.*정답:/s);
    await until(room, '문제 2 / 2');
    await type('/live stop');
    await until(room, '라이브 퀴즈가 끝났어요');
    expect(daily.discord.read(channels.discord).filter(({ said }) => said.includes('라이브 퀴즈를 시작'))).toHaveLength(
      1,
    );
  });

  test('nothing that is sent before the reveal says which answer is right', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 2개 20초');
    await type('/live resume');
    await until(room, '문제 1 / 2');
    const { question, session } = await asked(room);
    const answer = solution(question, 'ko');
    const told = JSON.stringify([daily.discord.read(channels.discord), daily.slack.read(channels.slack)]);
    // As one of the options, at most: nothing sets it apart.
    expect(told.split(answer).length - 1).toBeLessThanOrEqual(
      2 * (question.type === 'typed' ? 0 : 1) + (question.ask.ko.includes(answer) ? 2 : 0),
    );
    for (const { body } of daily.discord.server.requests) {
      expect(JSON.stringify(body ?? '')).not.toContain(session);
      expect(JSON.stringify(body ?? '')).not.toContain(question.id);
    }
  });

  test('goes on after the process was killed, with what was answered and the time that is left', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 파드 2개 30초');
    await type('/live resume');
    await until(room, '문제 1 / 2');
    const min = daily.discord.person('ko');
    await min.press(channels.discord, '모르겠어요');
    daily.restart();
    await daily.pass(10_000, 500);
    expect(last(daily.discord, channels.discord)?.said).toContain('1명이 답했어요');
    await until(room, '문제 1 정답');
    daily.restart();
    await until(room, '문제 2 / 2');
    await until(room, '라이브 퀴즈가 끝났어요');
    expect(daily.discord.read(channels.discord)).toHaveLength(6);
    expect(daily.slack.read(channels.slack)).toHaveLength(6);
  });

  test('a pause keeps the time, a stop ends it, and there is one at a time', async () => {
    const room = await openClass();
    const { daily, channels, type, teacher } = room;
    await type('/live start 파드 2개 20초');
    await type('/live resume');
    expect(JSON.stringify(await type('/live start 노드'))).toContain('이미 라이브 퀴즈를 하고 있어요');
    await until(room, '문제 1 / 2');
    await type('/live pause');
    await daily.pass(60_000, 500);
    expect(last(daily.discord, channels.discord)?.said).toContain('잠깐 멈췄어요');
    await type('/live resume');
    await daily.pass(5000, 500);
    expect(last(daily.slack, channels.slack)?.said).toContain('문제 1 / 2');
    const student: Caller = { ...teacher, id: 'discord:5', known: ['discord:5'] };
    expect(JSON.stringify(await type('/live stop', student))).toContain('선생님만');
    await type('/live stop');
    await until(room, '답한 사람이 없어서 결과가 없어요');
    expect(JSON.stringify(await type('/live next'))).toContain('지금 하고 있는 라이브 퀴즈가 없어요');
  });

  test('typed answers come by a box of their own, on both', async () => {
    const room = await openClass();
    const { daily, channels, one } = room;
    const { discord, slack, world } = daily;
    const typed = world
      .course()
      .terms.get('pod')
      ?.questions.find(({ type }) => type === 'typed');
    if (typed?.type !== 'typed') throw new Error('there is no such question');
    const plan = { questions: [typed], mode: 'speed', open: 60_000 } as const;
    await beginSession(one, plan, undefined, daily.now(), world, undefined, initialLive);
    await until(room, '문제 1 / 1');
    const [min, ji] = [discord.server.user('민수', { locale: 'ko' }), slack.server.user('지수', { locale: 'ko-KR' })];
    const onDiscord = discord.server.messages(channels.discord.slice('discord:'.length)).at(-1);
    const onSlack = slack.server.messages(channels.slack.slice('slack:'.length)).at(-1);
    if (!onDiscord || !onSlack) throw new Error('nothing is asked');
    const opened = await discord.server.press(min, onDiscord, { label: '✎ 답 쓰기' }).answered;
    if (opened.kind !== 'modal') throw new Error(`a ${opened.kind}`);
    const told = await discord.server.submit(min, opened.modal, String(typed.accept[0])).settled();
    expect(JSON.stringify(told.components)).toContain('답을 받았어요');
    const view = await slack.server.press(ji, onSlack, { label: '✎ 답 쓰기' }).view();
    const answer = await slack.server.submit(ji, view, '전혀 다른 답').message();
    expect(JSON.stringify(answer.blocks)).toContain('답을 받았어요');
    const session = (await world.sessions.running(one.id))[0];
    const own = await answersOf(daily, session?.id ?? '');
    expect(own.map(({ person, right }) => [person.split(':')[0], right]).toSorted()).toEqual([
      ['discord', true],
      ['slack', false],
    ]);
    // What was typed is not shown to the class with a name.
    await room.type('/live next');
    await until(room, '문제 1 정답');
  });

  test('a question can be answered although nobody knows yet that its message arrived', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 파드 1개 20초');
    await type('/live resume');
    await until(room, '곧 라이브 퀴즈를 시작해요');
    daily.discord.lose('reset', 9);
    const min = daily.discord.person('ko');
    for (let turn = 0; !last(daily.discord, channels.discord)?.said.includes('문제 1 / 1'); turn++) {
      if (turn > 100) throw new Error('nothing is asked');
      await daily.pass(500);
    }
    expect((await min.press(channels.discord, '모르겠어요')).said).toContain('답을 받았어요(0.0초)');
    daily.restart();
    await daily.pass(15_000, 500);
    const asked = daily.discord.read(channels.discord).filter(({ said }) => said.includes('문제 1 / 1'));
    expect(asked).toHaveLength(1);
    await until(room, '라이브 퀴즈가 끝났어요');
    expect(last(daily.slack, channels.slack)?.said).toContain('1명 참여');
  });

  test('a question that a killed process had in hand for one channel is open there for its time, too', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    const { world } = daily;
    await type('/live start 파드 1개 10초');
    await type('/live resume');
    await until(room, '곧 라이브 퀴즈를 시작해요');
    await daily.pass(9000);
    const at = daily.now() + 500;
    await wakeSessions(at, world, (error) => {
      throw error;
    });
    expect(await world.outbox.lease(['slack'], at, at + LEASE, 1)).toHaveLength(1);
    await daily.pass(12_000, 500);
    expect(last(daily.discord, channels.discord)?.said).toContain('문제 1 / 1');
    expect(last(daily.slack, channels.slack)?.said).toContain('라이브 퀴즈를 시작');
    expect((await daily.discord.person('ko').press(channels.discord, '모르겠어요')).said).toContain('이미 마감해서');
    await daily.pass(LEASE - 12_000 + 1000, 500);
    expect((await daily.slack.person('ko').press(channels.slack, '모르겠어요')).said).toContain('답을 받았어요');
    await daily.pass(8000, 500);
    expect(last(daily.discord, channels.discord)?.said).toContain('문제 1 / 1');
    await until(room, '문제 1 정답');
    await until(room, '라이브 퀴즈가 끝났어요');
    expect(last(daily.discord, channels.discord)?.said).toContain('1명 참여');
  });

  test.each(['slack', 'discord'] as const)(
    'goes on in one channel when the other one is lost, and says so (%s)',
    async (name) => {
      const room = await openClass();
      const { daily, channels, type } = room;
      const [lost, other] = name === 'slack' ? [daily.slack, daily.discord] : [daily.discord, daily.slack];
      const here = channels[other.name];
      await type('/live start 파드 2개 20초');
      await type('/live resume');
      await until(room, '문제 1 / 2');
      lost.remove(channels[name]);
      await type('/live next');
      for (let turn = 0; turn < 200 && !last(other, here)?.said.includes('라이브 퀴즈가 끝났어요'); turn++) {
        await daily.pass(500);
        if (last(other, here)?.said.includes('문제 2 / 2')) await other.person('ko').press(here, '모르겠어요');
      }
      expect(last(other, here)?.said).toContain('라이브 퀴즈가 끝났어요');
      const platform = name === 'slack' ? 'Slack' : 'Discord';
      expect(last(other, here)?.said).toContain(`${platform} 채널에는 지금 글을 올릴 수 없어요`);
      expect(daily.counted.filter((one) => one.startsWith('{'))).toEqual([]);
    },
  );

  test.each(['slack', 'discord'] as const)(
    'begins on one platform while the other one is away, and goes on when it is back (%s)',
    async (name) => {
      const room = await openClass();
      const { daily, channels, type } = room;
      const [gone, other] = name === 'slack' ? [daily.slack, daily.discord] : [daily.discord, daily.slack];
      const back = gone.away();
      await type('/live start 파드 2개 20초');
      await type('/live resume');
      for (let turn = 0; turn < 100 && !last(other, channels[other.name])?.said.includes('문제 1 / 2'); turn++)
        await daily.pass(500);
      expect((await other.person('ko').press(channels[other.name], '모르겠어요')).said).toContain('답을 받았어요');
      back();
      await type('/live next');
      await until(room, '라이브 퀴즈가 끝났어요');
      expect(last(gone, channels[name])?.said).toContain('1명 참여');
    },
  );

  test.each(['discord', 'slack'] as const)(
    'a question that a moderator deleted is asked again, and says so; its clock goes on and answers still count (%s)',
    async (name) => {
      const room = await openClass();
      const { daily, channels, type } = room;
      const side = daily[name];
      await type('/live start 파드 2개 20초');
      await type('/live resume');
      await until(room, '문제 1 / 2');
      const [early, late] = [side.person('ko'), side.person('ko')];
      await early.press(channels[name], '모르겠어요');
      const asks = (): number => side.read(channels[name]).filter(({ said }) => said.includes('문제 1 / 2')).length;
      await daily.pass(1500, 500);
      side.wipe(channels[name]);
      expect(asks()).toBe(0);
      await daily.pass(8000, 500);
      expect(last(side, channels[name])?.said).toContain('지워져서 다시 올렸어요');
      expect((await early.press(channels[name], '모르겠어요')).said).toContain('이미 답했어요');
      const [, seconds = ''] = /답을 받았어요\((\d+)/.exec((await late.press(channels[name], '모르겠어요')).said) ?? [];
      expect(Number(seconds)).toBeGreaterThan(8);
      await daily.pass(3000, 500);
      expect(asks()).toBe(1);
      expect(last(side, channels[name])?.said).toContain('2명이 답했어요');
      await type('/live next');
      await until(room, '문제 1 정답');
      // What is closed and gone is nobody's any more.
      await until(room, '문제 2 / 2');
      await type('/live next');
      await until(room, '문제 2 정답');
      side.wipe(channels[name]);
      await until(room, '라이브 퀴즈가 끝났어요');
      expect(daily.counted.filter((one) => one.startsWith('{'))).toEqual([]);
      expect(
        (await answersOf(daily, (await daily.world.sessions.history(room.one.id, 'live', 1))[0]?.id ?? '')).length,
      ).toBe(2);
    },
  );

  test('a question that could not be posted in its time is not posted after it, and its channel is told of elsewhere', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 파드 2개 20초');
    await type('/live resume');
    await until(room, '곧 라이브 퀴즈를 시작해요');
    daily.slack.refuse(429, 1);
    for (let turn = 0; turn < 200 && !last(daily.discord, channels.discord)?.said.includes('문제 1 / 2'); turn++)
      await daily.pass(500);
    await daily.discord.person('ko').press(channels.discord, '모르겠어요');
    await daily.pass(25_000, 500);
    expect(last(daily.discord, channels.discord)?.said).toContain('문제 1 정답');
    expect(last(daily.discord, channels.discord)?.said).toContain('Slack 채널에는 지금');
    await until(room, '라이브 퀴즈가 끝났어요');
    await daily.pass(60_000, 500);
    const asks = daily.slack.read(channels.slack).filter(({ said }) => said.includes('문제 1 / 2'));
    expect(asks).toEqual([]);
    expect(daily.slack.read(channels.slack).filter(({ said }) => said.includes('문제 2 / 2'))).toHaveLength(1);
  });

  test('a question that is deleted again and again is asked again each time', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 파드 1개 60초');
    await type('/live resume');
    await until(room, '문제 1 / 1');
    for (let time = 0; time < 3; time++) {
      daily.discord.wipe(channels.discord);
      await daily.pass(9000, 500);
      expect(last(daily.discord, channels.discord)?.said).toContain('지워져서 다시 올렸어요');
    }
    const said = daily.slack.read(channels.slack).filter((one) => one.said.includes('문제 1 / 1'));
    expect(said).toHaveLength(1);
  });

  test('teams by role: each plays for their role, players without one are drawn, and teams are called as their roles', async () => {
    const room = await openClass(true);
    const { daily, channels, one } = room;
    const { server } = daily.discord;
    const roles = [server.role('1조 **@everyone**'), server.role('2조')];
    const boss = server.user('선생님', { locale: 'ko' });
    await daily.world.classes.save({ ...one, instructors: [`discord:${boss.id}`] }, daily.now());
    const options = { topic: '파드', count: 1, role1: roles[0]?.id ?? '', role2: roles[1]?.id ?? '' };
    const begun = await server.slash(boss, 'guild', 'live start', options).settled();
    expect(JSON.stringify(begun.components)).toContain(' next');
    await server.slash(boss, 'guild', 'live resume').settled();
    await until(room, '1조');
    expect(last(daily.discord, channels.discord)?.said).toContain('내 역할에 맞는 팀으로 풀어요');
    await until(room, '문제 1 / 1');
    const question = server.messages(server.guild.channelId).at(-1);
    if (!question) throw new Error('nothing is asked');
    const teamOf = async (user: ReturnType<typeof server.user>): Promise<string> => {
      const answer = JSON.stringify((await server.press(user, question, { label: '모르겠어요' }).settled()).components);
      return /우리 팀[^"]*/.exec(answer)?.[0] ?? answer;
    };
    const [first, second] = roles.map((role) => server.user('민수', { locale: 'ko', roles: [role] }));
    if (!first || !second) throw new Error('there are two');
    expect(await teamOf(first)).toContain('1조');
    expect(await teamOf(second)).toContain('2조');
    expect(await teamOf(server.user('지수', { locale: 'ko' }))).toMatch(/[12]조/);
    expect((await daily.slack.person('ko').press(channels.slack, '모르겠어요')).said).toMatch(/우리 팀.*[12]조/s);
    const session = (await daily.world.sessions.running(one.id))[0];
    const players = await daily.world.sessions.players(session?.id ?? '');
    expect(players.map(({ team }) => team)).toEqual([0, 1, undefined, undefined]);
    await room.type('/live next');
    await until(room, '문제 1 정답');
    for (const side of [daily.discord, daily.slack]) expect(last(side, channels[side.name])?.said).toContain('2조');
    for (const { pings } of server.messages(server.guild.channelId))
      expect(pings).toEqual({ everyone: false, users: [], roles: [] });
  });

  test.each([
    ['one role alone', (id: string) => ({ role1: id }), '둘은 있어야'],
    ['a person', (id: string, person: string) => ({ role1: id, role2: person }), '사람이나'],
  ] as const)('%s makes no teams', async (_, options, words) => {
    const { daily, one } = await openClass(true);
    const { server } = daily.discord;
    const boss = server.user('선생님', { locale: 'ko' });
    await daily.world.classes.save({ ...one, instructors: [`discord:${boss.id}`] }, daily.now());
    const given = options(server.role('1조').id, server.user('민수').id);
    const answer = await server.slash(boss, 'guild', 'live start', given).settled();
    expect(JSON.stringify(answer.components)).toContain(words);
  });

  test('answers and winners are shown as pictures', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 파드 1개 20초 2팀');
    await type('/live resume');
    await until(room, '문제 1 / 1');
    await daily.discord.person('ko').press(channels.discord, '모르겠어요');
    await type('/live next');
    await until(room, '문제 1 정답');
    for (const side of [daily.discord, daily.slack])
      expect(last(side, channels[side.name])?.pictured, side.name).toBe(true);
  });
});
