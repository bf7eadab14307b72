import { platformOf } from '../../core/address.ts';
import { type Class, dayOf, refusal } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { readEntered, writeEntered } from '../../core/command/filled.ts';
import { UserError } from '../../core/errors.ts';
import type { Form, FormPart, Reply } from '../../core/reply/blocks.ts';
import type { Context } from '../../course/context.ts';
import { USUAL } from '../../schedule/timetable.ts';
import { minuteInWords, weekdaysInWords } from '../../schedule/words.ts';
import { classesToTeach, isAlone, onlyManagers } from '../find.ts';
import { closedClasses } from '../term/closed.ts';
import { text } from '../text.ts';
import { formLine } from './lines.ts';
import { type FormName, text as formText } from './text.ts';

/** Weekdays as readWeekdays() gives them. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const idOf = (address: string): string => address.slice(platformOf(address).length + 1);

/** What the form holds to begin with: what was entered before, or else what a class has, or would have. */
function partsOf(
  one: Pick<Class, 'timetable' | 'locale'>,
  channel: string | undefined,
  entered: ReadonlyMap<string, string>,
  { caller, hasBegun }: { caller: Caller; hasBegun: boolean },
): FormPart[] {
  const words = formText(caller.locale);
  const { timetable, locale } = one;
  const holding = (name: FormName, known: string | undefined) => {
    const value = entered.get(name) ?? known;
    return { name, label: words.labels[name], ...(value === undefined ? {} : { value }) };
  };
  const parts: FormPart[] = [
    { ...holding('channel', channel), kind: 'channel' },
    {
      ...holding('days', timetable.weekdays.map((day) => WEEKDAYS[day - 1]).join(',')),
      kind: 'several',
      options: WEEKDAYS.map((value, i) => ({ value, label: weekdaysInWords([i + 1], caller.locale) })),
    },
    { ...holding('time', minuteInWords(timetable.minute)), kind: 'time', hint: words.hourHint },
    {
      ...holding('language', locale),
      kind: 'one',
      options: (['ko', 'en'] as const).map((value) => ({ value, label: text(caller.locale).languages[value] })),
    },
    {
      ...holding('holidays', timetable.holidays ? 'rest' : 'post'),
      kind: 'one',
      options: (['rest', 'post'] as const).map((value) => ({ value, ...words.holidays[value] })),
    },
  ];
  if (hasBegun) return parts;
  return [...parts, { ...holding('first', timetable.first), kind: 'date', hint: words.dayHint, optional: true }];
}

/** The class that the form is of; undefined where one is to begin. @throws UserError to those who may do neither. */
async function classToFill(caller: Caller, context: Context): Promise<Class | undefined> {
  if (isAlone(caller)) throw new UserError(text.both((words) => words.notInDirectMessages));
  const [mine, ...others] = await classesToTeach(caller, context);
  if (mine && others.length === 0) return mine;
  const here = caller.channel === undefined ? undefined : await context.classes.of(caller.channel);
  const isInstructor = !here && (caller.manages === true || (await closedClasses(caller, context)).length > 0);
  if (!isInstructor) throw refusal(caller, onlyManagers);
  return undefined;
}

/**
 * The form of a class's settings, whose sending is `/class setup`. `entered`: what was filled in before, where that was
 * refused; see writeEntered(). @throws UserError to students.
 */
export async function showForm(entered: string, caller: Caller, context: Context): Promise<Reply> {
  const one = await classToFill(caller, context);
  const words = formText(caller.locale);
  const before = readEntered(entered);
  // Of a class in several channels, the one that the form was opened in.
  const own =
    one?.channels.find(({ channel }) => channel === caller.channel) ??
    one?.channels.find(({ space }) => space === caller.space);
  const id = idOf(own?.channel ?? caller.channel ?? '');
  const known = one ?? { timetable: USUAL, locale: caller.locale };
  const first = known.timetable.first;
  const hasBegun =
    one !== undefined && !(first !== undefined && first > dayOf(one.timetable, context.now()).toString());
  const form: Form = {
    type: 'form',
    line: writeEntered(formLine.name, Object.fromEntries(before)),
    open: words.openForm,
    title: words.formTitle,
    sends: 'class setup',
    typed: words.command,
    fixed: own?.space === caller.space && id !== '' ? { from: id } : {},
    parts: partsOf(known, id || undefined, before, { caller, hasBegun }),
  };
  return { visibility: 'caller', accent: 'info', blocks: [form] };
}
