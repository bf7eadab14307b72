import { expect, test } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import type { Course } from '../../src/course/course.ts';
import { asked, rightAnswers, wrongAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const english = { ...student, locale: 'en' } as const;
const linesOf = (reply: Reply): string[] => buttonsOf(reply).map(({ line }) => line);
/** The lines of each row of buttons: where a practice begins, today's card, what was looked up, what was missed, the rest. */
const rowsOf = ({ blocks }: Reply): string[][] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? [block.buttons.map(({ line }) => line)] : []));
const FIRST_CHAPTER = 'quiz why-kubernetes';
const WAYS = ['progress', 'dosirak'];

/** The first section that has something to ask: what a student learns first. */
const firstToLearn = ({ content, terms }: Course): string | undefined =>
  content.chapters
    .flatMap(({ sections }) => sections)
    .find(({ id }) => Array.from(terms.values()).some((term) => term.section === id && term.questions.length > 0))?.id;

/** Asks questions about these terms, one each, and answers them. */
async function practise(
  made: Awaited<ReturnType<typeof botOf>>,
  ids: readonly string[],
  right: boolean,
  locale: Locale = 'ko',
) {
  for (const id of ids) {
    const reply = await made.bot.dispatch(`quiz ${id}`, { ...student, locale });
    const { question, line } = asked(reply, made.world.course().questions);
    const [answer = ''] = (right ? rightAnswers : wrongAnswers)(question, reply, locale);
    await made.bot.dispatch(`${line} ${answer}`, student);
  }
}

test('a page that is new has the card of the day, and says how to begin', async () => {
  const { bot, world, logged } = await botOf([COURSE]);
  const home = await bot.dispatch('home', student);
  expect(home).toMatchObject({ visibility: 'caller', accent: 'info' });
  const card = blockOf(await bot.dispatch('card', student), 'picture');
  expect(blockOf(home, 'picture')).toEqual(card);
  const term = Array.from(world.course().terms.values()).find(({ title }) => title.ko === card.title);
  const section = firstToLearn(world.course());
  expect(rowsOf(home)).toEqual([
    [`ask ${section}`, FIRST_CHAPTER, 'quiz'],
    [`ask ${term?.id}`, `quiz ${term?.id}`],
    WAYS,
  ]);
  // One thing stands out: what to do next.
  expect(buttonsOf(home).filter(({ primary }) => primary)).toMatchObject([{ line: `ask ${section}` }]);
  const told = textsOf(home).join('\n');
  expect(told).toContain('아직 찾아본 것이 없어요. `/k8s 파드`처럼 물어보세요.');
  expect(told).toContain('아직 푼 문제가 없어요.');
  for (const line of linesOf(home)) expect((await bot.dispatch(line, student)).accent, line).toBe('info');
  expect(logged).toEqual([]);
});

test('what was looked up is there again, newest first, each once, five at most, in the reader’s language', async () => {
  const { bot, world } = await botOf([COURSE]);
  const section = Array.from(world.course().sections.keys())[0] ?? '';
  for (const line of ['pod', 'node', 'service', 'deployment', 'pod', section, 'volume'])
    await bot.dispatch(`ask ${line}`, student);
  const seen = ['volume', section, 'pod', 'deployment', 'service'];
  const home = await bot.dispatch('home', student);
  expect(rowsOf(home)[2]).toEqual(seen.map((id) => `ask ${id}`));
  expect(textsOf(home).join()).not.toContain('아직 찾아본 것이');
  const labels = buttonsOf(await bot.dispatch('home', english)).map(({ label }) => label);
  expect(labels).toContain('Volume');
  expect(labels).toContain(`📖 ${world.course().sections.get(section)?.title.en}`);
  const other = await bot.dispatch('home', { ...student, id: 'test:other' });
  expect(textsOf(other).join()).toContain('아직 찾아본 것이');
});

test('practice is counted, and what was wrong last is offered again until it is right', async () => {
  const made = await botOf([COURSE]);
  await practise(made, ['pod', 'node'], false);
  await practise(made, ['service'], true);
  const home = await made.bot.dispatch('home', student);
  expect(textsOf(home)).toContain('지금까지 3문제를 풀어 **1문제**를 맞혔어요.');
  expect(textsOf(home)).toContain('다시 보면 좋은 개념이에요.');
  expect(rowsOf(home)[0]).toEqual(['review wrong', FIRST_CHAPTER, 'quiz missed', 'quiz']);
  expect(rowsOf(home).slice(2)).toEqual([['ask node', 'ask pod'], WAYS]);
  await practise(made, ['pod', 'node'], true);
  const later = await made.bot.dispatch('home', student);
  expect(textsOf(later)).toContain('지금까지 5문제를 풀어 **3문제**를 맞혔어요.');
  expect(rowsOf(later)[0]?.slice(-2)).toEqual([FIRST_CHAPTER, 'quiz']);
  expect(rowsOf(later).slice(2)).toEqual([WAYS]);
});

test('what is due is offered before anything new', async () => {
  const { bot, world } = await botOf([COURSE]);
  const at = world.now().subtract({ hours: 24 * 3 }).epochMilliseconds;
  for (const term of ['pod', 'node'])
    world.records.record({ kind: 'answer', person: student.id, question: `${term}-1`, term, right: true, at });
  const home = await bot.dispatch('home', student);
  const main = buttonsOf(home).filter(({ primary }) => primary);
  expect(main).toEqual([{ label: '복습하기', line: 'review', primary: true }]);
  expect(textsOf(home).join()).toContain('복습하면 좋은 개념이 **2개** 있어요');
  expect(rowsOf(home)[0]).toEqual(['review', FIRST_CHAPTER, 'quiz']);
  expect(buttonsOf(await bot.dispatch('home', english)).map(({ label }) => label)).toContain('Review');
});

test('English counts one question and two questions', async () => {
  const made = await botOf([COURSE]);
  await practise(made, ['pod'], true, 'en');
  expect(textsOf(await made.bot.dispatch('home', english))).toContain(
    'You have answered 1 question, **1** of them right.',
  );
  await practise(made, ['node'], false, 'en');
  expect(textsOf(await made.bot.dispatch('home', english))).toContain(
    'You have answered 2 questions, **1** of them right.',
  );
});

test('what the content no longer has is left out, and a page without any content still has a way on', async () => {
  const { bot, world } = await botOf([COURSE]);
  for (const id of ['gone', 'pod']) world.records.record({ kind: 'lookup', person: student.id, id, at: 1 });
  const wrong = { kind: 'answer', person: student.id, question: 'gone-1', term: 'gone', right: false, at: 1 } as const;
  world.records.record(wrong);
  const home = await bot.dispatch('home', student);
  expect(rowsOf(home).slice(2)).toEqual([['ask pod'], WAYS]);
  expect(textsOf(home)).not.toContain('다시 보면 좋은 개념이에요.');
  const bare = await botOf([folderOf({})]);
  const empty = await bare.bot.dispatch('home', student);
  expect(linesOf(empty)).toEqual(['progress', 'dosirak']);
  expect(bare.logged).toEqual([]);
});

test('it fits every platform at its fullest, and is no command that people type', async () => {
  const made = await botOf([COURSE]);
  const ids = Array.from(made.world.course().terms.keys());
  for (const id of [...ids, ...made.world.course().sections.keys()])
    made.world.records.record({ kind: 'lookup', person: student.id, id, at: 1 });
  for (const term of ids)
    made.world.records.record({ kind: 'answer', person: student.id, question: `${term}-1`, term, right: false, at: 1 });
  for (const locale of ['ko', 'en'] as const) {
    const home = await made.bot.dispatch('home', { ...student, locale });
    expect(excesses(home)).toEqual([]);
    expect(linesOf(home)).toHaveLength(18);
  }
  expect(textsOf(await made.bot.dispatch('/home', student)).join()).toContain('`/home` 명령은 없어요.');
});
