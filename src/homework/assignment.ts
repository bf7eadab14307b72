import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { shortHash } from '../core/hash.ts';
import type { Locale } from '../core/locale.ts';
import { button } from '../core/reply/builders.ts';
import { SEED_LENGTH, seededShuffle } from '../core/seeded-shuffle.ts';
import type { Context } from '../course/context.ts';
import { type Assignment, marksOf } from '../practice/homework.ts';
import { type Begun, playerOf } from '../practice/practice.ts';
import { type HomeworkTopic, topicKey } from '../practice/topics.ts';
import { type Assigned, assignedTo } from './assigned.ts';
import { endOf, untilInWords } from './deadline.ts';
import { homeworkLine, OFFER } from './lines.ts';
import { topicInWords } from './message-words.ts';
import { firstAnswers, questionsLeft } from './standing.ts';
import { text } from './text.ts';

type Deps = Pick<Context, 'homework' | 'now'>;

/** By what a homework is shuffled for a student, and its options are: the same whenever they go on with it. */
const seedOf = (id: string, person: string): string => shortHash(`${id}/${person}`, SEED_LENGTH);

/** @throws UserError where none of its questions is left. */
function topicOf(
  { appointment: { id }, homework, one, course, answers }: Assigned,
  person: string,
  now: number,
): HomeworkTopic {
  const left = questionsLeft(homework, course);
  if (left.length === 0) throw new UserError(text.both((words) => words.nothingLeft));
  const first = firstAnswers(left, answers, course);
  const answered = new Set(first.map(({ question }) => question.id));
  const others = left.filter((question) => !answered.has(question.id));
  const isOver = now >= endOf(homework);
  const isDone = others.length === 0;
  return {
    ...{ kind: 'homework', id },
    title: text.both((words, locale) => words.homework(topicInWords(homework, locale))),
    questions: [
      ...first.map(({ question }) => question),
      ...seededShuffle(others, seedOf(id, person), (question) => question.id),
    ],
    answered: first.map(({ right }) => right),
    foot: text.both((words, locale) => {
      if (isDone) return words.footDone;
      return isOver ? words.footLate : words.foot(untilInWords(homework, one, locale, now));
    }),
  };
}

/** How it went, once it is handed in. */
function doneInWords({ standing, homework, one }: Assigned, locale: Locale, now: number): string | undefined {
  const { done, late, right, of } = standing;
  if (done === undefined) return undefined;
  return text(locale).done(right, of, late ? untilInWords(homework, one, locale, now) : undefined);
}

/** A homework as a student practises it. @throws UserError where none of its questions is left. */
export function assignmentOf(
  found: Assigned,
  { id: person, name, locale }: Pick<Caller, 'id' | 'name' | 'locale'>,
  context: Deps,
): Assignment {
  const { id } = found.appointment;
  const words = text(locale);
  const now = (): Promise<Assigned> => assignedTo(person, found, context);
  return {
    topic: topicOf(found, person, context.now().epochMilliseconds),
    answer: (answer) => context.homework.answer(id, { person, name }, answer),
    done: async () => doneInWords(await now(), locale, context.now().epochMilliseconds),
    async wayOn() {
      const standing = await now();
      const foot = doneInWords(standing, locale, context.now().epochMilliseconds);
      if (foot !== undefined) return { more: button(words.buttons.others, OFFER), foot };
      // What a class is asked in a live quiz just now is left for later.
      const { answered, of } = standing.standing;
      return {
        more: button(words.buttons.goOn, homeworkLine.write({ homework: id, move: 'do' })),
        foot: words.stillLeft(of - answered),
      };
    },
  };
}

/** The practice of a homework: the same one whenever a student goes on with it; of one that is handed in its summary. */
export function practiceOf(found: Assigned, { id }: Pick<Caller, 'id'>, now: number): Begun {
  const topic = topicOf(found, id, now);
  const isDone = topic.answered.length === topic.questions.length;
  const missed = isDone ? topic.answered.filter((right) => !right).length : 0;
  return {
    topic: topicKey(topic),
    seed: seedOf(found.appointment.id, id),
    player: playerOf(id),
    count: topic.questions.length,
    marks: marksOf(topic.answered) + '-'.repeat(missed),
    start: found.homework.given,
  };
}
