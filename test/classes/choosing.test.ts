import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typedName } from '../../src/classes/cards/lines.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import type { Context } from '../../src/course/context.ts';
import { createCourse } from '../../src/course/course.ts';
import { planDue } from '../../src/daily/plan.ts';
import { allOf, classIn, linesOf, manager, onDiscordAs, ROOM, together } from '../support/classes.ts';
import { excesses, textsOf } from '../support/replies.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';
import { botOf, COURSE, courseContent, folderOf } from '../support/world.ts';

/** Of a course without chapters, in this order. */
const IDS = ['container', 'deployment', 'job', 'node', 'pod', 'service'] as const;
const FILES = Object.fromEntries(
  IDS.map((id) => [`glossary/${id}.md`, readFileSync(join(COURSE, `glossary/${id}.md`))]),
);

/** A class with a card at 15:00 on weekdays, on a Monday morning, whose course teaches the concepts in their order. */
async function opened() {
  const course = createCourse({
    ...courseOf(
      IDS.map((id) => termNamed(id)),
      section(...IDS),
    ),
  });
  const made = await botOf([folderOf(FILES)]);
  const { content } = made.world.course();
  const inOrder = createCourse({ ...content, chapters: course.content.chapters });
  made.teach(inOrder);
  await made.bot.dispatch('/class setup 15시', manager);
  const say = (line: string, caller = manager): Promise<Reply> => made.bot.dispatch(line, caller);
  return { ...made, say, inOrder };
}

/** The dates and concepts of a list of cards. */
const listOf = (reply: Reply): string[] =>
  Array.from(allOf(reply).matchAll(/^\d+\. \*\*(.+?)\*\* (.+)$/gm), ([, date, concept]) => `${date} ${concept}`);

/** Looks at what is due every hour of so many days, and gives the cards' concepts. */
async function cardsOf(world: Context, days: number): Promise<string[]> {
  const start = Date.parse('2026-11-23T15:00:00+09:00');
  for (let day = 0; day < days; day++)
    await planDue(start + day * 86_400_000, world, (error) => {
      throw error;
    });
  return (await world.outbox.history((await classIn(ROOM, world)).id)).map(({ term }) => term);
}

test('the list has the cards to come with their dates, in the order in which they come', async () => {
  const { say, world, logged } = await opened();
  const reply = await say('/class cards');
  expect(reply).toMatchObject({ visibility: 'caller', accent: 'info' });
  expect(listOf(reply).slice(0, 6)).toEqual([
    '11월 23일(월) 컨테이너',
    '11월 24일(화) 디플로이먼트',
    '11월 25일(수) 잡',
    '11월 26일(목) 노드',
    '11월 27일(금) 파드',
    '11월 30일(월) 서비스',
  ]);
  expect(linesOf(reply)).toEqual(IDS.map((id) => `class cards ${id}`));
  expect(excesses(reply)).toEqual([]);
  expect(await cardsOf(world, 8)).toEqual(IDS);
  expect(logged).toEqual([]);
});

describe('a concept', () => {
  test('is put next, on a day, and moved, by words in any order; the others come around it', async () => {
    const { say, world } = await opened();
    expect(listOf(await say('/class cards 서비스 다음')).slice(0, 2)).toEqual([
      '11월 23일(월) 서비스 📌 먼저 올리기로 정함',
      '11월 24일(화) 컨테이너',
    ]);
    const moved = await say('/class cards 12월 1일에 파드');
    expect(allOf(moved)).toContain('12월 1일(화) 카드: 파드');
    expect(listOf(moved)[6]).toBe('12월 1일(화) 파드 📌 이날로 정함');
    await say('/class cards 파드 2026-11-25');
    await say('/class cards 날짜:수요일 개념:노드');
    expect(listOf(await say('/class cards')).slice(0, 6)).toEqual([
      '11월 23일(월) 서비스 📌 먼저 올리기로 정함',
      '11월 24일(화) 컨테이너',
      '11월 25일(수) 노드 📌 이날로 정함',
      '11월 26일(목) 파드 📌 이날로 정함',
      '11월 27일(금) 디플로이먼트',
      '11월 30일(월) 잡',
    ]);
    expect(await cardsOf(world, 8)).toEqual(['service', 'container', 'node', 'pod', 'deployment', 'job']);
  });

  test('is chosen, moved, taken out and back by its buttons alone', async () => {
    const { say, world } = await opened();
    const shown = await say('class cards node');
    expect(allOf(shown)).toContain('**11월 26일(목)**에 올라가요.');
    expect(linesOf(shown)).toEqual([
      ...['class cards node next', 'class cards node remove', 'class preview node', 'class cards'],
      ...['23', '24', '25', '27', '30'].map((day) => `class cards node 2026-11-${day}`),
      'class cards node 2026-12-01',
    ]);
    const put = await say('class cards node 2026-11-24');
    expect(linesOf(put)).toContain('class cards node restore');
    expect(linesOf(await say('class cards node'))).toContain('class cards node restore');
    const undone = await say('class cards node restore');
    expect(allOf(undone)).toContain('정해 둔 차례를 취소한 카드: 노드');
    const out = await say('class cards node remove');
    expect(allOf(out)).toContain('뺀 카드: 노드');
    expect(linesOf(out)).toEqual(expect.arrayContaining(['class cards node restore', 'class cards restore']));
    expect(linesOf(await say('class cards node'))).toEqual([
      'class cards node restore',
      'class preview node',
      'class cards',
    ]);
    expect(linesOf(await say('class cards restore'))).toEqual(['class cards node restore', 'class cards']);
    expect(await cardsOf(world, 8)).toEqual(['container', 'deployment', 'job', 'pod', 'service', 'container']);
    const back = await say('class cards node restore');
    expect(allOf(back)).toContain('되돌린 카드: 노드');
    expect(listOf(back)[0]).toBe('12월 1일(화) 노드');
  });

  test('that was taken out is neither chosen nor posted by accident', async () => {
    const { say, world } = await opened();
    await say('/class cards 파드 빼기');
    for (const line of ['/class cards 파드 다음', '/class cards 파드 12월 1일', '/class post 파드']) {
      const reply = await say(line);
      expect([reply.accent, linesOf(reply)]).toEqual(['warning', ['class 카드 파드 원래대로']]);
    }
    expect(linesOf(await say('/class preview 파드'))).toEqual(['class cards pod restore', 'class cards']);
    expect(await world.outbox.history((await classIn(ROOM, world)).id)).toEqual([]);
  });

  test('that was chosen for a later day and is posted now does not come again on that day', async () => {
    const { say, world } = await opened();
    await say('/class cards 파드 11월 25일');
    expect(allOf(await say('/class post 파드'))).toContain('지금 올리니까 11월 25일(수)에는 다시 올라가지 않아요');
    expect(await cardsOf(world, 5)).toEqual(['pod', 'container', 'deployment', 'job', 'node']);
  });

  test('whose day becomes a day off comes on the next one', async () => {
    const { say, world } = await opened();
    await say('/class cards 서비스 11월 24일');
    await say('/class skip 11월 24일~25일');
    expect(listOf(await say('/class cards'))[1]).toBe('11월 26일(목) 서비스 📌 먼저 올리기로 정함');
    expect(await cardsOf(world, 4)).toEqual(['container', 'service']);
  });

  test('that the course has no more is shown and skipped, and can be dropped; it comes where the course has it again', async () => {
    const { say, teach, inOrder } = await opened();
    await say('/class cards 서비스 다음');
    const { content } = inOrder;
    teach(createCourse({ ...content, terms: content.terms.filter(({ id }) => id !== 'service') }));
    const reply = await say('/class cards');
    expect(allOf(reply)).toContain('`service`');
    expect(listOf(reply)[0]).toBe('11월 23일(월) 컨테이너');
    expect(linesOf(reply)).toContain('class cards service restore');
    teach(inOrder);
    expect(listOf(await say('/class cards'))[0]).toContain('서비스');
    teach(createCourse({ ...content, terms: content.terms.filter(({ id }) => id !== 'service') }));
    expect(allOf(await say('class cards service restore'))).not.toContain('`service`');
  });
});

test.each([
  ['/class cards 파두', '**파드** 개념인가요?', ['class 카드 파드']],
  ['/class cards 파두 다음', '**파드** 개념인가요?', ['class 카드 파드 다음']],
  ['/class cards 파드 다음에', '찾지 못했어요', ['class 카드 파드']],
  ['/class cards 파드 11월 28일', '11월 28일(토)에는 카드가 올라가지 않아요', ['class 카드 파드 11월 30일']],
  ['/class cards 파드 2026-11-20', '이미 지났어요', ['class 카드 파드 11월 23일']],
  ['/class cards 파드 다음 주', '하루만 적어 주세요', []],
  ['/class cards 파드 2028-11-20', '여섯 달 안의', ['class 카드 파드 11월 23일']],
  [
    '/class cards 파드 11월 20일',
    '11월 20일은 지났어요. 내년이라면 2027년 11월 20일처럼',
    ['class 카드 파드 11월 23일'],
  ],
  ['/class cards 파드 6월 20일', '이미 지난 날짜인가요', ['class 카드 파드 11월 23일']],
  ['/class cards 파드 12월 1일 빼기', '함께 쓸 수 없어요', ['class 카드']],
  ['/class cards 빼기', '어느 개념인지', ['class 카드']],
  ['/class cards 12월 1일', '어느 개념인지', ['class 카드']],
  ['/class cards 파드 원래대로', '되돌릴 것이 없어요', ['class 카드 파드']],
  ['/class cards 떡볶이 맛집', '찾지 못했어요', []],
  ['/class cards <@&1> **굵게** `코드`', '찾지 못했어요', []],
] as const)('what cannot be used is refused in words with a guess: %s', async (line, told, guess) => {
  const { say, world, logged } = await opened();
  const before = await classIn(ROOM, world);
  const reply = await say(line);
  expect([reply.accent, allOf(reply), linesOf(reply)]).toEqual(['warning', expect.stringContaining(told), guess]);
  expect(await classIn(ROOM, world)).toEqual(before);
  expect(logged).toEqual([]);
});

test('what is offered instead is understood, in both languages', async () => {
  for (const locale of ['ko', 'en'] as const) {
    const { say } = await opened();
    await say('/class cards 노드 빼기');
    const lines = [
      '/class cards 파두',
      '/class cards pod 11/28',
      '/class cards 노드 다음',
      '/class post podd',
      '/class preview podd',
    ];
    for (const line of lines) {
      const [guess = ''] = linesOf(await say(line, { ...manager, locale }));
      expect([line, (await say(guess, { ...manager, locale })).accent]).toEqual([
        line,
        expect.stringMatching(/info|success/),
      ]);
    }
  }
});

test('on a day that had its card there is no other: the next one is offered', async () => {
  const { say } = await opened();
  await say('/class post 파드');
  const reply = await say('/class cards 노드 오늘');
  expect(allOf(reply)).toContain('카드는 이미 올라갔어요');
  expect(linesOf(reply)).toEqual(['class 카드 노드 11월 24일']);
});

test('where the hour of today has passed, it can be posted now', async () => {
  const { say } = await opened();
  await say('/class setup 8시');
  const reply = await say('/class cards 노드 오늘');
  expect(allOf(reply)).toContain('시각이 지났어요');
  expect(linesOf(reply)).toEqual(['class 올리기 노드']);
});

test('the last concept that is left is not taken out', async () => {
  const { say } = await opened();
  for (const id of IDS.slice(1)) expect((await say(`class cards ${id} remove`)).accent).toBe('success');
  expect(allOf(await say('class cards container remove'))).toContain('하나도 남지 않아요');
  expect(listOf(await say('class cards')).every((card) => card.endsWith('컨테이너'))).toBe(true);
});

test('of two instructors who change the order at the same moment, neither word is lost', async () => {
  const { say, world } = await opened();
  const other = onDiscordAs('100008', { manages: true });
  await together(
    () => say('/class cards 파드 11월 25일'),
    () => say('/class cards 노드 11월 25일', other),
    () => say('/class cards 잡 빼기'),
    () => say('/class cards 서비스 다음', other),
  );
  const cards = listOf(await say('/class cards'));
  expect(cards[0]).toBe('11월 23일(월) 서비스 📌 먼저 올리기로 정함');
  expect(
    cards
      .slice(2, 4)
      .map((card) => card.split(' ')[2])
      .toSorted(),
  ).toEqual(['노드', '파드']);
  expect(cards.slice(2, 4).every((card) => card.endsWith('📌 이날로 정함'))).toBe(true);
  expect(cards.join()).not.toContain('잡');
  expect(await cardsOf(world, 5)).not.toContain('job');
});

test('choices outlive whatever else is changed of the class, and a class that is paused shows their order', async () => {
  const { say, world } = await opened();
  await say('/class cards 서비스 다음');
  const { choices } = await classIn(ROOM, world);
  for (const line of ['/class setup 16시 en', '/class skip 11월 24일', '/class instructors <@100008>', '/class pause'])
    await say(line);
  expect((await classIn(ROOM, world)).choices).toBe(choices);
  const shown = await say('/class cards');
  expect(allOf(shown)).toContain('지금은 카드를 쉬고 있어요');
  expect(listOf(shown)[0]).toContain('서비스');
});

test('what a newer version has written is not changed, and what is broken is begun anew', async () => {
  const { say, world } = await opened();
  const one = await classIn(ROOM, world);
  const newer = '{"kind":"cards","version":9}';
  await world.classes.save({ ...one, choices: newer }, 0);
  expect(allOf(await say('/class cards 서비스 다음'))).toContain('잠시 뒤에');
  expect((await classIn(ROOM, world)).choices).toBe(newer);
  await world.classes.save({ ...one, choices: '{' }, 0);
  expect(allOf(await say('/class cards'))).toContain('읽지 못해서');
  expect(listOf(await say('/class cards 서비스 다음'))[0]).toContain('서비스');
  expect(allOf(await say('/class cards'))).not.toContain('읽지 못해서');
});

test('students see no cards to come', async () => {
  const { say } = await opened();
  const reply = await say('/class cards', onDiscordAs('100003'));
  expect([reply.accent, linesOf(reply)]).toEqual(['warning', []]);
  expect(allOf(reply)).not.toContain('컨테이너');
});

test('no name of a concept of the course is taken for a day or for what to do with it', async () => {
  const cards = new Map<string, string>();
  for (const { id, title, aliases } of courseContent().terms)
    for (const name of [id, title.ko, title.en, ...aliases]) if (typedName(name) !== name) cards.set(name, title.ko);
  for (const [name, title] of cards)
    for (const typed of [name, typedName(name)]) {
      const { bot } = await botOf([COURSE]);
      await bot.dispatch('/class setup 15시', manager);
      for (const line of ['class cards', 'class preview', 'class post']) {
        const reply = await bot.dispatch(`/${line} ${typed}`, manager);
        expect(textsOf(reply).join('\n'), `${line} ${typed}`).toContain(title);
        expect(reply.accent, `${line} ${typed}`).not.toBe('warning');
      }
    }
  expect(['restore', 'git restore', '빼기', '내일'].map(typedName)).toEqual([
    '"restore"',
    '"git restore"',
    '"빼기"',
    '"내일"',
  ]);
});

test('every answer about cards fits every platform at its fullest, in both languages', async () => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/class setup 15시', manager);
  for (const id of courseContent()
    .terms.slice(0, 60)
    .map((term) => term.id))
    await bot.dispatch(`class cards ${id} remove`, manager);
  for (const locale of ['ko', 'en'] as const)
    for (const line of [
      'class cards',
      'class cards restore',
      'class cards pod',
      'class preview',
      'class preview pod',
    ]) {
      const reply = await bot.dispatch(line, { ...manager, locale });
      expect([line, excesses(reply)]).toEqual([line, []]);
      if (locale === 'en' && !line.includes('pod') && !line.includes('preview'))
        expect(allOf(reply)).not.toMatch(/[가-힣]/);
    }
});
