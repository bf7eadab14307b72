import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { fields, markdown, notice } from '../core/reply/builders.ts';
import type { Session } from '../core/session.ts';
import type { Context } from '../course/context.ts';
import { isRight } from '../questions/types.ts';
import { type Admitted, admitAnswer } from './admission.ts';
import type { LivePlan } from './machine.ts';
import { markVisible } from './messages.ts';
import { modeOf } from './modes.ts';
import { parseAnswer } from './parse-answer.ts';
import { renderPicking } from './picking.ts';
import { type ShownScene, sceneOfPost } from './posts.ts';
import { questionsIn } from './session-questions.ts';
import { ATTEMPTS } from './sessions.ts';
import { liveShuffle, playerName } from './state.ts';
import { teamByRole, teamName, teamOf } from './teams.ts';
import { text } from './text.ts';

/** The student's answer is in; `elapsed`: milliseconds that it took, where time counts. */
function renderAccepted(
  {
    elapsed,
    inWords,
    team,
    replaces,
  }: {
    elapsed: number | undefined;
    inWords: string;
    team: string | undefined;
    replaces: boolean;
  },
  locale: Locale,
): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'success',
    ...(replaces ? { replaces } : {}),
    blocks: [
      markdown(words.accepted(elapsed === undefined ? undefined : elapsed / 1000)),
      fields(
        { name: words.yourAnswer, value: inWords },
        ...(team === undefined ? [] : [{ name: words.yourTeam, value: team }]),
      ),
    ],
  };
}

/** Joins the team that an answer is for, and returns its name; undefined where no teams play. */
async function joinTeam(
  session: string,
  plan: LivePlan,
  { id, known, locale }: Caller,
  { sessions }: Context,
): Promise<string | undefined> {
  if (plan.teams === undefined) return undefined;
  const player = await sessions.join(session, id, teamByRole(plan, known));
  return teamName(teamOf(player, session, plan.teams), plan, locale);
}

/** Whether an answer to the question of a post counts, by the latest that is known of its session. */
async function admit(
  shown: ShownScene,
  at: number,
  post: Post,
  now: number,
  context: Context,
): Promise<{ session: Session; admitted: Admitted }> {
  const judge = ({ session, state }: ShownScene) => ({
    session,
    admitted: admitAnswer(state.live, at, post.channel, now),
  });
  const judged = judge(shown);
  if (judged.admitted.kind === 'in' || judged.admitted.why !== 'unseen') return judged;
  // The student sees the question: a process may have been killed after it posted the message, before it said so.
  await markVisible(post, now, context);
  return judge((await sceneOfPost(post, context)) ?? shown);
}

/**
 * Takes a student's answer to an open question: the first one counts, by when it arrived. The reply does not tell what is
 * right. `said`: the post of the question, and what was picked or typed; undefined for what no button of ours says.
 */
export async function answerQuestion(
  said: { post: string; answer?: string | undefined } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { locale } = caller;
  const refuse = (why: keyof ReturnType<typeof text>['refused']): Reply => notice(text(locale).refused[why]);
  // Judged by arrival: time that the answer has waited here is not the student's.
  const now = caller.at ?? context.now().epochMilliseconds;
  const post = said && (await context.outbox.byId(said.post));
  const shown = await sceneOfPost(post, context);
  if (!said || !post || shown?.scene.kind !== 'ask') return refuse('gone');
  const { at } = shown.scene;
  const { id } = shown.session;
  const { plan } = shown.state.live;
  const question = (await questionsIn(shown.session, shown.state, context))[at];
  if (!question) return refuse('gone');
  // A line that was carried to another channel is no answer: the buttons are in the post's channel alone.
  if (caller.channel !== post.channel) return refuse('elsewhere');
  const shuffle = liveShuffle(id, question);
  const parsed = parseAnswer(question, said.answer ?? '', shuffle, caller);
  if (parsed.kind === 'refused') return refuse(parsed.why);
  if (parsed.kind === 'picking') {
    const { admitted } = await admit(shown, at, post, now, context);
    if (admitted.kind === 'out') return refuse(admitted.why);
    const given = await context.sessions.answersOf(id, caller.id);
    if (given.some((one) => one.question === at)) return refuse('twice');
    return renderPicking(question, { post: post.id, ...parsed }, shuffle, locale);
  }
  const { picked, inWords, problem, isAlone } = parsed;
  const right = isRight(question, picked, shuffle);
  const answer = { session: id, question: at, person: caller.id, name: playerName(caller), picked, right, at: now };
  let latest: typeof shown | undefined = shown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!latest) return refuse('gone');
    const { session, admitted } = await admit(latest, at, post, now, context);
    if (admitted.kind === 'out') return refuse(admitted.why);
    if (problem !== undefined) return notice(problem);
    const { elapsed } = admitted;
    const team = await joinTeam(id, plan, caller, context);
    const ended = await context.sessions.answer({ ...answer, elapsed }, session.version);
    switch (ended) {
      case 'twice':
      case 'removed':
        return refuse(ended);
      case 'kept':
        return renderAccepted(
          {
            elapsed: modeOf(plan).isTimed ? elapsed : undefined,
            inWords,
            team,
            replaces: isAlone,
          },
          locale,
        );
      case 'moved':
        // The session was stepped meanwhile: its latest state decides.
        latest = await sceneOfPost(post, context);
        break;
      default:
        return ended satisfies never;
    }
  }
  throw new Error('an answer could not be stored: its session was stepped at every attempt');
}
