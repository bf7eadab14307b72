import { platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { compact } from '../language/normalize.ts';
import { continuePractice } from '../practice/drill.ts';
import type { PracticeContext } from '../practice/start.ts';
import { instantInWords } from '../schedule/words.ts';
import { type Assigned, assignedTo, checkTaken, findAssigned, findHomework, findToDo } from './assigned.ts';
import { assignmentOf, practiceOf } from './assignment.ts';
import { reminderOf } from './deadline.ts';
import type { StudentMove } from './lines.ts';
import { draftReminders } from './posts.ts';
import { text } from './text.ts';
import { renderAssigned, renderNone, renderOne } from './views.ts';

/** What homework is practised with. */
type Practising = Context & Pick<PracticeContext, 'withheld'>;

/** Goes on with a homework's practice, by the course of its class, and as somebody in that class, wherever it is pressed. */
function practise(
  found: Assigned,
  said: Parameters<typeof continuePractice>[0],
  caller: Caller,
  context: Practising,
): Promise<Reply> {
  checkTaken(found);
  const { one, course } = found;
  const isHere = one.channels.some(({ channel }) => channel === caller.channel);
  const channel = isHere ? caller.channel : one.channels[0]?.channel;
  const member = channel === undefined ? caller : { ...caller, channel };
  return continuePractice(said, member, { ...context, course: () => course }, assignmentOf(found, caller, context));
}

/** How a button of a practice is answered where that is one of homework. @throws UserError where the homework is gone. */
export const continueHomework = async (
  id: string,
  said: Parameters<typeof continuePractice>[0],
  caller: Caller,
  context: Practising,
): Promise<Reply> =>
  practise(await assignedTo(caller.id, await findHomework(id, context), context), said, caller, context);

/** Begins a homework, or goes on with it. */
async function start(id: string, caller: Caller, context: Practising): Promise<Reply> {
  const found = await assignedTo(caller.id, await findHomework(id, context), context);
  checkTaken(found);
  const now = context.now().epochMilliseconds;
  const practice = practiceOf(found, caller, now);
  const { id: person, name } = caller;
  await context.homework.begin(id, { person, name }, caller.at ?? now);
  // The message that a class reads stays.
  const { replaces: _, ...first } = await practise(found, { practice }, caller, context);
  return first;
}

/** A student is to be reminded of a homework, or not any more. */
async function remind(id: string, isWanted: boolean, caller: Caller, context: Context): Promise<Reply> {
  const { locale, id: person, name } = caller;
  const found = await assignedTo(person, await findHomework(id, context), context);
  checkTaken(found);
  const words = text(locale);
  const now = context.now().epochMilliseconds;
  const { one, homework } = found;
  const at = reminderOf(homework, one.timetable);
  if (isWanted && found.standing.done !== undefined) return renderOne(found, caller, now);
  if (isWanted && now >= at) throw new UserError(text.both((own) => own.tooLateToRemind));
  await context.homework.remind(id, { person, name }, isWanted, now);
  // It may have become time in this very moment: then its reminder is written here, and there is one in any case.
  const { homework: is } = await findHomework(id, context);
  if (isWanted && is.reminders !== 'ahead' && is.until === homework.until)
    for (const draft of draftReminders({ id }, is, [person], one, { now, newId: context.newId }))
      await context.outbox.add(draft, now);
  const willRemind = platformOf(person) === 'web' ? words.willRemindHere : words.willRemind;
  const said = isWanted ? willRemind(instantInWords(at, one.timetable, locale, now)) : words.willNotRemind;
  return renderOne(await assignedTo(person, found, context), caller, now, said);
}

/** What a student's button does with a homework; undefined for a line that cannot be read. @throws UserError where it is gone. */
export async function pressHomework(
  said: { homework: string; move: StudentMove } | undefined,
  caller: Caller,
  context: Practising,
): Promise<Reply> {
  const { homework: id, move } = said ?? { homework: '', move: 'show' as const };
  switch (move) {
    case 'do':
      return start(id, caller, context);
    case 'show': {
      const found = await assignedTo(caller.id, await findHomework(id, context), context);
      return renderOne(found, caller, context.now().epochMilliseconds);
    }
    case 'remind':
    case 'quiet':
      return remind(id, move === 'remind', caller, context);
    default:
      return move satisfies never;
  }
}

/** As it is offered to a student who types what to practise. */
export const HOMEWORK_TOPIC = text.both(({ asked: [first] }) => first);

/** What people call it, in any language. */
const CALLED = new Set([...text('ko').asked, ...text('en').asked].map(compact));

/** Does somebody ask for their homework: `숙제`, `homework`? */
export const asksForHomework = (topic: string | undefined): boolean =>
  topic !== undefined && CALLED.has(compact(topic));

/** Refuses what was typed beside homework, which is done whole; a button begins it. @throws UserError */
export function refuseBesideHomework(): never {
  const label = text.both((words) => words.buttons.doIt);
  throw new UserError(
    text.both((words) => words.isDoneWhole),
    { ko: 'quiz homework', en: 'quiz homework', label },
  );
}

/** What a student who asks for homework is given: the only one to do at once, of several a choice. */
export async function startHomework(caller: Caller, context: Practising): Promise<Reply> {
  const all = await findAssigned(caller, context);
  if (all.length === 0) return renderNone(caller);
  const [only, ...others] = all.filter(({ standing }) => standing.done === undefined);
  if (only && others.length === 0) return start(only.appointment.id, caller, context);
  return renderAssigned(all, caller, context.now().epochMilliseconds);
}

/** What a student who asks for a quiz is offered first: their homework; undefined where there is none to do. */
export async function offerHomework(caller: Caller, context: Context): Promise<Reply | undefined> {
  const toDo = await findToDo(caller, context);
  return toDo.length === 0 ? undefined : renderAssigned(toDo, caller, context.now().epochMilliseconds);
}
