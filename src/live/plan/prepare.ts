import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import type { Context } from '../../course/context.ts';
import { practisedBy } from '../../course/hidden-questions.ts';
import { keptSetNamed } from '../../course/kept-back.ts';
import { type PracticeContext, startPractice } from '../../practice/start.ts';
import { inThisWeek } from '../../practice/weeks.ts';
import { asksForWeak } from '../weak-terms.ts';
import { plannedIn } from './codec.ts';
import { sceneIn } from './posts.ts';
import { text } from './text.ts';

/**
 * Starts a practice on what a planned quiz is about, for a student who has read of it. What a class misses most is not a
 * topic of one student, and a set that is kept back is none of theirs: they practise everything. @throws UserError where the quiz is gone.
 */
export async function startPreparing(
  said: { post: string } | undefined,
  caller: Caller,
  context: Context & Pick<PracticeContext, 'withheld'>,
): Promise<Reply> {
  const post = said && (await context.outbox.byId(said.post));
  const shown = post?.kind === 'plan' ? sceneIn(post) : undefined;
  const planned = shown && plannedIn(await context.appointments.byId(shown.id));
  if (!post || !planned) throw new UserError(text.both((words) => words.nothingToPrepare));
  const { words } = planned;
  const own = await practisedBy(caller, context);
  const isNone = words === undefined || asksForWeak(words) || keptSetNamed(words, own.course()) !== undefined;
  const one = await context.classes.byId(post.classId);
  const topic = isNone || !one ? undefined : await inThisWeek(words, one, own.course(), context);
  return startPractice({ topic, count: undefined }, caller, { ...own, withheld: context.withheld });
}
