/** Reviews towards an exam, as students and instructors meet them. */
import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { asked, rightAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

/** Monday, 10:00 in Seoul. */
const START = Temporal.Instant.from('2026-11-23T01:00:00Z').epochMilliseconds;
let now = START;
const course = await botOf([COURSE], { now: () => now++ });
const { bot, world, logged } = course;
const DAY = 86_400_000;
const MET = Array.from(world.course().terms.values())
  .filter(({ questions }) => questions.length > 0)
  .slice(0, 30)
  .map(({ id }) => id);

let people = 0;
const someone = (channel = 'test:nowhere'): Caller => ({ ...student, id: `test:exam-${people++}`, channel });

const says = (reply: Reply): string => {
  expect(excesses(reply)).toEqual([]);
  return textsOf(reply).join('\n');
};
const english = (caller: Caller): Caller => ({ ...caller, locale: 'en' });

/** Thirty concepts were met, two a day. */
function learn({ id: person }: Caller): void {
  for (const [i, term] of MET.entries())
    world.records.record({
      kind: 'answer',
      person,
      question: world.course().terms.get(term)?.questions[0]?.id ?? '',
      term,
      right: i % 4 > 0,
      at: now - (16 - i / 2) * DAY,
    });
}

const isQuestion = (reply: Reply) => reply.blocks.some(({ type }) => ['choice', 'input', 'menus'].includes(type));

/** Answers all that is asked. */
async function play(first: Reply, caller: Caller): Promise<{ terms: string[]; result: Reply }> {
  const terms: string[] = [];
  let reply = first;
  while (isQuestion(reply)) {
    const { question, line } = asked(reply, world.course().questions);
    terms.push(question.term);
    const [answer = ''] = rightAnswers(question, reply, 'ko');
    reply = await bot.dispatch(`${line} ${answer}`, caller);
    reply = await bot.dispatch(mainLine(reply), caller);
  }
  return { terms, result: reply };
}

test('a student sets their exam, sees what is planned today, does it, and it is said everywhere', async () => {
  const caller = someone();
  learn(caller);
  const set = await bot.dispatch('/review 12월 15일까지 하루 8개', caller);
  expect(blockOf(set, 'heading').text).toBe('12월 15일(화) 시험에 맞춰 복습해요');
  expect(says(set)).toMatch(/시험\n12월 15일\(화\), 22일 남았어요\n오늘 복습\n8개\n오늘 볼 개념\n.+ 그 밖에 2개/);
  expect(says(set)).toContain('하루에 **8개**까지');
  expect(mainLine(set)).toBe('review');

  const progress = await bot.dispatch('/progress', caller);
  expect(says(progress)).toContain('12월 15일(화), 22일 남았어요');
  expect(blockOf(progress, 'chart').figures.slice(1, 3)).toEqual([
    { name: '오늘 복습', value: '8개' },
    { name: '시험까지', value: '22일' },
  ]);
  expect(says(progress)).toContain('시험에 맞춰 오늘 볼 개념이 **8개** 있어요.');

  const home = await bot.dispatch('home', caller);
  expect(says(home)).toContain('12월 15일(화), 22일 남았어요');
  expect(buttonsOf(home).map(({ label }) => label)).toContain('복습하기');
  expect(says(home)).toContain('시험에 맞춰 오늘 볼 개념이 **8개** 있어요');

  const first = await bot.dispatch('/review', caller);
  expect(blockOf(first, 'footer').text).toContain('복습할 개념 8개 중 5개 · 시험까지 22일');
  const once = await play(first, caller);
  const [onward] = buttonsOf(once.result);
  expect(onward?.label).toBe('이어서 복습하기(3개 남음)');
  expect(blockOf(once.result, 'footer').text).toContain('시험까지 22일');
  expect(says(await bot.dispatch('/progress', caller))).toContain('8개 중 5개를 했어요');
  const rest = await play(await bot.dispatch(onward?.line ?? '', caller), caller);
  expect(new Set([...once.terms, ...rest.terms]).size).toBe(8);

  const done = await bot.dispatch('/review', caller);
  expect(blockOf(done, 'heading').text).toBe('오늘 계획한 복습을 다 했어요 👏');
  expect(says(done)).toContain('8개를 다 했어요');
  const more = await bot.dispatch(buttonsOf(done).find(({ label }) => label === '더 복습하기')?.line ?? '', caller);
  const { question } = asked(more, world.course().questions);
  expect([...once.terms, ...rest.terms]).not.toContain(question.term);

  now += DAY;
  expect(says(await bot.dispatch('/review 시험', caller))).toContain('21일 남았어요\n오늘 복습\n8개');
  now = START + 30 * DAY;
  const after = await bot.dispatch('/review', caller);
  expect(says(after)).not.toContain('시험');
  now = START;
  expect(logged).toEqual([]);
});

test('the same in English, with the number of reviews changed and all cleared again', async () => {
  const caller = english(someone());
  learn(caller);
  const set = says(await bot.dispatch('/review until 12/15 20 a day', caller));
  expect(set).toContain('Reviewing towards the exam on Tue 15 December');
  expect(set).toContain('in 22 days\nPlanned for today\n20 concepts');
  expect(set).not.toMatch(/\p{Script=Hangul}/u);
  expect(says(await bot.dispatch('/review 6 a day', caller))).toContain('Planned for today\n6 concepts');
  const shown = await bot.dispatch('/review exam', caller);
  const clear = buttonsOf(shown).find(({ label }) => label === 'Clear the exam day');
  expect(says(await bot.dispatch(clear?.line ?? '', caller))).toContain('Your exam day is cleared');
  expect(says(await bot.dispatch('/review exam', caller))).toContain('There is no exam day yet');
  expect(says(await bot.dispatch('/review until none', caller))).toContain('There is no exam day to clear');
});

test.each([
  ['/review 2월 30일까지', '날짜를 알아보지 못했어요'],
  ['/review 2026-11-20까지', '11월 20일(금)은 이미 지났어요'],
  ['/review 12월 14일~18일', '시험 날은 하루만'],
  ['/review 하루 20개', '시험 날이 있을 때'],
  ['/review 12월 15일까지 하루 500개', '1부터 100까지'],
  ['/review 파드 12월 15일까지', '따로 적어 주세요'],
  ['/review 파드 20개', '따로 적어 주세요'],
  ['/review 시험', '아직 시험 날이 없어요'],
  ['/review 시험 없음', '정해 둔 시험 날이 없어요'],
])('%s is refused in words, and nothing is kept of it', async (line, why) => {
  const caller = someone();
  expect(says(await bot.dispatch(line, caller))).toContain(why);
  expect(await world.records.reviewGoal(caller.id)).toEqual({});
});

test('a student who has learnt nothing yet is led to a question', async () => {
  const set = await bot.dispatch('/review until:"12월 15일"', someone());
  expect(says(set)).toContain('먼저 몇 문제만 풀어 볼까요?');
  expect(mainLine(set)).toBe('quiz');
});

test('the class’s exam is its students’, until they set their own or it is cleared', async () => {
  const teacher = { ...student, id: 'test:exam-teacher', channel: 'test:exam-class', manages: true };
  await bot.dispatch('/class setup 9시 평일', teacher);
  expect(says(await bot.dispatch('/class exam', teacher))).toContain('아직 시험 날을 정하지 않았어요');
  const set = await bot.dispatch('/class exam 12월 15일', teacher);
  expect(blockOf(set, 'heading').text).toBe('시험 날은 12월 15일(화)이에요');
  expect(says(set)).toContain('`/class 시험 없음`');
  expect(says(await bot.dispatch('/class', teacher))).toContain('시험 날\n12월 15일(화)');

  const caller = someone('test:exam-class');
  learn(caller);
  expect(says(await bot.dispatch('/progress', caller))).toContain('수업의 시험\n12월 15일(화), 22일 남았어요');
  expect(says(await bot.dispatch('/review 취소', caller))).toContain('이 시험 날은 선생님이 정했어요');
  await bot.dispatch('/review 다음 주 금요일까지', caller);
  expect(says(await bot.dispatch('/progress', caller))).toContain('시험\n12월 4일(금)');
  expect(says(await bot.dispatch('/review 취소', caller))).toContain('이제 수업의 시험(12월 15일(화))에 맞춰');

  expect(says(await bot.dispatch('/class exam 12월 20일', caller))).toContain('선생님만');
  expect(says(await bot.dispatch('/class exam 12월 14일~18일', teacher))).toContain('시험 날은 하루만');
  // A term that is over has no exam.
  const one = await world.classes.of('test:exam-class');
  const away = { ...caller, id: 'test:exam-away' };
  learn(away);
  const { channel: _, ...alone } = away;
  world.records.record({
    kind: 'press',
    person: away.id,
    channel: 'test:exam-class',
    post: 'p',
    term: 'pod',
    press: 'more',
    at: now,
  });
  expect(says(await bot.dispatch('/progress', alone))).toContain('수업의 시험');
  if (one) await world.classes.save({ ...one, closed: now }, now);
  expect(says(await bot.dispatch('/progress', alone))).not.toContain('시험');
  if (one) await world.classes.save(one, now);

  expect(says(await bot.dispatch('/class exam none', { ...teacher, locale: 'en' }))).toContain(
    'The exam day is cleared',
  );
  expect(says(await bot.dispatch('/class exam 없음', teacher))).toContain('정해 둔 시험 날이 없어요');
  expect(says(await bot.dispatch('/progress', caller))).not.toContain('시험');
  expect(logged).toEqual([]);
});

test('one’s own exam is exported, and deleted with everything else', async () => {
  const caller = someone();
  await bot.dispatch('/review 12월 15일까지 하루 8개', caller);
  const file: unknown = JSON.parse(blockOf(await bot.dispatch('/privacy export', caller), 'file').text);
  expect(file).toMatchObject({
    reviewGoal: { exam: '2026-12-15', daily: 8, at: expect.stringContaining('2026-11-23') },
  });
  await bot.dispatch(buttonsOf(await bot.dispatch('/privacy delete', caller))[0]?.line ?? '', caller);
  expect(await world.records.reviewGoal(caller.id)).toEqual({});
});
