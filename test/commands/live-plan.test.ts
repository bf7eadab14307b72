import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { LIVE_KIND } from '../../src/live/codec.ts';
import { plannedIn } from '../../src/live/plan/codec.ts';
import { openRoom, SLACK, START } from '../support/live-room.ts';
import { asked } from '../support/practice.ts';
import { buttonsOf, excesses, textsOf } from '../support/replies.ts';

/** 25 November 2026, a Wednesday, 10:00 in Seoul. */
const NOW = START;
const MINUTE = 60_000;

const said = (reply: Reply): string => {
  expect(excesses(reply)).toEqual([]);
  return textsOf(reply).join('\n');
};

const labelled = (reply: Reply, label: string): string => {
  const found = buttonsOf(reply).find((one) => one.label === label);
  if (!found) throw new Error(`no ${label} among ${buttonsOf(reply).map((one) => one.label)}`);
  return found.line;
};

async function openPlanning() {
  const room = await openRoom();
  const planned = async () => {
    const all = await room.world.appointments.ahead(room.one.id, LIVE_KIND);
    return all.flatMap((one) => plannedIn(one) ?? []);
  };
  const press = async (reply: Reply, label: string, typed = '', caller: Caller = room.teacher): Promise<Reply> =>
    room.type(`${labelled(reply, label)}${typed === '' ? '' : ` ${typed}`}`, caller);
  /** What is to be posted by now, a line each. */
  const posted = async (): Promise<string[]> =>
    (await room.world.outbox.lease(['discord', 'slack'], room.world.now().epochMilliseconds, NOW + 1, 99)).map(
      ({ kind, what, channel }) => `${kind} ${what.split(' ').slice(1).join(' ')} ${channel}`,
    );
  return { ...room, planned, press, posted };
}

describe('/live plan', () => {
  test('plans a quiz for a day and an hour, and tells every channel of the class', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 10시 파드 3개 20초');
    expect(said(reply)).toContain('11월 26일(목) 10:00');
    expect(said(reply)).toContain('파드');
    expect(said(reply)).toContain('문제 3개 · 문제마다 20초');
    expect(await room.planned()).toMatchObject([
      {
        ...{ at: Date.parse('2026-11-26T01:00:00Z'), words: '파드', count: 3, questions: 3, status: 'ahead' },
        how: { mode: 'speed', open: 20_000 },
      },
    ]);
    expect((await room.posted()).toSorted()).toEqual(['plan told discord:1', `plan told ${SLACK}`]);
  });

  test.each([
    ['/live plan 파드 3개 20초 내일 10시', '2026-11-26T01:00:00Z'],
    ['/live plan 12월 15일 오후 2시 반 파드', '2026-12-15T05:30:00Z'],
    ['/live plan 다음 주 월요일 오전 9시 파드', '2026-11-30T00:00:00Z'],
    ['/live plan 11시 파드', '2026-11-25T02:00:00Z'],
    ['/live plan 9시 파드', '2026-11-26T00:00:00Z'],
    ['/live plan 10분 뒤 파드', '2026-11-25T01:10:00Z'],
    ['/live plan tomorrow 10am pod 3 20s', '2026-11-26T01:00:00Z'],
    ['/live plan 날짜:내일 시각:10 주제:파드', '2026-11-26T01:00:00Z'],
    ['/live 예약 내일 10시', '2026-11-26T01:00:00Z'],
  ])('%s is %s', async (line, at) => {
    const room = await openPlanning();
    await room.type(line);
    expect((await room.planned()).map((one) => new Date(one.at).toISOString())).toEqual([at.replace('Z', '.000Z')]);
  });

  test('an hour that may be of the morning or of the afternoon is asked about, and nothing is announced before', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 2시 파드 3개');
    expect(said(reply)).toContain('오전인지 오후인지');
    expect(await room.planned()).toEqual([]);
    await room.press(reply, '오후 2시');
    expect(await room.planned()).toMatchObject([{ at: Date.parse('2026-11-26T05:00:00Z'), words: '파드', count: 3 }]);
  });

  test('topics that the words may mean are offered, and the one that is chosen keeps the hour', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 10시 파두 3개');
    expect(await room.planned()).toEqual([]);
    const [first] = buttonsOf(reply);
    await room.type(first?.line ?? '');
    expect(await room.planned()).toMatchObject([{ at: Date.parse('2026-11-26T01:00:00Z'), count: 3 }]);
  });

  test.each([
    ['/live plan 내일 파드', '몇 시에'],
    ['/live plan 파드', '몇 시에'],
    ['/live plan 오늘 9시 파드', '이미 지난 시간'],
    ['/live plan 11월 24일 10시 파드', '11월 24일은 지났어요. 내년이라면 2027년 11월 24일처럼'],
    ['/live plan 어제 10시 파드', '11월 24일(화)은 이미 지났어요'],
    ['/live plan 내일 10시 외계인과 춤추기', '못 찾았어요'],
    ['/live plan 내일 10시 파드 2팀 차분하게', '팀으로 겨룰 때는'],
    ['/live plan 2028-12-01 10시 파드', '1년 안의'],
    ['/live plan 내일 10시 취약', '아직 모자라서'],
  ])('%s is refused in words, and nothing is planned', async (line, words) => {
    const room = await openPlanning();
    expect(said(await room.type(line))).toContain(words);
    expect(await room.planned()).toEqual([]);
    expect(await room.posted()).toEqual([]);
  });

  test('where the day is over, the same is offered for the next such hour; a day of another year has its year', async () => {
    const room = await openPlanning();
    for (const line of [
      '/live plan 어제 10시 파드 3개',
      '/live plan 11월 24일 10시 파드 3개',
      '/live plan 오늘 9시 파드 3개',
    ]) {
      const reply = await room.type(line);
      expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
        expect.stringMatching(/^11월 2[56]일\([수목]\) .* 파드$/),
      ]);
    }
    await room.press(await room.type('/live plan 어제 오후 3시 파드 3개'), '11월 25일(수) 15:00 파드');
    expect(await room.planned()).toMatchObject([{ at: Date.parse('2026-11-25T06:00:00Z'), words: '파드', count: 3 }]);
    expect(said(await room.type('/live plan 2027년 11월 24일 10시 노드'))).toContain('2027년 11월 24일(수) 10:00');
  });

  test('a button that is pressed twice in one moment plans one quiz, and announces it once', async () => {
    const room = await openPlanning();
    const asked = await room.type('/live plan 내일 2시 파드 3개');
    const replies = await Promise.all([room.press(asked, '오후 2시'), room.press(asked, '오후 2시')]);
    expect(replies.map(({ accent }) => accent).toSorted()).toEqual(['info', 'warning']);
    expect(await room.planned()).toHaveLength(1);
    expect(await room.posted()).toHaveLength(2);
  });

  test('is for instructors', async () => {
    const room = await openPlanning();
    expect(said(await room.type('/live plan 내일 10시 파드', room.person('discord:5')))).toContain('선생님만');
    const reply = await room.type('/live plan 내일 10시 파드');
    for (const label of ['시간 옮기기', '취소하기', '모두 보기'])
      expect(said(await room.press(reply, label, '', room.person('discord:5')))).toContain('선생님만');
    expect(await room.planned()).toHaveLength(1);
  });

  test('a second one at the same time is refused, and so are too many', async () => {
    const room = await openPlanning();
    await room.type('/live plan 내일 10시 파드');
    expect(said(await room.type('/live plan 내일 10시 노드'))).toContain('이미 예약한 라이브 퀴즈가');
    for (let hour = 11; hour < 20; hour++) await room.type(`/live plan 내일 ${hour}:00 파드`);
    expect(await room.planned()).toHaveLength(10);
    expect(said(await room.type('/live plan 내일 20:00 파드'))).toContain('10개까지');
  });

  test('a class that rests is told of it all the same, and its instructor what that means', async () => {
    const room = await openPlanning();
    await room.world.classes.save({ ...room.one, paused: { why: 'asked' } }, NOW);
    expect(said(await room.type('/live plan 내일 10시 파드'))).toContain('/class 다시');
  });
});

describe('/live plan alone', () => {
  test('says how to plan where nothing is', async () => {
    const room = await openPlanning();
    expect(said(await room.type('/live plan'))).toContain('예약한 라이브 퀴즈가 없어요');
  });

  test('lists what is planned, the next one first; one is chosen to be changed', async () => {
    const room = await openPlanning();
    await room.type('/live plan 모레 10시 노드');
    await room.type('/live plan 내일 10시 파드');
    const list = await room.type('/live plan');
    expect(said(list).indexOf('파드')).toBeLessThan(said(list).indexOf('노드'));
    expect(buttonsOf(list).map(({ label }) => label)).toEqual(['11월 26일(목) 10:00 파드', '11월 27일(금) 10:00 노드']);
    const one = await room.press(list, '11월 27일(금) 10:00 노드');
    expect(said(one)).toContain('노드');
    expect(said(await room.press(one, '모두 보기'))).toContain('예약한 라이브 퀴즈 2개');
  });
});

describe('a planned quiz', () => {
  test('is moved to what is typed: the class is told, and reminded of the new time', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 10시 파드');
    const line = `${labelled(reply, '모두 보기').replace(/ list$/, '')} to`;
    expect(said(await room.type(`${line} 언젠가`))).toContain('알아듣지 못했어요');
    expect(said(await room.type('/live plan 옮기기 오늘 9시'))).toContain('이미 지난');
    expect(said(await room.type('/live plan 옮기기 내일 10시'))).toContain('이미 그 시간');
    const done = await room.type('/live plan 옮기기 다음 주 월요일 오후 2시 30분');
    expect(said(done)).toContain('11월 30일(월) 14:30');
    expect(await room.planned()).toMatchObject([
      { at: Date.parse('2026-11-30T05:30:00Z'), before: [Date.parse('2026-11-26T01:00:00Z')] },
    ]);
    expect((await room.posted()).filter((one) => one.includes('moved')).toSorted()).toEqual([
      'plan moved discord:1',
      `plan moved ${SLACK}`,
    ]);
    const unclear = await room.type('/live plan 옮기기 모레 3시');
    await room.press(unclear, '오후 3시');
    expect((await room.planned())[0]?.at).toBe(Date.parse('2026-11-27T06:00:00Z'));
  });

  test('is moved by its time alone: what else was typed is refused in words', async () => {
    const room = await openRoom();
    await room.type('/live plan 내일 10시 파드');
    for (const words of ['5개', '20초', '차분하게', '3팀', '끝까지', '수동으로', '봇문제도'])
      expect(said(await room.type(`/live plan 옮기기 내일 11시 ${words}`)), words).toContain('시간만 바꿀 수 있어요');
    expect(said(await room.type('/live plan 옮기기 내일 11시 파드'))).toContain('시간을 옮기고');
  });

  test('is moved a little by a button, once however often that is pressed', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 10시 파드');
    const asked = await room.press(reply, '시간 옮기기');
    expect(said(await room.press(asked, '10분 늦추기'))).toContain('10:10');
    expect(said(await room.press(asked, '10분 늦추기'))).toContain('이미 그 시간');
    await room.press(await room.press(reply, '시간 옮기기'), '한 주 늦추기');
    expect((await room.planned())[0]?.at).toBe(Date.parse('2026-12-03T01:10:00Z'));
  });

  test('of several, the one that is named is moved; otherwise the instructor is asked which', async () => {
    const room = await openPlanning();
    expect(said(await room.type('/live plan 옮기기 내일 11시'))).toContain('옮길 라이브 퀴즈가 없어요');
    await room.type('/live plan 내일 10시 파드');
    await room.type('/live plan 모레 10시 노드');
    await room.type('/live plan 옮기기 모레 11시 파드');
    const hours = async () => (await room.planned()).map(({ words, at }) => `${words} ${new Date(at).toISOString()}`);
    expect((await hours()).toSorted()).toEqual(['노드 2026-11-27T01:00:00.000Z', '파드 2026-11-27T02:00:00.000Z']);
    const asked = await room.type('/live plan 옮기기 모레 13:00');
    expect(said(asked)).toContain('어느 라이브 퀴즈를');
    await room.press(asked, '11월 27일(금) 10:00 노드');
    expect((await hours()).toSorted()).toEqual(['노드 2026-11-27T04:00:00.000Z', '파드 2026-11-27T02:00:00.000Z']);
    expect(said(await room.type('/live plan 옮기기 모레 11시 노드'))).toContain('이미 예약한 라이브 퀴즈가');
  });

  test('is cancelled once the instructor is sure, and nothing is left of it', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 10시 파드');
    await room.posted();
    const asked = await room.press(reply, '취소하기');
    expect(said(asked)).toContain('취소할까요?');
    expect(said(await room.press(asked, '그대로 두기'))).toContain('파드');
    expect(said(await room.press(asked, '네, 취소할게요'))).toContain('취소하고 수업 채널에 알렸어요');
    expect(await room.planned()).toEqual([]);
    expect(await room.posted()).toEqual(['plan off discord:1', `plan off ${SLACK}`]);
    for (const label of ['시간 옮기기', '취소하기'])
      expect(said(await room.press(reply, label))).toContain('이미 취소');
  });

  test('two instructors who cancel and move it at once: one of them does', async () => {
    const room = await openPlanning();
    const reply = await room.type('/live plan 내일 10시 파드');
    const drop = labelled(await room.press(reply, '취소하기'), '네, 취소할게요');
    await Promise.all([room.type('/live plan 옮기기 모레 10시'), room.type(drop), room.type(drop)]);
    const [one] = (await room.world.appointments.due(LIVE_KIND, NOW + 9e9, 9)).flatMap((row) => plannedIn(row) ?? []);
    expect(one).toBeUndefined();
  });

  test('practice on its topic is a press away for who reads of it', async () => {
    const room = await openPlanning();
    await room.type('/live plan 내일 10시 파드');
    const posts = await room.world.outbox.lease(['discord'], NOW, NOW + 1, 9);
    const post = posts.find(({ kind }) => kind === 'plan');
    const reply = await room.type(`prepare ${post?.id}`, room.person('discord:5'));
    expect(reply.visibility).toBe('caller');
    expect(JSON.stringify(reply)).toContain('drill ');
    expect(said(await room.type('prepare nobody', room.person('discord:5')))).toContain('이제 없어요');
  });

  test('such practice has no question that the class hides', async () => {
    const room = await openPlanning();
    await room.type('/live plan 내일 10시 파드');
    const posts = await room.world.outbox.lease(['discord'], NOW, NOW + 1, 9);
    const post = posts.find(({ kind }) => kind === 'plan');
    const [left, ...others] = room.world.course().terms.get('pod')?.questions ?? [];
    const hidden = others.map(({ id }) => id);
    await room.world.reports.hideQuestion(room.one.id, hidden, true, NOW);
    const reply = await room.type(`prepare ${post?.id}`, room.person('discord:5'));
    expect(asked(reply, room.world.course().questions).question.id).toBe(left?.id);
  });
});

test('a state that is broken or of a newer version is no quiz, and says so', async () => {
  const room = await openPlanning();
  const add = (id: string, state: string) =>
    room.world.appointments.add(
      { id, classId: room.one.id, kind: LIVE_KIND, planner: '', state, wakes: NOW + MINUTE },
      [],
      NOW,
    );
  await add('broken', '{"version":1}');
  expect(said(await room.type('/live plan'))).toContain('예약한 라이브 퀴즈가 없어요');
  await add('newer', '{"version":9}');
  expect(said(await room.type('/live plan'))).toContain('새 버전으로 바꾸는 중');
  expect(() => plannedIn({ state: '{"version":9}' })).toThrow(UserError);
});

test('two quizzes that are moved to one hour at one moment do not both go there', async () => {
  const room = await openPlanning();
  await room.type('/live plan 내일 10시 파드 3개');
  await room.type('/live plan 내일 11시 노드 3개');
  const [first, second] = await room.world.appointments.ahead(room.one.id, LIVE_KIND);
  if (!first || !second) throw new Error('two are planned');
  const replies = await Promise.all([first, second].map(({ id }) => room.type(`replan ${id} to 2026-11-27 14:00`)));
  expect(replies.map(({ accent }) => accent).toSorted()).toEqual(['info', 'warning']);
  const hours = (await room.planned()).map(({ at }) => at);
  expect(new Set(hours).size).toBe(2);
});
