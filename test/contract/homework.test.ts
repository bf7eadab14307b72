/** Homework on the platforms' local servers: told once in each channel, done in private, and reminded of once. */
import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import type { Class } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import { createDispatch } from '../../src/core/command/dispatch.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { homeworkIn } from '../../src/homework/codec.ts';
import { HOUR, openDaily, type Side, type Trouble } from '../support/daily.ts';
import { rightAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf } from '../support/replies.ts';

const MINUTE = 60_000;
/** In Seoul: 26 November, 18:00; the 28th at midnight, when the deadline is over. */
const REMINDED = Date.parse('2026-11-26T09:00:00Z');
const OVER = Date.parse('2026-11-27T15:00:00Z');
const LINE = '/class 숙제 1장 2문제 11월 27일까지';

const TOLD = '📚 숙제: 1장';
const REMINDER = '🔔 곧 마감하는 숙제가 있어요';
const BEGIN = '숙제 시작하기';
const REMIND = '하루 전에 알려 주세요';

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
  const type = (line: string, caller: Caller = teacher): Promise<Reply> => dispatch(line, caller);
  const press = (reply: Reply, label: string): Promise<Reply> =>
    type(buttonsOf(reply).find((button) => button.label === label)?.line ?? `no ${label}`);
  const to = async (at: number): Promise<void> => {
    await daily.pass(at - daily.now());
    await daily.pass(3000, 500);
  };
  const sides: readonly Side[] = [discord, slack];
  const said = (side: Side): string[] => side.read(channels[side.name]).map((message) => message.said);
  const counts = (words: string): number[] =>
    sides.map((side) => said(side).filter((text) => text.includes(words)).length);
  const told = (person: string): string[] => sides.flatMap((side) => side.told(person).map((message) => message.said));
  const given = async () => {
    const [first] = await world.appointments.history(one.id, 'homework', 9);
    if (!first) throw new Error('nothing was given');
    return first;
  };
  /** Presses the button of the class's message as a new student of that side. */
  const student = async (side: Side, ...labels: readonly string[]) => {
    const person = side.person('ko');
    for (const label of labels) expect((await person.press(channels[side.name], label)).alone).toBe(true);
    return person;
  };
  /** As a student of a side, by command lines. */
  const callerOf = (side: Side, person: string): Caller => ({
    ...{ id: person, space: side.space, channel: channels[side.name], locale: 'ko', manages: false, known: [person] },
  });
  return {
    daily,
    discord,
    slack,
    world,
    one,
    channels,
    type,
    press,
    to,
    said,
    counts,
    told,
    given,
    student,
    sides,
    callerOf,
    teacher,
  };
}

type Room = Awaited<ReturnType<typeof openClass>>;

/** Does all of the homework, as a student who knows everything. */
async function doAll({ type, world }: Room, caller: Caller): Promise<void> {
  let asked = await type('/quiz 숙제', caller);
  while (asked.blocks.some((block) => block.type === 'choice' || block.type === 'input')) {
    const { line } = asked.blocks.some((block) => block.type === 'input')
      ? blockOf(asked, 'input')
      : blockOf(asked, 'choice');
    const question = world.course().questionNamed(line.split(' ').at(-1) ?? '');
    if (!question) throw new Error(`no question in ${line}`);
    const grade = await type(`${line} ${rightAnswers(question, asked, 'ko')[0]}`, caller);
    asked = await type(buttonsOf(grade)[0]?.line ?? '', caller);
  }
}

describe('a class', () => {
  test('is told of its homework once in each channel, and begins it in private by the button there', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    for (let turn = 0; turn < 5; turn++) await room.daily.pass(MINUTE);
    expect(room.counts(TOLD)).toEqual([1, 1]);
    for (const side of room.sides) {
      const [message, ...others] = side.read(room.channels[side.name]);
      expect(others).toEqual([]);
      expect(message?.said).toContain('11월 27일(금) 23:59까지');
      expect(message?.labels).toEqual([BEGIN, REMIND]);
      const begun = await side.person('ko').press(room.channels[side.name], BEGIN);
      expect(begun.alone).toBe(true);
      expect(begun.said).toContain('문제 1 / 2');
      expect(begun.said).toContain('처음 고른 답이 점수가 돼요');
    }
    expect(await room.world.homework.students((await room.given()).id)).toHaveLength(2);
    expect(JSON.stringify(room.sides.map(room.said))).not.toMatch(/id\d{8}/);
  });

  test('reads at the deadline that it is over, and then when it is ended', async () => {
    const room = await openClass();
    const reply = await room.type(LINE);
    await room.daily.pass(1000, 500);
    await room.to(OVER - 6000);
    expect(room.counts('마감했어요')).toEqual([0, 0]);
    await room.to(OVER);
    await room.daily.pass(10_000, 1000);
    expect(room.counts('마감했어요')).toEqual([1, 1]);
    await room.press(reply, '그만 받기');
    await room.daily.pass(10_000, 1000);
    expect(room.counts('이제 더 받지 않아요')).toEqual([1, 1]);
    for (const side of room.sides) expect(side.read(room.channels[side.name])[0]?.labels).toEqual(['결과 보기']);
    expect(room.counts(TOLD)).toEqual([1, 1]);
  });

  test('reads that it was called off, and that it was not; where it had not heard of it, nothing', async () => {
    const room = await openClass();
    const reply = await room.type(LINE);
    await room.daily.pass(1000, 500);
    const off = await room.press(reply, '숙제 취소하기');
    await room.daily.pass(10_000, 1000);
    expect(room.counts('취소되었어요')).toEqual([1, 1]);
    await room.press(off, '되돌리기');
    await room.daily.pass(20_000, 1000);
    expect([room.counts('취소되었어요'), room.counts(TOLD)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const quiet = await openClass();
    const early = await quiet.press(await quiet.type(LINE), '숙제 취소하기');
    await quiet.daily.pass(5000, 500);
    expect(quiet.sides.flatMap(quiet.said)).toEqual([]);
    await quiet.press(early, '되돌리기');
    await quiet.daily.pass(30_000, 1000);
    expect(quiet.counts(TOLD)).toEqual([1, 1]);
  });

  test('reads of another deadline in the same message', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    await room.type('/class 숙제 바꾸기 11월 30일까지');
    await room.daily.pass(10_000, 1000);
    expect([room.counts('11월 30일(월) 23:59까지'), room.counts('전에는 11월 27일(금) 23:59까지')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(room.counts(TOLD)).toEqual([1, 1]);
  });

  test('that gets another channel is told there by the day before', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const channel = room.discord.channel();
    const one = await room.world.classes.byId(room.one.id);
    if (!one) throw new Error('the class is gone');
    const wider = { ...one, channels: [...one.channels, { channel, space: room.discord.space }] };
    await room.world.classes.save(wider, room.daily.now());
    await room.to(REMINDED);
    expect(room.discord.read(channel)).toHaveLength(1);
    expect(room.counts(TOLD)).toEqual([1, 1]);
  });

  test('whose term ends hears nothing more, and has nothing open', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const person = await room.student(room.discord, REMIND);
    await room.type('/class 종강 바로');
    await room.to(REMINDED);
    await room.to(OVER);
    expect(room.told(person.id)).toEqual([]);
    expect(homeworkIn(await room.given())?.status).toBe('closed');
    expect(await room.world.appointments.ahead(room.one.id, 'homework')).toEqual([]);
  });
});

describe('the day before', () => {
  test('those are reminded, once and alone, who asked for it, have not done it, and did not take it back', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const people: Record<string, { id: string }>[] = [];
    for (const side of room.sides) {
      const wants = await room.student(side, REMIND);
      const begun = await room.student(side, REMIND, BEGIN);
      const done = await room.student(side, REMIND);
      await doAll(room, room.callerOf(side, done.id));
      const not = await room.student(side, REMIND);
      const { id } = await room.given();
      await room.type(`homework ${id} quiet`, room.callerOf(side, not.id));
      const silent = await room.student(side, BEGIN);
      people.push({ wants, begun, done, not, silent });
    }
    const tellings = () =>
      people.map((own) =>
        Object.fromEntries(Object.entries(own).map(([name, { id }]) => [name, room.told(id).length])),
      );
    await room.to(REMINDED - 5000);
    expect(tellings()).toEqual(people.map(() => ({ wants: 0, begun: 0, done: 0, not: 0, silent: 0 })));
    await room.to(REMINDED);
    for (let turn = 0; turn < 5; turn++) await room.daily.pass(MINUTE);
    expect(tellings()).toEqual(people.map(() => ({ wants: 1, begun: 1, done: 0, not: 0, silent: 0 })));
    for (const { wants } of people) expect(room.told(wants?.id ?? '').join()).toContain('아직 2문제가 남았어요');
    expect(room.counts(REMINDER)).toEqual([0, 0]);
    await room.to(OVER);
    expect(tellings()).toEqual(people.map(() => ({ wants: 1, begun: 1, done: 0, not: 0, silent: 0 })));
    expect(room.counts(TOLD)).toEqual([1, 1]);
  });

  test('who takes no direct messages keeps nobody from theirs, and the instructors hear that there are such', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const [deaf, other] = [await room.student(room.discord, REMIND), await room.student(room.discord, REMIND)];
    const deafToo = await room.student(room.discord, REMIND);
    for (const { id } of [deaf, deafToo]) room.discord.refuseDirect(id);
    await room.to(REMINDED);
    await room.daily.pass(MINUTE, 5000);
    expect([room.told(deaf.id).length, room.told(other.id).length]).toEqual([0, 1]);
    // The class itself goes on.
    expect((await room.world.classes.byId(room.one.id))?.paused).toBeUndefined();
    // Its people hear once that a student was not reached, and not which.
    const heard = () =>
      room.told(room.teacher.id).filter((said) => said.includes('개인 메시지를 받지 못한 학생이 있어요'));
    expect(heard()).toHaveLength(1);
    expect(heard()[0]).toContain('마감(**11월 27일(금) 23:59**)');
    expect(heard()[0]).not.toContain('민수');
  });

  test('a deadline that was moved is reminded of anew, and not on the day that it had', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const { id } = await room.student(room.slack, REMIND);
    await room.type('/class 숙제 바꾸기 11월 30일까지');
    await room.to(REMINDED);
    expect(room.told(id)).toEqual([]);
    await room.to(REMINDED + 3 * 24 * 60 * MINUTE);
    expect(room.told(id)).toHaveLength(1);
    await room.type('/class 숙제 바꾸기 12월 2일까지');
    await room.to(REMINDED + 5 * 24 * 60 * MINUTE);
    expect(room.told(id)).toHaveLength(2);
  });
});

describe('killed', () => {
  const TROUBLES: readonly Trouble[] = ['reset', 'closed', 500, 'error'];
  test.each(TROUBLES)('of what a killed process may have sent (%s) nothing comes twice', async (trouble) => {
    const room = await openClass();
    const { daily, counts, sides } = room;
    for (const side of sides) side.lose(trouble, 1);
    await room.type(LINE);
    await daily.pass(1000, 500);
    daily.restart();
    await daily.pass(MINUTE, 1000);
    expect(counts(TOLD)).toEqual([1, 1]);
    const people = [await room.student(room.discord, REMIND), await room.student(room.slack, REMIND)];
    await room.to(REMINDED - 5000);
    for (const side of sides) side.lose(trouble, 1);
    await daily.pass(6000, 500);
    daily.restart();
    await daily.pass(MINUTE, 1000);
    expect(people.map(({ id }) => room.told(id).length)).toEqual([1, 1]);
    expect(counts(TOLD)).toEqual([1, 1]);
  });

  test('between two channels, the second one is told by the next process, and the first one not again', async () => {
    const room = await openClass();
    const back = room.slack.away();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    expect(room.counts(TOLD)).toEqual([1, 0]);
    room.daily.restart();
    back();
    await room.daily.pass(2 * MINUTE, 2000);
    expect(room.counts(TOLD)).toEqual([1, 1]);
  });

  test('before it wrote the reminders, the next process writes them', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const { id } = await room.student(room.discord, REMIND);
    const { step } = room.world.appointments;
    // The clock was made with these very ports.
    room.world.appointments.step = () => Promise.reject(new Error('killed'));
    await room.to(REMINDED);
    expect(room.told(id)).toEqual([]);
    Object.assign(room.world.appointments, { step });
    room.daily.restart();
    await room.daily.pass(10_000, 500);
    expect(room.told(id)).toHaveLength(1);
  });

  test('who asks to be reminded in the very moment in which the reminders are written gets one', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const { id } = room.discord.person('ko');
    const caller = room.callerOf(room.discord, id);
    const appointment = (await room.given()).id;
    await room.daily.pass(REMINDED - room.daily.now() - 1000);
    // It becomes time while the wish is noted; then another process has read who has one, just before it is there.
    const { remind, students } = room.world.homework;
    room.world.homework.remind = async (...args) => {
      await room.daily.pass(1000);
      await remind(...args);
    };
    room.world.homework.students = async () => [];
    await room.type(`homework ${appointment} remind`, caller);
    await room.daily.pass(2000, 500);
    Object.assign(room.world.homework, { remind, students });
    await room.daily.pass(10_000, 500);
    expect(room.told(id)).toHaveLength(1);
  });

  test('a bot that was down over the deadline reminds nobody, and tells the class that it is over', async () => {
    const room = await openClass();
    await room.type(LINE);
    await room.daily.pass(1000, 500);
    const { id } = await room.student(room.discord, REMIND);
    await room.to(OVER + MINUTE);
    await room.daily.pass(10_000, 1000);
    expect(room.told(id)).toEqual([]);
    expect(room.counts('마감했어요')).toEqual([1, 1]);
  });

  test('several processes tell and remind once', async () => {
    const room = await openClass();
    const { world, daily } = room;
    await room.type(LINE);
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const others = Array.from({ length: 3 }, () =>
      createClock({ ...world, messengers: world.messengers(), now: daily.now }, { post: () => {} }, log),
    );
    const pass = async (ms: number): Promise<void> => {
      await Promise.all([daily.pass(ms), ...others.map((clock) => clock.tick())]);
      await Promise.all(others.map((clock) => clock.tick()));
    };
    await pass(1000);
    const people = [await room.student(room.discord, REMIND), await room.student(room.slack, REMIND)];
    for (const at of [HOUR, REMINDED, REMINDED + 1000, REMINDED + 2000]) await pass(at - daily.now());
    for (let turn = 0; turn < 10; turn++) await pass(500);
    expect(people.map(({ id }) => room.told(id).length)).toEqual([1, 1]);
    await pass(OVER - daily.now());
    for (let turn = 0; turn < 20; turn++) await pass(500);
    expect([room.counts(TOLD), room.counts('마감했어요')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('a state that cannot be read ends, and is never sent; a newer version’s is left to it for a while', async () => {
    for (const [state, isEnded] of [
      ['{"version":1}', true],
      ['{"version":99}', false],
    ] as const) {
      const room = await openClass();
      await room.type(LINE);
      const { id, version } = await room.given();
      await room.world.appointments.step(
        { id, version },
        { state, wakes: room.daily.now() },
        { posts: [], again: [], ended: [] },
        room.daily.now(),
      );
      await room.daily.pass(5000, 500);
      expect(room.counts(TOLD)).toEqual([0, 0]);
      expect((await room.given()).wakes === undefined).toBe(isEnded);
    }
  });
});
