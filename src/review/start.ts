import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { newSeed } from '../core/seeded-shuffle.ts';
import type { Context } from '../course/context.ts';
import { drillLine } from '../practice/lines.ts';
import { type Practice, playerOf } from '../practice/practice.ts';
import { begin, type QuestionsInClass } from '../practice/start.ts';
import type { WayOn } from '../practice/summary.ts';
import { createReviewTopic, MOST_REVIEWED, topicKey } from '../practice/topics.ts';
import { loadStanding, type Standing } from './standing.ts';
import { text } from './text.ts';
import { renderNothingToReview } from './views.ts';

/** A practice of what has been due longest, one question a term. */
function createReview({ due }: Standing, callerId: string, { random }: Context) {
  const seed = newSeed(random);
  const terms = due.slice(0, MOST_REVIEWED);
  const topic = createReviewTopic(terms, seed);
  const player = playerOf(callerId);
  const practice: Practice = { topic: topicKey(topic), seed, player, count: terms.length, marks: '' };
  return { topic, practice };
}

/**
 * Starts a practice of what is due, or says when the next review is.
 * @throws UserError where classes are asked all of its questions just now.
 */
export async function startReview(
  caller: Caller,
  context: Context & { questionsInClass: QuestionsInClass },
): Promise<Reply> {
  const { locale } = caller;
  const standing = await loadStanding(caller, context);
  const { topic, practice } = createReview(standing, caller.id, context);
  const { length: count } = topic.questions;
  if (count === 0) return renderNothingToReview(standing, locale);
  const asked = await begin(practice, caller, context);
  const words = text(locale);
  const foot = `${words.asked(count, standing.due.length)} · ${words.streak(standing.streak)}`;
  return { ...asked, blocks: [...asked.blocks, { type: 'footer', text: foot }] };
}

/** What a review ends with: the next terms that are due, as a practice in the same message, or the student's progress. */
export async function offerMoreReview(caller: Caller, context: Context): Promise<WayOn> {
  const words = text(caller.locale);
  const standing = await loadStanding(caller, context);
  const left = standing.due.length;
  const more =
    left === 0
      ? button(words.seeProgress, 'progress')
      : button(
          words.moreToReview(left),
          drillLine.write({ practice: createReview(standing, caller.id, context).practice }),
        );
  return { more, foot: words.streak(standing.streak) };
}
