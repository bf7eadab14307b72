/** One card of the day: what `/card` and the home tab show, by the class's own posts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { createCourse } from '../../src/course/course.ts';
import { planDue } from '../../src/daily/plan.ts';
import { allOf, classIn, manager, OTHER_ROOM, onDiscordAs, ROOM, withoutChannel } from '../support/classes.ts';
import { LESSONS, lessonsFolder } from '../support/lessons.ts';
import { blockOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const FOLDER = folderOf(
  Object.fromEntries(
    ['container', 'deployment', 'job', 'node', 'pod', 'service'].map((id) => [
      `glossary/${id}.md`,
      readFileSync(join(COURSE, `glossary/${id}.md`)),
    ]),
  ),
  afterAll,
);

const kim = onDiscordAs('100003');
const at = (time: string): number => Date.parse(`2026-11-${time}+09:00`);

/** A class with a card at 9:00 on weekdays, made on a Monday at 7:00; the clock is turned. */
async function opened(setup: readonly string[] = ['/class setup 9시']) {
  let now = at('23T07:00');
  const made = await botOf([FOLDER], { now: () => now });
  for (const line of setup) await made.bot.dispatch(line, manager);
  return {
    ...made,
    say: (line: string, caller: Caller = kim): Promise<Reply> => made.bot.dispatch(line, caller),
    async to(time: string): Promise<void> {
      now = at(time);
      await planDue(now, made.world, (error) => {
        throw error;
      });
    },
  };
}

const cardIn = (reply: Reply) => {
  const { title, foot } = blockOf(reply, 'picture');
  return { title, foot };
};

test("a class's card is there from its hour on; before that, the last one, and when today's comes", async () => {
  const { say, to, world, logged } = await opened();
  const titleOn = async (day: string): Promise<string> => {
    const post = await world.outbox.onDay((await classIn(ROOM, world)).id, day);
    return world.course().terms.get(post?.what ?? '')?.title.ko ?? '';
  };
  const before = await say('/card');
  expect(cardIn(before).foot).toBe('개념 카드');
  expect(allOf(before)).toContain('첫 카드는 **11월 23일(월) 09:00**에');
  await to('23T09:00');
  const monday = { title: await titleOn('2026-11-23'), foot: '오늘의 카드 · 11월 23일 월요일' };
  for (const line of ['/card', 'home']) expect(cardIn(await say(line))).toEqual(monday);
  await to('23T23:59');
  expect(cardIn(await say('/card'))).toEqual(monday);
  await to('24T08:59');
  for (const line of ['/card', 'home']) {
    const reply = await say(line);
    expect(cardIn(reply)).toEqual({ ...monday, foot: '지난번 카드 · 11월 23일 월요일' });
    expect(allOf(reply)).toContain('오늘의 카드는 **11월 24일(화) 09:00**에');
  }
  await to('24T09:00');
  const tuesday = { title: await titleOn('2026-11-24'), foot: '오늘의 카드 · 11월 24일 화요일' };
  expect(cardIn(await say('/card'))).toEqual(tuesday);
  expect(tuesday.title).not.toBe(monday.title);
  // On a day without a card it stays, and none is announced.
  for (const day of ['25', '26', '27']) await to(`${day}T09:00`);
  await to('28T12:00');
  const saturday = await say('/card');
  expect(cardIn(saturday).foot).toBe('지난번 카드 · 11월 27일 금요일');
  expect(allOf(saturday)).not.toContain('09:00');
  expect(logged).toEqual([]);
});

test('before the first card it is the concept that the lessons begin with, and of the class’s week where there are weeks', async () => {
  let now = at('23T07:00');
  const lessons = lessonsFolder({
    'glossary/aardvark.md': LESSONS['glossary/dict.md']?.replaceAll('dict', 'aardvark') ?? '',
  });
  const { bot, world } = await botOf([lessons], { now: () => now });
  await bot.dispatch('/class setup 9시', manager);
  for (const line of ['/card', 'home'])
    for (const time of ['23T07:00', '23T08:59']) {
      now = at(time);
      expect(cardIn(await bot.dispatch(line, kim))).toEqual({
        title: world.course().terms.get('variable')?.title.ko,
        foot: '개념 카드',
      });
    }
  await bot.dispatch('/class cards 변수 빼기', manager);
  expect(cardIn(await bot.dispatch('/card', kim)).title).toBe('문자열');
  const one = await classIn(ROOM, world);
  // Its second week begins on this Monday.
  await world.classes.replace(one, { ...one, timetable: { ...one.timetable, first: '2026-11-16' } }, now);
  expect(cardIn(await bot.dispatch('/card', kim)).title).toBe('리스트');
});

test('nothing else is called the card of the day, wherever a member asks, and whatever was posted', async () => {
  const { say, to, world } = await opened();
  await say('/class post 파드', manager);
  const posted = { title: '파드', foot: '오늘의 카드 · 11월 23일 월요일' };
  world.records.record({ kind: 'press', person: kim.id, channel: ROOM, post: 'x', term: 'pod', press: 'knew', at: 1 });
  const places: Caller[] = [
    kim,
    { ...kim, channel: OTHER_ROOM },
    // A direct message, where there is no guild, and another guild.
    withoutChannel({ ...kim, space: kim.id }),
    { ...kim, space: 'discord:200000', channel: 'discord:200001' },
    withoutChannel({ ...kim, locale: 'ko' }),
  ];
  for (const place of places)
    for (const line of ['/card', 'home']) expect(cardIn(await say(line, place))).toEqual(posted);
  // Who is new is in the only class of the guild.
  const newcomer = onDiscordAs('100055', { channel: OTHER_ROOM });
  for (const line of ['/card', 'home']) expect(cardIn(await say(line, newcomer))).toEqual(posted);
  await to('23T09:00');
  expect(cardIn(await say('/card'))).toEqual(posted);
  // A card that is asked for by its name is no card of the day.
  expect(cardIn(await say('/card 노드')).foot).toBe('개념 카드');
});

test('in no class it is the same for everyone, everywhere and all day', async () => {
  const { say, to } = await opened([]);
  const lone = onDiscordAs('100003', { space: 'discord:300000', channel: 'discord:300001' });
  const first = cardIn(await say('/card', lone));
  expect(first.foot).toBe('오늘의 카드 · 11월 23일 월요일');
  await to('23T23:59');
  for (const place of [lone, withoutChannel({ ...lone, space: lone.id }), { ...student, channel: 'test:x' }])
    expect(cardIn(await say('/card', place))).toEqual(first);
  await to('24T00:00');
  expect(cardIn(await say('/card', lone)).title).not.toBe(first.title);
});

test('where a guild has several classes, the channel decides, and elsewhere the class that a student was in last', async () => {
  const { say, world } = await opened();
  const other = { ...manager, channel: OTHER_ROOM };
  await say('/class setup 9시', other);
  await say('/class post 파드', manager);
  await say('/class post 노드', other);
  expect(cardIn(await say('/card')).title).toBe('파드');
  expect(cardIn(await say('/card', { ...kim, channel: OTHER_ROOM })).title).toBe('노드');
  world.records.record({
    kind: 'press',
    person: kim.id,
    channel: OTHER_ROOM,
    post: 'x',
    term: 'pod',
    press: 'knew',
    at: 1,
  });
  expect(cardIn(await say('home', withoutChannel(kim))).title).toBe('노드');
});

test('a class whose term is over has no card of the day any more, and its channel’s next one has its own', async () => {
  const { say, to, world } = await opened();
  await say('/class post 파드', manager);
  world.records.record({ kind: 'press', person: kim.id, channel: ROOM, post: 'x', term: 'pod', press: 'knew', at: 1 });
  expect(cardIn(await say('home', withoutChannel(kim))).title).toBe('파드');
  expect((await say('class close sure', manager)).accent).not.toBe('warning');
  await to('24T10:00');
  for (const place of [kim, withoutChannel(kim)])
    expect(cardIn(await say('/card', place)).foot).toBe('오늘의 카드 · 11월 24일 화요일');
  await say('/class setup 15시', manager);
  await say('/class post 노드', manager);
  for (const place of [kim, withoutChannel({ ...kim, id: 'discord:100055' })])
    expect(cardIn(await say('/card', place)).title).toBe('노드');
});

test('a card that was never sent, or whose concept the course no longer has, is not shown', async () => {
  const { say, world, teach } = await opened();
  await say('/class post 파드', manager);
  const course = world.course();
  const terms = course.content.terms.filter(({ id }) => id !== 'pod');
  teach(createCourse({ ...course.content, terms }));
  expect(cardIn(await say('/card')).foot).toBe('개념 카드');
  teach(course);
  expect(cardIn(await say('/card')).title).toBe('파드');
  const posts = await world.outbox.lease(['discord'], Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
  for (const post of posts) await world.outbox.abandon(post);
  expect(cardIn(await say('/card')).foot).toBe('개념 카드');
});
