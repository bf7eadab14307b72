/** Answering interactions. */
import { invalidForm, refusals } from './errors.ts';
import { requireCallbackFeatures } from './features.ts';
import { V2 } from './flags.ts';
import type { Reply } from './http.ts';
import { allComponents, number, object, objects, text } from './json.ts';
import { createLoading, createMessage, editMessage } from './messages.ts';
import { madeBy } from './pending.ts';
import { callbackError } from './rules/interaction.ts';
import { choices } from './rules/problems.ts';
import { guildIdOf, type Pending, refuse, type State, tooLate, type Uploaded, unanswered } from './state.ts';
import type { Answer, Choice, Json, Modal } from './types.ts';
import { messageJson } from './wire.ts';

const LABEL = 18;

/** POST /interactions/:id/:token/callback */
export function respond(
  state: State,
  pending: Pending | undefined,
  body: unknown,
  uploads: readonly Uploaded[],
  withResponse: boolean,
): Reply {
  if (!pending || tooLate(state, pending)) refuse(refusals.unknownInteraction);
  if (!unanswered(pending)) refuse(refusals.alreadyAcknowledged);
  const type = number(object(body).type);
  const data = object(object(body).data);
  requireCallbackFeatures(state, type, data);
  const wasV2 = ((pending.source?.flags ?? 0) & V2) !== 0;
  const fromMessage = pending.source !== undefined;
  const error = callbackError(body, { type: pending.type, fromMessage, wasV2 }, uploads);
  if (error) refuse(error);
  const answer = take(state, pending, type, data, uploads);
  pending.acknowledgedAfter = state.now() - pending.at;
  pending.answered.resolve(answer);
  if (answer.kind === 'message' || answer.kind === 'update') pending.settled.resolve(answer.message);
  if (answer.kind === 'modal' || answer.kind === 'choices')
    pending.settled.reject(new Error(`There is no message: the interaction was answered with ${answer.kind}`));
  return withResponse ? { status: 200, body: callbackResponse(state, pending, type) } : { status: 204 };
}

function take(state: State, pending: Pending, type: number, data: Json, uploads: readonly Uploaded[]): Answer {
  const { source } = pending;
  if (type === 4) {
    const message = createMessage(state, data, uploads, madeBy(pending, false));
    pending.message = message;
    return { kind: 'message', message };
  }
  if (type === 5) {
    const message = createLoading(state, number(data.flags), madeBy(pending, false));
    pending.message = message;
    return { kind: 'deferred', message };
  }
  if ((type === 6 || type === 7) && source) {
    if (type === 7) editMessage(state, source, data, uploads);
    pending.message = source;
    return { kind: type === 7 ? 'update' : 'deferredUpdate', message: source };
  }
  if (type === 8) {
    const choices = objects(data.choices).map(({ name, value }): Choice => {
      return { name: text(name), value: typeof value === 'number' ? value : text(value) };
    });
    return { kind: 'choices', choices };
  }
  if (type === 9) return { kind: 'modal', modal: modalOf(pending, data) };
  refuse(invalidForm({ type: { _errors: [choices([4, 5, 6, 7, 8, 9])] } }));
}

/** What a modal was opened by; `submit` goes on from there. */
export const openedBy = new WeakMap<Modal, Pending>();

const ACTION_ROW = 1;

function modalOf(pending: Pending, data: Json): Modal {
  const components = objects(data.components);
  const fields = components.flatMap((outer) => {
    const inner = outer.type === ACTION_ROW ? objects(outer.components) : objects([outer.component]);
    return inner.map((field) => ({
      customId: text(field.custom_id),
      label: text(outer.type === LABEL ? outer.label : field.label),
      field,
    }));
  });
  let next = 1;
  for (const component of allComponents(components)) component.id ||= next++;
  const modal = {
    customId: text(data.custom_id),
    title: text(data.title),
    components,
    user: pending.user,
    fields,
  };
  openedBy.set(modal, pending);
  return modal;
}

function callbackResponse(state: State, pending: Pending, type: number): Json {
  const { message } = pending;
  const guildId = guildIdOf(state, pending.channel);
  return {
    interaction: {
      id: pending.id,
      type: pending.type,
      channel_id: pending.channel.id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: message.loading,
            response_message_ephemeral: message.ephemeral,
          }),
    },
    resource: {
      type,
      ...((type === 4 || type === 7 || type === 5) && message ? { message: messageJson(state, message) } : {}),
    },
  };
}
