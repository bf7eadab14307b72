import type { Caller } from '../../core/command/command.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { Context } from '../../course/context.ts';
import { courseOf } from '../../course/courses.ts';
import { truncate } from '../../language/truncate.ts';
import { pickedSoFar } from '../../questions/asking.ts';
import { isUnknown } from '../../questions/graded.ts';
import { form, unclear } from '../../questions/types.ts';
import { guessConcept } from './concept.ts';
import { findOwn, noSuchQuestion, type OwnQuestion, readOwn } from './find.ts';
import { type Move, ownLine } from './lines.ts';
import { text } from './text.ts';
import { renderDeleted, renderOwn, renderTried } from './views.ts';
import { changeOwn } from './write.ts';

/** Concepts that a question may be moved to by a button. */
const OFFERED = 8;

/** An answer that an instructor tries. */
function tryAnswer(own: OwnQuestion, given: string, caller: Caller, context: Context): Promise<Reply> {
  const { locale } = caller;
  const answer = truncate(given, LIMITS.answer);
  const words = text(locale);
  const shown = form(own.question, locale, (items) => [...items]);
  const ask = (said: string, picked: readonly string[] = []): Promise<Reply> =>
    renderOwn(own, { heading: words.preview, said, picked }, caller, context);
  const soFar = pickedSoFar(shown, answer);
  if (soFar !== undefined) return ask(words.tryIt, soFar);
  const problem = isUnknown(answer) ? undefined : unclear(own.question, answer, locale);
  return problem === undefined ? renderTried(own, answer, caller, context) : ask(`⚠️ ${problem}`);
}

/** Concepts that a question may be of instead, each as a button. */
function offerConcepts({ one, stored, text: written }: OwnQuestion, { locale }: Caller, context: Context): Reply {
  const words = text(locale);
  const course = courseOf(context.courses(), one);
  const { terms } = course;
  const guess = guessConcept(written, course);
  const near = terms.get(stored.term)?.related.flatMap((id) => terms.get(id) ?? []) ?? [];
  const all = new Map([...('term' in guess ? [guess.term] : guess.offered), ...near].map((term) => [term.id, term]));
  all.delete(stored.term);
  const back = button(words.leaveIt, ownLine.write({ move: 'show', question: stored.id }));
  const to = (id: string): string => ownLine.write({ move: 'to', question: stored.id, what: id });
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.whichConcept),
      markdown(words.orTypeConcept),
      buttons(
        ...Array.from(all.values())
          .slice(0, OFFERED)
          .map(({ id, title }) => button(title[locale], to(id))),
        back,
      ),
    ],
  };
}

/**
 * What an instructor's button does with a question that their class has written.
 * @throws UserError to students, and where the question is gone, or deleted where that cannot be taken back.
 */
export async function pressOwn(
  said: { move: Move; question: string; what?: string | undefined } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (!said) throw noSuchQuestion();
  const own = await findOwn(said.question, caller, context);
  const { one, stored } = own;
  const words = text(caller.locale);
  const now = context.now().epochMilliseconds;
  const show = (heading: string, lead: string, shown = own): Promise<Reply> =>
    renderOwn(shown, { heading, said: lead }, caller, context);
  if (stored.deleted !== undefined && said.move !== 'undo') return renderDeleted(own, caller);
  switch (said.move) {
    case 'show':
      return show(words.preview, words.tryIt);
    case 'try':
      return tryAnswer(own, said.what ?? '', caller, context);
    case 'hide':
      await context.reports.hideQuestion(one.id, [stored.id], true, now);
      return show(words.hidden, words.afterHiding);
    case 'ask':
      await context.reports.hideQuestion(one.id, [stored.id], false, now);
      return show(words.askedAgain, words.isAsked);
    case 'delete': {
      const deleted = await changeOwn(one, stored.id, (is) => ({ deleted: now, ...is }), context);
      return renderDeleted({ ...own, stored: deleted }, caller);
    }
    case 'undo': {
      const back = await changeOwn(one, stored.id, ({ deleted: _, ...is }) => is, context);
      return show(words.undone, words.isAsked, await readOwn(one, back, context));
    }
    case 'move':
      return offerConcepts(own, caller, context);
    case 'to': {
      const term = courseOf(context.courses(), one).terms.get(said.what ?? '');
      if (!term) throw noSuchQuestion();
      const moved = await changeOwn(
        one,
        stored.id,
        (is) => (is.term === term.id ? is : { ...is, term: term.id, changes: is.changes + 1 }),
        context,
      );
      return show(words.moved(term.title[caller.locale]), words.isAsked, await readOwn(one, moved, context));
    }
    default:
      return said.move satisfies never;
  }
}
