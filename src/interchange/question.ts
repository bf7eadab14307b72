import type { Question } from '../content/model.ts';
import { namesOfQuestion } from '../content/question-ids.ts';
import { complaint } from '../content/schema-errors.ts';
import type { Locale } from '../core/locale.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { fieldsFrom, questionSchema, solutionInWords } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';
import { type Claims, type Owner, wordingOf } from './claims.ts';
import type { Lost, TakenQuestion } from './taken.ts';
import type { WrittenQuestion } from './term-file.ts';
import { text as words } from './text.ts';

/** See questions/fields.ts. */
const LONGEST = 1000;
const ID = /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Claims all names of a question, by the first of the ids that gives it none that another has; gives that id, or the other. */
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

/** A question's fields as an author would write them for the concept `term`; what cannot be written is lost. */
export function readQuestion(
  { line, id: wanted, name, ask, code, why, level, practical, answer }: TakenQuestion,
  term: string,
  claims: Claims,
  locale: Locale,
): { written?: WrittenQuestion; lost: Lost[] } {
  const lost: Lost[] = [];
  const refuse = (message: Lost['message']): { lost: Lost[] } => ({ lost: [...lost, { line, message }] });
  const own = fieldsFrom(answer);
  if (!own) return refuse(words.both(({ noType }) => noType[answer.kind]));
  const { type, ...answers } = own;
  const fields = {
    ...{ type, ask, ...(code ? { code } : {}), ...answers },
    ...(level === undefined ? {} : { level }),
    ...(practical ? { practical } : {}),
  };
  // What it says by itself is known once it has been read.
  const checked = questionSchema.safeParse({ ...fields, why: '-' });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    if (!issue) return refuse(words.both(({ noAsk }) => noAsk));
    // Of a question as a whole, it is its answers that do not go together.
    const path = issue.path.length > 0 ? issue.path : Object.keys(answers).slice(0, 1);
    return refuse(complaint({ ...issue, path }, fields));
  }
  if (why !== undefined && why.length > LONGEST)
    lost.push({ line, message: words.both(({ longWhy }) => longWhy(LONGEST)) });
  const said = why ?? words(locale).answerIs(literalLine(solutionInWords(checked.data, locale)));
  const hash = wordingHash(term, checked.data);
  const question: Question = { ...checked.data, id: hash, term };
  const file = claims.wordings.get(wordingOf(question));
  if (file !== undefined) return refuse(words.both(({ questionInFolder }) => questionInFolder(file)));
  const ids = wanted !== undefined && ID.test(wanted) ? [wanted, hash] : [hash];
  const claimed = claimNames(question, ids, line, claims);
  if ('owner' in claimed) {
    const { owner } = claimed;
    return refuse(
      words.both(({ sameQuestion, questionInFolder }) =>
        typeof owner === 'number' ? sameQuestion(owner) : questionInFolder(owner),
      ),
    );
  }
  const { type: kind, ...rest } = fields;
  return {
    written: { fields: { type: kind, id: claimed.id, ...rest, why: truncate(said, LONGEST) }, comment: name },
    lost,
  };
}
