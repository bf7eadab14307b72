/** What holds of every question that is made of a definition, in courses of several kinds. */
import { afterAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { compareDefinitions } from '../../src/content/made/likeness.ts';
import { namesOf, readName, readSaid, says } from '../../src/content/made/names.ts';
import { makeQuestions } from '../../src/content/made/questions.ts';
import type { Content, Question, Term } from '../../src/content/model.ts';
import { isMade, shortId } from '../../src/content/question-ids.ts';
import { compact } from '../../src/language/normalize.ts';
import { isRight, questionSchema } from '../../src/questions/types.ts';
import { HISTORY, POST, PYTHON } from '../support/made-courses.ts';
import { asWritten, choiceOf } from '../support/questions.ts';
import { courseContent, folderOf } from '../support/world.ts';

const load = (files: Readonly<Record<string, string>>): Content => loadContent([folderOf(files, afterAll)]);

/** A course as if nobody had written a question on it. */
const unwritten = (content: Content): Content => ({
  ...content,
  terms: content.terms.map((term) => ({ ...term, questions: [] })),
});

const COURSES: readonly [name: string, content: Content][] = [
  ['ten terms on Python in Korean', load(PYTHON)],
  ['a history course in English', load(HISTORY)],
  ['a post with two tables', load(POST)],
  ['all of them together', load({ ...PYTHON, ...HISTORY, ...POST })],
  ['the built-in course without its questions', unwritten(courseContent())],
];

const LOCALES = ['ko', 'en'] as const;

/** All orders of a few items. */
const orders = (items: readonly string[]): string[][] =>
  items.length === 0 ? [[]] : items.flatMap((one, i) => orders(items.toSpliced(i, 1)).map((rest) => [one, ...rest]));

/** What a question shows of a definition, without the words around it. */
const quoted = (question: Question, locale: 'ko' | 'en'): string => /“(.*)”/s.exec(question.ask[locale])?.[1] ?? '';

describe.each(COURSES)('%s', (_, content) => {
  const made = makeQuestions(content);
  const all = [...made.values()].flat();
  const terms = new Map(content.terms.map((term) => [term.id, term]));
  const termOf = ({ term: id }: Question): Term => {
    const term = terms.get(id);
    if (!term) throw new Error(`no term ${id}`);
    return term;
  };
  const kindOf = ({ id }: Question): string => id.split(':').at(-1) ?? '';
  const ofKind = (kind: string): Question[] => all.filter((question) => kindOf(question) === kind);
  /** The concepts that an option of a question stands for, by their titles or definitions. */
  const conceptsOf = (label: string, locale: 'ko' | 'en'): Term[] =>
    content.terms.filter(({ title }) => title[locale].replaceAll('`', '') === label);

  test('every concept is asked, in several ways where there is something to tell it from', () => {
    for (const term of content.terms) expect(made.get(term.id)?.length ?? 0, term.id).toBeGreaterThanOrEqual(2);
  });

  test('each is a question as an author could have written it, with a name of its own', () => {
    for (const { id, term: _term, alias, ...text } of all) {
      expect(questionSchema.safeParse(text).error, id).toBeUndefined();
      expect(alias, id).toMatch(/^[a-z0-9]{6}$/);
    }
    expect(all.every(isMade)).toBe(true);
    expect(new Set(all.map(shortId)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('the same content gives the same questions', () => {
    expect(makeQuestions(content)).toEqual(made);
  });

  test('exactly one answer of a choice is right, in both languages', () => {
    for (const question of all) {
      if (question.type === 'typed' || question.type === 'match') continue;
      for (const locale of LOCALES) {
        const { options } = choiceOf(question, locale);
        const right = options.filter(({ value }) => isRight(question, value, asWritten));
        expect(right, question.id).toHaveLength(1);
        expect(new Set(options.map(({ label }) => compact(label))).size, question.id).toBe(options.length);
      }
    }
  });

  test('no definition says the name of what it defines', () => {
    for (const question of all)
      for (const locale of LOCALES) {
        const shown =
          kindOf(question) === 'meaning' ? choiceOf(question, locale).options.map(({ label }) => label) : [];
        for (const text of [quoted(question, locale), ...shown])
          for (const name of kindOf(question) === 'truth' ? [] : namesOf(termOf(question)))
            expect(says(readSaid(text), readName(name)), `${question.id}: ${name} in ${text}`).toBe(false);
      }
  });

  test('no wrong option is a name of the right answer, stands in its definition, or is akin to it', () => {
    for (const question of ofKind('term'))
      for (const locale of LOCALES) {
        const term = termOf(question);
        const said = readSaid(`${term.definition.ko} ${term.definition.en}`);
        const { options } = choiceOf(question, locale);
        for (const { label, value } of options) {
          if (isRight(question, value, asWritten)) continue;
          const [other] = conceptsOf(label, locale);
          if (!other) throw new Error(`${question.id} offers ${label}, which is no concept`);
          const names = namesOf(term).map(compact);
          expect(
            namesOf(other)
              .map(compact)
              .filter((name) => names.includes(name)),
            question.id,
          ).toEqual([]);
          expect(
            namesOf(other).filter((name) => says(said, readName(name))),
            `${question.id}: ${label}`,
          ).toEqual([]);
          const all = readSaid(`${other.definition.ko} ${other.definition.en}`);
          expect(
            namesOf(term).filter((name) => says(all, readName(name))),
            `${question.id}: ${label}`,
          ).toEqual([]);
        }
      }
  });

  test('no two definitions of one question overlap much', () => {
    const list = content.terms;
    const compare = compareDefinitions(list.map(({ definition }) => definition));
    for (const question of ofKind('term')) {
      const at = list.findIndex(({ id }) => id === question.term);
      const likeness = compare(at);
      for (const { label, value } of choiceOf(question).options) {
        if (isRight(question, value, asWritten)) continue;
        const other = list.findIndex(({ title }) => title.ko.replaceAll('`', '') === label);
        expect(likeness[other], `${question.id}: ${label}`).toBeLessThan(0.4);
      }
    }
  });

  test('every name of a concept is right where it is typed, and the name of another one is not', () => {
    for (const question of ofKind('name')) {
      const term = termOf(question);
      for (const name of namesOf(term))
        expect(isRight(question, name, asWritten), `${question.id}: ${name}`).toBe(true);
      for (const other of content.terms)
        if (other !== term)
          for (const name of [other.title.ko, other.title.en])
            expect(isRight(question, name, asWritten), `${question.id}: ${name}`).toBe(false);
    }
  });

  test('of all ways to match terms with definitions one alone is right, and each definition is told from the others', () => {
    const list = content.terms;
    const compare = compareDefinitions(list.map(({ definition }) => definition));
    for (const question of ofKind('match')) {
      if (question.type !== 'match') throw new Error(question.id);
      const letters = question.pairs.map((_, i) => 'abcde'.charAt(i));
      const right = orders(letters).filter((answer) => isRight(question, answer.join(''), asWritten));
      expect(right, question.id).toHaveLength(1);
      const own = question.pairs.map(({ left }) => list.findIndex(({ title }) => title.ko === left.ko));
      for (const one of own)
        for (const other of own) if (one !== other) expect(compare(one)[other], question.id).toBeLessThan(0.4);
    }
  });

  test('about half of the statements are true, and a false one is the definition of another concept', () => {
    const statements = ofKind('truth');
    const isTrue = statements.filter((question) => question.type === 'boolean' && question.answer);
    expect(isTrue.length).toBeGreaterThan(statements.length * 0.2);
    expect(isTrue.length).toBeLessThan(statements.length * 0.8);
    for (const question of statements) expect(question.why.ko).toContain(termOf(question).definition.ko.slice(0, 5));
  });
});
