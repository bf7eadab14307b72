import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { fields, markdown, notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { literalLine } from '../markdown/escape.ts';
import { namesOf } from './names.ts';
import { sceneOfPost } from './posts.ts';
import { playerName } from './state.ts';
import { teamByRole, teamName, teamOf } from './teams.ts';
import { text } from './text.ts';

/**
 * Has a student join the quiz of a message, whenever they press that they do. The reply says under which name, since
 * another one may have theirs, and for which team.
 */
export async function joinQuiz(said: { post: string } | undefined, caller: Caller, context: Context): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const post = said && (await context.outbox.byId(said.post));
  const shown = await sceneOfPost(post, context);
  if (!post || !shown) return notice(words.refused.gone);
  const { session, state } = shown;
  const { plan, step } = state.live;
  if (caller.channel !== post.channel) return notice(words.refused.elsewhere);
  if (step.kind === 'over') return notice(words.refused.over);
  const own = playerName(caller);
  if ((await context.sessions.player(session.id, caller.id))?.isRemoved) return notice(words.refused.removed);
  const player = await context.sessions.join(session.id, caller.id, teamByRole(plan, caller.known), own);
  const players = await context.sessions.players(session.id);
  const name = namesOf(players, []).get(caller.id) ?? own;
  const team = plan.teams === undefined ? undefined : teamName(teamOf(player, session.id, plan.teams), plan, locale);
  const isTaken = name !== (player.name ?? own);
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      markdown(name === '' ? words.joined : words.joinedAs(literalLine(name))),
      ...(isTaken ? [markdown(words.nameTaken)] : []),
      ...(team === undefined ? [] : [fields({ name: words.yourTeam, value: team })]),
    ],
  };
}
