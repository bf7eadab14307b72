import type { Class } from '../../core/class.ts';
import { UserError } from '../../core/errors.ts';
import type { Context } from '../../course/context.ts';
import { type Choices, openChoices, readChoices, withChoices } from '../../daily/choices.ts';
import type { Outlook } from '../../daily/coming.ts';
import { loadOutlook } from '../../daily/plan.ts';
import { classOver } from '../change.ts';
import { text } from './text.ts';

/** Attempts at choosing cards of a class that others change as well: so many instructors at once would be no people. */
const ATTEMPTS = 20;
/** Cards that may be chosen ahead: half a year of weekdays. */
const MOST = 120;

/** A class and what its next cards follow from, read so that they fit together. */
export interface Read {
  one: Class;
  outlook: Outlook;
}

/** @throws UserError where the class is over. */
export async function readCards(id: string, context: Context): Promise<Read> {
  const one = await context.classes.byId(id);
  if (!one || one.closed !== undefined) throw classOver();
  return { one, outlook: await loadOutlook(one, context.now().epochMilliseconds, context) };
}

/**
 * Changes the choices of a class. Where another instructor or a process changes the class at the same time, `change` is
 * called again with what they made of it, so that neither word is lost.
 * @throws UserError where the class is over, where a newer version has written its choices, and what `change` throws.
 */
export async function changeChoices<T>(
  id: string,
  change: (read: Read) => { choices: Choices; done: T },
  context: Context,
): Promise<Read & { done: T }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { one, outlook } = await readCards(id, context);
    if (readChoices(one) === 'newer') throw new UserError(text.both((words) => words.newer));
    const open = { ...outlook, choices: openChoices(outlook.choices, outlook.history) };
    const { choices, done } = change({ one, outlook: open });
    if (choices.dated.length + choices.next.length > MOST)
      throw new UserError(text.both((words) => words.tooMany(MOST)));
    const changed = withChoices(one, choices);
    if (await context.classes.replace(one, changed, context.now().epochMilliseconds))
      return { one: changed, outlook: { ...outlook, choices }, done };
  }
  throw new Error('a class never stops changing');
}
