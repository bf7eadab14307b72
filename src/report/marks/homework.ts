import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { csv } from '../../core/csv.ts';
import { UserError } from '../../core/errors.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown, notice } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { askedIn } from '../../course/hidden-questions.ts';
import type { Found } from '../../homework/assigned.ts';
import { type GivenProgress, givenTo, nameIn, withProgress } from '../../homework/given.ts';
import { assignLine } from '../../homework/lines.ts';
import { topicInWords } from '../../homework/message-words.ts';
import { readStandings } from '../../homework/progress.ts';
import { readMembers } from '../members.ts';
import { text } from './text.ts';

/** Homework that a report names one by one, and of which each has a button. */
const FEW = 3;
const LISTED = 8;
/** A homework's points, as schools count them. */
const FULL = 100;

/** `2026-12-03 18:22`, in the class's time zone: spreadsheets know it as a date. */
function localTime(at: number, { timetable }: Class): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timetable.zone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** The marks of a homework as a file: of all students, with those who have not begun. */
export async function renderHomeworkMarks(found: Found, { locale }: Caller, context: Context): Promise<Reply> {
  const { one, homework, course } = found;
  const words = text(locale);
  const [{ listed, hidden }, standings] = await Promise.all([
    readMembers(one, context, locale),
    readStandings(found, one, course, context.homework),
  ]);
  const byPerson = new Map(standings.map((each) => [each.person, each]));
  // A student who has begun, and has done nothing else in the class, is no member yet.
  const isListed = new Set(listed.map(({ person }) => person));
  const others = standings.filter(({ person }) => !isListed.has(person));
  const keepOut = await context.reports.hiddenPeople(others.map(({ person }) => person));
  const students = [...listed, ...others.filter(({ person }) => !keepOut.has(person))];
  const rows = students.map(({ person, name }) => {
    const own = byPerson.get(person);
    const { done, late, right, of } = own?.standing ?? { done: undefined, late: false, right: 0, of: 0 };
    return [
      // With its platform before it: of a bare number as long as Discord's ids a spreadsheet rounds the last digits away.
      person,
      name ?? own?.name ?? words.nameless,
      own ? localTime(own.begun, one) : '',
      done === undefined ? '' : localTime(done, one),
      late ? words.yes : words.no,
      right,
      of === 0 ? 0 : Math.round((FULL * right) / of),
    ];
  });
  const { topic, when } = nameIn(homework, one, locale, context.now().epochMilliseconds);
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      heading(words.marksTitle(topicInWords(homework, locale))),
      markdown(words.homeworkHelp(topic, when, students.length)),
      {
        type: 'file',
        name: `dosirak-homework-${localTime(homework.until, one).replace(/\D+/g, '-')}.csv`,
        text: csv([words.homeworkColumns, ...rows]),
      },
      buttons(button(words.allHomework, 'report homework')),
      ...(hidden === 0 ? [] : [footer(words.hidden(hidden))]),
    ],
  };
}

/** A homework in one line: what it is, until when, and how far the class is. */
function inLine({ homework, progress }: GivenProgress, one: Class, locale: Caller['locale'], now: number): string {
  const { topic, when } = nameIn(homework, one, locale, now);
  return text(locale).homework(topic, when, progress);
}

/** What a class was given, each with its marks as a file. */
export async function renderHomework(one: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const all = await withProgress((await givenTo(one, context)).slice(0, LISTED), one, context);
  if (all.length === 0) return notice(words.noHomework);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.homeworkTitle),
      markdown(
        all.map((given, i) => `${i + 1}. ${inLine(given, one, locale, context.now().epochMilliseconds)}`).join('\n'),
      ),
      buttons(
        ...all.map(({ appointment: { id } }, i) =>
          button(words.file(i + 1), assignLine.write({ homework: id, move: 'file' })),
        ),
      ),
    ],
  };
}

/** The marks of the homework of this number, 1 the latest. @throws UserError where there are fewer. */
export async function renderHomeworkOf(one: Class, number: number, caller: Caller, context: Context): Promise<Reply> {
  const all = await givenTo(one, context);
  const given = all[number - 1];
  if (!given)
    throw new UserError(text.both((words) => (all.length === 0 ? words.noHomework : words.noSuchHomework(all.length))));
  const course = (await askedIn(one, context)).course();
  return renderHomeworkMarks({ ...given, one, course }, caller, context);
}

/** What an overview says of a class's homework; nothing where there is none. */
export async function homeworkInShort(one: Class, { locale }: Caller, context: Context): Promise<Block[]> {
  const all = await withProgress((await givenTo(one, context)).slice(0, FEW), one, context);
  const lines = all.map((given) => `- ${inLine(given, one, locale, context.now().epochMilliseconds)}`);
  return lines.length === 0 ? [] : [markdown([`**${text(locale).homeworkTitle}**`, ...lines].join('\n'))];
}
