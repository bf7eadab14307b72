import { platformOf } from '../core/address.ts';
import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { shortHash } from '../core/hash.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, fields, footer, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { datesInWords } from '../schedule/words.ts';
import { findStudent } from './find-student.ts';
import { readAttendance } from './marks/attendance.ts';
import { readMembers, type Student } from './members.ts';
import { readProgress } from './progress.ts';
import { shareInWords } from './share.ts';
import { text } from './text.ts';
import { WEEKS } from './weeks.ts';

/** Letters of a name that was typed, where it is said back. */
const SAID = 30;
/** Students that are offered; a button for all of them is beside. */
const OFFERED = LIMITS.buttons - 1;

/** `#k3f9a0b`: what a button says instead of a name. It tells the students of a class apart, and is no id. */
const refOf = ({ person }: Pick<Student, 'person'>): string => `#${shortHash(person, 7)}`;

const allButton = (locale: Locale): Button => button(text(locale).byStudents, 'report students');

/** How far one student is, and how often they were there; no single answer. */
async function renderStudent(student: Student, one: Class, locale: Locale, context: Context): Promise<Reply> {
  const words = text(locale);
  const [[progress], attendance] = await Promise.all([
    readProgress([student], one, context),
    readAttendance(one, [student], context),
  ]);
  if (!progress) throw new Error('a student has progress');
  const { known, shaky, answered, right, last, streak } = progress;
  const own = Array.from(attendance.of(student).values());
  const daysOf = (how: 'live' | 'card' | 'practice'): number => own.filter((hows) => hows.has(how)).length;
  const lastDay = last.toString();
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(student.name ?? words.nameless),
      fields(
        { name: words.knownName, value: words.concepts(known) },
        { name: words.shakyName, value: words.concepts(shaky) },
        { name: words.rightName, value: shareInWords({ right, answered }, locale) },
        {
          name: words.daysThere(WEEKS),
          value: words.daysOfWhich(own.length, {
            live: daysOf('live'),
            card: daysOf('card'),
            practice: daysOf('practice'),
          }),
        },
        { name: words.lastName, value: datesInWords({ from: lastDay, to: lastDay }, locale) },
        { name: words.streakName, value: words.days(streak.current) },
      ),
      buttons(allButton(locale)),
      footer(words.onlyForYou),
    ],
  };
}

/** Asks which of several students was meant; a day tells those of one name apart. */
function renderGuesses(students: readonly Student[], question: string, zone: string, locale: Locale): Reply {
  const words = text(locale);
  const label = ({ name, at }: Student): string => {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
    return `${name ?? words.nameless} · ${words.lastActive(datesInWords({ from: day, to: day }, locale))}`;
  };
  const shown = students.slice(0, OFFERED);
  const others = students.length - shown.length;
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      markdown(question),
      buttons(
        ...shown.map((student) => button(label(student), `report students ${refOf(student)}`)),
        allButton(locale),
      ),
      ...(others === 0 ? [] : [footer(words.moreOfThem(others))]),
    ],
  };
}

/** A person as platforms write a mention, or a name with an @ as people type it. */
const MENTION = /^<@!?([A-Za-z0-9]+)(?:\|[^<>]*)?>$/;

/** The student who is mentioned: people are mentioned on their own platform. */
const mentioned = (typed: string, { space }: Caller, students: readonly Student[]): Student | undefined => {
  const [, id] = MENTION.exec(typed) ?? [];
  return students.find(
    ({ person }) => platformOf(person) === platformOf(space) && id !== undefined && person.endsWith(`:${id}`),
  );
};

/** The student whose name was typed, who was mentioned, or whose button was pressed, or those who may be meant. Students who keep out of reports are as none. */
export async function renderStudentNamed(one: Class, typed: string, caller: Caller, context: Context): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const { listed } = await readMembers(one, context, locale);
  const known = listed.find((each) => refOf(each) === typed) ?? mentioned(typed, caller, listed);
  if (!known && MENTION.test(typed)) throw new UserError(text.both((own) => own.notInClass));
  const name = typed.replace(/^@(?=.)/, '');
  const meant = known ? { student: known } : findStudent(name, listed);
  if ('student' in meant) return renderStudent(meant.student, one, locale, context);
  const said = literalLine(truncate(name, SAID));
  const guesses = 'likely' in meant ? meant.likely : meant.near;
  const question =
    'likely' in meant
      ? words.severalOfName(said, guesses.length)
      : guesses.length > 0
        ? words.nearName(said)
        : words.noneOfName(said);
  return renderGuesses(guesses, question, one.timetable.zone, locale);
}
