import type { Problem, Question, Term } from './model.ts';
import { namesOfQuestion } from './question-ids.ts';
import type { Read } from './read.ts';

interface Owner {
  question: Question;
  file: string;
  line: () => number;
}

/**
 * Questions that one name could stand for: of one id, of one id and another one's hash, or of the same words. What was
 * recorded of one would count for the other.
 */
export function twinQuestions(terms: readonly { term: Term; read: Read }[]): Problem[] {
  const found: Problem[] = [];
  const owners = new Map<string, Owner>();
  for (const { term, read } of terms)
    for (const [i, question] of term.questions.entries()) {
      // Where a value stands takes a parser of its own, which only a mistake is worth.
      const owner = { question, file: term.file, line: () => read.lineOf?.(['questions', i, 'id']) ?? 1 };
      const names = namesOfQuestion(question);
      const twin = names.map((name) => owners.get(name)).find((one) => one !== undefined);
      if (twin) {
        const at = `${twin.file}:${twin.line()}`;
        const isSame = namesOfQuestion(twin.question).at(-1) === names.at(-1);
        const what = `questions[${i + 1}]${isSame ? '' : `.id ${question.id}`}`;
        const ko = isSame
          ? `같은 문제가 ${at}에도 있어요. 하나를 바꾸거나 지워 주세요.`
          : `${at}에도 있어요. 둘 가운데 하나의 id를 바꿔 주세요.`;
        const en = isSame ? 'Change or remove it in one of the two.' : 'Change one of the two.';
        found.push({
          file: term.file,
          line: owner.line(),
          message: { ko: `${what}: ${ko}`, en: `${what} is also in ${at}. ${en}` },
        });
      } else for (const name of names) owners.set(name, owner);
    }
  return found;
}
