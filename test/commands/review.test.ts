import { expect, test } from 'vitest';
import type { Class, Timetable } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { USUAL } from '../../src/schedule/timetable.ts';
import { asked, rightAnswers, wrongAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const course = await botOf([COURSE]);
const { bot, world, logged } = course;

let people = 0;
/** A student of whom nothing is recorded yet. */
const someone = (): Caller => ({ ...student, id: `test:${people++}` });
const inEnglish = (caller: Caller): Caller => ({ ...caller, locale: 'en' });

const isQuestion = (reply: Reply) => reply.blocks.some(({ type }) => ['choice', 'input', 'menus'].includes(type));
const wordsOf = (reply: Reply): string => textsOf(reply).join('\n');

/** A question of each term was answered so many hours ago; the clock stands at Monday, 10:00 in Seoul. */
function answered({ id: person }: Caller, terms: readonly string[], hours: number, right = true, of = world): void {
  const at = of.now().subtract({ minutes: hours * 60 }).epochMilliseconds;
  for (const term of terms)
    of.records.record({
      kind: 'answer',
      person,
      question: of.course().terms.get(term)?.questions[0]?.id ?? '',
      term,
      right,
      at,
    });
}

const classOf = (timetable: Partial<Timetable>, channel: string): Class => ({
  id: `class of ${channel}`,
  timetable: { ...USUAL, ...timetable },
  locale: 'ko',
  channels: [{ channel, space: 'test' }],
  instructors: [],
  paused: undefined,
  due: undefined,
  owner: 'test:teacher',
  code: channel,
});

/** Answers all that is asked; gives the terms that were asked about, and what came last. */
async function play(caller: Caller, first: Reply, knows: boolean, made = course) {
  const terms: string[] = [];
  let reply = first;
  while (isQuestion(reply)) {
    expect(excesses(reply)).toEqual([]);
    const { question, line } = asked(reply, made.world.course().questions);
    terms.push(question.term);
    const [answer = ''] = (knows ? rightAnswers : wrongAnswers)(question, reply, 'ko');
    reply = await made.bot.dispatch(`${line} ${answer}`, caller);
    expect(reply.replaces).toBe(true);
    reply = await made.bot.dispatch(mainLine(reply), caller);
  }
  return { terms, result: reply };
}

test('a student who has shown nothing yet reads how it begins', async () => {
  const caller = someone();
  const reply = await bot.dispatch('/review', caller);
  expect(blockOf(reply, 'heading').text).toBe('아직 복습할 개념이 없어요');
  expect(buttonsOf(reply).map(({ line }) => line)).toEqual(['quiz', 'card']);
  expect(wordsOf(await bot.dispatch('복습', inEnglish(caller)))).toContain('Nothing to review yet');
});

test.each([
  ['another day', 1, true, '다음 복습\n11월 25일(수)', 'Wed 25 November'],
  ['tomorrow', 20, true, '다음 복습\n내일', 'tomorrow'],
  ['today', 7.5, false, '다음 복습\n오늘 오후 7시쯤', 'today, about 19:00'],
] as const)('what is due only later is not asked now: %s', async (_, hours, right, when, whenInEnglish) => {
  const caller = someone();
  answered(caller, ['pod'], hours, right);
  const reply = await bot.dispatch('/review', caller);
  expect(reply).toMatchObject({ visibility: 'caller', accent: 'success' });
  expect(wordsOf(reply)).toContain(when);
  expect(wordsOf(reply)).toContain('🔥 연속 공부 1일째예요');
  expect(buttonsOf(reply).map(({ line }) => line)).toEqual(['quiz', 'card', 'progress']);
  const other = wordsOf(await bot.dispatch('/review', inEnglish(caller)));
  expect(other).toContain(whenInEnglish);
  expect(other).toContain('A streak of 1 day');
  expect(other).not.toMatch(/\p{Script=Hangul}/u);
});

test('what has been due longest is asked first, five at a time, one question a concept; then the rest, then no more', async () => {
  const caller = someone();
  const [long, short] = [
    ['pod', 'node', 'service', 'deployment', 'volume'],
    ['job', 'secret'],
  ];
  answered(caller, long, 24 * 9);
  answered(caller, short, 24 * 4);
  answered(caller, ['ingress'], 2);
  const first = await bot.dispatch('/review', caller);
  expect(first.visibility).toBe('caller');
  expect(blockOf(first, 'heading').text).toBe('문제 1 / 5');
  expect(blockOf(first, 'footer').text).toContain('복습할 개념 7개 중 5개');
  const once = await play(caller, first, true);
  expect(once.terms.toSorted()).toEqual(long.toSorted());
  const [onward] = buttonsOf(once.result);
  expect(onward?.label).toBe('이어서 복습하기(2개 남음)');
  expect(blockOf(once.result, 'footer').text).toContain('연속 공부');
  const next = await bot.dispatch(onward?.line ?? '', caller);
  expect(next.replaces).toBe(true);
  const rest = await play(caller, next, false);
  // What was not right is asked once more.
  expect(rest.terms.toSorted()).toEqual(short.flatMap((term) => [term, term]));
  expect(
    buttonsOf(rest.result)
      .slice(0, 2)
      .map(({ label }) => label),
  ).toEqual(['못 맞힌 2문제 연습하기', '내 진도 보기']);
  expect(wordsOf(await bot.dispatch('/review', caller))).toContain('지금 복습할 건 다 했어요');
  expect(logged).toEqual([]);
});

test('a review that was begun goes on after a restart that has forgotten everything', async () => {
  const caller = someone();
  answered(caller, ['pod', 'node', 'service'], 24 * 9);
  const first = await bot.dispatch('/review', caller);
  const { terms } = await play(caller, first, true, await botOf([COURSE]));
  expect(terms.toSorted()).toEqual(['node', 'pod', 'service']);
});

test('a review is its own person’s, and asks about nothing that the course no longer has', async () => {
  const [caller, other] = [someone(), someone()];
  answered(caller, ['pod'], 24 * 9);
  const { line } = asked(await bot.dispatch('/review', caller), world.course().questions);
  expect(wordsOf(await bot.dispatch(`${line} a`, other))).toContain('다른 사람이 풀고 있는 문제');
  expect(wordsOf(await bot.dispatch('/review', other))).toContain('아직 복습할 개념이 없어요');
  const bare = await botOf([folderOf({})]);
  answered(caller, ['pod'], 24 * 9, true, bare.world);
  expect(wordsOf(await bare.bot.dispatch('/review', caller))).toContain('아직 복습할 개념이 없어요');
});

test.each([
  ['by Seoul’s school days where there is no class', undefined, true, 2],
  ['by the class of the channel', { weekdays: [1] }, true, 3],
  ['by the class that they were in last, away from it', { weekdays: [1] }, false, 3],
] as const)('a streak goes %s', async (_, timetable, there, days) => {
  const { channel: _anywhere, ...alone } = someone();
  const channel = `${alone.id}:class`;
  if (timetable) await world.classes.save(classOf(timetable, channel), 0);
  // Monday a week ago, then Friday and today: from Tuesday to Thursday there is class, but where Mondays have it alone.
  for (const hours of [24 * 7, 24 * 3, 0]) {
    const at = world.now().subtract({ hours }).epochMilliseconds;
    const press = { person: alone.id, channel, post: `p${hours}`, term: 'pod', press: 'more', at } as const;
    world.records.record({ kind: 'press', ...press });
  }
  const caller = there ? { ...alone, channel } : alone;
  expect(wordsOf(await bot.dispatch('/progress', caller))).toContain(`연속 공부 ${days}일째`);
});

test('a class counts what is answered in its channel', async () => {
  const caller = { ...someone(), channel: 'test:counted' };
  await world.classes.save(classOf({}, caller.channel), 0);
  answered(caller, ['pod'], 24 * 9);
  await play(caller, await bot.dispatch('/review', caller), true);
  expect(await world.records.answered(`class of ${caller.channel}`, 0)).toEqual([
    { term: 'pod', answered: 1, right: 1 },
  ]);
});

test('what a class hides is neither asked nor offered after a review, nor counted as due', async () => {
  const caller = { ...someone(), channel: 'test:hiding' };
  const one = classOf({}, caller.channel);
  await world.classes.save(one, 0);
  const hidden =
    world
      .course()
      .terms.get('job')
      ?.questions.map(({ id }) => id) ?? [];
  await world.reports.hideQuestion(one.id, hidden, true, 0);
  answered(caller, ['pod'], 24 * 9);
  answered(caller, ['job'], 24 * 10);
  expect(wordsOf(await bot.dispatch('/progress', caller))).toContain('개념이 **1개**');
  const { terms, result } = await play(caller, await bot.dispatch('/review', caller), true);
  expect(terms).toEqual(['pod']);
  expect(buttonsOf(result)[0]?.line).toBe('progress');
});
