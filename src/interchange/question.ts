import type { Question } from '../content/model.ts';
import { namesOfQuestion } from '../content/question-ids.ts';
import { complaint } from '../content/schema-errors.ts';
import type { Locale } from '../core/locale.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { LONGEST } from '../questions/fields.ts';
import { fieldsFrom, type QuestionText, questionSchema, solutionInWords } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';
import { type Claims, type Owner, wordingOf } from './claims.ts';
import type { Lost, TakenQuestion } from './taken.ts';
import type { WrittenQuestion } from './term-file.ts';
import { text as words } from './text.ts';

/** As questions/fields.ts has them. */
const isId = (name: string): boolean => name.length <= 40 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);

/** A question's fields as an author would write them, but for its why, and what they are; or why they are none. */
function checkFields({
  ask,
  code,
  level,
  practical,
  answer,
}: TakenQuestion): { fields: WrittenQuestion['fields']; checked: QuestionText } | { message: Lost['message'] } {
  const own = fieldsFrom(answer);
  if (!own) return { message: words.both(({ noType }) => noType[answer.kind]) };
  const { type, ...answers } = own;
  const fields = {
    ...{ type, ask, ...(code ? { code } : {}), ...answers },
    ...(level === undefined ? {} : { level }),
    ...(practical ? { practical } : {}),
  };
  // What it says by itself is known once it has been read.
  const { data, error } = questionSchema.safeParse({ ...fields, why: '-' });
  if (data) return { fields, checked: data };
  const [issue] = error?.issues ?? [];
  if (!issue) return { message: words.both(({ noAsk }) => noAsk) };
  // Of a question as a whole, it is its answers that do not go together.
  const path = issue.path.length > 0 ? issue.path : Object.keys(answers).slice(0, 1);
  return { message: complaint({ ...issue, path }, { data: fields }) };
}

/**
 * Claims all names of a question by the first of some ids that no other question has, and gives that one; where another
 * one has them all, it is the same question, and its owner is given.
 */
function claimNames(
  question: Question,
  ids: readonly string[],
  line: number,
  claims: Claims,
): { id: string } | { owner: Owner } {
  let owner: Owner | undefined;
  for (const id of ids) {
    const names = namesOfQuestion({ ...question, id });
    owner = names.map((name) => claims.questions.get(name)).find((one) => one !== undefined);
    if (owner !== undefined) continue;
    for (const name of names) claims.questions.set(name, line);
    return { id };
  }
  return { owner: owner ?? line };
}

/** A question of the concept `term`, as it is to be written; what cannot be written is lost. */
export function readQuestion(
  taken: TakenQuestion,
  term: string,
  claims: Claims,
  locale: Locale,
): { written?: WrittenQuestion; lost: Lost[] } {
  const { line, id: wanted, name, why } = taken;
  const refuse = (message: Lost['message']): { lost: Lost[] } => ({ lost: [{ line, message }] });
  const read = checkFields(taken);
  if ('message' in read) return refuse(read.message);
  const hash = wordingHash(term, read.checked);
  const question: Question = { ...read.checked, id: hash, term };
  const ids = wanted !== undefined && isId(wanted) ? [wanted, hash] : [hash];
  const file = claims.wordings.get(wordingOf(question));
  const claimed = file === undefined ? claimNames(question, ids, line, claims) : { owner: file };
  if ('owner' in claimed) {
    const { owner } = claimed;
    return refuse(
      words.both(({ sameQuestion, questionInFolder }) =>
        typeof owner === 'number' ? sameQuestion(owner) : questionInFolder(owner),
      ),
    );
  }
  const said = why ?? words(locale).answerIs(literalLine(solutionInWords(question, locale)));
  const { type, ...rest } = read.fields;
  return {
    written: {
      fields: { type, id: claimed.id, ...rest, why: truncate(said, LONGEST) },
      comment: name === claimed.id ? undefined : name,
    },
    lost: said.length > LONGEST ? [{ line, message: words.both(({ longWhy }) => longWhy(LONGEST)) }] : [],
  };
}
