import { hash } from '../../core/hash.ts';
import { finish, type Steps } from '../../core/steps.ts';
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
 * its words, so that a button of a message finds it only as it was asked. Made in steps of a concept.
 */
export function* makingQuestions(content: Content): Steps<ReadonlyMap<string, readonly Question[]>> {
  const unwritten = new Set(content.terms.flatMap(({ id, questions }) => (questions.length === 0 ? [id] : [])));
  if (unwritten.size === 0) return new Map();
  const concepts = conceptsOf(content);
  yield;
  const beside = besideIn(concepts, content);
  yield;
  const rivalsOf = rivalsIn(concepts);
  const made = new Map<string, readonly Question[]>();
  for (const [at, concept] of concepts.entries()) {
    yield;
    const { id: term } = concept;
    if (!unwritten.has(term)) continue;
    const subject = { ...concept, ...beside(at), rivals: rivalsOf(concept), lot: hash(term) };
    const questions = fromDefinition(subject).map(
      ({ kind, question }): Question => ({
        ...question,
        term,
        id: madeId(term, kind),
        alias: wordingHash(term, question),
      }),
    );
    made.set(term, questions);
  }
  return made;
}

/** The same, made at once. */
export const makeQuestions = (content: Content): ReadonlyMap<string, readonly Question[]> =>
  finish(makingQuestions(content));
