import type { Question, Term } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, footer } from '../core/reply/builders.ts';
import { newSeed, seededShuffle } from '../core/seeded-shuffle.ts';
import type { Context } from '../course/context.ts';
import { drillLine } from '../practice/lines.ts';
import { type Practice, playerOf } from '../practice/practice.ts';
import { begin } from '../practice/start.ts';
import type { WayOn } from '../practice/summary.ts';
import { createReviewTopic, MOST_REVIEWED, questionsOnNamed, topicKey } from '../practice/topics.ts';
import type { FindWithheld } from '../practice/withheld.ts';
import { forgottenLast } from './schedule.ts';
import { loadStanding, type Standing } from './standing.ts';
import { text } from './text.ts';
import { renderNothingToReview } from './views.ts';

export interface ReviewContext extends Context {
  withheld: FindWithheld;
}

/** A practice of these questions. */
const practiceOf = (questions: readonly Question[], callerId: string, seed: string): Practice => ({
  topic: topicKey({ kind: 'review', questions }),
  seed,
  player: playerOf(callerId),
  count: questions.length,
  marks: '',
});

/** A practice of the first of these terms, one question each. */
function reviewOf(terms: readonly Term[], callerId: string, { random }: Pick<Context, 'random'>) {
  const seed = newSeed(random);
  const { questions } = createReviewTopic(terms.slice(0, MOST_REVIEWED), seed);
  return { questions, practice: practiceOf(questions, callerId, seed) };
}

/** The streak, and how near the exam is. */
const footOf = ({ exam, streak }: Standing, { locale }: Pick<Caller, 'locale'>): string[] => {
  const words = text(locale);
  return [...(exam ? [words.untilExam(exam.days)] : []), words.streak(streak)];
};

/** The first question of a review; `what` it is of, in words. */
async function ask(
  { practice }: Pick<ReturnType<typeof reviewOf>, 'practice'>,
  what: string,
  standing: Standing,
  caller: Caller,
  context: ReviewContext,
): Promise<Reply> {
  const asked = await begin(practice, caller, context);
  return { ...asked, blocks: [...asked.blocks, footer([what, ...footOf(standing, caller)].join(' · '))] };
}

/** The first question of a review of these terms. */
function askAbout(terms: readonly Term[], standing: Standing, caller: Caller, context: ReviewContext): Promise<Reply> {
  const review = reviewOf(terms, caller.id, context);
  const what = text(caller.locale).asked(review.questions.length, terms.length);
  return ask(review, what, standing, caller, context);
}

/**
 * Starts a practice of what is due, or of what is planned for today; or says when the next review is.
 * @throws UserError where classes are asked all of its questions just now.
 */
export async function startReview(caller: Caller, context: ReviewContext): Promise<Reply> {
  const { locale } = caller;
  const standing = await loadStanding(caller, context);
  const { due } = standing;
  if (due.length === 0) return renderNothingToReview(standing, locale);
  return askAbout(due, standing, caller, context);
}

/**
 * Starts a practice of more than is to be reviewed today: what comes next, or what was wrong last, latest first.
 * @throws UserError where classes are asked all of its questions just now.
 */
export async function startMore(how: 'more' | 'wrong', caller: Caller, context: ReviewContext): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const standing = await loadStanding(caller, context);
  const { terms } = context.course();
  const wrong = (): Term[] => forgottenLast(standing.memories).flatMap((id) => terms.get(id) ?? []);
  const all = how === 'wrong' ? wrong() : [...standing.due, ...standing.next];
  if (all.length > 0) return askAbout(all, standing, caller, context);
  return renderNothingToReview(standing, locale, how === 'wrong' ? words.nothingWrong : words.nothingMore);
}

/**
 * Starts a practice on the questions of one term.
 * @throws UserError where classes are asked all of them just now.
 */
export function reviewTerm(term: Term, standing: Standing, caller: Caller, context: ReviewContext): Promise<Reply> {
  const seed = newSeed(context.random);
  const questions = seededShuffle(questionsOnNamed(term), seed, ({ id }) => id).slice(0, MOST_REVIEWED);
  const what = text(caller.locale).reviewing(term.title[caller.locale]);
  return ask({ practice: practiceOf(questions, caller.id, seed) }, what, standing, caller, context);
}

/**
 * Starts a practice on what a student has met of a chapter or of weeks: what is due goes first.
 * @throws UserError where classes are asked all of its questions just now.
 */
export function reviewLesson(
  title: string,
  met: readonly Term[],
  standing: Standing,
  caller: Caller,
  context: ReviewContext,
): Promise<Reply> {
  const due = new Set(standing.due.map(({ id }) => id));
  const terms = [...met.filter(({ id }) => due.has(id)), ...met.filter(({ id }) => !due.has(id))];
  const review = reviewOf(terms, caller.id, context);
  return ask(review, text(caller.locale).reviewing(title), standing, caller, context);
}

/** What a review ends with: the next terms that are due, as a practice in the same message, or the student's progress. */
export async function offerMoreReview(caller: Caller, context: Context): Promise<WayOn> {
  const words = text(caller.locale);
  const standing = await loadStanding(caller, context);
  const { due } = standing;
  const more =
    due.length === 0
      ? button(words.seeProgress, 'progress')
      : button(
          words.moreToReview(due.length),
          drillLine.write({ practice: reviewOf(due, caller.id, context).practice }),
        );
  return { more, foot: footOf(standing, caller).join(' · ') };
}
