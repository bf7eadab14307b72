/** Planned live quizzes on the platforms' local servers: announced, in the calendar, and begun once. */
import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import type { Class } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import { createDispatch } from '../../src/core/command/dispatch.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { createCourse } from '../../src/course/course.ts';
import { type Daily, HOUR, openDaily, type Side, type Trouble } from '../support/daily.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';

const MINUTE = 60_000;
/** 25 November 2026, 10:00 in Seoul. */
const TEN = HOUR + 60 * MINUTE;

async function openClass(how: Partial<Class> = {}) {
  const daily = await openDaily();
  const { discord, slack, world } = daily;
  const { id } = discord.person('ko');
  const channels = { discord: discord.channel(), slack: slack.channel() };
  const teacher: Caller = {
    ...{ id, space: discord.space, channel: channels.discord, locale: 'ko', manages: false, known: [id] },
  };
  const one = await daily.begin([], {
    channels: [
      { channel: channels.discord, space: discord.space },
      { channel: channels.slack, space: slack.space },
    ],
    instructors: [id],
    due: undefined,
    ...how,
  });
  const reportBug = (error: unknown): never => {
    throw error;
  };
  const dispatch = createDispatch(world.commands(), { reportBug });
  const type = (line: string): Promise<Reply> => dispatch(line, teacher);
  const press = (reply: Reply, label: string): Promise<Reply> => {
    const found = buttonsOf(reply).find((button) => button.label === label);
    return type(found?.line ?? `no ${label}`);
  };
  /** Lets time pass to a moment, and then what is posted then. */
  const to = async (at: number): Promise<void> => {
    await daily.pass(at - daily.now());
    await daily.pass(3000, 500);
  };
  const said = (side: Side): string[] => side.read(channels[side.name]).map((message) => message.said);
  const count = (side: Side, words: string): number => said(side).filter((text) => text.includes(words)).length;
  const counts = (words: string): number[] => [count(discord, words), count(slack, words)];
  const events = () => discord.server.events();
  const told = (): string[] => discord.told(id).map((message) => message.said);
  return { daily, discord, slack, world, channels, teacher, one, type, press, to, said, count, counts, events, told };
}

const SOON = '잠시 뒤에 라이브 퀴즈가 있어요';
const TOLD = '라이브 퀴즈 예고: 파드';
/** Of the message with which a quiz begins, however long until its first question. */
const BEGUN = '문제가 나오면 답을 눌러 주세요';

describe('a planned live quiz', () => {
  test('is announced, stands in the server’s events, is reminded of and begins by itself, each once', async () => {
    const room = await openClass();
    const { daily, events, counts, to } = room;
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await daily.pass(1000, 500);
    expect(counts(TOLD)).toEqual([1, 1]);
    const guild = room.discord.space.slice('discord:'.length);
    const channel = room.channels.discord.slice('discord:'.length);
    expect(events()).toMatchObject([
      {
        ...{ name: '라이브 퀴즈: 파드', starts: TEN, status: 'scheduled' },
        location: `https://discord.com/channels/${guild}/${channel}`,
      },
    ]);
    await to(TEN - 11 * MINUTE);
    expect(counts(SOON)).toEqual([0, 0]);
    await to(TEN - 10 * MINUTE);
    expect(counts(SOON)).toEqual([1, 1]);
    await to(TEN - MINUTE);
    expect(counts(BEGUN)).toEqual([0, 0]);
    await to(TEN);
    expect(counts(BEGUN)).toEqual([1, 1]);
    expect(events()).toMatchObject([{ status: 'active' }]);
    const [begun] = await room.world.sessions.running(room.one.id);
    if (!begun) throw new Error('nothing has begun');
    await room.world.sessions.join(begun.id, 'discord:5', undefined, '민수');
    // A class has two minutes to come in.
    for (let turn = 0; turn < 11; turn++) await daily.pass(10_000, 2500);
    expect(counts('문제 1 / 1')).toEqual([0, 0]);
    for (let turn = 0; turn < 3; turn++) await daily.pass(10_000, 2500);
    for (const side of [room.discord, room.slack])
      expect(room.said(side).slice(0, 2)).toEqual([
        expect.stringContaining('시작했어요'),
        expect.stringContaining('시작했어요'),
      ]);
    for (let turn = 0; turn < 20; turn++) await daily.pass(5000, 2500);
    expect(counts('라이브 퀴즈가 끝났어요')).toEqual([1, 1]);
    expect([counts(TOLD), counts(SOON), counts(BEGUN)]).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(await room.world.sessions.history(room.one.id, 'live', 9)).toHaveLength(1);
    expect(textsOf(await room.type('/live plan')).join()).toContain('예약한 라이브 퀴즈가 없어요');
  });

  test('begins no first question with nobody in the room without the instructor’s word', async () => {
    const room = await openClass();
    const { daily, counts, to } = room;
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await to(TEN);
    for (let turn = 0; turn < 30; turn++) await daily.pass(10_000, 2500);
    expect(counts('선생님이 시작하면 첫 문제가 나와요')).toEqual([1, 1]);
    await room.type('/live next');
    await daily.pass(3000, 500);
    expect(counts('문제 1 / 1')).toEqual([1, 1]);
  });

  test('no message or event shows the name by which the quiz, or a post, is stored', async () => {
    const room = await openClass();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.daily.pass(1000, 500);
    await room.to(TEN - 10 * MINUTE);
    const shown = JSON.stringify([room.said(room.discord), room.said(room.slack), room.events()]);
    expect(shown).toContain('파드');
    expect(shown).not.toMatch(/id\d{8}/);
  });

  const TROUBLES: readonly Trouble[] = ['reset', 'closed', 500, 'error'];
  test.each(TROUBLES)('of what a killed process may have sent (%s) nothing comes twice', async (trouble) => {
    const room = await openClass();
    const { daily, events, counts, to } = room;
    const fault =
      trouble === 'error' || typeof trouble === 'number'
        ? { statusAfter: trouble === 'error' ? 502 : trouble }
        : ({ drop: 'after', clean: trouble === 'closed' } as const);
    const loseAll = (): void => {
      for (const side of [room.discord, room.slack]) side.lose(trouble, 1);
      room.discord.server.fault({ method: 'POST', path: /scheduled-events$/ }, fault);
    };
    loseAll();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await daily.pass(1000, 500);
    daily.restart();
    await daily.pass(MINUTE, 1000);
    expect([counts(TOLD), events().length]).toEqual([[1, 1], 1]);
    loseAll();
    await to(TEN - 10 * MINUTE);
    daily.restart();
    await daily.pass(MINUTE, 1000);
    expect(counts(SOON)).toEqual([1, 1]);
    await to(TEN - 1000);
    loseAll();
    await daily.pass(2000, 500);
    daily.restart();
    await daily.pass(MINUTE, 1000);
    expect(counts(BEGUN)).toEqual([1, 1]);
    expect(events()).toHaveLength(1);
    expect(await room.world.sessions.history(room.one.id, 'live', 9)).toHaveLength(1);
  });

  test.each(['begin', 'step'] as const)(
    'a process that is killed before or after it began is followed by another (%s)',
    async (what) => {
      const room = await openClass();
      const { world, to, counts } = room;
      await room.type('/live plan 오늘 10시 파드 1개 20초');
      await to(TEN - 10 * MINUTE);
      const { begin } = world.sessions;
      const { step } = world.appointments;
      const killed = (): Promise<never> => Promise.reject(new Error('killed'));
      if (what === 'begin') world.sessions.begin = killed;
      else world.appointments.step = killed;
      // The clock was made with these very ports.
      await to(TEN - 2000);
      await room.daily.pass(2000, 500);
      Object.assign(world.sessions, { begin });
      Object.assign(world.appointments, { step });
      room.daily.restart();
      await room.daily.pass(10_000, 500);
      expect(counts(BEGUN)).toEqual([1, 1]);
      expect(await world.sessions.history(room.one.id, 'live', 9)).toHaveLength(1);
      expect(await world.appointments.ahead(room.one.id, 'live')).toEqual([]);
    },
  );

  test('several processes begin it once', async () => {
    const room = await openClass();
    const { world, daily, counts } = room;
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const others = Array.from({ length: 3 }, () =>
      createClock({ ...world, messengers: world.messengers(), now: daily.now }, { post: () => {} }, log),
    );
    const pass = async (ms: number): Promise<void> => {
      await Promise.all([daily.pass(ms), ...others.map((clock) => clock.tick())]);
      await Promise.all(others.map((clock) => clock.tick()));
    };
    for (const at of [HOUR, TEN - 10 * MINUTE, TEN - 9 * MINUTE, TEN, TEN + 1000, TEN + 2000])
      await pass(at - daily.now());
    for (let turn = 0; turn < 20; turn++) await pass(500);
    expect([counts(TOLD), counts(SOON), counts(BEGUN)]).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(room.events()).toHaveLength(1);
    expect(await world.sessions.history(room.one.id, 'live', 9)).toHaveLength(1);
  });
});

describe('at its hour', () => {
  /** Neither platform answers. */
  const away = ({ discord, slack }: Daily): (() => void) => {
    const back = [discord.away(), slack.away()];
    return () => {
      for (const end of back) end();
    };
  };

  test('a platform that is away for some minutes has it later', async () => {
    const room = await openClass();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.to(TEN - 10 * MINUTE);
    const back = away(room.daily);
    await room.to(TEN);
    await room.to(TEN + 5 * MINUTE);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
    back();
    await room.daily.pass(10_000, 1000);
    expect(room.counts(BEGUN)).toEqual([1, 1]);
    expect(room.told()).toEqual([]);
  });

  test('one that is away for longer does not, and the class and its instructors hear of it', async () => {
    const room = await openClass();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.to(TEN - 10 * MINUTE);
    const back = away(room.daily);
    await room.to(TEN);
    await room.to(TEN + 15 * MINUTE);
    back();
    await room.daily.pass(2 * MINUTE, 2000);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
    expect(room.counts('시작하지 못했어요')).toEqual([1, 1]);
    expect(room.told()).toEqual([expect.stringContaining('글을 올릴 수 없었어요')]);
    expect(room.events()).toEqual([]);
    expect(await room.world.sessions.history(room.one.id, 'live', 9)).toEqual([]);
  });

  test('a bot that was down for a while begins it; for longer, it says so', async () => {
    const [late, missed] = [await openClass(), await openClass()];
    for (const room of [late, missed]) {
      await room.type('/live plan 오늘 10시 파드 1개 20초');
      await room.to(TEN - 30 * MINUTE);
    }
    await late.to(TEN + 10 * MINUTE);
    expect(late.counts(BEGUN)).toEqual([1, 1]);
    await missed.to(TEN + 16 * MINUTE);
    expect(missed.counts(BEGUN)).toEqual([0, 0]);
    expect(missed.counts('시작하지 못했어요')).toEqual([1, 1]);
    expect(missed.told()).toEqual([expect.stringContaining('꺼져 있었어요')]);
  });

  test('a class that rests is not called: its instructors hear of it, and may still resume it', async () => {
    const room = await openClass();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.type('/class pause');
    await room.to(TEN - 10 * MINUTE);
    expect(room.counts(SOON)).toEqual([0, 0]);
    await room.to(TEN);
    await room.daily.pass(MINUTE, 5000);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
    expect(room.told()).toEqual([expect.stringContaining('15분 안에')]);
    await room.type('/class resume');
    await room.daily.pass(10_000, 1000);
    expect(room.counts(BEGUN)).toEqual([1, 1]);
  });

  test('another live quiz is not ended: it waits for a while, and is then given up', async () => {
    const [short, long] = [await openClass(), await openClass()];
    for (const room of [short, long]) {
      await room.type('/live plan 오늘 10시 파드 1개 20초');
      await room.to(TEN - MINUTE);
      await room.type('/live start 노드 1개 차분하게');
      await room.type('/live resume');
      await room.to(TEN);
      await room.daily.pass(20_000, 2000);
      expect(room.told()).toEqual([expect.stringContaining('다른 라이브 퀴즈를 하고 있어요')]);
    }
    await short.type('/live stop');
    await short.daily.pass(20_000, 1000);
    expect(await short.world.sessions.history(short.one.id, 'live', 9)).toHaveLength(2);
    await long.to(TEN + 15 * MINUTE);
    expect(long.told().at(-1)).toContain('그때 다른 라이브 퀴즈를 하고 있었어요');
    expect(await long.world.sessions.history(long.one.id, 'live', 9)).toHaveLength(1);
  });

  test('a topic that is gone is told before, and at the hour it does not begin', async () => {
    const room = await openClass();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.daily.pass(1000, 500);
    room.daily.teach(createCourse(courseOf([termNamed('node')], section('node'))));
    await room.to(TEN - 10 * MINUTE);
    expect(room.counts(SOON)).toEqual([0, 0]);
    expect(room.told()).toEqual([expect.stringContaining('취소하고 다른 주제로')]);
    await room.to(TEN);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
    expect(room.told().at(-1)).toContain('함께 풀 문제가 없어요');
    expect(room.counts('시작하지 못했어요')).toEqual([1, 1]);
    expect(room.events()).toEqual([]);
  });
});

describe('the server’s events', () => {
  test('move with the quiz, and go with it', async () => {
    const room = await openClass();
    const reply = await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.daily.pass(1000, 500);
    const [before] = room.events();
    await room.press(await room.press(reply, '시간 옮기기'), '1시간 늦추기');
    await room.daily.pass(10_000, 1000);
    expect(room.events()).toMatchObject([{ id: before?.id, starts: TEN + 60 * MINUTE }]);
    expect(room.counts('시간이 바뀌었어요')).toEqual([1, 1]);
    expect(room.said(room.discord)[0]).toContain('11:00');
    await room.to(TEN);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
    await room.press(await room.press(reply, '취소하기'), '네, 취소할게요');
    await room.daily.pass(10_000, 1000);
    expect(room.events()).toEqual([]);
    expect(room.counts('라이브 퀴즈가 취소됐어요')).toEqual([1, 1]);
    await room.to(TEN + 60 * MINUTE);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
  });

  test('goes from the calendar of a server that the class leaves, and comes back with the class', async () => {
    const room = await openClass();
    const { daily, events, counts, to } = room;
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await daily.pass(1000, 500);
    expect(events()).toMatchObject([{ status: 'scheduled' }]);
    await room.type('class leave sure');
    await daily.pass(2000, 500);
    expect(events()).toEqual([]);
    // The class has another channel, in which the quiz is as it was.
    expect((await room.world.appointments.ahead(room.one.id, 'live')).length).toBe(1);
    const is = await room.world.classes.byId(room.one.id);
    if (!is) throw new Error('the class goes on');
    await room.world.classes.save({ ...is, channels: room.one.channels }, daily.now());
    await to(TEN - 10 * MINUTE);
    await daily.pass(30_000, 1000);
    expect(events()).toMatchObject([{ starts: TEN, status: 'scheduled' }]);
    expect(counts(TOLD)).toEqual([1, 1]);
  });

  test('one that was made by a killed process is found although the quiz was moved, or cancelled, meanwhile', async () => {
    const [moved, dropped] = [await openClass(), await openClass()];
    for (const room of [moved, dropped])
      room.discord.server.fault({ method: 'POST', path: /scheduled-events$/ }, { drop: 'after' });
    const replies = await Promise.all([moved, dropped].map((room) => room.type('/live plan 오늘 10시 파드 1개')));
    for (const room of [moved, dropped]) {
      await room.daily.pass(500);
      room.daily.restart();
    }
    const [first, second] = replies;
    if (!first || !second) throw new Error('nothing was answered');
    await moved.press(await moved.press(first, '시간 옮기기'), '1시간 늦추기');
    await dropped.press(await dropped.press(second, '취소하기'), '네, 취소할게요');
    for (const room of [moved, dropped]) await room.daily.pass(MINUTE, 2000);
    expect(moved.events()).toMatchObject([{ starts: TEN + 60 * MINUTE }]);
    expect(dropped.events()).toEqual([]);
  });

  test('where the bot may not make one, the class is told by messages, and its instructors once what it lacks', async () => {
    const room = await openClass();
    room.discord.server.allowEvents('manage');
    for (const hour of [10, 11]) {
      await room.type(`/live plan 오늘 ${hour}:00 파드 1개`);
      await room.daily.pass(5000, 1000);
    }
    expect(room.events()).toEqual([]);
    expect(room.counts(TOLD)).toEqual([2, 2]);
    expect(room.told()).toEqual([expect.stringContaining('‘이벤트 만들기’ 권한')]);
    expect(textsOf(await room.type('/live plan')).join('\n')).toContain('권한이 없어요');
    expect((await room.world.classes.byId(room.one.id))?.paused).toBeUndefined();
    await room.to(TEN);
    expect(room.counts(BEGUN)).toEqual([1, 1]);
  });

  test('a platform that is away has its event as it comes back, or none once the hour is over', async () => {
    const [back, late] = [await openClass(), await openClass()];
    const events = /scheduled-events/;
    const ends = [back, late].map((room) =>
      room.discord.server.fault({ path: events, times: Number.POSITIVE_INFINITY }, { drop: 'before' }),
    );
    for (const room of [back, late]) {
      await room.type('/live plan 오늘 10시 파드 1개 20초');
      await room.daily.pass(5 * MINUTE, 5000);
    }
    ends[0]?.();
    await back.daily.pass(2 * MINUTE, 5000);
    expect(back.events()).toHaveLength(1);
    await late.to(TEN);
    ends[1]?.();
    await late.daily.pass(3 * MINUTE, 5000);
    expect(late.events()).toEqual([]);
    expect(late.counts(BEGUN)).toEqual([1, 1]);
  });

  test('go with a class that ends, which has no quiz any more', async () => {
    const room = await openClass();
    await room.type('/live plan 오늘 10시 파드 1개 20초');
    await room.daily.pass(5000, 1000);
    expect(room.events()).toHaveLength(1);
    await room.world.classes.save({ ...room.one, channels: [] }, room.daily.now());
    await room.daily.pass(10_000, 1000);
    expect(room.events()).toEqual([]);
    await room.to(TEN);
    expect(room.counts(BEGUN)).toEqual([0, 0]);
    expect(await room.world.appointments.due('live', TEN + 60 * MINUTE, 9)).toEqual([]);
  });
});

test('a planned quiz that cannot be read is ended, and its instructors hear of it', async () => {
  const room = await openClass();
  await room.type('/live plan 오늘 10시 파드 1개 20초');
  await room.daily.pass(5000, 1000);
  const [row] = await room.world.appointments.ahead(room.one.id, 'live');
  if (!row) throw new Error('there is none');
  const nothing = { posts: [], again: [], ended: [] };
  await room.world.appointments.step(row, { state: '{"version":1}', wakes: TEN }, nothing, room.daily.now());
  await room.to(TEN);
  await room.daily.pass(10_000, 1000);
  expect(room.counts(BEGUN)).toEqual([0, 0]);
  expect(room.told()).toEqual([expect.stringContaining('읽을 수 없어서')]);
  expect(await room.world.appointments.ahead(room.one.id, 'live')).toEqual([]);
  expect(room.events()).toEqual([]);
});
