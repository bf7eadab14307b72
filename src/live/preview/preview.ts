import type { Question } from '../../content/model.ts';
import { shortId } from '../../content/question-ids.ts';
import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { restOfLine } from '../../core/command/typed-options.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { notice } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { withChapter } from '../../practice/find-topic.ts';
import { findInstead, findQuestions } from '../find-questions.ts';
import type { draftLine } from '../lines.ts';
import { offerTopics } from '../offer-topics.ts';
import { sessionForInstructor } from '../sessions.ts';
import { offerMade, type SourceName } from '../source/source.ts';
import { startLive, USUAL_START } from '../start.ts';
import { changeDraft, type Draft, dropDraft, findAny, findDraft, keepDraft, questionsOf } from './draft.ts';
import { askInstead } from './instead.ts';
import { text } from './text.ts';
import { offerKept, PAGE, renderDraft } from './views.ts';

type Said = Exclude<ReturnType<typeof draftLine.read>, undefined>;

const gone = (): UserError => new UserError(text.both((words) => words.gone));
const onlyInstructors = (): UserError => new UserError(text.both((words) => words.onlyInstructors));

/** That questions which were swapped may be lost, as an instructor says it. */
export const ANEW_CHOICES = { anew: text.both(({ anew }) => anew) } as const;

/** How many questions, how long each is open where that was said, and what to do with them. */
const describe = (questions: readonly Question[], { seconds }: Draft, areFewer: boolean, locale: Locale): string =>
  text(locale).about(questions.length, areFewer, seconds);

/**
 * Shows an instructor the questions of a coming quiz: on what is named, drawn anew, or, where nothing is, those that they
 * looked at last. Where they have swapped some of those, they are asked before others take their place.
 * @throws UserError where there is nothing to ask.
 */
export async function previewAsAsked(
  one: Class,
  asked: {
    topic: string | undefined;
    count: number | undefined;
    seconds: number | undefined;
    source: SourceName | undefined;
    anew: 'anew' | undefined;
  },
  { locale }: Caller,
  context: Context,
): Promise<Reply> {
  const { source, seconds, anew } = asked;
  const { topic: words, count } = withChapter(asked);
  const now = context.now().epochMilliseconds;
  const isBare = words === undefined && count === undefined && source === undefined && anew === undefined;
  const known = anew === undefined ? await findDraft(one, now, context) : undefined;
  const shown = known ? await questionsOf(known.draft, one, context) : [];
  if (known && isBare && shown.length > 0) {
    const draft = seconds === undefined ? known.draft : { ...known.draft, seconds };
    if (seconds !== undefined) await changeDraft(known.id, (is) => ({ ...is, seconds }), now, context);
    return renderDraft(known.id, draft, shown, { page: 1, said: describe(shown, draft, false, locale) }, locale);
  }
  const rest = restOfLine({ count, seconds, source, anew });
  if (known && shown.length > 0 && known.draft.out.length > 0)
    return offerKept({ ...known, questions: shown }, { topic: words, rest }, locale);
  const found = await findQuestions(words, count, one, context.newId(), context, source);
  if (!('questions' in found)) {
    const how = { command: 'live preview', choose: text(locale).chooseTopic };
    return offerTopics(found, rest, one, locale, context, how);
  }
  const { questions, topic, withMade } = found;
  if (withMade > questions.length)
    return offerMade('preview', { written: questions.length, withMade }, { topic: words, rest }, locale);
  const { id, draft } = await keepDraft(
    one,
    {
      ...{ words, topic, source, questions: questions.map((question) => question.id), out: [] },
      ...(seconds === undefined ? {} : { seconds }),
    },
    now,
    context,
  );
  const said = describe(questions, draft, questions.length < (count ?? 0), locale);
  return renderDraft(id, draft, questions, { page: 1, said }, locale);
}

/** Takes another question in the place of one; undefined where the draft is gone. */
async function swapQuestion(id: string, what: string, one: Class, { locale }: Caller, context: Context) {
  const words = text(locale);
  const now = context.now().epochMilliseconds;
  const session = await context.sessions.byId(id);
  const known = session && (await findDraft(one, now, context));
  const all = known?.id === id ? await questionsOf(known.draft, one, context) : [];
  const at = all.findIndex((question) => shortId(question) === what);
  const old = all[at];
  // A button that was pressed twice swaps nothing the second time.
  if (!known || !old)
    return {
      at: 0,
      said: known ? describe(all, known.draft, false, locale) : words.about(all.length, false, undefined),
    };
  const { words: asked, source, questions, out } = known.draft;
  const taken = new Set([...questions, ...out]);
  const instead = await findInstead(asked, old, taken, one, context.newId(), context, source);
  if (!instead) return { at, said: words.noOther };
  const swap = (draft: Draft): Draft => ({
    ...draft,
    questions: draft.questions.map((each) => (each === old.id ? instead.id : each)),
    out: [...draft.out, old.id],
  });
  await changeDraft(id, (draft) => (draft.questions.includes(old.id) ? swap(draft) : draft), now, context);
  return { at, said: words.swapped(at + 1) };
}

/** What a button under a preview does; undefined for a line that cannot be read. @throws UserError to a student. */
export async function pressDraft(said: Said | undefined, caller: Caller, context: Context): Promise<Reply> {
  const { one } = await sessionForInstructor(said?.session, caller, { gone, onlyInstructors }, context);
  if (!said) throw gone();
  const { session: id, move, what = '' } = said;
  const { locale } = caller;
  const now = context.now().epochMilliseconds;
  const show = async (page: number, about?: string): Promise<Reply> => {
    const known = await findDraft(one, now, context);
    if (known?.id !== id) throw gone();
    const questions = await questionsOf(known.draft, one, context);
    const told = about ?? describe(questions, known.draft, false, locale);
    return renderDraft(id, known.draft, questions, { page, said: told }, locale);
  };
  switch (move) {
    case 'page':
      return show(Number(what) || 1);
    case 'swap': {
      const { at, said: about } = await swapQuestion(id, what, one, caller, context);
      return show(Math.floor(at / PAGE) + 1, about);
    }
    case 'start': {
      const known = await findDraft(one, now, context);
      const questions = known?.id === id ? await questionsOf(known.draft, one, context) : [];
      if (!known || questions.length === 0) throw gone();
      const { topic, seconds } = known.draft;
      const how = seconds === undefined ? USUAL_START : { ...USUAL_START, open: seconds * 1000 };
      const reply = await startLive(one, { ...how, questions }, topic, caller, context);
      await dropDraft(id, now, context);
      return { ...reply, replaces: true };
    }
    case 'use':
      return askInstead(await findAny(one, context), { draft: id, session: what }, one, caller, context);
    case 'drop':
      await dropDraft(id, now, context);
      return { ...notice(text(locale).dropped), replaces: true };
    default:
      return move satisfies never;
  }
}
