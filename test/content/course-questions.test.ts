import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readFolders } from '../../src/content/files.ts';
import type { Question } from '../../src/content/model.ts';
import { withIds } from '../../src/content/write-ids.ts';
import type { Localized } from '../../src/core/locale.ts';
import { compact, normalize } from '../../src/language/normalize.ts';
import { COURSE, courseContent } from '../support/world.ts';

const questions = courseContent().terms.flatMap((term) => term.questions);

const hasHangul = (text: string): boolean => /[가-힣]/.test(text);

/** Says a text these words? Latin ones as whole words, Hangul ones also with a particle behind them. */
function says(text: string, answer: string): boolean {
  if (hasHangul(answer)) return compact(normalize(text)).includes(compact(normalize(answer)));
  const words = RegExp.escape(normalize(answer).toLowerCase());
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![a-z0-9])`, 'u').test(normalize(text).toLowerCase());
}

const named = ({ term, ask }: Question, what: string): string => `${term}: ${ask.en} (${what})`;

test('every question has an id of its own in its file, so that its words can be corrected', () => {
  const { files } = readFolders([COURSE]);
  expect(files.length).toBeGreaterThan(100);
  // npm run content:ids writes those that are missing.
  expect(files.filter(({ file, text }) => withIds(file, text)?.written !== 0).map(({ path }) => path)).toEqual([]);
});

test('words are found in a text as people would find them', () => {
  expect(says('어떤 Pod가 떠요?', 'pod')).toBe(true);
  expect(says('replicaCount=5를 주면', '5')).toBe(true);
  expect(says('파드가 있어요', '파드')).toBe(true);
  expect(says('all pods', 'po')).toBe(false);
  expect(says('port 8080', '80')).toBe(false);
});

test('what is asked for in a typed question does not stand in the question itself', () => {
  const typed = questions.filter((question) => question.type === 'typed');
  expect(typed.length).toBeGreaterThan(30);
  const given = typed.flatMap((question) =>
    question.accept
      .filter((answer) => says(question.ask.ko, answer) || says(question.ask.en, answer))
      .map((answer) => named(question, answer)),
  );
  expect(given).toEqual([]);
});

test('a number that is asked for stands neither in the question nor in its code', () => {
  const numbers = questions.filter((question) => question.type === 'number' || question.type === 'estimate');
  expect(numbers.length).toBeGreaterThan(5);
  const given = numbers.filter(({ ask, code = '', answer }) =>
    [ask.ko, ask.en, code].some((text) => new RegExp(`(?<![\\d.])${answer}(?![\\d.])`).test(text)),
  );
  expect(given.map((question) => named(question, String(question.answer)))).toEqual([]);
});

test('what is asked for stands in the code only where reading that code is the exercise, never beside its blank', () => {
  const given = questions.flatMap((question) => {
    if (question.type !== 'typed' || question.code === undefined) return [];
    const { accept, code, practical } = question;
    if (practical && !/_{3,}/.test(code)) return [];
    return accept.filter((answer) => says(code, answer)).map((answer) => named(question, answer));
  });
  expect(given).toEqual([]);
});

/** The YAML in a question's code: all of it, or what a command prints. */
function yamlOf(code: string): string | undefined {
  const printed = /^\$ .*(?:-o yaml|cat \S+\.ya?ml)\n/.exec(code);
  const text = printed ? code.slice(printed[0].length) : code;
  return /^(?:#.*\n|\n)*(?:- )?[\w.-]+:(?: |\n|$)/.test(text) && !/^\$ |\{\{/m.test(text) ? text : undefined;
}

const isSaidToBeBroken = ({ ask }: Question): boolean => /문법|들여쓰기/.test(ask.ko) || /syntax|indent/i.test(ask.en);

function yamlErrors(text: string): string[] {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents) ? documents.flatMap(({ errors }) => errors.map((error) => error.message)) : ['empty'];
}

test('every manifest parses, but for those whose mistake of syntax is asked for', () => {
  const manifests = questions.flatMap((question) => {
    const yaml = question.code === undefined ? undefined : yamlOf(question.code);
    return yaml === undefined ? [] : [{ question, errors: yamlErrors(yaml) }];
  });
  expect(manifests.length).toBeGreaterThan(40);
  const wrong = manifests.filter(({ question, errors }) => errors.length > 0 && !isSaidToBeBroken(question));
  expect(wrong.map(({ question, errors }) => named(question, errors.join('; ')))).toEqual([]);
});

test('every question is in both languages', () => {
  const halves = ({ ask, why }: Question): Localized[] => [ask, why];
  const oneSided = questions.filter((question) =>
    halves(question).some(({ ko, en }) => !hasHangul(ko) || hasHangul(en)),
  );
  expect(oneSided.map((question) => named(question, 'one language'))).toEqual([]);
});

test('no option stands twice in a question, and none is both right and wrong', () => {
  const optionsOf = (question: Question): Localized[] => {
    if (question.type === 'single') return [question.right, ...question.wrong];
    if (question.type === 'multiple') return [...question.right, ...question.wrong];
    return question.type === 'order' ? question.steps : [];
  };
  const twice = questions.filter((question) =>
    (['ko', 'en'] as const).some((locale) => {
      const labels = optionsOf(question).map((option) => option[locale].trim());
      return new Set(labels).size < labels.length;
    }),
  );
  expect(twice.map((question) => named(question, 'an option twice'))).toEqual([]);
});
