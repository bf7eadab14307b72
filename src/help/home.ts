import type { Caller } from '../core/command/command.ts';
import type { PracticeSummary } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { lookupLine } from '../course/lines.ts';
import { samplesOf } from '../course/samples.ts';
import { cardOf, quizButton, termButtons } from '../course/term-blocks.ts';
import { todaysCard } from '../daily/card.ts';
import { findToDo } from '../homework/assigned.ts';
import { homeworkBlocks } from '../homework/views.ts';
import { topicButtons } from '../lookup/topic.ts';
import { examBlocks } from '../review/goal-views.ts';
import { loadStanding } from '../review/standing.ts';
import { beginBlocks } from './begin.ts';
import { courseBlocks } from './choose-course.ts';
import { text } from './text.ts';

const MOST_LOOKUPS = 5;
const MOST_AGAIN = 5;

/** Today's card; none where the content has no terms. */
async function cardBlocks(caller: Caller, context: Context): Promise<Block[]> {
  const shown = await todaysCard(caller, context);
  if (!shown) return [];
  const { locale } = caller;
  const { term, foot, note } = shown;
  // The one thing to do next is marked, and it alone.
  const quiz = quizButton(term, locale).map(({ primary: _, ...unmarked }) => unmarked);
  return [
    cardOf(term, foot, locale),
    ...(note === undefined ? [] : [{ type: 'text', markdown: note } as const]),
    buttons(button(text(locale).more, lookupLine(term)), ...quiz),
  ];
}

function lookups(ids: readonly string[], course: Course, locale: Locale): Block[] {
  const words = text(locale);
  const found = topicButtons(ids, course, locale);
  return [
    { type: 'heading', text: words.lookedUp },
    found.length > 0
      ? buttons(...found)
      : { type: 'text', markdown: words.nothingLookedUp(`${course.lookUp} ${samplesOf(course).concept[locale]}`) },
  ];
}

function practice({ answered, right, again }: PracticeSummary, { terms }: Course, locale: Locale): Block[] {
  const words = text(locale);
  const missed = again.flatMap((id) => terms.get(id) ?? []);
  return [
    { type: 'heading', text: words.practice },
    { type: 'text', markdown: answered === 0 ? words.nothingAnswered : words.answered(answered, right) },
    ...(missed.length > 0
      ? [{ type: 'text', markdown: words.worthAnotherLook } as const, buttons(...termButtons(missed, locale))]
      : []),
  ];
}

/** A student's own first page, on platforms that have one (Slack's home tab). */
export async function renderHome(caller: Caller, context: Context): Promise<Reply> {
  const { id, locale } = caller;
  const [ids, summary, standing, card, homework] = await Promise.all([
    context.records.lookups(id, MOST_LOOKUPS),
    context.records.practice(id, MOST_AGAIN),
    loadStanding(caller, context),
    cardBlocks(caller, context),
    findToDo(caller, context),
  ]);
  const course = context.course();
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      ...beginBlocks(standing, summary, course, locale),
      ...homeworkBlocks(homework, caller, context.now().epochMilliseconds),
      ...card,
      ...lookups(ids, course, locale),
      ...practice(summary, course, locale),
      ...examBlocks(standing, locale),
      ...courseBlocks(caller, context),
      buttons(button(words.progress, 'progress'), button(words.help, 'dosirak')),
    ],
  };
}
