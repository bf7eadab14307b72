import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import type { Context } from '../../course/context.ts';
import { renderControls } from '../controls.ts';
import { changeState, planOf } from '../sessions.ts';
import type { LiveState } from '../state.ts';
import { dropDraft, type MeantDraft } from './draft.ts';
import { text } from './text.ts';

/** A quiz whose first question has not come asks what was looked at; how it is played stays. */
function withDraft(state: LiveState, { draft: { topic }, questions }: MeantDraft): LiveState {
  if (state.live.step.kind !== 'countdown') return state;
  const { long: _, ...how } = state.live.plan;
  return { ...state, topic, live: { ...state.live, plan: planOf(how, questions) } };
}

/**
 * Has a quiz that began without the preview ask that instead, which is used up then.
 * @throws UserError where the preview is gone, and once the first question is there: it stays for the next quiz.
 */
export async function askInstead(
  known: MeantDraft | undefined,
  { draft, session: id }: { draft: string; session: string },
  one: Pick<Class, 'id'>,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (known?.id !== draft) throw new UserError(text.both(({ gone }) => gone));
  const now = context.now().epochMilliseconds;
  // A line may be forged: an instructor changes the quizzes of their own class.
  const isOwn = (await context.sessions.byId(id))?.classId === one.id;
  const result = isOwn ? await changeState(id, (state) => withDraft(state, known), now, context) : undefined;
  if (!result?.changed) throw new UserError(text.both(({ tooLate }) => tooLate));
  await dropDraft(draft, now, context);
  return renderControls(text(caller.locale).usedInstead(known.questions.length), id, result.state, caller, context);
}
