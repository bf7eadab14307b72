import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown, notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { currentState } from './codec.ts';
import { whoJoined } from './joined.ts';
import { type Move, steerLine } from './lines.ts';
import { LIVE_TIMES, type LiveEvent } from './machine.ts';
import { modeOf } from './modes.ts';
import { applyEvent, sessionForInstructor } from './sessions.ts';
import { currentSceneName, type LiveState } from './state.ts';
import { text } from './text.ts';

type Reader = Pick<Caller, 'locale'>;

/** What an instructor does to a session; time and platforms do the rest. */
export type SteeringEvent = Exclude<LiveEvent, { kind: 'tick' } | { kind: 'visible' } | { kind: 'allIn' }>;

/** Where a session stands: `5문제 중 3번째 문제를 풀고 있어요.` */
function describeStanding({ live: { plan, step, paused } }: LiveState, locale: Locale): string {
  const words = text(locale).standing;
  const of = plan.questions.length;
  const now = (): string => {
    switch (step.kind) {
      case 'countdown':
        return words.countdown;
      case 'asking':
        return words.asking(step.at + 1, of);
      case 'told':
        return words.told(step.at + 1, of);
      case 'over':
        return words.over;
      default:
        return step satisfies never;
    }
  };
  return paused === undefined ? now() : words.paused(now());
}

/** What the button says that goes on to the next step. */
function nextLabel({ live: { plan, step } }: LiveState, locale: Locale): string {
  const words = text(locale).buttons;
  if (step.kind === 'countdown') return words.begin;
  if (step.kind === 'asking') return words.close;
  return step.kind === 'told' && step.at + 1 >= plan.questions.length ? words.results : words.next;
}

/** Each button says under which scene it stood: `next` that is pressed late, or twice, skips nothing. */
const moveButton = (
  session: string,
  state: LiveState,
  label: string,
  move: Move,
  style?: 'primary' | 'danger',
): Button => button(label, steerLine.write({ session, scene: currentSceneName(state), move }), style);

/** A text with the buttons that steer a session; once that is over, the text alone. */
export function renderControls(said: string, id: string, state: LiveState, { locale }: Reader): Reply {
  const words = text(locale).buttons;
  const { step, paused, auto } = state.live;
  const controls = buttons(
    moveButton(id, state, nextLabel(state, locale), 'next', 'primary'),
    paused === undefined
      ? moveButton(id, state, step.kind === 'countdown' ? words.hold : words.pause, 'pause')
      : moveButton(id, state, words.resume, 'resume'),
    auto ? moveButton(id, state, words.manual, 'manual') : moveButton(id, state, words.auto, 'auto'),
    ...('at' in step ? [moveButton(id, state, words.skip, 'skip')] : []),
    moveButton(id, state, words.stop, 'stop'),
  );
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [markdown(said), ...(step.kind === 'over' ? [] : [controls])],
  };
}

/** Where a session stands, and how many have answered what is asked, with the buttons that steer it. */
export async function renderStanding(
  id: string,
  state: LiveState,
  reader: Reader,
  { sessions }: Pick<Context, 'sessions'>,
): Promise<Reply> {
  const standing = describeStanding(state, reader.locale);
  const { step } = state.live;
  if (step.kind !== 'asking') return renderControls(standing, id, state, reader);
  const [answers, players] = await Promise.all([sessions.answers(id), sessions.players(id)]);
  const answered = answers.filter(({ question }) => question === step.at).length;
  const joined = whoJoined(players, answers).size;
  return renderControls(`${standing} ${text(reader.locale).progress(answered, joined)}`, id, state, reader);
}

/** A stop by a button is asked about first: what is left of a quiz cannot be had back. */
function renderStopQuestion(id: string, state: LiveState, { locale }: Reader): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'warning',
    replaces: true,
    blocks: [
      markdown(words.confirmStop),
      buttons(
        moveButton(id, state, words.buttons.confirmStop, 'end', 'danger'),
        moveButton(id, state, words.buttons.keepGoing, 'show'),
      ),
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
      if (step.kind === 'countdown') return words.holding;
      return words.pausedNow(step.kind === 'asking' && modeOf(plan).isTimed);
    case 'resume':
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
  return renderControls(said, id, state, { locale });
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
  switch (said.move) {
    case 'show':
      return renderStanding(id, state, caller, context);
    case 'stop':
      return state.live.step.kind === 'over'
        ? renderStanding(id, state, caller, context)
        : renderStopQuestion(id, state, caller);
    case 'end':
      return steerSession(id, { kind: 'stop' }, caller, context);
    case 'next':
    case 'skip':
      return steerSession(id, { kind: said.move }, caller, context, said.scene);
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
