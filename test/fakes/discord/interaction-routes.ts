import { refusals } from './errors.ts';
import { EDITS, useLimit } from './faults.ts';
import { V2 } from './flags.ts';
import { type Call, done, ok, type Reply, type Route } from './http.ts';
import { respond } from './interactions.ts';
import { checkMessage, createMessage, deleteMessage, editMessage } from './messages.ts';
import { madeBy } from './pending.ts';
import { isInstalled } from './registered.ts';
import { expired, type Pending, refuse, type State, type Stored, unanswered } from './state.ts';
import { messageJson } from './wire.ts';

/** Follow-ups where only a person has installed the app (Create Followup Message). */
const FOLLOW_UPS = 5;

/** The interaction of a webhook's token, which may be used for follow-ups now. */
function webhookOf(state: State, call: Call): Pending {
  if (call.param('app') !== state.applicationId) refuse(refusals.unknownWebhook);
  const pending = state.interactions.get(call.param('token'));
  if (!pending || expired(state, pending)) refuse(refusals.invalidWebhookToken);
  if (unanswered(pending) || pending.type === 4) refuse(refusals.unknownWebhook);
  return pending;
}

function webhookMessage(pending: Pending, id: string): Stored {
  const { message, followUps } = pending;
  const found = id === '@original' || id === message?.id ? message : followUps.find((one) => one.id === id);
  if (!found || found.deleted) refuse(refusals.unknownMessage);
  return found;
}

export function interactionRoutes(state: State): Route[] {
  const route = (method: string, pattern: string, run: Route['run']): Route => ({ method, pattern, auth: false, run });
  const messages = '/webhooks/:app/:token/messages/:message';
  const edit = (pending: Pending, message: Stored, call: Call, isEdit: boolean): Reply => {
    const how = { edit: isEdit, wasV2: (message.flags & V2) !== 0, interaction: true };
    checkMessage(state, call.body, call.uploads, how);
    editMessage(state, message, call.body, call.uploads);
    if (message === pending.message) pending.settled.resolve(message);
    return ok(messageJson(state, message));
  };
  return [
    route('POST', '/interactions/:id/:token/callback', (call) => {
      const pending = state.interactions.get(call.param('token'));
      const own = pending?.id === call.param('id') ? pending : undefined;
      return respond(state, own, call.body, call.uploads, call.query.get('with_response') === 'true');
    }),
    route('POST', '/webhooks/:app/:token', (call) => {
      const pending = webhookOf(state, call);
      const original = pending.message;
      if (original?.loading && !original.deleted) return edit(pending, original, call, false);
      checkMessage(state, call.body, call.uploads, { edit: false, wasV2: false, interaction: true });
      if (!isInstalled(pending.channel.kind) && pending.followUps.length >= FOLLOW_UPS)
        refuse(refusals.tooManyFollowUps);
      const message = createMessage(state, call.body, call.uploads, madeBy(pending, true));
      pending.followUps.push(message);
      return ok(messageJson(state, message));
    }),
    route('GET', messages, (call) =>
      ok(messageJson(state, webhookMessage(webhookOf(state, call), call.param('message')))),
    ),
    route('PATCH', messages, (call) => {
      const pending = webhookOf(state, call);
      const message = webhookMessage(pending, call.param('message'));
      const { over, headers } = useLimit(state, EDITS, pending.edits);
      return over ?? { ...edit(pending, message, call, true), headers };
    }),
    route('DELETE', messages, (call) => {
      const pending = webhookOf(state, call);
      const message = webhookMessage(pending, call.param('message'));
      deleteMessage(state, message);
      if (message === pending.message) pending.settled.reject(new Error('The answer was deleted'));
      return done;
    }),
  ];
}
