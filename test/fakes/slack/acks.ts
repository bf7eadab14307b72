/** What an acknowledgement brings about. */

import { Refused } from './errors.ts';
import { isJson, object, text } from './json.ts';
import { contentOf, createMessage } from './messages.ts';
import type { Pending, StoredView } from './model.ts';
import { answered, shown } from './pending.ts';
import { ackProblems, optionsProblems } from './rules/rules.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';
import { checkedView, closeView, pushOnto, replaceView } from './views.ts';

const isEmpty = (payload: unknown): boolean =>
  payload === undefined || payload === '' || (isJson(payload) && Object.keys(payload).length === 0);

/** A slash command's acknowledgement may be a message. */
function say(state: State, pending: Pending, payload: Json): void {
  const { place, user } = pending;
  if (!place || !user) return;
  const visible = payload.response_type === 'in_channel';
  const message = createMessage(state, contentOf(state, payload), {
    channel: place.channel,
    author: state.bot.id,
    byBot: true,
    ...(visible ? {} : { ephemeralFor: user.id }),
  });
  answered(state, pending, message);
}

function submitted(state: State, pending: Pending, view: StoredView, payload: Json): void {
  const action = payload.response_action;
  if (action === undefined) closeView(state, view, false);
  if (action === 'clear') closeView(state, view, true);
  if (action === 'errors') {
    const blockIds = view.blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id] : []));
    for (const id of Object.keys(object(payload.errors)))
      if (!blockIds.includes(id)) throw new Error(`The view has no input block ${id}`);
  }
  if (action === 'update') replaceView(state, view, checkedView(state, payload.view, 'modal'));
  if (action === 'push') shown(pending, pushOnto(state, view, checkedView(state, payload.view, 'modal')));
}

/**
 * Takes an acknowledgement's payload, and returns it as `acknowledged` has it. Throws where Slack shows an error to the
 * person.
 */
export function applyAck(state: State, pending: Pending, given: unknown): unknown {
  const payload = isEmpty(given) ? undefined : given;
  const problems = ackProblems(pending.kind, payload);
  if (pending.type === 'block_suggestion') problems.push(...optionsProblems(payload));
  if (problems.length > 0) throw new Error(`The acknowledgement is not as Slack takes it: ${problems.join('; ')}`);
  try {
    if (pending.kind === 'slash_commands' && payload !== undefined)
      say(state, pending, isJson(payload) ? payload : { text: text(payload) });
    if (pending.type === 'view_submission' && pending.view) submitted(state, pending, pending.view, object(payload));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Error(`The acknowledgement is refused: ${JSON.stringify(error.answer)}`);
  }
  return payload;
}
