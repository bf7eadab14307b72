import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import { actorOf } from '../../core/learner-records.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../../core/reply/builders.ts';
import { ODDITIES, type Oddity } from '../../core/reports.ts';
import type { Context } from '../../course/context.ts';
import { practisedBy } from '../../course/hidden-questions.ts';
import { flagLine } from '../../course/lines.ts';
import { text } from './text.ts';

/** The id of the class whose instructors are told: the channel's, else the student's last, else the only one around. */
async function classToTell(
  { id, channel, space }: Caller,
  { classes, records }: Pick<Context, 'classes' | 'records'>,
): Promise<string | undefined> {
  const here = channel === undefined ? undefined : await classes.of(channel);
  if (here) return here.id;
  const last = await records.classOf(id);
  const own = last === undefined ? undefined : await classes.byId(last);
  // Instructors of a class that has ended read its reports no more.
  if (own && own.closed === undefined) return own.id;
  const [only, ...others] = await classes.within(space);
  return others.length === 0 ? only?.id : undefined;
}

/**
 * Tells the instructors of the caller's class that something is wrong with a question, and offers reasons. One person
 * counts once a question; the latest reason stays.
 * @throws UserError where the question is gone, or no class is there to be told.
 */
export async function flagQuestion(
  said: { question: string; reason?: Oddity | undefined } | undefined,
  caller: Caller,
  context: Pick<Context, 'course' | 'classes' | 'classQuestions' | 'records' | 'now'>,
): Promise<Reply> {
  const question = said && (await practisedBy(caller, context)).course().questionNamed(said.question);
  if (!question) throw new UserError(text.both((words) => words.questionGone));
  const classId = await classToTell(caller, context);
  if (classId === undefined) throw new UserError(text.both((words) => words.nobodyToTell));
  const { reason } = said;
  const at = caller.at ?? context.now().epochMilliseconds;
  const told = { class: classId, question: question.id, at, ...(reason === undefined ? {} : { reason }) };
  context.records.record({ kind: 'flag', ...actorOf(caller), ...told });
  const words = text(caller.locale);
  const reply = { visibility: 'caller', accent: 'success' } as const;
  if (reason !== undefined)
    return { ...reply, replaces: true, blocks: [markdown(words.toldWhy(words.oddities[reason]))] };
  return {
    ...reply,
    blocks: [
      heading(words.told),
      markdown(words.whatIsWrong),
      buttons(
        ...ODDITIES.map((one) => button(words.oddities[one], flagLine.write({ question: said.question, reason: one }))),
      ),
      footer(words.withoutName),
    ],
  };
}
