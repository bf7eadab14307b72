import { isEveryone, isId, platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { changeClass } from './change.ts';
import { classReply, mentions } from './class-reply.ts';
import { classToTeach } from './find.ts';
import { text } from './text.ts';

/** People and roles that a class may name: each is shown in one field. */
const INSTRUCTORS = 25;

/** The address of a person or role, as in Caller's `known`. @throws UserError for a name, and for everyone at once. */
function addressOf(who: string, { space }: Caller): string {
  const platform = platformOf(space);
  if (!isId(who, platform)) throw new UserError(text.both((words) => words.unknownPerson));
  if (isEveryone(who, space)) throw new UserError(text.both((words) => words.notEveryone));
  return platform === 'slack' ? `${space}:${who}` : `${platform}:${who}`;
}

/** The instructors with one more. @throws UserError where there are too many. */
function withInstructor(instructors: readonly string[], address: string): string[] {
  const others = instructors.filter((known) => known !== address);
  if (others.length >= INSTRUCTORS) throw new UserError(text.both((words) => words.tooManyInstructors(INSTRUCTORS)));
  return [...others, address].sort();
}

/** The instructors without one. @throws UserError where they are none. */
function withoutInstructor(instructors: readonly string[], address: string): readonly string[] {
  if (!instructors.includes(address)) throw new UserError(text.both((words) => words.notAdded));
  return instructors.filter((known) => known !== address);
}

/**
 * Adds a person or role to the instructors of a class, or removes them; without `who`, shows them. `who`: as the
 * platform writes them, `123`, `&123`, `U1`.
 * @throws UserError where `how` stands without `who`, for a name, for everyone, and for one too many.
 */
export async function setInstructors(
  { who, how }: { who: string | undefined; how: 'add' | 'remove' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const words = text(caller.locale);
  const now = context.now();
  const one = await classToTeach(caller, context);
  if (who === undefined) {
    if (how !== undefined) throw new UserError(text.both((words) => words.whichPerson));
    return classReply(
      one,
      { heading: words.instructorsOfClass, lead: words.toAddInstructor, now, whole: true },
      caller,
    );
  }
  const address = addressOf(who, caller);
  const change = how === 'remove' ? withoutInstructor : withInstructor;
  const changed = await changeClass(
    one.id,
    (now) => ({ ...now, instructors: change(now.instructors, address) }),
    context,
  );
  const done =
    how === 'remove'
      ? { heading: words.instructorRemoved, people: mentions(words.removedPerson, [address], '@') }
      : {
          heading: words.instructorAdded,
          lead: words.canLead,
          people: mentions(words.addedPerson, [address], '@'),
        };
  return classReply(changed, { ...done, now, whole: true }, caller);
}
