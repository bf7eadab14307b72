import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Session } from '../core/session.ts';
import type { Context } from '../course/context.ts';
import { decodeState } from './codec.ts';
import type { PlayedSession } from './results/recap.ts';
import { questionsIn } from './session-questions.ts';
import { beginSession, type LiveStart } from './sessions.ts';
import type { LiveState } from './state.ts';
import { renderControls } from './steer.ts';

const hasOne = (): UserError =>
  new UserError({
    ko: '이 수업에서는 이미 라이브 퀴즈를 하고 있어요. `/live next`로 이어 가거나 `/live stop`으로 마친 다음 새로 시작해 주세요.',
    en: 'A live quiz is on in this class already. Go on with `/live next`, or end it with `/live stop` first.',
  });

/** Begins a live quiz in a class; `few`: more questions were asked for. @throws UserError where one is on already. */
export async function startLive(
  one: Class,
  start: LiveStart,
  topic: LiveState['topic'],
  caller: Caller,
  context: Context,
  few = false,
): Promise<Reply> {
  const now = context.now().epochMilliseconds;
  const begun = await beginSession(one, start, topic, now, context);
  if (!begun) throw hasOne();
  const { length } = start.questions;
  const fewer = few
    ? caller.locale === 'ko'
      ? '낼 수 있는 문제가 그만큼뿐이에요. '
      : 'There are no more questions on it. '
    : '';
  const text =
    caller.locale === 'ko'
      ? `곧 시작해요. 문제 **${length}개**를 함께 풀어요. ${fewer}아래 버튼은 선생님에게만 보여요. 안 보이면 \`/live\`를 입력하세요.`
      : `It is about to begin, with **${length}** question${length === 1 ? '' : 's'}. ${fewer}Only you see these buttons; type \`/live\` should they be gone.`;
  return renderControls(text, begun.id, begun.state, caller);
}

/** A session with its answers, as it is looked back at; undefined where its state cannot be read. */
export async function readPlayedSession(session: Session, context: Context): Promise<PlayedSession | undefined> {
  const state = decodeState(session);
  if (!state) return undefined;
  const { id } = session;
  return {
    id,
    state,
    questions: await questionsIn(session, state, context),
    answers: await context.sessions.answers(id),
  };
}
