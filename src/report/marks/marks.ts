import { type Class, isNamedInstructor } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { csv } from '../../core/csv.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown, notice } from '../../core/reply/builders.ts';
import { paged } from '../../core/reply/paged.ts';
import type { Session } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { decodeState, LIVE_KIND } from '../../live/codec.ts';
import { marksLine } from '../../live/lines.ts';
import { namesOf } from '../../live/names.ts';
import { type PlayedSession, readPlayedSession, summarizeAnswers } from '../../live/results/played.ts';
import { rankPlayers } from '../../live/results/standings.ts';
import { sessionForInstructor } from '../../live/sessions.ts';
import { topicOf } from '../../live/state.ts';
import { literalLine } from '../../markdown/escape.ts';
import { instantInWords } from '../../schedule/words.ts';
import { readMembers } from '../members.ts';
import { text } from './text.ts';

/** Quizzes a page; each has a button. */
const PAGE = 5;
/** Quizzes that are looked back on: more than a term has. */
const MOST = 200;

/** The live quizzes of a class that are over, latest first; not those without a student's answer. */
async function finishedQuizzes({ id }: Class, { sessions }: Pick<Context, 'sessions'>): Promise<Session[]> {
  const [all, played] = await Promise.all([sessions.history(id, LIVE_KIND, MOST), sessions.played(id, LIVE_KIND)]);
  return all.filter(
    (session) => session.wakes === undefined && played.has(session.id) && decodeState(session) !== undefined,
  );
}

/** What each student of a class has in a live quiz, by name; those who did not join have nothing. */
async function readMarks(one: Class, played: PlayedSession, locale: Caller['locale'], context: Context) {
  const [{ listed, hidden }, players] = await Promise.all([
    readMembers(one, context, locale),
    context.sessions.players(played.id),
  ]);
  const standings = new Map(
    rankPlayers(played.state.live.plan, played.answers, played.questions).map((each) => [each.person, each]),
  );
  const joined = new Set([...players.map(({ person }) => person), ...standings.keys()]);
  const names = namesOf(players, played.answers);
  // A student who joined, and has done nothing else in the class, is no member yet.
  const isListed = new Set(listed.map(({ person }) => person));
  const others = [...joined].filter((person) => !isListed.has(person) && !isNamedInstructor(one, person));
  const keepOut = await context.reports.hiddenPeople(others);
  const guests = others.filter((person) => !keepOut.has(person)).map((person) => ({ person, name: undefined }));
  return {
    hidden,
    marks: [...listed, ...guests].map(({ person, name }) => ({
      person,
      name: name ?? (names.get(person) || undefined),
      joined: joined.has(person),
      answered: standings.get(person)?.answered ?? 0,
      right: standings.get(person)?.right ?? 0,
      points: standings.get(person)?.points ?? 0,
    })),
  };
}

/** `2026-11-25-1000`: when a quiz began, in the class's time zone. */
function stampOf({ at }: Session, { timetable }: Class): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timetable.zone);
  return `${local.toPlainDate()}-${local.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '')}`;
}

/** The marks of a live quiz that is over, as a file. */
async function renderMarks(one: Class, session: Session, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const played = await readPlayedSession(session, context);
  if (!played) throw new UserError(text.both(({ gone }) => gone));
  const { marks, hidden } = await readMarks(one, played, locale, context);
  // With its platform before it: of a bare number as long as Discord's ids a spreadsheet rounds the last digits away.
  const rows = marks.map(({ person, name = words.nameless, joined, answered, right, points }) => {
    return [person, name, joined ? words.yes : words.no, answered, right, points];
  });
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      heading(words.marksTitle(topicOf(played.state)[locale])),
      markdown(words.marksHelp(instantInWords(session.at, one.timetable, locale), marks.length)),
      { type: 'file', name: `dosirak-marks-${stampOf(session, one)}.csv`, text: csv([words.columns, ...rows]) },
      buttons(button(words.allMarks, 'report marks'), button(words.attendance, 'report attendance')),
      ...(hidden === 0 ? [] : [footer(words.hidden(hidden))]),
    ],
  };
}

/**
 * The marks of the live quiz that a button names.
 * @throws UserError to a student, where the quiz is still on, and where there is none any more.
 */
export async function showMarks(
  said: { session: string } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const refusals = {
    gone: () => new UserError(text.both((words) => words.gone)),
    onlyInstructors: () => new UserError(text.both((words) => words.onlyInstructors)),
  };
  const { session, one } = await sessionForInstructor(said?.session, caller, refusals, context);
  if (session.wakes !== undefined) throw new UserError(text.both((words) => words.notOver));
  return renderMarks(one, session, caller, context);
}

/**
 * The marks of the live quiz of this number, 1 the latest.
 * @throws UserError where there are fewer.
 */
export async function renderMarksOf(one: Class, number: number, caller: Caller, context: Context): Promise<Reply> {
  const quizzes = await finishedQuizzes(one, context);
  const session = quizzes[number - 1];
  if (session) return renderMarks(one, session, caller, context);
  throw new UserError(text.both((words) => (quizzes.length === 0 ? words.noQuiz : words.noSuchQuiz(quizzes.length))));
}

/** The live quizzes of a class that are over, each with the button that hands its marks over; `page` from 1. */
export async function renderQuizzes(one: Class, page: number, { locale }: Caller, context: Context): Promise<Reply> {
  const words = text(locale);
  const all = await finishedQuizzes(one, context);
  if (all.length === 0) return notice(words.noQuiz);
  const { shown, from: first } = paged(all, page, PAGE);
  const lines = await Promise.all(
    shown.map(async (session, i) => {
      const played = await readPlayedSession(session, context);
      const { players, share } = played ? summarizeAnswers(played) : { players: 0, share: '' };
      const topic = played ? literalLine(topicOf(played.state)[locale]) : '';
      const time = instantInWords(session.at, one.timetable, locale);
      return words.quiz(
        first + i + 1,
        topic,
        time,
        players === 0 ? words.playedByNobody : words.playedBy(players, share),
      );
    }),
  );
  const pages = [
    ...(first > 0 ? [button(words.newer, `report marks page:${first / PAGE}`)] : []),
    ...(first + PAGE < all.length ? [button(words.older, `report marks page:${first / PAGE + 2}`)] : []),
  ];
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.title),
      markdown(lines.join('\n')),
      buttons(...shown.map(({ id }, i) => button(words.file(first + i + 1), marksLine.write({ session: id })))),
      buttons(...pages, button(words.attendance, 'report attendance')),
    ],
  };
}
