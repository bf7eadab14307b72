import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { courseOf } from '../../course/courses.ts';
import { knownIn } from '../../course/hidden-questions.ts';
import { questionFormLine } from '../../course/lines.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import type { QuestionText } from '../../questions/types.ts';
import { classToTeach } from '../find.ts';
import { checkFilled, type Problem } from './check.ts';
import { findConcept, guessConcept } from './concept.ts';
import { type Entered, encodeEntered, readEdit, readFilled, writeEdit } from './entered.ts';
import { readOwn } from './find.ts';
import { readUnfinished } from './form.ts';
import { finishLine, ownLine } from './lines.ts';
import { typeNamed } from './parse-lines.ts';
import { text } from './text.ts';
import { renderOwn } from './views.ts';
import { writeOwn } from './write.ts';

/** Code points of a line that an instructor reads again. */
const SHOWN = 60;
/** Problems that are told at once. */
const TOLD = 6;

/** Keeps what was entered, and says why it is no question yet, with the way to go on. */
async function refuse(
  one: Class,
  entered: Entered,
  { title, said, ways = [] }: { title?: string; said: string; ways?: readonly Button[] },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const at = context.now().epochMilliseconds;
  await context.classQuestions.keepUnfinished(one.id, caller.id, encodeEntered(entered), at);
  const words = text(caller.locale);
  return {
    visibility: 'caller',
    accent: 'warning',
    replaces: true,
    blocks: [
      heading(title ?? words.notWritten),
      markdown(said),
      buttons(
        ...ways,
        button(words.fillInAgain, questionFormLine.write({ what: 'left' }), ways[0] ? undefined : 'primary'),
      ),
    ],
  };
}

function problemsInWords(problems: readonly Problem[], { locale }: Caller): string {
  const words = text(locale);
  const lines = problems
    .slice(0, TOLD)
    .map(({ part, line, why }) => `- ${words.problem(words.named[part], line, why[locale])}`);
  const more = problems.length > TOLD ? [`- ${words.moreProblems(problems.length - TOLD)}`] : [];
  return [...lines, ...more].join('\n');
}

/** What was entered, its concept by its id where it names one. */
async function withConcept(one: Class, entered: Entered, context: Context): Promise<Entered> {
  if (entered.concept === undefined) return entered;
  const found = findConcept(entered.concept, courseOf(context.courses(), one));
  return 'term' in found ? { ...entered, concept: found.term.id } : entered;
}

/** The concept of a question that was entered: as it is named, as it was, or by its own words. */
async function conceptOf(one: Class, entered: Entered, question: QuestionText, context: Context) {
  const course = (await knownIn(one, context)).course();
  if (entered.concept !== undefined) return { ...findConcept(entered.concept, course), isGuess: false };
  const id = entered.edit === undefined ? undefined : readEdit(entered.edit)?.id;
  const questions = id === undefined ? [] : (await context.classQuestions.of(one.id)).questions;
  const before = course.terms.get(questions.find((stored) => stored.id === id)?.term ?? '');
  return before ? { term: before, isGuess: false } : { ...guessConcept(question, course), isGuess: true };
}

/**
 * Writes a question as it was filled in, for the instructor's class. What is wrong with it is named by its parts, and what
 * was entered is kept, so that nothing has to be typed twice. `strange`: typed lines that are none of its parts.
 * @throws UserError to students, and where the question that is changed is gone.
 */
export async function saveQuestion(
  given: Entered,
  caller: Caller,
  context: Context,
  strange: readonly string[] = [],
): Promise<Reply> {
  const one = await classToTeach(caller, context);
  const entered = await withConcept(one, given, context);
  const words = text(caller.locale);
  const { locale } = caller;
  const checked = checkFilled(readFilled(entered), typeNamed(entered.type ?? ''));
  if ('problems' in checked || strange.length > 0) {
    const odd = strange.slice(0, 1).map((line) => `- ${words.strangeLine(literalLine(truncate(line, SHOWN)))}`);
    const wrong = 'problems' in checked ? [problemsInWords(checked.problems, caller)] : [];
    return refuse(one, entered, { said: [...odd, ...wrong].join('\n') }, caller, context);
  }
  const concept = await conceptOf(one, entered, checked.question, context);
  if (!('term' in concept)) {
    const ways = concept.offered.map(({ id, title }) => button(title[locale], finishLine.write({ term: id })));
    const said = ways.length > 0 ? words.whichConceptIsIt : words.nameConcept;
    return refuse(one, entered, { title: words.whichConcept, said, ways }, caller, context);
  }
  const edit = entered.edit === undefined ? undefined : readEdit(entered.edit);
  if (entered.edit !== undefined && !edit) throw new UserError(text.both(({ noSuchQuestion }) => noSuchQuestion));
  const { term, isGuess } = concept;
  const written = await writeOwn(one, { text: checked.question, term, author: caller.id, edit }, context);
  switch (written.kind) {
    case 'gone': {
      const { edit: _, ...fresh } = entered;
      return refuse(one, fresh, { said: words.goneMeanwhile }, caller, context);
    }
    case 'full':
      return refuse(one, entered, { said: words.tooManyQuestions }, caller, context);
    case 'changed': {
      // Sent once more, it takes the place of what the other instructor made of it.
      const now = { ...entered, edit: writeEdit(written.stored) };
      const ways = [button(words.seeIt, ownLine.write({ move: 'show', question: written.stored.id }))];
      return refuse(one, now, { said: words.changedMeanwhile, ways }, caller, context);
    }
    case 'twin': {
      const { twin, isOwn } = written;
      const ways = isOwn ? [button(words.seeIt, ownLine.write({ move: 'show', question: twin.id }))] : [];
      const title = (await knownIn(one, context)).course().terms.get(twin.term)?.title[locale] ?? twin.term;
      return refuse(one, entered, { said: words.sameQuestion(literalLine(title)), ways }, caller, context);
    }
    case 'written':
    case 'same': {
      await context.classQuestions.keepUnfinished(one.id, caller.id, undefined, context.now().epochMilliseconds);
      const own = await readOwn(one, written.stored, context);
      const said = isGuess ? words.guessedConcept(literalLine(term.title[locale])) : words.isAsked;
      return renderOwn(own, { heading: edit ? words.changed : words.written, said }, caller, context);
    }
    default:
      return written satisfies never;
  }
}

/**
 * Writes what the instructor began, as a question of the concept that they have chosen.
 * @throws UserError to students, and where nothing was begun.
 */
export async function finishQuestion(
  said: { term: string } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { terms } = courseOf(context.courses(), await classToTeach(caller, context));
  const entered = said && terms.has(said.term) ? await readUnfinished(caller, context) : undefined;
  if (!entered || !said) throw new UserError(text.both(({ nothingBegun }) => nothingBegun));
  return saveQuestion({ ...entered, concept: said.term }, caller, context);
}
