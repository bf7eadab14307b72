import { wordingHash } from '../questions/wording.ts';
import type { Problem, Question, Term } from './model.ts';
import type { Read } from './parse-file.ts';
import { namesOfQuestion } from './question-ids.ts';
import { text } from './text.ts';

interface Owner {
  question: Question;
  file: string;
  line: () => number;
}

/**
 * Questions that one name could stand for: of one id, of one id and another one's hash, or of the same words. What was
 * recorded of one would count for the other, and a button of one would be graded as the other: the later ones are twins,
 * which are not to be asked.
 */
export function twinQuestions(terms: readonly { term: Term; read: Read }[]): {
  twins: ReadonlySet<Question>;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const twins = new Set<Question>();
  const owners = new Map<string, Owner>();
  for (const { term, read } of terms)
    for (const [i, question] of term.questions.entries()) {
      const place = read.places?.[i] ?? i;
      // Where a value stands takes a parser of its own, which only a mistake is worth.
      const owner = { question, file: term.file, line: () => read.lineOf?.(['questions', place, 'id']) ?? 1 };
      const names = namesOfQuestion(question);
      const twin = names.map((name) => owners.get(name)).find((one) => one !== undefined);
      if (twin) {
        const at = `${twin.file}:${twin.line()}`;
        const isSame = wordingHash(twin.question.term, twin.question) === wordingHash(term.id, question);
        const what = `questions[${place + 1}]`;
        const message = text.both(({ sameQuestion, sameQuestionId }) =>
          isSame ? sameQuestion(what, at) : sameQuestionId(`${what}.id ${question.id}`, at),
        );
        twins.add(question);
        problems.push({ file: term.file, line: owner.line(), message });
      } else for (const name of names) owners.set(name, owner);
    }
  return { twins, problems };
}
