import { type Class, dayOf } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { csv } from '../../core/csv.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown, notice } from '../../core/reply/builders.ts';
import type { Presence } from '../../core/reports.ts';
import type { Context } from '../../course/context.ts';
import { LIVE_KIND } from '../../live/codec.ts';
import { datesInWords } from '../../schedule/words.ts';
import { readMembers, type Student } from '../members.ts';
import { firstDay } from '../weeks.ts';
import { text } from './text.ts';

/** In the order in which a cell of the file has them. */
const HOWS: readonly Presence['how'][] = ['live', 'card', 'practice'];
/** Live quizzes of a term: more than one a day. */
const QUIZZES = 200;

/** Who was there on which days of a class, of those who do not keep out of reports. */
export interface Attendance {
  /** Local days (ISO) on which anybody was there, or the class had a card or a live quiz; oldest first. */
  days: readonly string[];
  /** What each student did, by day. */
  of(student: Pick<Student, 'person'>): ReadonlyMap<string, ReadonlySet<Presence['how']>>;
}

/** The attendance of the last weeks, by the class's own days. */
export async function readAttendance(
  one: Class,
  students: readonly Student[],
  { reports, sessions, now }: Pick<Context, 'reports' | 'sessions' | 'now'>,
): Promise<Attendance> {
  const first = firstDay(one, now());
  const since = first.toZonedDateTime(one.timetable.zone).epochMilliseconds;
  const [presence, cards, quizzes, played] = await Promise.all([
    reports.presence(one.id, since),
    reports.cards(one.id, first.toString()),
    sessions.history(one.id, LIVE_KIND, QUIZZES),
    sessions.played(one.id, LIVE_KIND),
  ]);
  const localDay = ({ at }: { at: number }): string =>
    dayOf(one.timetable, Temporal.Instant.fromEpochMilliseconds(at)).toString();
  const isStudent = new Set(students.map(({ person }) => person));
  const own = presence.filter(({ person }) => isStudent.has(person));
  const days = new Set([
    ...own.map(localDay),
    ...cards.map(({ day }) => day),
    ...quizzes.filter(({ id, at }) => at >= since && played.has(id)).map(localDay),
  ]);
  const byPerson = Map.groupBy(own, ({ person }) => person);
  return {
    days: Array.from(days).sort(),
    of: ({ person }) =>
      new Map(
        Array.from(Map.groupBy(byPerson.get(person) ?? [], localDay), ([day, all]) => [
          day,
          new Set(all.map(({ how }) => how)),
        ]),
      ),
  };
}

/** The attendance of all students, a column a day, as a file. */
export async function renderAttendance(one: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const { listed, hidden } = await readMembers(one, context, locale);
  const attendance = await readAttendance(one, listed, context);
  const { days } = attendance;
  const [from, to = from] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return notice(words.nobodyYet);
  const rows = listed.map((student) => {
    const own = attendance.of(student);
    const cells = days.map((day) => HOWS.filter((how) => own.get(day)?.has(how)).map((how) => words.how[how]));
    return [student.person, student.name ?? words.nameless, own.size, ...cells.map((hows) => hows.join('·'))];
  });
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      heading(words.attendanceTitle(listed.length)),
      markdown(words.attendanceHelp(datesInWords({ from, to }, locale))),
      {
        type: 'file',
        name: `dosirak-attendance-${dayOf(one.timetable, context.now())}.csv`,
        text: csv([[...words.attendanceColumns, ...days], ...rows]),
      },
      buttons(button(words.title, 'report marks')),
      ...(hidden === 0 ? [] : [footer(words.hidden(hidden))]),
    ],
  };
}
