/** A course on which nobody has written a question is practised all the same. */
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import { isMade } from '../../src/content/question-ids.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { createCourse } from '../../src/course/course.ts';
import { GUILD, manager, onDiscordAs } from '../support/classes.ts';
import { load, termFile } from '../support/content.ts';
import { HISTORY, POST, PYTHON } from '../support/made-courses.ts';
import { asked, rightAnswers, wrongAnswers } from '../support/practice.ts';
import { buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { classOf } from '../support/reporting.ts';
import { botOf, folderOf, student } from '../support/world.ts';

const said = (reply: Reply): string => textsOf(reply).join('\n');

const open = async (files: Readonly<Record<string, string>>) => {
  const { bot, world, logged, teach } = await botOf([folderOf(files)]);
  const find = { get: (name: string) => world.course().questionNamed(name) };
  const type = (line: string, caller: Caller = student): Promise<Reply> => bot.dispatch(line, caller);
  /** Answers each question of a practice, rightly or not, and gives what was asked and the summary. */
  const play = async (line: string, knows: boolean, caller: Caller = student) => {
    const questions: Question[] = [];
    let reply = await type(line, caller);
    while (reply.blocks.some(({ type: one }) => one === 'choice' || one === 'input' || one === 'menus')) {
      expect(excesses(withinLimits(reply))).toEqual([]);
      const { question, line: answering } = asked(reply, find);
      questions.push(question);
      const [answer = ''] = (knows ? rightAnswers : wrongAnswers)(question, reply, caller.locale);
      const graded = await type(`${answering} ${answer}`, caller);
      expect(graded.accent, question.id).toBe(knows ? 'success' : 'error');
      reply = await type(mainLine(graded), caller);
      if (!knows && questions.length >= 5) break;
    }
    return { questions, summary: reply };
  };
  return { bot, world, logged, teach, find, type, play };
};

describe.each([
  ['ten terms on Python', PYTHON],
  ['a history course in English', HISTORY],
  ['a post with two tables', POST],
] as const)('%s', (_, files) => {
  test('a quiz on everything asks five concepts, one each, marked as made by the bot', async () => {
    const { type, play, logged } = await open(files);
    expect(said(await type('/quiz'))).toContain('봇이 만든 문제');
    expect(said(await type('/quiz', { ...student, locale: 'en' }))).toContain('Made by the bot');
    const { questions, summary } = await play('/quiz', true);
    expect(questions).toHaveLength(5);
    expect(questions.every(isMade)).toBe(true);
    expect(new Set(questions.map(({ term }) => term)).size).toBe(5);
    expect(said(summary)).toContain('5문제 중 5문제를 맞혔어요');
    expect(logged).toEqual([]);
  });

  test('every concept has a button that begins a quiz, whose first question does not ask for its name', async () => {
    const { world, type, find } = await open(files);
    for (const term of world.course().terms.values()) {
      const shown = await type(`/ask ${term.id}`);
      const quiz = buttonsOf(shown).find(({ label }) => label === '이걸로 퀴즈 풀기');
      if (!quiz) throw new Error(`no quiz on ${term.id}`);
      const { question } = asked(await type(quiz.line), find);
      expect(question.term).toBe(term.id);
      expect(question.type === 'typed' || (question.type === 'single' && question.right === term.title)).toBe(false);
    }
  });

  test('a wrong answer comes back, is practised again and reviewed, and all of it is recorded', async () => {
    const { type, find, world, play } = await open(files);
    const { questions } = await play('/quiz 3', false);
    expect(questions.slice(3).map(({ id }) => id)).toEqual(expect.arrayContaining([questions[0]?.id]));
    const missed = asked(await type('/quiz 틀린 문제'), find).question;
    expect(questions.map(({ id }) => id)).toContain(missed.id);
    const kept = await world.records.lastAnswers(student.id, Date.parse('2026-12-31'));
    expect(kept.map(({ question }) => question)).toEqual(expect.arrayContaining([missed.id]));
    const title = world.course().terms.get(missed.term)?.title.ko ?? '';
    expect(said(await type(`/review ${title}`))).toContain(`‘${title}’ 복습`);
    expect(said(await type('/review wrong'))).toContain('봇이 만든 문제');
  });
});

test('a button of a message finds its question for as long as it would be asked so', async () => {
  const { type, teach, world } = await open(PYTHON);
  const reply = await type('/quiz 리스트');
  const { question, line } = asked(reply, { get: world.course().questionNamed });
  const [right = ''] = rightAnswers(question, reply, 'ko');
  // The same content, read anew.
  teach(createCourse(load(PYTHON)));
  expect((await type(`${line} ${right}`)).accent).toBe('success');
  // A definition that was corrected meanwhile: the letters of its options may be others.
  const list = (PYTHON['python/list.md'] ?? '').replaceAll('여러 값을 순서대로', '값 여러 개를 차례대로');
  teach(createCourse(load({ ...PYTHON, 'python/list.md': list })));
  const after = await type(`${line} ${right}`);
  expect(said(after)).toMatch(/이 문제는 이제 없어요|맞았어요/);
  expect(world.course().questionNamed(question.id)?.term).toBe('list');
});

test('a concept with a question of its own is asked that and nothing else', async () => {
  const own = 'questions:\n  - { type: boolean, ask: 리스트는 바꿀 수 있어요., answer: true, why: 바꿀 수 있어요. }\n';
  const list = (PYTHON['python/list.md'] ?? '').replace('\n---\n\n', `\n${own}---\n\n`);
  const { world, play } = await open({ ...PYTHON, 'python/list.md': list });
  expect(world.course().terms.get('list')?.questions.map(isMade)).toEqual([false]);
  expect(world.course().terms.get('tuple')?.questions.every(isMade)).toBe(true);
  const { questions } = await play('/quiz 리스트', true);
  expect(questions.map(isMade)).toEqual([false]);
});

test('an instructor hides one that was reported; it is asked no more, and comes back when it is shown again', async () => {
  const { world, type } = await open(PYTHON);
  const channel = 'discord:made';
  const one = classOf(channel, GUILD);
  await world.classes.save(one, 0);
  const teacher = { ...manager, channel };
  const kim = onDiscordAs('kim', { channel });
  const shown = await type('/quiz 리스트', kim);
  const { question, line } = asked(shown, { get: world.course().questionNamed });
  const [answer = ''] = rightAnswers(question, shown, 'ko');
  const graded = await type(`${line} ${answer}`, kim);
  const flag = buttonsOf(graded).find(({ label }) => label === '문제가 이상해요');
  await type(flag?.line ?? '', kim);
  const reported = await type('/report questions', teacher);
  expect(said(reported)).toContain(question.ask.ko);
  expect(said(reported)).toContain('봇이 만든 문제');
  const hide = buttonsOf(reported).find(({ line: one }) => one.startsWith('hide-question'));
  await type(hide?.line ?? '', teacher);
  const again = asked(await type('/quiz 리스트', kim), { get: world.course().questionNamed });
  expect(again.question.id).not.toBe(question.id);
  const hidden = await type('/report questions', teacher);
  const show = buttonsOf(hidden).find(({ line: one }) => one.startsWith('hide-question'));
  await type(show?.line ?? '', teacher);
  expect(await world.reports.hiddenQuestions(one.id)).toEqual([]);
});

test('of one single concept its name is asked', async () => {
  const { type, play } = await open({ 'list.md': PYTHON['python/list.md'] ?? '' });
  const { questions } = await play('/quiz', true);
  expect(questions.map(({ type: one }) => one)).toEqual(['typed']);
  expect((await type('/quiz 리스트')).accent).toBe('info');
});

test('a concept that no definition tells from the others has no quiz, and no button for one', async () => {
  // All of them mean the same.
  const { world, type, bot } = await open({ 'a.md': termFile('a'), 'b.md': termFile('b') });
  expect([...world.course().terms.values()].flatMap(({ questions }) => questions)).toEqual([]);
  const lines = [
    '/ask a',
    '/card',
    '/card a',
    '/review',
    '/progress',
    '/dosirak',
    '/home',
    '/ask 안녕',
    '/ask 몰라',
    '/quiz 없는 것',
  ];
  for (const line of lines)
    for (const { line: pressed } of buttonsOf(await type(line))) expect(pressed, line).not.toMatch(/^quiz/);
  expect(said(await bot.dispatch('/quiz', student))).toContain('아직 문제가 없어요');
});

test('words with marks of Markdown are code, and names of symbols are no markup', async () => {
  const { world } = await open(PYTHON);
  const init = world.course().terms.get('init')?.questions ?? [];
  expect(init.map(({ why }) => why.ko).join('\n')).toContain('**`__init__`**');
  for (const { ask } of init) expect(ask.ko.replace(/`[^`]*`/g, '')).not.toMatch(/[_*]/);
});
