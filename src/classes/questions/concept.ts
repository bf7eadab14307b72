import type { Content, Term } from '../../content/model.ts';
import type { Course } from '../../course/course.ts';
import { findTopics } from '../../course/find.ts';
import { memoizePer } from '../../language/memoize.ts';
import { compact } from '../../language/normalize.ts';
import { forms } from '../../language/word-forms.ts';
import { plain } from '../../questions/fields.ts';
import { type QuestionText, solution } from '../../questions/types.ts';

/** Code points of a concept's name, and more than any has: a longer text is none. */
const LONGEST_NAME = 100;
/** Concepts that are offered where none is surely meant. */
const OFFERED = 5;

const termsByName = memoizePer(
  ({ terms }: Content) =>
    new Map(
      terms
        .flatMap((term) =>
          [term.id, term.title.ko, term.title.en, ...term.aliases].map((name) => [compact(name), term] as const),
        )
        // The first of a name: as everywhere.
        .toReversed(),
    ),
);

/** The concept of a name, with or without particles; undefined for any other words. */
export function conceptNamed(words: string, { content, terms }: Course): Term | undefined {
  if (words.length > LONGEST_NAME) return undefined;
  const byName = termsByName(content);
  return (
    terms.get(words) ?? [...forms(compact(words))].map((name) => byName.get(name)).find((term) => term !== undefined)
  );
}

/** Concepts that words may be about, the likeliest first, and those that they name; `isSure`: the first of them is. */
function conceptsIn(
  words: string,
  course: Course,
): { found: readonly Term[]; named: readonly Term[]; isSure: boolean } {
  const { ids, names = [], answered } = findTopics(words, course);
  const named = names.flatMap((id) => course.terms.get(id) ?? []);
  const found = ids.flatMap((id) => course.terms.get(id) ?? []);
  return { found, named, isSure: answered && found[0] !== undefined && found[0].id === ids[0] };
}

/** The concept of a question; or, where none is surely meant, those that may be. */
export type Concept = { term: Term } | { offered: readonly Term[] };

const offer = (...all: readonly Term[][]): Concept => {
  const byId = new Map(all.flat().map((term) => [term.id, term]));
  return { offered: Array.from(byId.values()).slice(0, OFFERED) };
};

/** The concept that an instructor names. */
export function findConcept(named: string, course: Course): Concept {
  const exact = conceptNamed(named, course);
  if (exact) return { term: exact };
  const { found, isSure } = conceptsIn(named, course);
  const [first] = found;
  return isSure && first ? { term: first } : offer([...found]);
}

/** The concept that a question is about, by its answer's name or by its own words. */
export function guessConcept(question: QuestionText, course: Course): Concept {
  const answer = plain(solution(question, 'ko'));
  const byAnswer = conceptNamed(answer, course);
  if (byAnswer) return { term: byAnswer };
  const asked = conceptsIn(plain(question.ask.ko), course);
  // An instructor names in a question what it is on.
  const [named, other] = asked.named;
  if (named && other === undefined) return { term: named };
  const [first] = asked.found;
  if (asked.isSure && first) return { term: first };
  return offer([...asked.found], [...conceptsIn(answer, course).found]);
}
