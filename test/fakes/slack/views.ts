/** Modals and home tabs. */

import { storedBlocks } from './blocks.ts';
import { refuse, refuseArguments } from './errors.ts';
import { random } from './ids.ts';
import { flag, isJson, object, text } from './json.ts';
import { decoded, fileProblems } from './messages.ts';
import type { StoredView, Trigger } from './model.ts';
import { shown } from './pending.ts';
import { viewProblems } from './rules/rules.ts';
import { directChannel, type State } from './state.ts';
import type { Json, User } from './types.ts';

/** trigger_ids expire after three seconds. */
const TRIGGER_LIFE = 3000;
/** One modal and two pushed onto it. */
const MAX_STACK = 3;
const MAX_BYTES = 250 * 1024;

/** The view of an argument, checked. */
export function checkedView(state: State, given: unknown, type: 'modal' | 'home'): Json {
  const view = decoded(given, 'invalid_arguments');
  if (view === undefined) refuseArguments(['missing required field: view']);
  const problems = viewProblems(view);
  if (problems.length === 0 && object(view).type !== type)
    problems.push(`${text(object(view).type)} is not supported here [json-pointer:/view/type]`);
  if (problems.length === 0) problems.push(...fileProblems(state, object(view).blocks, '/view/blocks'));
  if (problems.length > 0) refuseArguments(problems);
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_BYTES) refuse('view_too_large');
  return object(view);
}

const frameOf = (view: Json): Json => ({
  ...(isJson(view.title) ? { title: { emoji: true, ...view.title } } : {}),
  submit: isJson(view.submit) ? { emoji: true, ...view.submit } : null,
  close: isJson(view.close) ? { emoji: true, ...view.close } : null,
});

const newHash = (state: State): string => `${Math.trunc(state.now() / 1000)}.${random(8)}`;

/** What a view says. */
const contentOf = (state: State, view: Json) => ({
  callbackId: text(view.callback_id),
  privateMetadata: text(view.private_metadata),
  title: text(object(view.title).text),
  blocks: storedBlocks(view.blocks),
  externalId: text(view.external_id),
  frame: frameOf(view),
  clearOnClose: flag(view.clear_on_close),
  notifyOnClose: flag(view.notify_on_close),
  hash: newHash(state),
});

function uniqueExternalId(state: State, view: Json, self?: StoredView): void {
  const id = text(view.external_id);
  if (id === '') return;
  for (const other of state.views.values())
    if (other !== self && !other.closed && other.externalId === id) refuse('duplicate_external_id');
}

export function newView(
  state: State,
  view: Json,
  type: StoredView['type'],
  user: User,
  origin: StoredView['origin'],
): StoredView {
  const id = state.id('V');
  const stored: StoredView = {
    id,
    type,
    user,
    closed: false,
    rootId: id,
    previousId: undefined,
    values: new Map(),
    used: new Set(),
    origin,
    ...contentOf(state, view),
  };
  state.views.set(id, stored);
  return stored;
}

/** The trigger, used up. */
function exchange(state: State, id: unknown): Trigger {
  const trigger = state.triggers.get(text(id));
  if (!trigger) refuse('invalid_trigger_id');
  if (trigger.used) refuse('exchanged_trigger_id');
  if (state.now() - trigger.at > TRIGGER_LIFE) refuse('expired_trigger_id');
  return trigger;
}

export const stackOf = (state: State, user: User): StoredView[] => {
  const stack = state.stacks.get(user.id) ?? [];
  state.stacks.set(user.id, stack);
  return stack;
};

const originOf = (state: State, { pending, user }: Trigger): StoredView['origin'] =>
  pending.view?.origin ?? pending.place ?? { channel: directChannel(state, user) };

/** views.open: the only modal then. */
export function openView(state: State, args: Json): StoredView {
  if (args.trigger_id === undefined) refuseArguments(['missing required field: trigger_id']);
  const view = checkedView(state, args.view, 'modal');
  const trigger = exchange(state, args.trigger_id);
  uniqueExternalId(state, view);
  trigger.used = true;
  const stack = stackOf(state, trigger.user);
  for (const open of stack.splice(0)) open.closed = true;
  const stored = newView(state, view, 'modal', trigger.user, originOf(state, trigger));
  stack.push(stored);
  shown(trigger.pending, stored);
  return stored;
}

/** Puts a checked modal onto those of this person. */
export function pushOnto(state: State, below: StoredView, view: Json): StoredView {
  const stack = stackOf(state, below.user);
  if (stack.length >= MAX_STACK) refuse('push_limit_reached');
  const stored = newView(state, view, 'modal', below.user, below.origin);
  stored.rootId = below.rootId;
  stored.previousId = below.id;
  stack.push(stored);
  return stored;
}

/** views.push, by a trigger from within a modal. */
export function pushView(state: State, args: Json): StoredView {
  if (args.trigger_id === undefined) refuseArguments(['missing required field: trigger_id']);
  const view = checkedView(state, args.view, 'modal');
  const trigger = exchange(state, args.trigger_id);
  const below = stackOf(state, trigger.user).at(-1);
  if (trigger.pending.view?.type !== 'modal' || !below) refuse('invalid_trigger_id');
  uniqueExternalId(state, view);
  const stored = pushOnto(state, below, view);
  trigger.used = true;
  shown(trigger.pending, stored);
  return stored;
}

/** Puts a checked view into the place of another; what people filled in stays where block and action are the same. */
export function replaceView(state: State, stored: StoredView, view: Json): StoredView {
  uniqueExternalId(state, view, stored);
  Object.assign(stored, contentOf(state, view));
  // A change of its modal answers what was done there; what is done in a home tab leads to a modal.
  if (stored.type === 'modal') for (const pending of [...stored.used]) shown(pending, stored);
  return stored;
}

/** views.update, by view_id or external_id. */
export function updateView(state: State, args: Json): StoredView {
  const { view_id: id, external_id: externalId, hash } = args;
  if (id === undefined && externalId === undefined) refuseArguments(['missing required field: view_id']);
  const found =
    id === undefined
      ? [...state.views.values()].find((one) => one.externalId === text(externalId))
      : state.views.get(text(id));
  const view = checkedView(state, args.view, found?.type ?? 'modal');
  if (!found || found.closed) refuse('not_found');
  if (hash !== undefined && hash !== '' && hash !== found.hash) refuse('hash_conflict');
  return replaceView(state, found, view);
}

/** Takes the view off, and everything with it when it clears all. */
export function closeView(state: State, view: StoredView, all: boolean): void {
  const stack = stackOf(state, view.user);
  const from = all ? 0 : stack.indexOf(view);
  if (from < 0) return;
  for (const closed of stack.splice(from)) closed.closed = true;
}
