import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, classIn, linesOf, manager, ROOM, smallBot, together } from '../support/classes.ts';
import { excesses } from '../support/replies.ts';
import { runs } from '../support/sample.ts';

/** Monday 23 November 2026, 10:00 in Seoul. */
async function open(setup = '/class setup') {
  const { bot, world, logged } = await smallBot();
  await bot.dispatch(setup, manager);
  const skip = (typed: string, locale: 'ko' | 'en' = 'ko') =>
    bot.dispatch(`/class skip ${typed}`, { ...manager, locale });
  const skips = async () => (await classIn(ROOM, world)).timetable.skips.map(({ from, to }) => `${from}..${to}`);
  return { bot, world, logged, skip, skips };
}

test('an exam week over New Year is off, and said with how to take it back', async () => {
  const { skip, skips } = await open();
  const reply = await skip('12월 28일~1월 8일');
  expect(reply.blocks[0]).toMatchObject({ text: expect.stringContaining('카드를 쉴게요') });
  expect(allOf(reply)).toContain('되돌리려면: `/class 휴강 12월 28일~1월 8일 빼기`');
  expect(await skips()).toEqual(['2026-12-28..2027-01-08']);
  expect((await skip('12월 28일~1월 8일 빼기')).accent).toBe('success');
  expect(await skips()).toEqual([]);
});

test('a day off moves the next card', async () => {
  const { skip, world } = await open();
  await skip('내일');
  expect((await classIn(ROOM, world)).due).toBe(Date.parse('2026-11-25T09:00:00+09:00'));
  await skip('내일 빼기');
  expect((await classIn(ROOM, world)).due).toBe(Date.parse('2026-11-24T09:00:00+09:00'));
});

test.each([
  ['내일', '되돌리려면: `/class 휴강 11월 24일 빼기`'],
  ['다음 주 금요일', '되돌리려면: `/class 휴강 12월 4일 빼기`'],
  ['이번 주', '되돌리려면: `/class 휴강 11월 23일~11월 29일 빼기`'],
  ['2028-03-02', '되돌리려면: `/class 휴강 2028년 3월 2일 빼기`'],
])('%s is taken back by its date, on whatever day', async (typed, told) => {
  const { bot, skip, skips } = await open();
  const reply = await skip(typed);
  expect(allOf(reply)).toContain(told);
  const [undo = ''] = linesOf(reply);
  const back = await bot.dispatch(undo, manager);
  expect(allOf(back)).toContain(told.replace(' 빼기', ''));
  expect(await skips()).toEqual([]);
});

test('what is taken back is what has changed, and no more', async () => {
  const { bot, skip, skips } = await open();
  await skip('12월 16일');
  const reply = await skip('12월 14일~18일');
  expect(reply.blocks[0]).toMatchObject({ text: '12월 14일(월)~15일(화), 12월 17일(목)~18일(금)에는 카드를 쉴게요' });
  for (const line of linesOf(reply).slice(0, 2)) await bot.dispatch(line, manager);
  expect(await skips()).toEqual(['2026-12-16..2026-12-16']);
  expect((await skip('12월 16일')).blocks[0]).toMatchObject({ text: '12월 16일(수)은 이미 쉬는 날이에요' });
  const english = await skip('12/16 remove', 'en');
  expect(allOf(english)).toContain('To undo it: `/class skip 16 December`');
});

test('days that overlap or follow each other are one range; days within one are taken out of it', async () => {
  const { skip, skips } = await open();
  for (const typed of ['12월 14일~16일', '12월 15일~18일', '12월 25일', '12월 19일']) await skip(typed);
  expect(await skips()).toEqual(['2026-12-14..2026-12-19', '2026-12-25..2026-12-25']);
  await skip('12월 16일 빼기');
  expect(await skips()).toEqual(['2026-12-14..2026-12-15', '2026-12-17..2026-12-19', '2026-12-25..2026-12-25']);
  await skip('12/15-12/25 remove', 'en');
  expect(await skips()).toEqual(['2026-12-14..2026-12-14']);
});

test.each([
  ['12월 18일~14일', '혹시 12월 14일(월)~18일(금)인가요?'],
  ['12월 18일 ~ 12월 14일', '혹시 12월 14일(월)~18일(금)인가요?'],
  ['12/18~12/14', '혹시 12월 14일(월)~18일(금)인가요?'],
  ['2025-12-14~2025-12-18', '이미 지났어요'],
  ['2026-11-22', '이미 지났어요'],
  ['어제', '11월 22일(일)은 이미 지났어요'],
  ['11월 22일', '11월 22일은 지났어요. 내년이라면 2027년 11월 22일처럼 적어 주세요.'],
  ['11월 16일~20일', '11월 16일~11월 20일은 지났어요. 내년이라면 2027년 11월 16일~2027년 11월 20일처럼'],
  ['2월 30일', '쉴 날짜를 알아보지 못했어요'],
  ['언젠가', '쉴 날짜를 알아보지 못했어요'],
  ['12월 14일 빼기', '쉬는 날로 정해 두지 않았어요'],
  ['x ~ '.repeat(1400), '쉴 날짜를 알아보지 못했어요'],
  // After it comes the year 10000, whose dates stand before all others as texts: every day would be off.
  ['9999-12-31', '쉴 날짜를 알아보지 못했어요'],
  ['2026-12-14~2206-12-18', '쉴 날짜를 알아보지 못했어요'],
  ['constructor', '쉴 날짜를 알아보지 못했어요'],
  ['__proto__~12월 18일', '쉴 날짜를 알아보지 못했어요'],
  ['', '`/class 휴강`에는 내용을 적어 주세요'],
])('%j is answered with what is wrong: %s', async (typed, told) => {
  const { skip, skips, logged } = await open();
  const reply = await skip(typed);
  expect([reply.accent, allOf(reply)]).toEqual(['warning', expect.stringContaining(told)]);
  expect([excesses(reply), logged, await skips()]).toEqual([[], [], []]);
});

test('dates are those of the class, not of the bot', async () => {
  // It is still Sunday in Los Angeles.
  const { skip, skips } = await open('/class setup 로스앤젤레스');
  await skip('오늘');
  expect(await skips()).toEqual(['2026-11-22..2026-11-22']);
});

test('40 times off are enough; those that are over make room', async () => {
  const { bot, skip, skips, world } = await open();
  const one = await classIn(ROOM, world);
  const day = (n: number) =>
    Temporal.PlainDate.from('2026-12-01')
      .add({ days: 2 * n })
      .toString();
  const days = Array.from({ length: 39 }, (_, n) => ({ from: day(n), to: day(n) }));
  const past = { from: '2026-03-02', to: '2026-03-03' };
  await world.classes.save({ ...one, timetable: { ...one.timetable, skips: [past, ...days] } }, 0);
  expect((await skip('2027-06-01')).accent).toBe('success');
  expect(await skips()).toHaveLength(40);
  expect(await skips()).not.toContain('2026-03-02..2026-03-03');
  expect(allOf(await skip('2027-06-08'))).toContain('40번까지');
  const shown = await bot.dispatch('/class', manager);
  expect(allOf(shown)).toContain('그 밖에 34번');
  expect(excesses(shown)).toEqual([]);
});

test('when everything is off, that is said', async () => {
  const { bot, skip } = await open();
  await skip('2026-11-23~2030-12-31');
  expect(allOf(await bot.dispatch('/class', manager))).toContain('요일과 쉬는 날을 확인해 주세요');
  expect(allOf(await bot.dispatch('/class preview', manager))).toContain('올라갈 날이 정해져 있지 않아요');
});

test('days off and a pause at the same time are both there', async () => {
  const { bot, skip, skips, world } = await open();
  await together(
    () => skip('12월 14일~18일'),
    () => bot.dispatch('/class pause', manager),
    () => skip('12월 25일'),
    () => bot.dispatch('/class setup 10시', manager).then(() => bot.dispatch('/class pause', manager)),
  );
  expect(await skips()).toEqual(['2026-12-14..2026-12-18', '2026-12-25..2026-12-25']);
  expect(await classIn(ROOM, world)).toMatchObject({
    paused: { why: 'asked' },
    due: undefined,
    timetable: { minute: 600 },
  });
});

test('whatever is put in and taken out, a day is off exactly if it was put in last', async () => {
  const start = Temporal.PlainDate.from('2026-12-01');
  const at = (n: number) => start.add({ days: n }).toString();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ from: fc.nat(14), length: fc.nat(4), remove: fc.boolean() }), { maxLength: 8 }),
      async (steps) => {
        const { skip, skips } = await open();
        const off = new Set<string>();
        for (const { from, length, remove } of steps) {
          for (let n = from; n <= from + length; n++)
            if (remove) off.delete(at(n));
            else off.add(at(n));
          await skip(`${at(from)}~${at(from + length)} ${remove ? '빼기' : ''}`);
        }
        const kept = (await skips()).map((range) => range.split('..'));
        const days = Array.from({ length: 20 }, (_, n) => at(n));
        const isOff = (day: string) => kept.some(([from = '', to = '']) => from <= day && day <= to);
        expect(days.filter(isOff)).toEqual(days.filter((day) => off.has(day)));
        // No two of them touch.
        for (const [i, [from = '']] of kept.entries())
          expect(
            from >
              Temporal.PlainDate.from(kept[i - 1]?.[1] ?? '2000-01-01')
                .add({ days: 1 })
                .toString(),
          ).toBe(true);
      },
    ),
    { numRuns: runs(15) },
  );
});
