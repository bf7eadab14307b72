import type { Question } from '../../content/model.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Button, Reply } from '../../core/reply/blocks.ts';
import { button } from '../../core/reply/builders.ts';
import { newSeed } from '../../core/seeded-shuffle.ts';
import type { Context } from '../../course/context.ts';
import type { Course } from '../../course/course.ts';
import { practisedBy } from '../../course/hidden-questions.ts';
import { playerOf } from '../../practice/practice.ts';
import { begin } from '../../practice/start.ts';
import { MOST_REVIEWED, type Topic, topicKey } from '../../practice/topics.ts';
import type { FindWithheld } from '../../practice/withheld.ts';
import { resultLine } from '../lines.ts';
import { text } from './text.ts';

/** Buttons to practise: of more questions than one practice has room for, the first ones. */
const MOST = 3;

/** What of `missed` questions one practice is about; `number` from 1. */
const partOf = <T>(missed: readonly T[], number: number): readonly T[] =>
  missed.slice((number - 1) * MOST_REVIEWED, number * MOST_REVIEWED);

/** Buttons that practise what was missed, a few questions each. */
export function practiseButtons(post: string, missed: number, locale: Locale): Button[] {
  const words = text(locale);
  const parts = Math.min(MOST, Math.ceil(missed / MOST_REVIEWED));
  return Array.from({ length: parts }, (_, i) => {
    const from = i * MOST_REVIEWED + 1;
    const label =
      parts === 1 ? words.practise(missed) : words.practiseSome(from, Math.min(missed, from + MOST_REVIEWED - 1));
    return button(label, resultLine.write({ post, what: 'again', number: i + 1 }), i === 0 ? 'primary' : undefined);
  });
}

/** What of these questions a course still asks: not what is kept back or hidden. */
export const stillAsked = (questions: readonly Question[], { questionNamed, questions: known }: Course): Question[] =>
  questions.flatMap(({ id }) => known.get(questionNamed(id)?.id ?? '') ?? []);

/**
 * The first question of a practice of what a student missed, as the course has it now, without what their class hides.
 * @throws UserError where there is nothing to practise, or a class is asked all of it just now.
 */
export async function practiseMissed(
  missed: readonly Question[],
  number: number,
  caller: Pick<Caller, 'id' | 'channel' | 'locale'>,
  context: Context,
  withheld: FindWithheld,
): Promise<Reply> {
  const narrowed = await practisedBy(caller, context);
  const own = stillAsked(partOf(missed, number), narrowed.course());
  if (own.length === 0) throw new UserError(text.both(({ nothingToPractise }) => nothingToPractise));
  const topic: Topic = { kind: 'review', questions: own };
  const practice = {
    topic: topicKey(topic),
    seed: newSeed(context.random),
    player: playerOf(caller.id),
    count: own.length,
    marks: '',
  };
  return begin(practice, caller, { ...narrowed, withheld });
}
