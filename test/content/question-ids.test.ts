import { describe, expect, test } from 'vitest';
import { parseFile } from '../../src/content/parse-file.ts';
import { indexQuestions, shortId } from '../../src/content/question-ids.ts';
import { wordingHash } from '../../src/questions/wording.ts';
import { load, termFile, told as toldOf } from '../support/content.ts';

const one = (ask: string, id?: string): string =>
  `  - { type: boolean, ${id === undefined ? '' : `id: ${id}, `}ask: ${ask}, answer: true, why: 왜 }\n`;
const file = (term: string, ...questions: string[]): string => termFile(term, `questions:\n${questions.join('')}`);
const questionsOf = (text: string) => parseFile({ file: 'a.md', path: 'a.md', text }).term?.questions ?? [];

const [old] = questionsOf(file('a', one('하나')));
const hash = old?.id ?? '';

test('an id stays when the words of its question are corrected, and when it moves to another term', () => {
  const [kept, moved] = [file('a', one('한번', 'my-own')), file('b', one('하나', 'my-own'))].flatMap(questionsOf);
  expect([kept?.id, moved?.id]).toEqual(['my-own', 'my-own']);
  expect(kept && moved && shortId(kept) === shortId(moved)).toBe(true);
  expect(questionsOf(file('a', one('고친 말', hash)))[0]?.id).toBe(hash);
});

test('a question is found by its id, by what lines call it, and by the hash that it had without one', () => {
  const { terms } = load({ 'a.md': file('a', one('하나', 'my-own'), one('둘')) });
  const { questions, questionNamed } = indexQuestions(terms);
  const own = questionNamed('my-own');
  expect(own && shortId(own)).toMatch(/^[0-9a-z]{6}$/);
  expect(questionNamed(own ? shortId(own) : '')).toBe(own);
  // It is drawn as the older message was.
  expect(questionNamed(hash)).toEqual({ ...own, alias: hash });
  expect(questionNamed('gone')).toBeUndefined();
  expect([...questions.keys()]).toEqual(terms[0]?.questions.map(({ id }) => id));
  expect(questions.size).toBe(2);
});

test('a question keeps the hash by which it is known as its id', () => {
  const [question] = questionsOf(file('a', one('하나', hash)));
  expect(question?.id).toBe(hash);
  expect(question && wordingHash('a', question)).toBe(hash);
  expect(question && indexQuestions(load({ 'a.md': file('a', one('하나', hash)) }).terms).questionNamed(hash)).toEqual(
    question,
  );
});

test.each(['my-own', 'a', '2-pods', '"123456"', hash, 'a'.repeat(40)])('%s is an id', (id) => {
  expect(toldOf({ 'a.md': file('a', one('하나', id)) })).toEqual([]);
});

test.each(['My-own', 'my_own', 'my--own', '-own', '파드', '123', '""', 'a b', 'a'.repeat(41)])('%s is none', (id) => {
  expect(toldOf({ 'a.md': file('a', one('하나', id)) })).toMatchObject([
    { at: 'a.md:6', ko: expect.stringContaining('questions[1].id') },
  ]);
});

describe('what could name two questions is told with both places', () => {
  const problems = (files: Record<string, string>) => toldOf(files).map(({ at, ko, en }) => [at, ko, en]);
  const places = (files: Record<string, string>) => toldOf(files).map(({ at }) => at);

  test('one id in one file', () => {
    expect(problems({ 'a.md': file('a', one('하나', 'my-own'), one('둘', 'my-own')) })).toEqual([
      [
        'a.md:7',
        expect.stringMatching(/^questions\[2\]\.id my-own: .*a\.md:6에도 있어요\. 둘 중 하나의 id를 바꿔 주세요\.$/),
        expect.stringMatching(/^questions\[2\]\.id my-own is also in .*a\.md:6\. Change one of the two\.$/),
      ],
    ]);
  });

  test('one id in two files', () => {
    const files = { 'a.md': file('a', one('하나', 'my-own')), 'b.md': file('b', one('둘'), one('셋', 'my-own')) };
    expect(problems(files)).toMatchObject([['b.md:7', expect.stringMatching(/a\.md:6에도/), expect.anything()]]);
  });

  test('an id that is the hash of another, whichever comes first', () => {
    const [bare, named] = [file('a', one('하나')), file('b', one('둘', hash))];
    expect(places({ 'a.md': bare, 'b.md': named })).toEqual(['b.md:6']);
    expect(places({ 'a.md': named, 'b.md': bare })).toEqual(['b.md:6']);
  });

  test('an id that is the hash of the present words of another that has an id of its own', () => {
    expect(places({ 'a.md': file('a', one('하나', 'my-own')), 'b.md': file('b', one('둘', hash)) })).toEqual([
      'b.md:6',
    ]);
  });

  test('the same words under two ids', () => {
    expect(problems({ 'a.md': file('a', one('하나', 'one'), one('하나', 'two')) })).toEqual([
      ['a.md:7', expect.stringMatching(/^questions\[2\]: .*a\.md:6에도 있어요/), expect.anything()],
    ]);
  });
});
