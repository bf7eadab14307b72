import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { button, type Reply } from '../core/reply.ts';
import type { Session } from '../core/session.ts';
import type { LivePlan } from '../quiz/live.ts';
import { decodeKept, type Kept } from '../quiz/live-kept.ts';
import { beginLive } from '../quiz/live-play.ts';
import type { Past } from '../quiz/live-recap.ts';
import type { World } from '../world.ts';

const hasOne = (): UserError =>
  new UserError({
    ko: '이 수업에서는 이미 라이브 퀴즈를 하고 있어요. `/live next`로 이어 가거나 `/live stop`으로 마친 다음 새로 시작해 주세요.',
    en: 'A live quiz is on in this class already. Go on with `/live next`, or end it with `/live stop` first.',
  });

/** What an instructor holds in hand while it runs. */
export function controls(text: string, { locale }: Pick<Caller, 'locale'>, paused = false): Reply {
  const ko = locale === 'ko';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'text', markdown: text },
      {
        type: 'buttons',
        buttons: [
          { ...button(ko ? '다음으로' : 'Next', 'live next'), primary: true },
          paused
            ? button(ko ? '이어서 하기' : 'Go on', 'live resume')
            : button(ko ? '잠깐 멈춤' : 'Pause', 'live pause'),
          button(ko ? '그만하기' : 'Stop', 'live stop'),
        ],
      },
    ],
  };
}

/** Begins a live quiz in a class. @throws UserError where one is on already. */
export async function startLive(
  one: Class,
  plan: LivePlan,
  topic: Kept['topic'],
  caller: Caller,
  world: World,
): Promise<Reply> {
  const now = world.now().epochMilliseconds;
  if ((await beginLive(one, plan, topic, now, world)) === undefined) throw hasOne();
  const { length } = plan.questions;
  return controls(
    caller.locale === 'ko'
      ? `곧 시작해요. 문제 **${length}개**가 차례로 나와요. 아래 버튼은 선생님에게만 보여요.`
      : `It is about to begin, with **${length}** question${length === 1 ? '' : 's'}. Only you see these buttons.`,
    caller,
  );
}

/** A session with its answers, as it is looked back at. */
export async function pastOf(session: Session, { sessions, questions }: World): Promise<Past> {
  const kept = decodeKept(session);
  return {
    id: session.id,
    kept,
    questions: kept.live.plan.questions.map((id) => questions.get(id)),
    answers: await sessions.answers(session.id),
  };
}
