import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import type { AnsweredQuestion } from '../../src/practice/answered.ts';
import { encodePractice, type Practice, practiceId, restartPractice } from '../../src/practice/practice.ts';
import { renderSummary } from '../../src/practice/summary.ts';
import { missedKey } from '../../src/practice/topics.ts';
import { renderQuestion } from '../../src/practice/views.ts';
import { load, termFile, termOf } from '../support/content.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const practice: Practice = { topic: 'all', seed: 'k3f9', player: '0p7x2', count: 5, marks: '10' };

/** The same question in a course where something else is right. */
function others(question: Question): Question[] {
  switch (question.type) {
    case 'single': {
      const options = [question.right, ...question.wrong];
      return question.wrong.map((right) => ({
        ...question,
        right,
        wrong: options.filter((option) => option !== right),
      }));
    }
    case 'multiple':
      return [
        { ...question, right: question.wrong, wrong: question.right },
        { ...question, right: question.right.slice(0, 1), wrong: [...question.wrong, ...question.right.slice(1)] },
      ];
    case 'boolean':
      return [{ ...question, answer: !question.answer }];
    case 'order':
      return [{ ...question, steps: question.steps.toReversed() }];
    case 'typed':
      return [{ ...question, accept: ['something else'] }];
    case 'number':
      return [{ ...question, answer: question.answer + 1, tolerance: 7 }];
    default:
      return [];
  }
}

test('a question looks the same to the last letter, whichever option is right', () => {
  for (const locale of ['ko', 'en'] as const)
    for (const question of world.course().questions.values()) {
      const shown = renderQuestion(practice, question, locale);
      for (const other of others(question)) expect(renderQuestion(practice, other, locale)).toEqual(shown);
    }
});

test('a question read from its file looks the same whichever option its author says is right', () => {
  const options = ['가', '나', '다', '라'];
  const shown = options.map((right) => {
    const wrong = options.filter((option) => option !== right);
    const more = `questions:\n  - { type: single, ask: 무엇?, right: ${right}, wrong: [${wrong.join(', ')}], why: 까닭 }\n`;
    const [question] = termOf(load({ 'a.md': termFile('a', more) }), 'a').questions;
    if (!question) throw new Error('the question was not read');
    return renderQuestion(practice, question, 'ko');
  });
  for (const reply of shown) expect(reply).toEqual(shown[0]);
});

test('the right answer stands in every place for some seed', () => {
  const more = 'questions:\n  - { type: single, ask: 무엇?, right: 가, wrong: [나, 다, 라], why: 까닭 }\n';
  const [question] = termOf(load({ 'a.md': termFile('a', more) }), 'a').questions;
  if (!question) throw new Error('the question was not read');
  const places = Array.from({ length: 100 }, (_, i) => {
    const shown = renderQuestion({ ...practice, seed: String(1000 + i) }, question, 'ko');
    return blockOf(shown, 'choice').options.find(({ label }) => label === '가')?.value;
  });
  expect([...new Set(places)].toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

test('a question shows how far the student has come, in their language', () => {
  const [question] = world.course().questions.values();
  if (!question) throw new Error('the course has no questions');
  expect(blockOf(renderQuestion(practice, question, 'ko'), 'heading').text).toBe('문제 3 / 5');
  expect(blockOf(renderQuestion(practice, question, 'en'), 'heading').text).toBe('Question 3 of 5');
});

test('code is shown whole and as it is, with fences of its own in it, too', () => {
  const code = '```\nfence\n```';
  const [question] = world.course().questions.values();
  if (!question) throw new Error('the course has no questions');
  const shown = blockOf(renderQuestion(practice, { ...question, code }, 'ko'), 'text').markdown;
  expect(shown).toContain(`\`\`\`\`\n${code}\n\`\`\`\``);
  const output = blockOf(renderQuestion(practice, { ...question, code: '$ kubectl get po\n' }, 'ko'), 'text').markdown;
  expect(output).toContain('```console\n$ kubectl get po\n```');
});

const answered = (marks: string): AnsweredQuestion[] =>
  Array.from(world.course().questions.values())
    .slice(0, marks.length)
    .map((question, i) => ({ question, picked: 'a', right: marks[i] === '1' }));

const more = { label: '계속 풀기', line: 'quiz' };

test('the result counts right answers, lists each, and leads to what was missed', () => {
  const again = Array.from(world.course().terms.values()).slice(0, 7);
  const begun = { ...practice, marks: '10110', start: 1_795_000_000_000 };
  const shown = renderSummary(begun, answered('10110'), again, 'ko', { more });
  expect(blockOf(shown, 'heading').text).toBe('5문제 중 3문제를 맞혔어요');
  const told = textsOf(shown).join('\n');
  for (const [i, square] of ['🟩', '🟥', '🟩', '🟩', '🟥'].entries()) expect(told).toContain(`${square} **${i + 1}.**`);
  expect(told.match(/❌/g)).toHaveLength(2);
  const [missed, other, ...terms] = buttonsOf(shown);
  expect(missed?.line).toBe(
    `drill ${encodePractice({ ...restartPractice(begun), topic: missedKey(practiceId(begun)), count: 2 })}`,
  );
  expect(other).toEqual(more);
  expect(terms).toHaveLength(5);
  expect(restartPractice(begun)).toEqual({
    ...practice,
    seed: expect.stringMatching(/^(?!k3f9)[a-z0-9]{4}$/),
    marks: '',
  });
  expect(excesses(shown)).toEqual([]);
});

test('the result of the longest practice keeps to every limit, with the longest questions', () => {
  const longest = Array.from(world.course().questions.values())
    .toSorted((a, b) => b.ask.ko.length - a.ask.ko.length)
    .slice(0, 20)
    .map((question) => ({ question, picked: '답'.repeat(300), right: false }));
  const shown = renderSummary(
    { ...practice, count: 20, marks: '0'.repeat(20), start: 1_795_000_000_000 },
    longest,
    [],
    'ko',
    { more },
  );
  expect(excesses(shown)).toEqual([]);
  // Discord, Component Reference: 4,000 characters of text in a message.
  expect(textsOf(shown).join('\n').length).toBeLessThan(3900);
});

/** A run in which each of so many questions was answered wrong. */
const missedRun = (count: number, code?: string) => {
  const [question] = world.course().questions.values();
  if (!question) throw new Error('the course has no questions');
  const command = 'kubectl scale deployment web --replicas=5 --namespace=shop';
  const one = {
    ...question,
    type: 'typed' as const,
    ask: { ko: '아래 출력에서 멈춘 파드를 늘리려면 무엇을 입력할까요?', en: 'What do you type?' },
    accept: [command],
    ...(code === undefined ? {} : { code }),
  };
  const answered = Array.from({ length: count }, () => ({ question: one, picked: `${command} now`, right: false }));
  const run = { ...practice, count, marks: '0'.repeat(count), start: 1_795_000_000_000 };
  const shown = renderSummary(run, answered, [], 'ko', { more });
  expect(excesses(shown)).toEqual([]);
  const told = textsOf(shown).join('\n');
  // Of the 4,000 characters of a message on Discord.
  expect(told.length).toBeLessThan(3900);
  return { command, told };
};

test('commands stand whole in the result, also in a run of 10', () => {
  for (const count of [1, 5, 10]) {
    const { command, told } = missedRun(count);
    expect(told.split(`❌ ${command} now · ✅ ${command}`)).toHaveLength(count + 1);
  }
});

test('a question about code has the first lines of it in the result, as many as there is room for', () => {
  const output = [
    '$ kubectl get pods',
    'NAME   READY   STATUS',
    ...Array.from({ length: 30 }, (_, i) => `web-${i}  0/1  Pending`),
  ];
  const { told } = missedRun(3, output.join('\n'));
  expect(told).toContain('입력할까요?\n\n```console\n$ kubectl get pods\nNAME   READY   STATUS\nweb-0  0/1  Pending\n');
  expect(told).toMatch(/web-\d {2}0\/1 {2}Pending\n…\n```\n\n❌ kubectl scale/);
  // In the longest run, where each has code, of as many as a message holds.
  expect(missedRun(20, output.join('\n')).told.split('$ kubectl get pods').length).toBeGreaterThan(5);
  // Short code stands whole.
  expect(
    missedRun(5, 'kind: Pod\nmetadata:\n  name: web\n').told.split('kind: Pod\nmetadata:\n  name: web\n```'),
  ).toHaveLength(6);
});

test('the result is kind whatever the score, and never divides by nothing', () => {
  const texts = ['', '0', '01', '1'].map((marks) =>
    textsOf(renderSummary({ ...practice, marks }, answered(marks), [], 'en', { more })).join('\n'),
  );
  expect(texts[0]).toContain('0 of 0 right');
  expect(texts[1]).toContain('No worries');
  expect(texts[3]).toContain('Well done');
  for (const text of texts) expect(text).not.toContain('NaN');
});
