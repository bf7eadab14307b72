import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import type { LiveEvent } from './machine.ts';
import { applyEvent } from './sessions.ts';
import { currentSceneName, type LiveState } from './state.ts';

/** What its buttons say, at the end of their lines: `steer <session> <scene> next`. */
export const MOVES = ['next', 'pause', 'resume', 'stop', 'end', 'show'] as const;
type Move = (typeof MOVES)[number];

/** Where a session stands: `5문제 가운데 3번째 문제를 풀고 있어요.` */
function describeStanding({ live: { plan, step, paused } }: LiveState, locale: Locale): string {
  const ko = locale === 'ko';
  const of = plan.questions.length;
  const now = (): string => {
    switch (step.kind) {
      case 'countdown':
        return ko ? '곧 첫 문제가 나와요.' : 'The first question is about to come.';
      case 'asking':
        return ko
          ? `${of}문제 가운데 ${step.at + 1}번째 문제를 풀고 있어요.`
          : `Question ${step.at + 1} of ${of} is open.`;
      case 'told':
        return ko
          ? `${of}문제 가운데 ${step.at + 1}번째 문제의 정답을 보고 있어요.`
          : `The answer to question ${step.at + 1} of ${of} is up.`;
      case 'over':
        return ko ? '이 라이브 퀴즈는 끝났어요.' : 'This live quiz is over.';
      default:
        return step satisfies never;
    }
  };
  if (paused === undefined) return now();
  return ko ? `⏸ 잠깐 멈춰 있어요. ${now()}` : `⏸ Paused. ${now()}`;
}

/** What the next step is called. */
function nextLabel({ live: { plan, step } }: LiveState, locale: Locale): string {
  const ko = locale === 'ko';
  if (step.kind === 'countdown') return ko ? '바로 시작' : 'Begin now';
  if (step.kind === 'asking') return ko ? '마감하고 정답 보기' : 'Close, show the answer';
  if (step.kind === 'told' && step.at + 1 >= plan.questions.length) return ko ? '결과 보기' : 'Results';
  return ko ? '다음 문제' : 'Next question';
}

/** `next` is meant for what its button stood under: a press that comes late, or twice, skips nothing. */
const linesOf =
  (id: string, state: LiveState) =>
  (move: Move): string =>
    `steer ${id} ${currentSceneName(state)} ${move}`;

/** What an instructor holds in hand while a session is on; afterwards the words alone. */
export function renderControls(text: string, id: string, state: LiveState, { locale }: Pick<Caller, 'locale'>): Reply {
  const ko = locale === 'ko';
  const reply = (buttons: readonly Button[]): Reply => ({
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [{ type: 'text', markdown: text }, ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : [])],
  });
  if (state.live.step.kind === 'over') return reply([]);
  const line = linesOf(id, state);
  return reply([
    { ...button(nextLabel(state, locale), line('next')), primary: true },
    state.live.paused === undefined
      ? button(ko ? '잠깐 멈춤' : 'Pause', line('pause'))
      : button(ko ? '이어서 하기' : 'Go on', line('resume')),
    button(ko ? '그만하기' : 'Stop', line('stop')),
  ]);
}

/** Where it stands, with what steers it. */
export const renderStanding = (id: string, state: LiveState, caller: Pick<Caller, 'locale'>): Reply =>
  renderControls(describeStanding(state, caller.locale), id, state, caller);

/** Whoever stops by a button is asked first: what is left of a quiz cannot be had back. */
export function renderStopQuestion(id: string, state: LiveState, { locale }: Pick<Caller, 'locale'>): Reply {
  const ko = locale === 'ko';
  const line = linesOf(id, state);
  return {
    visibility: 'caller',
    accent: 'warning',
    replaces: true,
    blocks: [
      {
        type: 'text',
        markdown: ko
          ? '정말 여기서 마칠까요? 남은 문제는 나오지 않아요.'
          : 'End it here? The questions that are left will not come.',
      },
      {
        type: 'buttons',
        buttons: [
          { ...button(ko ? '마치기' : 'End it', line('end')), danger: true },
          button(ko ? '계속하기' : 'Keep going', line('show')),
        ],
      },
    ],
  };
}

/** What came of an event, in words. */
function describeOutcome(event: LiveEvent['kind'], state: LiveState, changed: boolean, locale: Locale): string {
  const ko = locale === 'ko';
  const { step, plan } = state.live;
  switch (event) {
    case 'next':
      if (step.kind === 'asking' && !changed)
        return ko
          ? '문제를 아직 올리는 중이에요. 잠시 뒤 다시 눌러 주세요.'
          : 'The question is not up yet. Press again in a moment.';
      if (step.kind === 'told') return ko ? '마감하고 정답을 올렸어요.' : 'Closed; the answer is up.';
      if (step.kind === 'over')
        return ko ? '모두 마쳤어요. 결과는 채널에 올라가요.' : 'That was all; the channel sees the result.';
      return describeStanding(state, locale);
    case 'pause': {
      if (!changed) return describeStanding(state, locale);
      const timed = step.kind === 'asking' && plan.mode !== 'calm';
      return ko
        ? `⏸ 잠깐 멈췄어요.${timed ? ' 남은 시간은 그대로예요.' : ''}`
        : `⏸ Paused${timed ? '; the clock waits' : ''}.`;
    }
    case 'resume':
      if (!changed) return ko ? '멈춰 있지 않아요. 그대로 이어지고 있어요.' : 'It is not paused.';
      return ko ? '이어서 할게요.' : 'On we go.';
    case 'stop':
      return ko
        ? '라이브 퀴즈를 마쳤어요. 결과는 채널에 올라가요.'
        : 'The live quiz is over; the channel sees the result.';
    default:
      return describeStanding(state, locale);
  }
}

/**
 * Steers a session, and gives back what steers it then. `from`: the scene that was meant; where it has passed, nothing
 * happens, and the instructor sees where things stand.
 */
export async function steerSession(
  id: string,
  event: LiveEvent,
  { locale }: Pick<Caller, 'locale'>,
  context: Context,
  from?: string,
): Promise<Reply> {
  const happened = await applyEvent(id, event, context.now().epochMilliseconds, context, from);
  if (!happened) return notice(locale === 'ko' ? '이 라이브 퀴즈는 이제 없어요.' : 'This live quiz is gone.');
  const { state, changed } = happened;
  const passed = from !== undefined && !changed && currentSceneName(state) !== from;
  if (!passed) return renderControls(describeOutcome(event.kind, state, changed, locale), id, state, { locale });
  const late = locale === 'ko' ? '그사이에 이미 넘어갔어요.' : 'It has moved on meanwhile.';
  return renderControls(`${late} ${describeStanding(state, locale)}`, id, state, { locale });
}
