import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { askedIn } from '../course/hidden-questions.ts';
import { literalLine } from '../markdown/escape.ts';
import { type Given, HOMEWORK_KIND, type Homework, homeworkIn } from './codec.ts';
import { endOf, restDay, untilInWords } from './deadline.ts';
import { assignLine, type InstructorMove, LIST } from './lines.ts';
import { topicInWords } from './message-words.ts';
import { type Progress, progressOf, readStandings } from './progress.ts';
import { text } from './text.ts';

/** Markdown's hard end of a line. */
const NEW_LINE = '  \n';
/** Homework that is listed, the latest; each has a button. */
const LISTED = 8;
/** Homework of a term, and more. */
const MOST = 100;

/** A homework with how far its class is with it. */
export interface GivenProgress extends Given {
  progress: Progress;
}

/** All homework that a class was given and that was not called off, the latest first. */
export async function givenTo(
  { id }: Pick<Class, 'id'>,
  { appointments }: Pick<Context, 'appointments'>,
): Promise<Given[]> {
  const all = await appointments.history(id, HOMEWORK_KIND, MOST);
  return all.flatMap((appointment) => {
    const homework = homeworkIn(appointment);
    return homework && homework.status !== 'cancelled' ? [{ appointment, homework }] : [];
  });
}

/** The same, with how far the class is. */
export async function withProgress(
  all: readonly Given[],
  one: Class,
  context: Pick<Context, 'courses' | 'classQuestions' | 'homework'>,
): Promise<GivenProgress[]> {
  const course = (await askedIn(one, context)).course();
  return Promise.all(
    all.map(async (given) => ({
      ...given,
      progress: progressOf(await readStandings(given, one, course, context.homework)),
    })),
  );
}

/** What a homework is and until when, in Markdown, as it is told to its instructors. */
export const nameIn = (homework: Homework, one: Class, locale: Locale, now: number) => ({
  topic: literalLine(topicInWords(homework, locale)),
  when: untilInWords(homework, one, locale, now),
});

/** `시작 12명 · 완료 8명(늦게 1명)`. */
const progressInWords = (progress: Progress, locale: Locale): string =>
  progress.begun === 0 ? text(locale).nobodyBegan : text(locale).progress(progress);

/** How a homework stands, in one Markdown text. */
function describe({ homework, progress }: GivenProgress, one: Class, now: number, locale: Locale): Block {
  const words = text(locale);
  const { topic, when } = nameIn(homework, one, locale, now);
  const { status } = homework;
  const state = status === 'open' ? (now < endOf(homework) ? [] : [words.states.over]) : [words.states[status]];
  const lines = [
    words.one(topic, when),
    [words.questions(homework.questions.length), progressInWords(progress, locale), ...state].join(' · '),
  ];
  return markdown(lines.join(NEW_LINE));
}

const press = (label: string, { appointment: { id } }: Given, move: InstructorMove): Button =>
  button(label, assignLine.write({ homework: id, move }));

/** What can be done with a homework. */
function waysOn(given: Given, locale: Locale): Button[] {
  const words = text(locale).buttons;
  const all = button(words.all, LIST);
  switch (given.homework.status) {
    case 'open':
      return [
        press(words.look, given, 'look'),
        press(words.move, given, 'move'),
        press(words.file, given, 'file'),
        press(words.close, given, 'close'),
        press(words.drop, given, 'drop'),
        all,
      ];
    case 'closed':
      return [press(words.reopen, given, 'reopen'), press(words.file, given, 'file'), all];
    case 'cancelled':
      return [press(words.undo, given, 'reopen'), all];
    default:
      return given.homework.status satisfies never;
  }
}

/** One homework, with what can be done with it. `said`: what has just happened, and what follows. */
export async function renderGiven(
  given: Given,
  one: Class,
  { locale }: Pick<Caller, 'locale'>,
  context: Context,
  said: readonly string[] = [],
): Promise<Reply> {
  const now = context.now().epochMilliseconds;
  const [shown] = await withProgress([given], one, context);
  const rest = given.homework.status === 'open' ? restDay(given.homework, one, locale) : undefined;
  return {
    visibility: 'caller',
    accent: given.homework.status === 'open' ? 'success' : 'info',
    replaces: true,
    blocks: [
      ...said.map(markdown),
      ...(shown ? [describe(shown, one, now, locale)] : []),
      ...(rest === undefined ? [] : [markdown(rest)]),
      buttons(...waysOn(given, locale)),
    ],
  };
}

/** All that a class was given, with how far it is. */
export async function renderList(one: Class, { locale }: Pick<Caller, 'locale'>, context: Context): Promise<Reply> {
  const words = text(locale);
  const now = context.now().epochMilliseconds;
  const all = await withProgress((await givenTo(one, context)).slice(0, LISTED), one, context);
  const [first, ...others] = all;
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(first ? words.listTitle(all.length) : words.noneGiven),
      ...all.map((each) => describe(each, one, now, locale)),
      ...(first
        ? [
            buttons(
              ...(others.length === 0
                ? waysOn(first, locale).slice(0, -1)
                : all.map((each) =>
                    press(
                      words.choose(topicInWords(each.homework, locale), untilInWords(each.homework, one, locale, now)),
                      each,
                      'show',
                    ),
                  )),
            ),
          ]
        : []),
      markdown(words.howToGive),
    ],
  };
}
