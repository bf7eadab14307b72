/** What an app posts to a response_url. */
import { Refused } from './errors.ts';
import type { Call, Reply } from './http.ts';
import { flag } from './json.ts';
import { contentOf, createMessage, deleteMessage, editMessage } from './messages.ts';
import { answered } from './pending.ts';
import type { Hook, State } from './state.ts';
import type { Json } from './types.ts';

/** A response_url may be used five times within thirty minutes. */
const USES = 5;
const LIFE = 30 * 60_000;

function hookOf(state: State, path: string): Hook {
  const hook = state.hooks.get(path);
  if (!hook) throw new Refused('invalid_url', {}, 404);
  if (state.now() - hook.at > LIFE) throw new Refused('expired_url', {}, 404);
  if (hook.uses >= USES) throw new Refused('used_url', {}, 404);
  return hook;
}

/**
 * Posts, replaces or deletes. Only a message that was used has an original: of a slash command, `replace_original` posts
 * anew. A new message goes into the conversation, and into a thread only when told.
 */
function take(state: State, hook: Hook, args: Json): void {
  const { pending, user, place } = hook;
  const { source } = pending;
  if (flag(args.delete_original)) {
    if (source) deleteMessage(state, source);
    return;
  }
  const content = contentOf(state, args);
  if (flag(args.replace_original) && source) {
    answered(state, pending, editMessage(state, source, content));
    return;
  }
  const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : undefined;
  const message = createMessage(state, content, {
    channel: place.channel,
    author: state.bot.id,
    byBot: true,
    threadTs,
    ...(args.response_type === 'in_channel' ? {} : { ephemeralFor: user.id }),
  });
  answered(state, pending, message);
}

export function respond(state: State, call: Call): Reply {
  const hook = hookOf(state, call.path);
  try {
    take(state, hook, call.args);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.message, error.answer, 400);
  }
  hook.uses += 1;
  hook.pending.responses.push(call.args);
  return { status: 200, body: call.path.startsWith('/commands/') ? 'ok' : { ok: true } };
}
