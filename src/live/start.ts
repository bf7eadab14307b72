import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { restOfLine } from '../core/command/typed-options.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { withChapter } from '../practice/find-topic.ts';
import { renderControls } from './controls.ts';
import { findQuestions } from './find-questions.ts';
import { LIVE_TIMES, type LivePlan } from './machine.ts';
import { type AutoName, type CloseName, MODE_NAMES, type ModeName, modeOf } from './modes.ts';
import { offerTopics } from './offer-topics.ts';
import { dropDraft, findAny, findMeant, type MeantDraft } from './preview/draft.ts';
import { text as previewText } from './preview/text.ts';
import { offerInstead } from './preview/views.ts';
import { beginSession, type HowToPlay, type LiveStart } from './sessions.ts';
import { offerMade, type SourceName } from './source/source.ts';
import type { LiveState } from './state.ts';
import { text } from './text.ts';

/** Seconds a question, and teams, where the instructor does not say. */
const USUAL = { seconds: 30, teams: 2 } as const;

/** How a quiz is played where the instructor says nothing of it. */
export const USUAL_START = { mode: MODE_NAMES[0], open: USUAL.seconds * 1000, closesEarly: true } as const;

/**
 * Begins a live quiz in a class, as the session `id`; `areFewer`: the instructor asked for more questions.
 * @throws UserError while another is on, and in a class whose term is over.
 */
export async function startLive(
  one: Class,
  start: LiveStart,
  topic: LiveState['topic'],
  caller: Caller,
  context: Context,
  { areFewer = false, id = context.newId() } = {},
): Promise<Reply> {
  if (one.closed !== undefined) throw new UserError(text.both(({ classClosed }) => classClosed));
  const begun = await beginSession(one, start, topic, context.now().epochMilliseconds, context, id);
  if (!begun) throw new UserError(text.both(({ oneRunning }) => oneRunning));
  const said = text(caller.locale).begun(start.questions.length, areFewer, LIVE_TIMES.patience / 60_000);
  return renderControls(said, begun.id, begun.state, caller, context);
}

/** What an instructor has typed; roles, which are read elsewhere, stand beside it. */
export interface StartOptions {
  topic: string | undefined;
  count: number | undefined;
  seconds: number | undefined;
  mode: ModeName | undefined;
  teams: number | undefined;
  close: CloseName | undefined;
  auto: AutoName | undefined;
  source: SourceName | undefined;
  [role: string]: string | number | undefined;
}

/** The mode that is named, or the first one that suits. @throws UserError for teams in a mode without them. */
function chooseMode(named: ModeName | undefined, wantsTeams: boolean): ModeName {
  const suits = (mode: ModeName): boolean => modeOf({ mode }).hasTeams === wantsTeams;
  const mode = named ?? MODE_NAMES.find(suits) ?? MODE_NAMES[0];
  if (wantsTeams && !suits(mode)) throw new UserError(text.both(({ teamsOrMode }) => teamsOrMode));
  return mode;
}

/**
 * How a quiz is to be played, as an instructor asks for it.
 * @throws UserError for teams in a mode without them, and for seconds in one without a clock.
 */
export function howAsked(options: StartOptions, roles: LivePlan['roles']): HowToPlay {
  const teams = roles?.length ?? options.teams;
  const mode = chooseMode(options.mode, teams !== undefined);
  const { isTimed, hasTeams } = modeOf({ mode });
  if (!isTimed && (options.seconds !== undefined || options.close !== undefined))
    throw new UserError(text.both(({ noClock }) => noClock));
  return {
    mode,
    open: (options.seconds ?? USUAL.seconds) * 1000,
    closesEarly: options.close !== 'full' && isTimed,
    ...(options.auto === undefined ? {} : { auto: options.auto === 'auto' }),
    ...(hasTeams ? { teams: teams ?? USUAL.teams } : {}),
    ...(roles ? { roles } : {}),
  };
}

/** The same, as long for each question as was said when they were previewed, where nothing is said of it now. */
export const asPreviewed = (
  how: HowToPlay,
  { seconds }: Pick<StartOptions, 'seconds'>,
  draft: Pick<MeantDraft['draft'], 'seconds'>,
): HowToPlay =>
  draft.seconds === undefined || seconds !== undefined || !modeOf(how).isTimed
    ? how
    : { ...how, open: draft.seconds * 1000 };

/** The preview that an instructor means who types nothing of what is asked; undefined where they type something, or have none. */
async function findBareDraft({ topic, count, source }: StartOptions, one: Class, context: Context) {
  const isBare = topic === undefined && count === undefined && source === undefined;
  return isBare ? findAny(one, context) : undefined;
}

/**
 * Begins a live quiz as an instructor asks for it, with the questions that they have looked at where those are meant, or
 * offers the topics that they may mean.
 * @throws UserError where it cannot begin.
 */
export async function startAsAsked(
  one: Class,
  typed: StartOptions,
  roles: LivePlan['roles'],
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const options = { ...typed, ...withChapter(typed) };
  const { topic: words, count, source } = options;
  const how = howAsked(options, roles);
  const begin = async ({ id, draft, questions }: MeantDraft): Promise<Reply> => {
    const start = { ...asPreviewed(how, options, draft), questions };
    const reply = await startLive(one, start, draft.topic, caller, context);
    await dropDraft(id, context.now().epochMilliseconds, context);
    return { ...reply, blocks: [markdown(previewText(caller.locale).began), ...reply.blocks] };
  };
  const bare = await findBareDraft(options, one, context);
  if (bare) return begin(bare);
  const found = await findQuestions(words, count, one, context.newId(), context, source);
  if (!('questions' in found)) return offerTopics(found, restOfLine(options), one, caller.locale, context);
  const { topic, questions, withMade } = found;
  const meant = await findMeant({ words, topic, count, source }, one, context);
  if (meant) return begin(meant);
  const written = questions.length;
  if (withMade > written)
    return offerMade('start', { written, withMade }, { topic: words, rest: restOfLine(options) }, caller.locale);
  const id = context.newId();
  const other = await findAny(one, context);
  const start: LiveStart = { ...how, questions, ...(other ? { spare: other.questions } : {}) };
  const reply = await startLive(one, start, topic, caller, context, { areFewer: written < (count ?? 0), id });
  return other ? { ...reply, blocks: [...reply.blocks, ...offerInstead(other, id, caller.locale)] } : reply;
}
