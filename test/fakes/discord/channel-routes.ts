import { refusals } from './errors.ts';
import { CHANNEL_MESSAGES, useLimit } from './faults.ts';
import { V2 } from './flags.ts';
import { channelJson } from './guilds.ts';
import { type Call, done, ok, type Reply, type Route } from './http.ts';
import { object, text } from './json.ts';
import { checkMessage, createMessage, deleteMessage, editMessage } from './messages.ts';
import { type Channel, directChannel, refuse, type State, type Stored } from './state.ts';
import type { Json } from './types.ts';
import { fetchKept } from './uploads.ts';
import { messageJson } from './wire.ts';

const NONCE_MINUTES = 5;

export function channelRoutes(state: State): Route[] {
  const channelOf = (call: Call): Channel => {
    const channel = state.channels.get(call.param('channel')) ?? refuse(refusals.unknownChannel);
    return channel.access === 'nothing' ? refuse(refusals.missingAccess) : channel;
  };
  const messageOf = (call: Call): Stored => {
    const message = channelOf(call).messages.get(call.param('message'));
    return message && !message.ephemeral ? message : refuse(refusals.unknownMessage);
  };
  const readable = (call: Call): Stored => {
    if (channelOf(call).access === 'no history') refuse(refusals.missingPermissions);
    return messageOf(call);
  };
  const route = (method: string, pattern: string, run: Route['run']): Route => ({ method, pattern, auth: true, run });
  const list = '/channels/:channel/messages';
  const one = '/channels/:channel/messages/:message';
  return [
    route('POST', '/users/@me/channels', ({ body }) => {
      const user = state.users.get(text(object(body).recipient_id));
      if (!user || user.id === state.bot.id) refuse({ status: 400, code: 50033, message: 'Invalid Recipient(s)' });
      return ok(channelJson(state, directChannel(state, user)));
    }),
    route('GET', '/channels/:channel', (call) => ok(channelJson(state, channelOf(call)))),
    // Without the permission to read the history, nothing is returned (Get Channel Messages).
    route('GET', list, (call) => {
      const channel = channelOf(call);
      return ok(
        channel.access === 'no history' ? [] : page(channel, call.query).map((message) => read(state, message)),
      );
    }),
    route('POST', list, (call) => {
      const channel = channelOf(call);
      if (channel.access === 'no writing')
        refuse(channel.kind === 'dm' ? refusals.cannotSendToUser : refusals.missingPermissions);
      if (channel.access === 'no files' && call.uploads.length > 0) refuse(refusals.missingPermissions);
      const { over, headers } = useLimit(state, CHANNEL_MESSAGES, channel.window);
      return over ?? { ...post(state, channel, call), headers };
    }),
    route('GET', one, (call) => ok(read(state, readable(call)))),
    route('PATCH', one, (call) => {
      const message = messageOf(call);
      if (message.author.id !== state.bot.id) refuse(refusals.notOurs);
      checkMessage(state, call.body, call.uploads, {
        edit: true,
        wasV2: (message.flags & V2) !== 0,
        interaction: false,
        kept: message.attachments.map(({ filename }) => filename),
      });
      return ok(messageJson(state, editMessage(state, message, call.body, call.uploads)));
    }),
    route('DELETE', one, (call) => {
      deleteMessage(state, messageOf(call));
      return done;
    }),
    { ...route('GET', '/attachments/:channel/:attachment/:name', (call) => file(state, call)), auth: false },
    {
      ...route('GET', '/ephemeral-attachments/:channel/:attachment/:name', (call) => fetchKept(state, call)),
      auth: false,
    },
  ];
}

/** A message that is read later: the nonce is told only to who sends it, and to the gateway. */
function read(state: State, message: Stored): Json {
  const { nonce: _nonce, ...json } = messageJson(state, message);
  return json;
}

function post(state: State, channel: Channel, call: Call): Reply {
  const body = object(call.body);
  checkMessage(state, call.body, call.uploads, { edit: false, wasV2: false, interaction: false });
  const enforced = body.enforce_nonce === true && body.nonce !== undefined;
  const key = `${channel.id} ${String(body.nonce)}`;
  const known = enforced ? state.nonces.get(key) : undefined;
  if (known && state.now() - known.at < NONCE_MINUTES * 60_000) return ok(messageJson(state, known.message));
  const reference = channel.messages.get(text(object(body.message_reference).message_id));
  const made = { channel, type: reference ? 19 : 0, webhook: false, ...(reference ? { reference } : {}) };
  const message = createMessage(state, body, call.uploads, made);
  if (enforced) state.nonces.set(key, { at: state.now(), message });
  return ok(messageJson(state, message));
}

/** Newest first. */
function page(channel: Channel, query: URLSearchParams): Stored[] {
  const before = query.get('before');
  const after = query.get('after');
  const limit = Math.min(Number(query.get('limit') ?? 50), 100);
  const shown = [...channel.messages.values()].filter(
    ({ id, ephemeral }) =>
      !ephemeral && (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after)),
  );
  return (after === null ? shown.slice(-limit) : shown.slice(0, limit)).reverse();
}

/** The bytes of an attachment, as the CDN has them. */
function file(state: State, call: Call): Reply {
  for (const message of state.channels.get(call.param('channel'))?.messages.values() ?? [])
    for (const { id, data } of message.attachments)
      if (id === call.param('attachment') && !state.uploads.has(id)) return { status: 200, bytes: data };
  return fetchKept(state, call);
}
