import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/core/command.ts';
import { createDispatch, type Dispatch } from '../../src/core/dispatch.ts';
import { solution } from '../../src/questions/types.ts';
import { decodeKept } from '../../src/quiz/live-kept.ts';
import { type Daily, openDaily, type Side } from '../support/daily.ts';

/** A class on both platforms at once, and its instructor, who types on Discord. */
async function openClass() {
  const daily = await openDaily();
  const { discord, slack, world } = daily;
  const channels = { discord: discord.channel(), slack: slack.channel() };
  const teacher: Caller = {
    id: 'discord:9',
    space: discord.space,
    channel: channels.discord,
    locale: 'ko',
    manages: false,
    known: ['discord:9'],
  };
  const one = await daily.begin([channels.discord, channels.slack], { instructors: ['discord:9'], due: undefined });
  const report = (error: unknown): never => {
    throw error;
  };
  const dispatch: Dispatch = createDispatch(world.commands(), { talk: 'k8s', report });
  const type = (line: string, caller: Caller = teacher) => dispatch(line, caller);
  return { daily, channels, teacher, one, type };
}

type Class = Awaited<ReturnType<typeof openClass>>;

/** The question that is asked at this moment. */
async function asked({ daily: { world }, one }: Class) {
  const session = await world.sessions.ofClass(one.id);
  if (!session) throw new Error('no quiz is on');
  const { live } = decodeKept(session);
  const at = 'at' in live.step ? live.step.at : 0;
  const question = world.questions.get(live.plan.questions[at] ?? '');
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
    expect(JSON.stringify(await type('/live start 파드 3개 20초'))).toContain('live next');
    expect(last(daily.slack, channels.slack)).toBeUndefined();
    await until(room, '곧 라이브 퀴즈를 시작해요');
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
    expect((await min.press(channels.discord, '내 결과 보기')).said).toContain('3문제 가운데 0문제');
    // A question, once it is closed, takes no answer: its buttons are gone.
    const messages = daily.discord.read(channels.discord);
    expect(messages.filter(({ labels }) => labels.includes('모르겠어요'))).toEqual([]);
    expect(messages.map(({ said }) => said).filter((said) => said.includes('곧 라이브'))).toHaveLength(1);
  });

  test('nothing that is sent before the reveal says which answer is right', async () => {
    const room = await openClass();
    const { daily, channels, type } = room;
    await type('/live start 2개 20초');
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
    await until(room, '선생님이 여기서 마쳤어요');
    expect(JSON.stringify(await type('/live next'))).toContain('지금 하고 있는 라이브 퀴즈가 없어요');
  });
});
