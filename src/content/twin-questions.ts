import { wordingHash } from '../questions/wording.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Problem, Question } from './model.ts';
import { placeIn } from './parts.ts';
import { namesOfQuestion } from './question-ids.ts';
import { text } from './text.ts';

interface Owner {
  question: Question;
  file: string;
  line: () => number;
}

/** The questions of a file, a term's or a set's, in its order. */
export interface QuestionFile {
  file: string;
  questions: readonly Question[];
  /** Which of the file's each is, see placeIn(). */
  places?: readonly number[] | undefined;
  lineOf?: FrontMatter['lineOf'] | undefined;
}

/**
 * Questions that one name could stand for: of one id, of one id and another one's hash, or of the same words. What was
 * recorded of one would count for the other, and a button of one would be graded as the other: the later ones are twins,
 * which are not to be asked.
 */
export function twinQuestions(files: readonly QuestionFile[]): {
  twins: ReadonlySet<Question>;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const twins = new Set<Question>();
  const owners = new Map<string, Owner>();
  for (const { file, questions, places, lineOf } of files)
    for (const [at, question] of questions.entries()) {
      const i = placeIn(places, at);
      // Where a value stands takes a parser of its own, which only a mistake is worth.
      const owner = { question, file, line: () => lineOf?.(['questions', i, 'id']) ?? 1 };
      const names = namesOfQuestion(question);
      const twin = names.map((name) => owners.get(name)).find((one) => one !== undefined);
      if (twin) {
        const other = `${twin.file}:${twin.line()}`;
        const isSame = wordingHash(twin.question.term, twin.question) === wordingHash(question.term, question);
        const what = `questions[${i + 1}]`;
        const message = text.both(({ sameQuestion, sameQuestionId }) =>
          isSame ? sameQuestion(what, other) : sameQuestionId(`${what}.id ${question.id}`, other),
        );
        twins.add(question);
        problems.push({ file, line: owner.line(), message });
      } else for (const name of names) owners.set(name, owner);
    }
  return { twins, problems };
}
