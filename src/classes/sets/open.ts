import type { KeptSet } from '../../content/model.ts';
import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { Context } from '../../course/context.ts';
import { courseOf } from '../../course/courses.ts';
import { keptSetNamed } from '../../course/kept-back.ts';
import { escapeMarkdown } from '../../markdown/escape.ts';
import { confirm } from '../confirm.ts';
import { classToTeach } from '../find.ts';
import { text } from './text.ts';

const LIST = 'class open';

/** The line that opens a set, once the instructor is `sure`, or locks it. */
const lineOf = (action: 'open' | 'lock', { id }: KeptSet, sure = false): string =>
  `class ${action} set:"${id}"${sure ? ' how:sure' : ''}`;

/** The sets that are kept back, and which of them are open to the class. */
async function renderSets(one: Class, locale: Locale, context: Context): Promise<Reply> {
  const words = text(locale);
  const sets = courseOf(context.courses(), one).content.keptBack.slice(0, LIMITS.buttons);
  const open = new Set(await context.reports.openSets(one.id));
  const rows = sets.map(({ id, title, questions }) =>
    words.one(escapeMarkdown(title[locale]), questions.length, open.has(id)),
  );
  const ways = sets.map((set) =>
    open.has(set.id)
      ? button(words.lockIt(set.title[locale]), lineOf('lock', set))
      : button(words.openIt(set.title[locale]), lineOf('open', set)),
  );
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.list),
      ...(sets.length === 0 ? [markdown(words.none)] : [markdown(words.what), markdown(rows.join('\n'))]),
      buttons(...ways),
    ],
  };
}

/** @throws UserError where no kept-back set is called so. */
function setNamed(words: string, one: Class, { courses }: Context): KeptSet {
  const set = keptSetNamed(words, courseOf(courses(), one));
  if (!set) throw new UserError(text.both((own) => own.noSuchSet));
  return set;
}

/** What was done to a set, and the way back. */
const done = (said: string, more: string, back: { label: string; line: string }, locale: Locale): Reply => ({
  visibility: 'caller',
  accent: 'success',
  replaces: true,
  blocks: [heading(said), markdown(more), buttons(button(back.label, back.line), button(text(locale).showList, LIST))],
});

/**
 * Opens a kept-back set to the students of the instructor's class, once they say `sure`; without a name, lists the sets.
 * @throws UserError to students, and where no kept-back set is called so.
 */
export async function openSet(
  { set: name, how }: { set: string | undefined; how: 'sure' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const one = await classToTeach(caller, context);
  const { locale } = caller;
  if (name === undefined) return renderSets(one, locale, context);
  const set = setNamed(name, one, context);
  const words = text(locale);
  const title = set.title[locale];
  const back = { label: words.undoOpen, line: lineOf('lock', set) };
  if ((await context.reports.openSets(one.id)).includes(set.id))
    return done(words.alreadyOpen(title), words.whoSees(title), back, locale);
  if (how === undefined)
    return confirm(words.askOpen(title), words.whatOpens(set.questions.length, title), {
      yes: button(words.open, lineOf('open', set, true)),
      no: button(words.keep, LIST),
    });
  await context.reports.openSet(one.id, set.id, true, context.now().epochMilliseconds);
  return done(words.opened(title), words.whoSees(title), back, locale);
}

/**
 * Keeps a set back from the students of the instructor's class again; without a name, lists the sets.
 * @throws UserError to students, and where no kept-back set is called so.
 */
export async function lockSet(
  { set: name }: { set: string | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const one = await classToTeach(caller, context);
  const { locale } = caller;
  if (name === undefined) return renderSets(one, locale, context);
  const set = setNamed(name, one, context);
  const words = text(locale);
  const title = set.title[locale];
  const back = { label: words.undoLock, line: lineOf('open', set, true) };
  if (!(await context.reports.openSets(one.id)).includes(set.id))
    return done(words.alreadyLocked(title), words.whatLocks(title), { ...back, line: lineOf('open', set) }, locale);
  await context.reports.openSet(one.id, set.id, false, context.now().epochMilliseconds);
  return done(words.locked(title), words.whatLocks(title), back, locale);
}
