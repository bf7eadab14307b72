import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { timetableInWords } from '../schedule/words.ts';
import { classReply, mentions } from './class-reply.ts';
import { cardsCome, classAt, classesToTeach, classToTeach, isAlone } from './find.ts';
import { courseNameOf } from './setup-reply.ts';
import { text } from './text.ts';

/** Classes that are listed. */
const FEW = 6;

/** Which classes the caller may mean, by their channels. */
function severalReply(all: readonly Class[], { locale, space }: Caller): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.severalClasses(all.length) },
      ...all.slice(0, FEW).flatMap(({ timetable, channels }) =>
        mentions(
          timetableInWords(timetable, locale),
          channels.filter((known) => known.space === space).map(({ channel }) => channel),
          '#',
        ),
      ),
      { type: 'text', markdown: words.toSeeOne },
    ],
  };
}

/** The offer to set up a class, to an instructor where there is none. */
function offerReply({ locale }: Caller): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.noClassYet },
      { type: 'text', markdown: words.offer },
      buttons(button(words.startHere, 'class setup', 'primary'), button(words.startByForm, 'class form')),
    ],
  };
}

/**
 * The class of where the caller is, with all that is known of it; where there are several, which; where there could be
 * one, how to begin. @throws UserError to students: when the card comes.
 */
export async function showClass(caller: Caller, context: Context): Promise<Reply> {
  const { manages, space, channel, locale } = caller;
  const all = isAlone(caller) ? [] : await classesToTeach(caller, context);
  if (all.length > 1) return severalReply(all, caller);
  const isNone = !(await classAt(caller, context)) && (await context.classes.within(space)).length === 0;
  if (isNone && manages && channel !== undefined) return offerReply(caller);
  const one = await classToTeach(caller, context, cardsCome);
  return classReply(
    one,
    {
      heading: text(locale).settings,
      course: courseNameOf(one, caller, context),
      now: context.now(),
      whole: true,
    },
    caller,
  );
}
