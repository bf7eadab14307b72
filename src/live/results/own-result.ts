import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, fields, heading, markdown } from '../../core/reply/builders.ts';
import type { Answer, Player } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { termButtons } from '../../course/term-blocks.ts';
import type { LivePlan } from '../machine.ts';
import { modeOf } from '../modes.ts';
import { sceneOfPost } from '../posts.ts';
import { questionsIn } from '../session-questions.ts';
import type { LiveState } from '../state.ts';
import { teamName, teamOf } from '../teams.ts';
import { countPlayed } from './played.ts';
import { rankPlayers, rankTeams, type Standing, type TeamStanding } from './standings.ts';
import { text } from './text.ts';

/** A session that is over, as each of its players looks at it. */
interface ResultSnapshot {
  answers: ReadonlyMap<string, readonly Answer[]>;
  standings: ReadonlyMap<string, Standing>;
  players: ReadonlyMap<string, Player>;
  teams: readonly TeamStanding[];
  /** How many of its questions were played. */
  played: number;
}

/** Milliseconds for which a snapshot is shared. */
const SHARED = 5000;
/** Concepts to look at again. */
const AGAIN = 5;

async function takeSnapshot(id: string, state: LiveState, { sessions }: Pick<Context, 'sessions'>) {
  const { plan } = state.live;
  const answers = await sessions.answers(id);
  const players = plan.teams === undefined ? [] : await sessions.players(id);
  const board = rankPlayers(plan, answers);
  return {
    answers: Map.groupBy(answers, ({ person }) => person),
    standings: new Map(board.map((one) => [one.person, one])),
    players: new Map(players.map((one) => [one.person, one])),
    teams: plan.teams === undefined ? [] : rankTeams(board, players, id, plan.teams),
    played: countPlayed(state, answers),
  };
}

/** A class looks all at once, at thousands of answers: those who come within a few seconds share a snapshot. */
function shareSnapshots(context: Context): (id: string, state: LiveState) => Promise<ResultSnapshot> {
  let last: { id: string; until: number; snapshot: Promise<ResultSnapshot> } | undefined;
  return (id, state) => {
    const now = context.now().epochMilliseconds;
    if (last?.id === id && now < last.until) return last.snapshot;
    const snapshot = takeSnapshot(id, state, context);
    last = { id, until: now + SHARED, snapshot };
    // What failed is not shared.
    snapshot.catch(() => {
      last = undefined;
    });
    return snapshot;
  };
}

interface Field {
  name: string;
  value: string;
}

/** A player's points, and the rank where there are any: a player without points is not told how far behind they are. */
function ownFields(person: string, plan: LivePlan, snapshot: ResultSnapshot, locale: Locale): Field[] {
  const words = text(locale);
  const own = snapshot.standings.get(person);
  if (!own || !modeOf(plan).isRanked) return [];
  const rank = { name: words.rankName, value: words.rank(own.rank, snapshot.standings.size) };
  return [{ name: words.pointsName, value: own.points.toLocaleString(locale) }, ...(own.points > 0 ? [rank] : [])];
}

/** A player's team, and its rank where it has points. */
function teamFields(person: string, id: string, plan: LivePlan, snapshot: ResultSnapshot, locale: Locale): Field[] {
  const words = text(locale);
  const player = snapshot.players.get(person);
  if (!player || plan.teams === undefined) return [];
  const own = teamOf(player, id, plan.teams);
  const standing = snapshot.teams.find(({ team }) => team === own);
  const rank = standing && standing.points > 0 ? [words.teamRank(standing.rank)] : [];
  return [{ name: words.teamName, value: [teamName(own, plan, locale), ...rank].join(' · ') }];
}

/** Answers what a live quiz was for one player, and what to look at again. */
export function createOwnResult(
  context: Context,
): (said: { post: string } | undefined, who: { id: string; locale: Locale }) => Promise<Reply> {
  const snapshotOf = shareSnapshots(context);
  return async (said, { id: person, locale }) => {
    const words = text(locale);
    const shown = said && (await sceneOfPost(await context.outbox.byId(said.post), context));
    if (shown?.state.live.step.kind !== 'over') throw new UserError(text.both(({ notOverYet }) => notOverYet));
    const { session, state } = shown;
    const { plan } = state.live;
    const snapshot = await snapshotOf(session.id, state);
    const own = snapshot.answers.get(person) ?? [];
    if (own.length === 0) throw new UserError(text.both(({ didNotPlay }) => didNotPlay));
    const stats = [
      ...ownFields(person, plan, snapshot, locale),
      ...teamFields(person, session.id, plan, snapshot, locale),
    ];
    const questions = (await questionsIn(session, state, context)).slice(0, snapshot.played);
    const answered = new Map(own.map(({ question, right }) => [question, right]));
    const right = own.filter((answer) => answer.right).length;
    const missed = questions.flatMap((question, at) => (answered.get(at) ? [] : (question?.term ?? [])));
    const { terms } = context.course();
    const again = Array.from(new Set(missed)).flatMap((term) => terms.get(term) ?? []);
    const marks = questions.map((_, at) => {
      const wasRight = answered.get(at);
      return wasRight === undefined ? '➖' : wasRight ? '⭕' : '❌';
    });
    return {
      visibility: 'caller',
      accent: right === questions.length ? 'success' : 'info',
      blocks: [
        heading(words.ownScore(right, questions.length)),
        markdown(marks.join(' ')),
        ...(stats.length > 0 ? [fields(...stats)] : []),
        ...(again.length > 0
          ? [
              markdown(right === 0 ? words.startWith : words.lookAgain),
              buttons(...termButtons(again.slice(0, AGAIN), locale)),
            ]
          : [buttons(button(words.moreQuestions, 'quiz'))]),
      ],
    };
  };
}
