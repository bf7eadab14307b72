import type { Appointment } from '../../core/appointments.ts';
import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { samplesOf } from '../../course/samples.ts';
import { literalLine } from '../../markdown/escape.ts';
import { LIVE_KIND } from '../codec.ts';
import { topicOf } from '../state.ts';
import { type PlannedQuiz, plannedIn } from './codec.ts';
import { type PlanMove, replanLine } from './lines.ts';
import { hourInWords, rulesInWords } from './messages.ts';
import { text } from './text.ts';

/** Markdown's hard end of a line. */
const NEW_LINE = '  \n';

/** A planned quiz with where it is stored. */
export interface Planned {
  appointment: Appointment;
  planned: PlannedQuiz;
}

/** Planned quizzes, the next one first. @throws NewerStateError where a newer version has stored one. */
export const readPlanned = (all: readonly Appointment[]): Planned[] =>
  all
    .flatMap((appointment) => {
      const planned = plannedIn(appointment);
      return planned ? [{ appointment, planned }] : [];
    })
    .sort((a, b) => a.planned.at - b.planned.at);

/** The quizzes that a class has planned, as readPlanned() gives them. */
export const plannedFor = async (
  { id }: Pick<Class, 'id'>,
  { appointments }: Pick<Context, 'appointments'>,
): Promise<Planned[]> => readPlanned(await appointments.ahead(id, LIVE_KIND));

/** When a quiz begins and what it is about, in Markdown. */
export const nameIn = (planned: PlannedQuiz, one: Class, { locale }: Pick<Caller, 'locale'>, now: number) => ({
  when: hourInWords(planned.at, one, locale, now),
  topic: literalLine(topicOf(planned)[locale]),
});

/** How a quiz is played, and what is the matter with it; `isNamed`: after what names it. */
function describe(
  planned: PlannedQuiz,
  one: Class,
  { locale }: Pick<Caller, 'locale'>,
  now: number,
  isNamed = true,
): Block {
  const words = text(locale);
  const { when, topic } = nameIn(planned, one, { locale }, now);
  const lines = [
    ...(isNamed ? [words.one(when, topic)] : []),
    rulesInWords(planned, locale),
    ...(now >= planned.at ? [words.isLate] : []),
    ...(planned.withoutEvent.length > 0 ? [words.noEvent] : []),
  ];
  return markdown(lines.join(NEW_LINE));
}

/** A button that names a planned quiz, and does something with it. */
export function chooseButton(
  { appointment, planned }: Planned,
  one: Class,
  { locale }: Pick<Caller, 'locale'>,
  does: { move: PlanMove; when?: string },
  now: number,
): Button {
  const label = text(locale).choose(hourInWords(planned.at, one, locale, now), topicOf(planned)[locale]);
  return button(label, replanLine.write({ plan: appointment.id, ...does }));
}

/** @throws UserError where one of a class's quizzes is planned for the same time. */
export function checkFree(at: number, all: readonly Planned[], one: Class, now: number): void {
  const same = all.find(({ planned }) => planned.at === at);
  if (same)
    throw new UserError(text.both((words, locale) => words.taken(nameIn(same.planned, one, { locale }, now).when)));
}

const toCaller = (blocks: readonly Block[]): Reply => ({
  visibility: 'caller',
  accent: 'info',
  replaces: true,
  blocks,
});

/** One planned quiz, with what can be done with it. `said`: what has just happened, which names it, and what follows. */
export function renderPlanned(
  { appointment, planned }: Planned,
  one: Class,
  { locale }: Pick<Caller, 'locale'>,
  now: number,
  [said, ...notes]: readonly string[] = [],
): Reply {
  const words = text(locale).buttons;
  const press = (label: string, move: 'move' | 'cancel' | 'list') =>
    button(label, replanLine.write({ plan: appointment.id, move }));
  return toCaller([
    ...(said === undefined ? [] : [markdown(said)]),
    describe(planned, one, { locale }, now, said === undefined),
    ...notes.map(markdown),
    buttons(
      ...(now < planned.at ? [press(words.move, 'move')] : []),
      press(words.cancel, 'cancel'),
      press(words.all, 'list'),
    ),
  ]);
}

/** All that a class has planned; a single one with its buttons, several to choose from. */
export function renderList(
  all: readonly Planned[],
  one: Class,
  { locale }: Pick<Caller, 'locale'>,
  now: number,
  { course }: Pick<Context, 'course'>,
  said: readonly string[] = [],
): Reply {
  const words = text(locale);
  const howToPlan = words.howToPlan(samplesOf(course()).concept[locale]);
  const title = heading(all.length === 0 ? words.none : words.heading(all.length));
  const [first, ...others] = all;
  if (!first) return toCaller([...said.map(markdown), title, markdown(howToPlan)]);
  const press = (label: string, move: 'move' | 'cancel') =>
    button(label, replanLine.write({ plan: first.appointment.id, move }));
  const own = [
    ...(now < first.planned.at ? [press(words.buttons.move, 'move')] : []),
    press(words.buttons.cancel, 'cancel'),
  ];
  return toCaller([
    ...said.map(markdown),
    title,
    ...all.map(({ planned }) => describe(planned, one, { locale }, now)),
    buttons(
      ...(others.length === 0 ? own : all.map((each) => chooseButton(each, one, { locale }, { move: 'show' }, now))),
    ),
    ...(others.length === 0 ? [markdown(howToPlan)] : []),
  ]);
}
