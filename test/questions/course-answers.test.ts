/** What students type to every question of the built-in course that is answered in their own words. */
import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import { questionsOf } from '../../src/content/survey.ts';
import { form, isRight, solution } from '../../src/questions/types.ts';
import { GAP_ANSWERS } from '../support/gap-answers.ts';
import { asWritten } from '../support/questions.ts';
import { TYPED_ANSWERS } from '../support/typed-answers.ts';
import { COURSE, courseIn } from '../support/world.ts';

const course = courseIn([COURSE]);
const inputs = questionsOf(course.content).filter((question) => form(question, 'ko', asWritten).type === 'input');
const typed = inputs.filter(({ type }) => type !== 'gap');
const gaps = inputs.filter(({ type }) => type === 'gap');

/** How people put an answer: `파드 입니다`, `정답은 파드`, in full width. */
const framed = (answer: string): string[] => [
  ...[answer, ` ${answer} `, `${answer}.`, `${answer}입니다`, `${answer} 입니다`, `${answer}요`, `${answer}이요`],
  ...[
    `${answer} 인 것 같아요`,
    `${answer} 같아요`,
    `정답은 ${answer}`,
    `답: ${answer}`,
    `아마 ${answer}`,
    `${answer} 아닌가요?`,
  ],
  answer.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  answer.normalize('NFD'),
];

/** The same for wrong ones: those ways that leave a part of an answer out, or put one to it. */
const near = (answer: string): string[] => [
  answer,
  `${answer}요`,
  `${answer}이요`,
  `${answer} 입니다`,
  `정답은 ${answer}`,
];

const takes = (question: Question, answer: string): boolean => isRight(question, answer, asWritten);

const listed = typed.flatMap((question) => {
  const answers = TYPED_ANSWERS[question.id];
  return answers ? [{ question, ...answers }] : [];
});

test('every question that is typed has answers here, right and wrong ones, and none is there that is gone', () => {
  const ids = typed.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(130);
  expect(Object.keys(TYPED_ANSWERS).toSorted()).toEqual(ids.toSorted());
  for (const { question, right, wrong } of listed) {
    expect(right.length, question.id).toBeGreaterThanOrEqual(6);
    expect(wrong.length, question.id).toBeGreaterThanOrEqual(10);
    expect(right.filter((one) => wrong.includes(one))).toEqual([]);
  }
});

test('no wrong answer is taken', () => {
  const taken = listed.flatMap(({ question, wrong }) =>
    wrong.flatMap((answer) =>
      near(answer)
        .filter((one) => takes(question, one))
        .map((one) => `${question.id} ${one}`),
    ),
  );
  expect(taken).toEqual([]);
});

test('of the right answers less than two in a hundred are refused, of those that the author accepts none', () => {
  const all = listed.flatMap(({ question, right }) => right.map((answer) => ({ question, answer })));
  const refused = all
    .filter(({ question, answer }) => !takes(question, answer))
    .map(({ question, answer }) => `${question.id} ${answer}`);
  expect(refused.length / all.length, refused.join('\n')).toBeLessThan(0.02);
  const own = typed.flatMap((question) =>
    [solution(question, 'ko'), solution(question, 'en')]
      .map((one) => one.replace(/ \(±.*\)$/, ''))
      .flatMap((answer) => framed(answer).map((one) => ({ question, answer: one }))),
  );
  const missed = own
    .filter(({ question, answer }) => !takes(question, answer))
    .map((one) => `${one.question.id} ${one.answer}`);
  expect(missed.length / own.length, missed.join('\n')).toBeLessThan(0.02);
});

test('what students type into blanks is taken where it is right, and nothing else', () => {
  expect(Object.keys(GAP_ANSWERS).toSorted()).toEqual(gaps.map(({ id }) => id).toSorted());
  const misjudged = gaps.flatMap((question) => {
    const { right = [], wrong = [] } = GAP_ANSWERS[question.id] ?? {};
    expect(Math.min(right.length, wrong.length), question.id).toBeGreaterThanOrEqual(5);
    return [...right.filter((one) => !takes(question, one)), ...wrong.filter((one) => takes(question, one))].map(
      (one) => `${question.id} ${one}`,
    );
  });
  expect(misjudged).toEqual([]);
});
