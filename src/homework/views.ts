import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { literalLine } from '../markdown/escape.ts';
import type { Assigned } from './assigned.ts';
import { endOf, reminderOf, untilInWords } from './deadline.ts';
import { homeworkLine, OFFER, type StudentMove } from './lines.ts';
import { topicInWords } from './message-words.ts';
import { text } from './text.ts';

/** Markdown's hard end of a line. */
const NEW_LINE = '  \n';
/** Starts a practice on all there is, whatever homework there is. */
const OTHERS = 'quiz all';

/** What it is, until when, and how far the student is. */
function describe({ homework, one, standing }: Assigned, now: number, locale: Locale): Block {
  const words = text(locale);
  const { answered, right, of, done, late } = standing;
  const when = untilInWords(homework, one, locale, now);
  const how =
    done !== undefined
      ? words.handedIn(right, of, late)
      : answered === 0
        ? words.notBegun(of)
        : words.soFar(answered, of, right);
  const isLate = done === undefined && now >= endOf(homework);
  const lines = [
    words.one(literalLine(topicInWords(homework, locale)), when),
    how,
    ...(isLate ? [words.lateIsTaken] : []),
  ];
  return markdown(lines.join(NEW_LINE));
}

const press = (label: string, { appointment: { id } }: Assigned, move: StudentMove): Button =>
  button(label, homeworkLine.write({ homework: id, move }));

/** The button that begins a homework or goes on with it. */
function doButton(one: Assigned, locale: Locale, { isNamed = false } = {}): Button {
  const words = text(locale).buttons;
  const { answered, done } = one.standing;
  const label = done !== undefined ? words.result : answered === 0 ? words.begin : words.goOn;
  return press(isNamed ? `${label}: ${topicInWords(one.homework, locale)}` : label, one, 'do');
}

/** The button that asks for a reminder, or takes that back; none once it has been sent, or would have been. */
function reminderButton(one: Assigned, now: number, locale: Locale): Button[] {
  const words = text(locale).buttons;
  if (one.standing.done !== undefined || now >= reminderOf(one.homework, one.one.timetable)) return [];
  return [one.student?.reminder ? press(words.quiet, one, 'quiet') : press(words.remind, one, 'remind')];
}

const primary = ([first, ...others]: readonly Button[]): Button[] =>
  first ? [{ ...first, primary: true }, ...others] : [];

/** All that a student has to do, and other practice. `isAsked`: they asked for it. */
export function renderAssigned(all: readonly Assigned[], { locale }: Pick<Caller, 'locale'>, now: number): Reply {
  const words = text(locale);
  const toDo = all.filter(({ standing }) => standing.done === undefined);
  const [only, ...others] = all;
  const own =
    only && others.length === 0
      ? [doButton(only, locale), ...reminderButton(only, now, locale)]
      : all.slice(0, LIMITS.buttons - 1).map((one) => doButton(one, locale, { isNamed: true }));
  return {
    visibility: 'caller',
    accent: toDo.length === 0 ? 'success' : 'info',
    blocks: [
      heading(toDo.length === 0 ? words.allDone : words.toDoTitle(toDo.length)),
      ...all.map((one) => describe(one, now, locale)),
      buttons(...primary([...own, button(words.buttons.otherQuestions, OTHERS)])),
    ],
  };
}

/** There is no homework; other questions there always are. */
export const renderNone = ({ locale }: Pick<Caller, 'locale'>): Reply => ({
  visibility: 'caller',
  accent: 'info',
  blocks: [markdown(text(locale).none), buttons(button(text(locale).buttons.otherQuestions, OTHERS, 'primary'))],
});

/** One homework as it stands with a student. `said`: what has just happened. */
export function renderOne(one: Assigned, { locale }: Pick<Caller, 'locale'>, now: number, said?: string): Reply {
  const isTaken = one.homework.status === 'open' && one.one.closed === undefined;
  const ended = one.homework.status === 'open' ? [] : [markdown(text(locale).notTaken[one.homework.status])];
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      ...(said === undefined ? [] : [markdown(said)]),
      describe(one, now, locale),
      ...ended,
      buttons(
        ...(isTaken
          ? primary([doButton(one, locale), ...reminderButton(one, now, locale)])
          : [button(text(locale).buttons.otherQuestions, OTHERS)]),
      ),
    ],
  };
}

/** What a student's own pages say of their homework; nothing where there is none to do. */
export function homeworkBlocks(toDo: readonly Assigned[], { locale }: Pick<Caller, 'locale'>, now: number): Block[] {
  const [first, ...others] = toDo;
  if (!first) return [];
  const words = text(locale);
  return [
    heading(words.toDoTitle(toDo.length)),
    describe(first, now, locale),
    buttons(
      { ...doButton(first, locale), primary: true },
      ...(others.length === 0 ? [] : [button(words.buttons.others, OFFER)]),
    ),
  ];
}
