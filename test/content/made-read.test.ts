import { expect, test } from 'vitest';
import { makeQuestions } from '../../src/content/made/questions.ts';
import type { Question } from '../../src/content/model.ts';
import { form, isRight } from '../../src/questions/types.ts';
import { asWritten } from '../support/questions.ts';
import { courseContent } from '../support/world.ts';
import { READ, type ReadQuestion } from './made-read.ts';

const content = courseContent();
const terms = content.terms.map((term) => ({ ...term, questions: [] }));
const made = new Map([...makeQuestions({ ...content, terms }).values()].flat().map((one) => [one.id, one]));

const labelsOf = (question: Question): string[] => {
  const shown = form(question, 'ko', asWritten);
  return shown.type === 'choice' ? shown.options.map(({ label }) => label) : [];
};

/** Is it still the question that was read? */
function isSame(question: Question, { said, options }: ReadQuestion): boolean {
  const isShown = said === undefined || question.ask.ko.includes(`“${said}”`);
  return isShown && (options === undefined || options.toSorted().join('\n') === labelsOf(question).sort().join('\n'));
}

const same = READ.flatMap((read) => {
  const question = made.get(`made:${read.id}`);
  return question && isSame(question, read) ? [{ question, read }] : [];
});

test('most of the questions are as a teacher read them: where the course or the maker has changed much, read them anew', () => {
  expect(READ.length).toBeGreaterThanOrEqual(60);
  expect(same.length).toBeGreaterThanOrEqual(60);
});

test.each(same.map(({ question, read }) => [read.id, { question, read }] as const))(
  'what a teacher answered to %s without knowing the answer is right',
  (_, { question, read }) => {
    const labels = labelsOf(question);
    const answer = labels.length === 0 ? read.answer : 'abcd'.charAt(labels.indexOf(read.answer));
    expect(isRight(question, answer, asWritten)).toBe(true);
  },
);
