import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { buttons, markdown, notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { currentState } from './codec.ts';
import { describeStanding, moveButton, renderControls, renderStanding } from './controls.ts';
import type { Move } from './lines.ts';
import { LIVE_TIMES, type LiveEvent } from './machine.ts';
import { modeOf } from './modes.ts';
import { phoneLink } from './room/invite.ts';
import { applyEvent, sessionForInstructor } from './sessions.ts';
import { currentSceneName, type LiveState } from './state.ts';
import { text } from './text.ts';

type Reader = Pick<Caller, 'locale'>;

/** What an instructor does to a session; time and platforms do the rest. */
export type SteeringEvent = Exclude<LiveEvent, { kind: 'tick' } | { kind: 'visible' } | { kind: 'allIn' }>;

/**
 * A button that ends a quiz, or leaves out its question, asks first: neither can be had back. `yes`: what the next press
 * does.
 */
function renderQuestion(id: string, state: LiveState, yes: 'end' | 'drop', { locale }: Reader): Reply {
  const words = text(locale);
  const [asked, label] =
    yes === 'end'
      ? [words.confirmStop, words.buttons.confirmStop]
      : [words.confirmSkip('at' in state.live.step ? state.live.step.at + 1 : 0), words.buttons.confirmSkip];
  return {
    visibility: 'caller',
    accent: 'warning',
    replaces: true,
    blocks: [
      markdown(asked),
      buttons(moveButton(id, state, label, yes, 'danger'), moveButton(id, state, words.buttons.keepGoing, 'show')),
    ],
  };
}

/** What came of an event, in words. */
function describeOutcome(event: SteeringEvent['kind'], state: LiveState, changed: boolean, locale: Locale): string {
  const words = text(locale);
  const { step, plan } = state.live;
  switch (event) {
    case 'next':
      if (step.kind === 'asking' && !changed) return words.notPostedYet;
      if (step.kind === 'told') return words.closedNow;
      return step.kind === 'over' ? words.allDone : describeStanding(state, locale);
    case 'skip':
      if (!changed) return words.notPostedYet;
      return words.skippedNow(step.kind === 'over' ? words.allDone : describeStanding(state, locale));
    case 'pause':
      if (!changed) return describeStanding(state, locale);
      if (step.kind === 'countdown') return describeStanding(state, locale);
      return words.pausedNow(step.kind === 'asking' && modeOf(plan).isTimed);
    case 'resume':
      if (changed && step.kind === 'countdown') return describeStanding(state, locale);
      return changed ? words.resumed : words.notPaused;
    case 'auto':
      return state.live.auto ? words.autoNow(LIVE_TIMES.tell / 1000) : words.manualNow;
    case 'stop':
      return words.stopped;
    default:
      return event satisfies never;
  }
}

/**
 * Applies an instructor's event to a session and answers with the buttons that steer it then. `from`: the scene that the
 * instructor saw; once that has passed, nothing happens, and they see where the session stands.
 */
export async function steerSession(
  id: string,
  event: SteeringEvent,
  { locale }: Reader,
  context: Context,
  from?: string,
): Promise<Reply> {
  const result = await applyEvent(id, event, context.now().epochMilliseconds, context, from);
  if (!result) return notice(text(locale).sessionGone);
  const { state, changed } = result;
  const hasPassed = from !== undefined && !changed && currentSceneName(state) !== from;
  const said = hasPassed
    ? text(locale).movedOn(describeStanding(state, locale))
    : describeOutcome(event.kind, state, changed, locale);
  return renderControls(said, id, state, { locale }, context);
}

const sessionGone = (): UserError => new UserError(text.both((words) => words.sessionGone));
const onlyInstructors = (): UserError => new UserError(text.both((words) => words.onlyInstructorsSteer));

/** What an instructor's button does; undefined for a line that cannot be read. @throws UserError to a student. */
export async function pressMove(
  said: { session: string; scene: string; move: Move } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { session } = await sessionForInstructor(
    said?.session,
    caller,
    { gone: sessionGone, onlyInstructors },
    context,
  );
  const state = currentState(session);
  if (!said || !state) throw sessionGone();
  const { id } = session;
  const words = text(caller.locale);
  switch (said.move) {
    case 'show':
      return renderStanding(id, state, caller, context);
    case 'stop':
    case 'skip':
      // What is over, or has gone on since, is shown as it is.
      return state.live.step.kind === 'over' || (said.move === 'skip' && currentSceneName(state) !== said.scene)
        ? renderStanding(id, state, caller, context)
        : renderQuestion(id, state, said.move === 'stop' ? 'end' : 'drop', caller);
    case 'end':
      return steerSession(id, { kind: 'stop' }, caller, context);
    case 'next':
      return steerSession(id, { kind: 'next' }, caller, context, said.scene);
    case 'drop':
      return steerSession(id, { kind: 'skip' }, caller, context, said.scene);
    case 'phone':
      return phoneLink(id, caller, context.page(), moveButton(id, state, words.buttons.show, 'show'));
    case 'auto':
    case 'manual':
      return steerSession(id, { kind: 'auto', on: said.move === 'auto' }, caller, context);
    case 'pause':
    case 'resume':
      return steerSession(id, { kind: said.move }, caller, context);
    default:
      return said.move satisfies never;
  }
}
