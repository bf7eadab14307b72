/** What an app posts to a response_url. */

import type { Call, Reply } from './calls.ts';
import { Refused } from './errors.ts';
import { flag, text } from './json.ts';
import { contentOf, createMessage, deleteMessage, editMessage } from './messages.ts';
import type { Hook } from './model.ts';
import { answered } from './pending.ts';
import type { State } from './state.ts';
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

/** Whether the original is to go: left out, a message for all overwrites it, and one for the person does not. */
const replaces = (args: Json): boolean =>
  args.replace_original === undefined ? args.response_type === 'in_channel' : flag(args.replace_original);

/**
 * Posts, replaces or deletes. Only a message that was used is an original: of a slash command, `replace_original` posts
 * anew. Only a message for all can go into a thread.
 */
function take(state: State, hook: Hook, args: Json): void {
  const { pending, user, place } = hook;
  const { source } = pending;
  if (flag(args.delete_original)) {
    if (source) deleteMessage(state, source);
    return;
  }
  const content = contentOf(state, args);
  if (replaces(args) && source) {
    answered(state, pending, editMessage(state, source, content));
    return;
  }
  const visible = args.response_type === 'in_channel';
  const message = createMessage(state, content, {
    channel: place.channel,
    author: state.bot.id,
    byBot: true,
    ...(visible ? { threadTs: text(args.thread_ts) || undefined } : { ephemeralFor: user.id }),
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
