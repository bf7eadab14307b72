import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/course/context.ts';
import { planDue } from '../../src/daily/plan.ts';
import { allOf, classIn, GUILD, linesOf, manager, outletOf, ROOM, smallBot, together } from '../support/classes.ts';
import { blockOf, buttonsOf } from '../support/replies.ts';
import { botOf } from '../support/world.ts';

const outlet = outletOf('discord', { [ROOM]: GUILD });

const open = async (setup: string, now?: string, messengers = [outlet]) => {
  const opened = await smallBot({ messengers, ...(now === undefined ? {} : { now }) });
  expect((await opened.bot.dispatch(setup, manager)).accent).toBe('success');
  return opened;
};

/** The days of the class's cards, as they are written down. */
const daysOf = async (world: Context): Promise<string[]> =>
  (await world.outbox.history((await classIn(ROOM, world)).id)).map(({ day }) => day);

/** One look at what is due, at an instant. */
const tickAt = (world: Context, at: string) =>
  planDue(Date.parse(at), world, (error) => {
    throw error;
  });

describe('post', () => {
  test('is for today, once; the class has its next card tomorrow', async () => {
    const { bot, world } = await open('/class setup 15시');
    expect((await classIn(ROOM, world)).due).toBe(Date.parse('2026-11-23T15:00:00+09:00'));
    const [first, second] = await together(
      () => bot.dispatch('/class post', manager),
      () => bot.dispatch('/class post', manager),
    );
    expect([first?.accent, second?.accent].toSorted()).toEqual(['success', 'warning']);
    expect(allOf(await bot.dispatch('/class post', manager))).toContain('오늘의 카드는 이미 올렸어요');
    expect(await daysOf(world)).toEqual(['2026-11-23']);
    expect((await classIn(ROOM, world)).due).toBe(Date.parse('2026-11-24T15:00:00+09:00'));
  });

  test('twice at once while it is paused is one card all the same, and it stays paused', async () => {
    const { bot, world } = await open('/class setup');
    const paused = await bot.dispatch('/class pause', manager);
    expect(linesOf(paused)).toEqual(['class resume', 'class preview', 'class post', 'class form']);
    const replies = await together(
      () => bot.dispatch('/class post', manager),
      () => bot.dispatch('/class post', manager),
    );
    expect(replies.map(allOf).join()).toContain('수업은 계속 쉬고 있어요');
    const posts = await world.outbox.lease(['discord'], Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
    expect(posts).toHaveLength(1);
    expect(await classIn(ROOM, world)).toMatchObject({ paused: { why: 'asked' }, due: undefined });
  });

  test.each([
    // 개천절 fell on a Saturday in 2026, and was made up for on the Monday.
    ['2026-10-05T01:00:00Z', '원래 카드를 쉬는 날이에요(대체공휴일(개천절))'],
    ['2026-11-22T01:00:00Z', '원래 카드를 쉬는 날이에요.'],
  ])('on a day off posts, and says so (%s)', async (now, told) => {
    const { bot, world } = await open('/class setup', now);
    const reply = await bot.dispatch('/class post', manager);
    expect([reply.accent, allOf(reply)]).toEqual(['success', expect.stringContaining(told)]);
    expect(await daysOf(world)).toEqual([now.slice(0, 10)]);
  });

  test('where a channel is lost, that comes first', async () => {
    const { bot, world } = await open('/class setup');
    const one = await classIn(ROOM, world);
    await world.classes.save({ ...one, paused: { why: 'forbidden', channel: ROOM }, due: undefined }, 0);
    expect(allOf(await bot.dispatch('/class post', manager))).toContain('카드를 올릴 채널에 문제가 있어서');
    const shown = await bot.dispatch('/class', manager);
    expect(allOf(shown)).toContain('글을 쓸 수 없어서 쉬고 있어요');
    expect((await bot.dispatch('/class resume', manager)).accent).toBe('success');
  });

  test('of a concept is that one, and says when it came before; the day has no other', async () => {
    const { bot, world } = await open('/class setup 15시');
    const reply = await bot.dispatch('/class post 노드', manager);
    expect([reply.accent, allOf(reply)]).toEqual(['success', expect.stringContaining('**노드** 카드를 올릴게요')]);
    expect(await world.outbox.history((await classIn(ROOM, world)).id)).toEqual([{ day: '2026-11-23', term: 'node' }]);
    const again = await bot.dispatch('/class post 파드', manager);
    expect(allOf(again)).toContain('오늘의 카드는 이미 올렸어요');
    expect(linesOf(again)).toEqual(['class 카드 파드 다음']);
    await tickAt(world, '2026-11-23T15:00:00+09:00');
    expect(await daysOf(world)).toEqual(['2026-11-23']);
  });

  test('of what is no concept is refused with a guess, and posts nothing', async () => {
    const { bot, world } = await open('/class setup 15시');
    for (const [line, guess] of [
      ['/class post 파두', ['class 올리기 파드']],
      ['/class post 파드 카드', ['class 올리기 파드']],
      ['/class post 파드 내일', ['class 카드 파드 내일']],
      ['/class post 파드 12월 3일에', ['class 카드 파드 12월 3일']],
      ['/class post 다음 주 월요일에 파드', ['class 카드 파드 다음 주 월요일']],
      ['/class post 내일', ['class 카드']],
      ['/class post 떡볶이 맛집', []],
    ] as const) {
      const reply = await bot.dispatch(line, manager);
      expect([line, reply.accent, linesOf(reply)]).toEqual([line, 'warning', guess]);
    }
    expect(await daysOf(world)).toEqual([]);
  });

  test('of two concepts at once posts one, and the other instructor hears so', async () => {
    for (const setup of ['/class setup 15시', '/class pause']) {
      const { bot, world } = await open('/class setup 15시');
      if (setup !== '/class setup 15시') await bot.dispatch(setup, manager);
      const replies = await together(
        () => bot.dispatch('/class post 파드', manager),
        () => bot.dispatch('/class post 노드', manager),
      );
      expect(replies.map(({ accent }) => accent).toSorted()).toEqual(['success', 'warning']);
      const posts = await world.outbox.lease(['discord'], Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
      expect(posts.map(({ what }) => what)).toEqual([replies[0]?.accent === 'success' ? 'pod' : 'node']);
    }
  });

  test('of another concept, where the first card of the day was never sent, posts that one', async () => {
    const { bot, world } = await open('/class setup 15시');
    await bot.dispatch('/class post 파드', manager);
    const lease = () => world.outbox.lease(['discord'], Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
    for (const post of await lease()) await world.outbox.abandon(post);
    expect((await bot.dispatch('/class post 노드', manager)).accent).toBe('success');
    expect(await lease()).toMatchObject([{ what: 'node', day: '2026-11-23' }]);
  });

  test('in a zone further west, where it is yesterday, is no second card', async () => {
    const { bot, world } = await open('/class setup');
    await bot.dispatch('/class post', manager);
    await bot.dispatch('/class setup 로스앤젤레스 20시', manager);
    expect(allOf(await bot.dispatch('/class post', manager))).toContain('이미 올렸어요');
    expect(await daysOf(world)).toEqual(['2026-11-23']);
    expect((await classIn(ROOM, world)).due).toBe(Date.parse('2026-11-24T20:00:00-08:00'));
  });
});

test('an empty course has no card to preview or to post, which is said', async () => {
  const { bot } = await botOf([], { messengers: [outlet] });
  await bot.dispatch('/class setup', manager);
  for (const line of ['/class preview', '/class post'])
    expect(allOf(await bot.dispatch(line, manager))).toContain('카드로 보여 줄 개념이 아직 없어요');
});

test('the preview of a concept is its card, to the instructor alone, with what can be done with it', async () => {
  const { bot, world } = await open('/class setup en 15시');
  const reply = await bot.dispatch('/class preview 노드', manager);
  expect(reply).toMatchObject({ visibility: 'caller', blocks: [{}, { title: 'Node' }, {}, {}] });
  expect(linesOf(reply)).toEqual(['class post node', 'class cards node next', 'class cards']);
  expect(await daysOf(world)).toEqual([]);
  expect(linesOf(await bot.dispatch('/class preview 노듀', manager))).toEqual(['class 미리보기 노드']);
  await bot.dispatch('/class post', manager);
  expect(linesOf(await bot.dispatch('/class preview 노드', manager))).toEqual(['class cards node next', 'class cards']);
});

test('the preview of a day is what is planned for it, or why there is none', async () => {
  const { bot } = await smallBot();
  await bot.dispatch('/class setup 9시 평일', manager);
  await bot.dispatch('/class cards 노드 11월 26일', manager);
  const card = (line: string) => bot.dispatch(line, manager);
  for (const line of ['/class preview 11월 26일', '/class preview 목요일']) {
    const reply = await card(line);
    expect(allOf(reply)).toContain('**11월 26일(목)**에 올라갈 카드예요.');
    expect(allOf(reply)).toContain('선생님이 정해 둔 카드예요.');
    expect(blockOf(reply, 'picture').title).toBe('노드');
    expect(blockOf(reply, 'picture').foot).toContain('11월 26일');
  }
  expect(blockOf(await card('/class preview 내일'), 'picture').title).toBe('파드');
  for (const [line, told, guess] of [
    ['/class preview 11월 28일', '11월 28일(토)에는 카드가 올라가지 않아요. 그다음', 'class 미리보기 11월 30일'],
    [
      '/class preview 12월 25일',
      '12월 25일(금)에는 카드가 올라가지 않아요(기독탄신일). 그다음',
      'class 미리보기 12월 28일',
    ],
    ['/class preview 2026-11-20', '11월 20일(금)의 카드는 올라갈 때가 이미 지났어요', 'class 미리보기 11월 24일'],
    ['/class preview 오늘', '11월 23일(월)의 카드는 올라갈 때가 이미 지났어요', 'class 미리보기 11월 24일'],
    ['/class preview 11월 20일', '11월 20일은 지났어요. 내년이라면', 'class 미리보기 11월 24일'],
    ['/class preview 2028-11-20', '여섯 달 안의', 'class 미리보기 11월 24일'],
  ] as const) {
    const reply = await card(line);
    expect(allOf(reply), line).toContain(told);
    expect(linesOf(reply), line).toEqual([guess]);
    expect(blockOf(await card(guess), 'picture').title, guess).not.toBe('');
  }
  expect(allOf(await card('/class preview 노드 11월 26일'))).toContain('하나만 적어 주세요');
});

test('a concept is taken back by the words of its button, and a day from today on has no particle', async () => {
  const { bot } = await smallBot();
  await bot.dispatch('/class setup 9시 평일', manager);
  await bot.dispatch('/class cards 노드 빼기', manager);
  expect(allOf(await bot.dispatch('/class cards 노드 되돌리기', manager))).toContain('되돌린 카드: 노드');
  expect(allOf(await bot.dispatch('/class cards 되돌리기', manager))).toContain('뺀 개념이 없어요');
  await bot.dispatch('/class cards node take out', manager);
  expect(allOf(await bot.dispatch('/class cards node take back', manager))).toContain('되돌린 카드: 노드');
  const labels = async (line: string) => buttonsOf(await bot.dispatch(line, manager)).map(({ label }) => label);
  expect(await labels('/class post 노드 내일')).toEqual(['노드 카드를 내일 올리기']);
  expect(await labels('/class post 노드 12월 1일')).toEqual(['노드 카드를 12월 1일에 올리기']);
});

test('the preview is the card that comes, in the language of the class, to the instructor alone', async () => {
  const { bot, world } = await open('/class setup en 15시');
  const reply = await bot.dispatch('/class preview', manager);
  expect(allOf(reply)).toContain('**11월 23일(월)**에 올라갈 카드예요');
  expect(reply).toMatchObject({
    visibility: 'caller',
    blocks: [
      {},
      { type: 'picture', foot: expect.stringMatching(/^Today's card/) },
      { markdown: expect.stringMatching(/^Today: /) },
      {},
    ],
  });
  await tickAt(world, '2026-11-23T15:00:00+09:00');
  const [post] = await world.outbox.lease(['discord'], Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
  expect(reply.blocks[1]).toMatchObject({ title: world.course().terms.get(post?.what ?? '')?.title.en });
});

describe('a card that is due at this moment is not lost', () => {
  test.each([
    ['/class skip 12월 14일', '2026-11-24T09:00:01+09:00'],
    ['/class instructors <@100008>', '2026-11-24T09:00:01+09:00'],
    ['/class setup 8시', '2026-11-24T09:00:01+09:00'],
    // The bot was away, and is asked before it has looked at what is due.
    ['/class setup en', '2026-11-24T11:00:00+09:00'],
  ])('by %s at %s', async (line, now) => {
    const { bot, world } = await open('/class setup 9시', now);
    const one = await classIn(ROOM, world);
    await world.classes.save({ ...one, due: Date.parse('2026-11-24T09:00:00+09:00') }, 0);
    expect((await bot.dispatch(line, manager)).accent).toBe('success');
    await tickAt(world, now);
    expect(await daysOf(world)).toEqual(['2026-11-24']);
  });

  test('unless that day is off now, or it is to come later that day', async () => {
    const now = '2026-11-24T09:00:01+09:00';
    for (const [line, due] of [
      ['/class skip 오늘', '2026-11-25T09:00:00+09:00'],
      ['/class setup 15시', '2026-11-24T15:00:00+09:00'],
    ] as const) {
      const { bot, world } = await open('/class setup 9시', now);
      const one = await classIn(ROOM, world);
      await world.classes.save({ ...one, due: Date.parse('2026-11-24T09:00:00+09:00') }, 0);
      await bot.dispatch(line, manager);
      expect((await classIn(ROOM, world)).due).toBe(Date.parse(due));
    }
  });
});

test('wherever its zone goes, a class has one card on a local day', async () => {
  const { bot, world } = await open('/class setup 9시 매일 공휴일에도');
  const zones = ['서울', 'Pacific/Kiritimati', '로스앤젤레스', 'Pacific/Pago_Pago', '런던', '서울'];
  for (let hour = 0; hour < 24 * 6; hour += 3) {
    const now = Temporal.Instant.from('2026-11-24T00:00:00Z').add({ hours: hour }).toString();
    if (hour % 15 === 0) await bot.dispatch(`/class setup ${zones[(hour / 15) % zones.length]}`, manager);
    await tickAt(world, now);
  }
  const days = await daysOf(world);
  expect(new Set(days).size).toBe(days.length);
  expect(days.length).toBeGreaterThan(3);
});
