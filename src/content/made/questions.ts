import { hash } from '../../core/hash.ts';
import { fromDefinition } from '../../questions/types.ts';
import { wordingHash } from '../../questions/wording.ts';
import type { Content, Question } from '../model.ts';
import { madeId } from '../question-ids.ts';
import { conceptsOf } from './concepts.ts';
import { besideIn } from './others.ts';
import { rivalsIn } from './rivals.ts';

/**
 * Questions about the concepts on which nobody has written any, made of their definitions, by the concepts' ids. The
 * same content gives the same questions. A question's id stays as long as its concept does; a line names it by the hash of
 * its words, so that a button of a message finds it only as it was asked.
 */
export function makeQuestions(content: Content): ReadonlyMap<string, readonly Question[]> {
  const unwritten = new Set(content.terms.flatMap(({ id, questions }) => (questions.length === 0 ? [id] : [])));
  if (unwritten.size === 0) return new Map();
  const concepts = conceptsOf(content);
  const beside = besideIn(concepts, content);
  const rivalsOf = rivalsIn(concepts);
  return new Map(
    concepts.flatMap((concept, at) => {
      const { id: term } = concept;
      if (!unwritten.has(term)) return [];
      const subject = { ...concept, ...beside(at), rivals: rivalsOf(concept), lot: hash(term) };
      const questions = fromDefinition(subject).map(
        ({ kind, question }): Question => ({
          ...question,
          term,
          id: madeId(term, kind),
          alias: wordingHash(term, question),
        }),
      );
      return [[term, questions] as const];
    }),
  );
}
