import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { whoJoined } from './joined.ts';
import { type Move, recapLine, steerLine } from './lines.ts';
import { LIVE_TIMES } from './machine.ts';
import { text as resultText } from './results/text.ts';
import { invitationTo, inviteBlocks, wallBlocks } from './room/invite.ts';
import { text as roomText } from './room/text.ts';
import { currentSceneName, type LiveState } from './state.ts';
import { text } from './text.ts';

type Reader = Pick<Caller, 'locale'>;
type Deps = Pick<Context, 'sessions' | 'page'>;

/** Where a session stands: `5문제 중 3번째 문제를 풀고 있어요.` */
export function describeStanding({ live: { plan, step, paused } }: LiveState, locale: Locale): string {
  const words = text(locale).standing;
  const of = plan.questions.length;
  switch (step.kind) {
    case 'countdown':
      return paused === undefined ? words.countdown : words.gathering;
    case 'asking':
    case 'told': {
      const now = step.kind === 'asking' ? words.asking(step.at + 1, of) : words.told(step.at + 1, of);
      return paused === undefined ? now : words.paused(now);
    }
    case 'over':
      return words.over;
    default:
      return step satisfies never;
  }
}

/** What the button says that goes on to the next step. */
function nextLabel({ live: { plan, step, paused } }: LiveState, locale: Locale): string {
  const words = text(locale).buttons;
  if (step.kind === 'countdown') return paused === undefined ? words.beginNow : words.begin;
  if (step.kind === 'asking') return words.close;
  return step.kind === 'told' && step.at + 1 >= plan.questions.length ? words.results : words.next;
}

/** Each button says under which scene it stood: `next` that is pressed late, or twice, skips nothing. */
export const moveButton = (
  session: string,
  state: LiveState,
  label: string,
  move: Move,
  style?: 'primary' | 'danger',
): Button => button(label, steerLine.write({ session, scene: currentSceneName(state), move }), style);

/** The buttons that steer a session. */
function steeringButtons(id: string, state: LiveState, locale: Locale): Block {
  const words = text(locale).buttons;
  const { step, paused, auto } = state.live;
  const isLobby = step.kind === 'countdown';
  return buttons(
    moveButton(id, state, nextLabel(state, locale), 'next', 'primary'),
    paused === undefined
      ? moveButton(id, state, isLobby ? words.hold : words.pause, 'pause')
      : moveButton(id, state, isLobby ? words.countIn(LIVE_TIMES.countdown / 1000) : words.resume, 'resume'),
    auto ? moveButton(id, state, words.manual, 'manual') : moveButton(id, state, words.auto, 'auto'),
    ...('at' in step ? [moveButton(id, state, words.skip, 'skip')] : []),
    moveButton(id, state, words.stop, 'stop'),
  );
}

/** How many have joined while a class comes in, and how many have answered what is asked; empty at other times. */
async function describePeople(id: string, { live }: LiveState, locale: Locale, { sessions }: Deps): Promise<string> {
  const words = text(locale);
  const { step } = live;
  if (step.kind !== 'asking' && step.kind !== 'countdown') return '';
  const [answers, players] = await Promise.all([sessions.answers(id), sessions.players(id)]);
  const joined = whoJoined(players, answers).size;
  if (step.kind === 'countdown') return words.inLobby(joined);
  return words.progress(answers.filter(({ question }) => question === step.at).length, joined);
}

/** The ways into the room of a session, where a page is served. */
async function roomBlocks(id: string, state: LiveState, locale: Locale, page: Deps['page']): Promise<Block[]> {
  const invitation = await invitationTo(id, page());
  if (!invitation) return [];
  return [
    ...inviteBlocks(invitation, locale),
    ...wallBlocks(invitation, id, locale),
    buttons(moveButton(id, state, roomText(locale).onPhone, 'phone')),
  ];
}

/**
 * An instructor's card: `said` and who is there, the buttons that steer the session, and the ways into its room. It
 * follows the session to its end, where it has the way to the summary.
 */
export async function renderControls(
  said: string,
  id: string,
  state: LiveState,
  { locale }: Reader,
  deps: Deps,
): Promise<Reply> {
  const { step, paused, auto } = state.live;
  const reply = (...blocks: readonly Block[]): Reply => ({
    ...{ visibility: 'caller', accent: 'info', replaces: true, blocks },
  });
  if (step.kind === 'over') {
    const summary = button(resultText(locale).forInstructors, recapLine.write({ session: id }));
    return reply(markdown(said), buttons(summary));
  }
  const people = await describePeople(id, state, locale, deps);
  const scene = currentSceneName(state);
  return {
    ...reply(
      markdown(people === '' ? said : `${said} ${people}`),
      steeringButtons(id, state, locale),
      ...(await roomBlocks(id, state, locale, deps.page)),
    ),
    follow: {
      line: steerLine.write({ session: id, scene, move: 'show' }),
      state: [scene, paused !== undefined, auto, people].join(' '),
    },
  };
}

/** Where a session stands, with the buttons that steer it. */
export const renderStanding = (id: string, state: LiveState, reader: Reader, deps: Deps): Promise<Reply> =>
  renderControls(describeStanding(state, reader.locale), id, state, reader, deps);
