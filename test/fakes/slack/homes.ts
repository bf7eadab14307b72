/** Home tabs. */
import { refuse, refuseArguments } from './errors.ts';
import { text } from './json.ts';
import type { StoredView } from './model.ts';
import { directChannel, type State } from './state.ts';
import type { Json, User } from './types.ts';
import { checkedView, newView, replaceView } from './views.ts';

/** views.publish: the home tab of a person. */
export function publishView(state: State, args: Json): StoredView {
  if (args.user_id === undefined) refuseArguments(['missing required field: user_id']);
  const view = checkedView(state, args.view, 'home');
  const user = state.users.get(text(args.user_id));
  if (!user || user.id === state.bot.id) refuse('user_not_found');
  const known = state.homes.get(user.id);
  if (args.hash !== undefined && args.hash !== '' && args.hash !== known?.hash) refuse('hash_conflict');
  const stored = known
    ? replaceView(state, known, view)
    : newView(state, view, 'home', user, { channel: directChannel(state, user) });
  state.homes.set(user.id, stored);
  const publications = publicationsOf(state, user);
  publications.times += 1;
  for (const { times, resolve } of publications.waiting) if (publications.times >= times) resolve();
  return stored;
}

function publicationsOf(state: State, user: User) {
  const known = state.publications.get(user.id) ?? { times: 0, waiting: [] };
  state.publications.set(user.id, known);
  return known;
}

/** Resolves once the person's home tab has been published that often. */
export async function published(state: State, user: User, times: number): Promise<StoredView> {
  const publications = publicationsOf(state, user);
  if (publications.times < times)
    await new Promise<void>((resolve) => {
      publications.waiting.push({ times, resolve });
    });
  const view = state.homes.get(user.id);
  if (!view) throw new Error('Nothing was published');
  return view;
}
