/** What people do with messages and views: press, pick, submit, dismiss. */

import { labelOf } from './blocks.ts';
import { buttonFor, type Control, dispatches, externalFor, inputFor, optionsFor } from './controls.ts';
import { fill } from './filling.ts';
import { isJson, number, objects, text } from './json.ts';
import type { Pending, Place, Stored, Values } from './model.ts';
import {
  actionsBody,
  closedBody,
  messageShortcutBody,
  shortcutBody,
  submissionBody,
  suggestionBody,
  type Where,
} from './payloads.ts';
import { begin, handleOf } from './pending.ts';
import { directChannel, type State } from './state.ts';
import type { Act, Json, LocalSlack, Message, User, View } from './types.ts';
import { isMulti, setValue } from './values.ts';
import { closeView, stackOf } from './views.ts';

type Using = Pick<
  LocalSlack,
  'press' | 'select' | 'suggest' | 'pick' | 'write' | 'submit' | 'dismiss' | 'shortcut' | 'messageShortcut'
>;

const isView = (on: Message | View): on is View => 'callbackId' in on;

export function createUsing(state: State): Using {
  const messageSeen = (user: User, message: Message): { message: Stored; channel: Place['channel'] } => {
    const channel = state.channels.get(message.channel);
    const stored = channel?.messages.get(message.ts);
    if (!channel || !stored) throw new Error('The message is gone');
    if (stored.ephemeralFor !== undefined && stored.ephemeralFor !== user.id)
      throw new Error(`${user.name} cannot see the message`);
    if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in that conversation`);
    return { message: stored, channel };
  };

  const seen = (user: User, on: Message | View): Where => {
    if (!isView(on)) return messageSeen(user, on);
    const view = state.views.get(on.id);
    if (!view || view.closed) throw new Error('The view is closed');
    if (view.user.id !== user.id) throw new Error(`${user.name} cannot see the view`);
    if (view.type === 'modal' && stackOf(state, user).at(-1) !== view) throw new Error('Another modal is above it');
    return { view };
  };

  const shownOf = (where: Where) => where.view ?? where.message;

  const begun = (user: User, where: Where, type: string, payload: (pending: Pending) => Json): Pending => {
    if (where.view) {
      const { view } = where;
      return begin(state, { kind: 'interactive', type, user, view, place: view.origin }, payload);
    }
    const { message: source, channel } = where;
    const place = { channel, ts: source.ts, threadTs: source.threadTs };
    return begin(state, { kind: 'interactive', type, user, source, place }, payload);
  };

  const send = (pending: Pending): Act => {
    state.deliver(pending);
    return handleOf(pending);
  };

  const act = (user: User, where: Where, control: Control, value: Json): Act =>
    send(begun(user, where, 'block_actions', (it) => actionsBody(state, it, where, user, { control, value })));

  const valuesOf = (user: User, where: Where): Values => {
    if (where.view) return where.view.values;
    const { picked } = where.message;
    const values: Values = picked.get(user.id) ?? new Map();
    picked.set(user.id, values);
    return values;
  };

  /** Picks options: they are in the state from now on. */
  const picked = (user: User, where: Where, control: Control, options: readonly Json[]): Act => {
    if (!dispatches(control)) throw new Error('The app is told of this element only with its form: use submit()');
    const type = text(control.element.type);
    const value = isMulti(type) ? { selected_options: options } : { selected_option: options[0] ?? null };
    if (type !== 'overflow') {
      setValue(valuesOf(user, where), control.blockId, text(control.element.action_id), { type, ...value });
    }
    return act(user, where, control, value);
  };

  return {
    press: (user, on, what) => {
      const where = seen(user, on);
      const control = buttonFor(shownOf(where), what);
      const { text: label, value, url, style } = control.element;
      const pressed = { text: label, value, url, style };
      return act(user, where, control, JSON.parse(JSON.stringify(pressed)));
    },
    select: (user, on, labels, actionId) => {
      const where = seen(user, on);
      const wanted = typeof labels === 'string' ? [labels] : labels;
      const { control, options } = optionsFor(shownOf(where), wanted, actionId);
      return picked(user, where, control, options);
    },
    suggest: async (user, on, typed, actionId) => {
      const where = seen(user, on);
      const control = externalFor(shownOf(where), actionId);
      if (typed.length < number(control.element.min_query_length, 3)) return [];
      const pending = begun(user, where, 'block_suggestion', () => suggestionBody(state, where, user, control, typed));
      const answer = await send(pending).acknowledged;
      const { options, option_groups: groups } = isJson(answer) ? answer : {};
      const all = [...objects(options), ...objects(groups).flatMap((group) => objects(group.options))];
      return all.map((option) => ({ label: labelOf(option.text), value: text(option.value) }));
    },
    pick: (user, on, { label, value }, actionId) => {
      const where = seen(user, on);
      const control = externalFor(shownOf(where), actionId);
      return picked(user, where, control, [{ text: { type: 'plain_text', text: label, emoji: true }, value }]);
    },
    write: (user, on, typed) => {
      const where = messageSeen(user, on);
      const { element, blockId } = inputFor(where.message);
      const { type, action_id: action } = element;
      if (typed.length > number(element.max_length, 3000)) throw new Error('That is too long');
      setValue(valuesOf(user, where), blockId, text(action), { type, value: typed === '' ? null : typed });
    },
    submit: (user, on, values) => {
      const where = seen(user, on);
      const { view } = where;
      if (view?.type !== 'modal') throw new Error('Only a modal can be submitted');
      if (!isJson(view.frame.submit)) throw new Error('The modal has no button to submit it');
      fill(view, values);
      return send(begun(user, where, 'view_submission', (it) => submissionBody(state, it, view, user)));
    },
    dismiss: (user, on) => {
      const where = seen(user, on);
      const { view } = where;
      if (view?.type !== 'modal') throw new Error('Only a modal can be dismissed');
      closeView(state, view, view.clearOnClose);
      if (!view.notifyOnClose) return undefined;
      return send(begun(user, where, 'view_closed', () => closedBody(state, view, user, view.clearOnClose)));
    },
    shortcut: (user, callbackId) => {
      const place = { channel: directChannel(state, user) };
      const pending = begin(state, { kind: 'interactive', type: 'shortcut', user, place }, (it) =>
        shortcutBody(state, it, user, callbackId),
      );
      return send(pending);
    },
    messageShortcut: (user, callbackId, on) => {
      const where = messageSeen(user, on);
      const { message, channel } = where;
      const place = { channel, ts: message.ts, threadTs: message.threadTs };
      const pending = begin(state, { kind: 'interactive', type: 'message_action', user, place }, (it) =>
        messageShortcutBody(state, it, where, user, callbackId),
      );
      return send(pending);
    },
  };
}
