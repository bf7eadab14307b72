/** Homework while a class is asked one of its questions in a live quiz, and as its practice stands in buttons' lines. */
import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { homeworkIn } from '../../src/homework/codec.ts';
import { continueHomework, pressHomework } from '../../src/homework/student.ts';
import { drillLine } from '../../src/practice/lines.ts';
import { playerOf } from '../../src/practice/practice.ts';
import { renderQuestion } from '../../src/practice/views.ts';
import { allOf, labelsOf, openHomework } from '../support/homework.ts';
import { rightAnswers } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses } from '../support/replies.ts';

test('what a class is asked just now is left for later, and the homework is not done without it', async () => {
  const room = await openHomework();
  const { world, kim } = room;
  await room.type('/class 숙제 1장 3문제 내일까지');
  const { id, ...given } = await room.given();
  const [open = ''] = homeworkIn(given)?.questions ?? [];
  const asking = { ...world, withheld: async () => new Map([[open, 'class' as const]]) };
  const free = { ...world, withheld: async () => new Map() };
  let asked = await pressHomework({ homework: id, move: 'do' }, kim, asking);
  for (let i = 0; i < 2; i++) {
    const { question, line } = room.questionIn(asked);
    expect(question.id).not.toBe(open);
    const said = drillLine.read(`${line.slice('drill '.length)} ${rightAnswers(question, asked, 'ko')[0]}`);
    const grade = await continueHomework(id, said, kim, asking);
    expect(allOf(grade)).not.toContain('숙제를 다 냈어요');
    asked = await continueHomework(id, said && { practice: said.practice }, kim, asking);
  }
  expect(allOf(asked)).toContain('숙제가 1문제 남았어요');
  expect(labelsOf(asked)).toContain('이어서 풀기');
  expect(allOf(await room.type('/class 숙제'))).toContain('시작 1명 · 완료 0명');
  const last = await pressHomework({ homework: id, move: 'do' }, kim, free);
  expect(room.questionIn(last).question.id).toBe(open);
  expect(allOf(await room.answer(last, true))).toContain('3문제 중 3문제를 맞혔어요');
  // All that is left is asked just now: that is said.
  const lee = room.person('2');
  const all = {
    ...world,
    withheld: async () => new Map(homeworkIn(given)?.questions.map((each) => [each, 'class' as const])),
  };
  await expect(pressHomework({ homework: id, move: 'do' }, lee, all)).rejects.toThrow('함께 풀고 있는');
});

test('who writes a direct message before they have been in any class is asked nothing of open homework', async () => {
  const room = await openHomework();
  await room.type('/class 숙제 파드 5문제 내일까지');
  const stranger = { ...room.person('77', { name: '처음' }), channel: undefined };
  const waiting = new Set(homeworkIn(await room.given())?.questions);
  const { withheldFrom } = await import('../../commands/options/withheld.ts');
  const withheld = await withheldFrom({ id: stranger.id }, room.world)();
  expect(Array.from(waiting).every((id) => withheld.get(id) === 'homework')).toBe(true);
  // In the class's channel, and once they have begun it, it is theirs.
  await room.type('/quiz 숙제', room.person('78'));
  const begun = await withheldFrom({ id: room.person('78').id }, room.world)();
  expect(Array.from(waiting).every((id) => begun.get(id) === 'homework')).toBe(true);
});

test('the longest line of its practice fits a button, whatever is asked', async () => {
  const room = await openHomework();
  const practice = {
    ...{ topic: `h${'z'.repeat(10)}`, seed: 'q7x1', player: playerOf(room.kim.id), count: 20 },
    ...{ marks: '0'.repeat(39), start: room.now() },
  };
  for (const question of room.world.course().questions.values())
    for (const locale of ['ko', 'en'] as const)
      expect(excesses(renderQuestion(practice, question, locale, { foot: '📚' })), question.id).toEqual([]);
});

test('marks that a student writes into a line themselves count for nothing', async () => {
  const room = await openHomework();
  await room.type('/class 숙제 1장 3문제 내일까지');
  const asked = await room.type('/quiz 숙제', room.kim);
  const { line } = room.questionIn(asked);
  const [, practice = ''] = line.split(' ');
  const parts = practice.split('.');
  const forged = [...parts.slice(0, 4), '111', ...parts.slice(5)].join('.');
  const shown = await room.type(`drill ${forged}`, room.kim);
  expect(blockOf(shown, 'heading').text).toBe('문제 1 / 3');
  expect(allOf(await room.type('/class 숙제'))).toContain('시작 1명 · 완료 0명');
  const { id } = await room.given();
  expect(await room.world.homework.answers(id)).toEqual([]);
  expect(allOf(await room.type(`drill ${['hnothing', ...parts.slice(1)].join('.')}`, room.kim))).toContain(
    '이제 없어요',
  );
  expect(room.logged).toEqual([]);
});

/** The line of the button that goes on with a practice. */
const nextOf = (grade: Reply): string | undefined =>
  buttonsOf(grade)
    .map(({ line }) => line)
    .find((line) => line.startsWith('drill '));

test('no other practice gives away a question of a homework before it was answered there', async () => {
  const room = await openHomework();
  const { kim } = room;
  await room.type('/class 숙제 1장 3문제 내일까지');
  const { id, ...given } = await room.given();
  const set = new Set(homeworkIn(given)?.questions);
  const lee = room.person('2');
  /** The questions of a practice on everything about one of them, to its end. */
  const asked = async (line: string, who: typeof kim): Promise<string[]> => {
    const found: string[] = [];
    let reply = await room.type(line, who);
    for (let i = 0; i < 30 && reply.blocks.some((block) => 'line' in block); i++) {
      const shown = room.questionIn(reply);
      found.push(shown.question.id);
      const grade = await room.answer(reply, true, who);
      reply = await room.type(nextOf(grade) ?? 'home', who);
    }
    return found;
  };
  const [first = ''] = set;
  const term = room.world.course().questionNamed(first)?.term ?? '';
  // Who is of no class yet may be of that one.
  expect(await asked(`/quiz ${term}`, { ...lee, id: 'discord:77', channel: 'discord:99' })).not.toContain(first);
  expect(await asked(`/quiz ${term}`, kim)).not.toContain(first);
  let reply = await room.type('/quiz 숙제', kim);
  for (let i = 0; i < 3; i++) {
    const grade = await room.answer(reply, true);
    reply = await room.type(nextOf(grade) ?? 'home', kim);
  }
  expect(await asked(`/quiz ${term}`, kim)).toContain(first);
});

test('where all that is asked for waits in the homework, that is said', async () => {
  const room = await openHomework();
  await room.type('/class 숙제 파드 내일까지');
  await expect(room.type('/quiz 파드', room.kim).then(allOf)).resolves.toContain('숙제를 먼저 풀어 주세요');
});
