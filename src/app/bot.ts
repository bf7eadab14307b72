import type { Class } from '../core/class.ts';
import type { Caller, Command } from '../core/command/command.ts';
import { type Bot, createDispatch, createReportBug } from '../core/command/dispatch.ts';
import { type Locale, nearestOf } from '../core/locale.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { courseOf } from '../course/courses.ts';
import { loadCommands } from './commands.ts';

interface BotOptions {
  /** The folder with one file a command. */
  folder: string;
  log: Pick<Log, 'error' | 'warn'>;
  /** A short name for a bug, which both the log and the caller get. */
  newReference: () => string;
  meter: Pick<Meter, 'interaction'>;
}

/** All that commands work with, but for what differs from course to course. */
type Shared = Omit<Context, 'commands' | 'course'>;

/** Milliseconds that an answer waits to know which course is meant; while the database is away it is the first one. */
const PATIENCE = 1000;

/**
 * Whose course is meant: the class's of the channel. In a direct message it is the course that the caller studies, or else
 * that of the only class of the guild or workspace; in a channel without a class the other way round.
 */
async function studiedBy({ id, channel, space }: Caller, { classes, records }: Shared): Promise<Pick<Class, 'course'>> {
  const here = channel === undefined ? undefined : await classes.of(channel);
  if (here) return here;
  const [[only, ...others], course] = await Promise.all([classes.within(space), records.studies(id)]);
  const around = others.length === 0 ? only : undefined;
  const own = course === undefined ? undefined : { course };
  return (channel === undefined ? (own ?? around) : (around ?? own)) ?? {};
}

function courseAt(courses: readonly Course[], at: number): Course {
  const course = courses[at];
  if (course === undefined) throw new Error('a course is gone');
  return course;
}

/** The bot of one course: every command in the folder, over what they work with. */
async function createOne(
  course: () => Course,
  shared: Shared,
  { folder, log, newReference, meter }: BotOptions,
): Promise<{ bot: Bot; context: Context }> {
  let commands: readonly Command[] = [];
  const context: Context = { ...shared, course, commands: () => commands };
  commands = await loadCommands(folder, context);
  // A student who reads another language is told all of it in the course's own, rather than half of it.
  const spoken = (locale: Locale): Locale => nearestOf(course().content.settings.languages, locale);
  const report = createReportBug({ log, reference: newReference });
  const reportBug: Bot['reportBug'] = (error, locale, command) => report(error, spoken(locale), command);
  const answer = createDispatch(commands, { reportBug, meter });
  const dispatch: Bot['dispatch'] = (input, caller) => answer(input, { ...caller, locale: spoken(caller.locale) });
  return { context, bot: { commands, dispatch, reportBug } };
}

/** What is registered: the first course's commands, and those that another course alone has. */
function ofAll([first, ...others]: readonly Bot[]): readonly Command[] {
  const own = first?.commands ?? [];
  const more = others
    .flatMap(({ commands }) => commands)
    // Looking things up is registered once, by the first course's word for it.
    .filter(({ name, answersQuestions }) => !answersQuestions && !own.some((one) => one.name === name));
  return [...own, ...new Map(more.map((one) => [one.name, one])).values()];
}

/**
 * The bot. Where it teaches several courses, each caller's input is answered by the commands of their own: those differ in
 * what they know, complete and show as examples, and are registered once. `context` is that of the first.
 */
export async function createBot(shared: Shared, options: BotOptions): Promise<{ bot: Bot; context: Context }> {
  const all = await Promise.all(
    // By its place: a course that was read again is another value, and the one before is to be forgotten.
    Array.from(shared.courses().keys(), (at) => createOne(() => courseAt(shared.courses(), at), shared, options)),
  );
  const [one, ...others] = all;
  if (one === undefined) throw new Error('a bot teaches one course at least');
  if (others.length === 0) return one;
  const botFor = async (caller: Caller): Promise<Bot> => {
    const asked = studiedBy(caller, shared).catch((error: unknown) => {
      options.log.warn({ err: error }, 'which course a caller has could not be looked up');
      return {};
    });
    const studied = (await withTimeout(asked, PATIENCE)) ?? {};
    // Both at one moment: content may have been saved since the question came.
    const courses = shared.courses();
    return all[courses.indexOf(courseOf(courses, studied))]?.bot ?? one.bot;
  };
  return {
    context: one.context,
    bot: {
      ...one.bot,
      commands: ofAll(all.map(({ bot }) => bot)),
      commandsFor: async (caller) => (await botFor(caller)).commands,
      dispatch: async (input, caller) => (await botFor(caller)).dispatch(input, caller),
    },
  };
}
