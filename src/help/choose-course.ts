import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { studyLine } from './lines.ts';
import { text } from './text.ts';

/** Which course the caller is taught, and the others as buttons; nothing in a class's channel, which has one, and of a bot with a single course. */
export function courseBlocks({ channel, locale }: Caller, { course, courses }: Context): Block[] {
  if (channel !== undefined || courses().length < 2) return [];
  const { settings } = course().content;
  const others = courses().flatMap(({ content: { settings: one } }) => (one.id === settings.id ? [] : [one]));
  return [
    markdown(text(locale).studying(escapeMarkdown(settings.title[locale]))),
    buttons(...others.map((one) => button(one.title[locale], studyLine.write({ course: one.id })))),
  ];
}

const chosen = (title: string, locale: Locale): Reply => ({
  visibility: 'caller',
  accent: 'success',
  blocks: [heading(title), markdown(text(locale).courseChosen), buttons(button(text(locale).quiz, 'quiz', 'primary'))],
});

/** From now on the caller is taught a course in direct messages. @throws UserError where the bot no longer teaches it. */
export async function chooseCourse(
  id: string | undefined,
  { id: person, locale }: Caller,
  { courses, records, now }: Context,
): Promise<Reply> {
  const course = courses().find(({ content }) => content.settings.id === id);
  if (!course) throw new UserError(text.both((words) => words.courseGone));
  const { settings } = course.content;
  await records.study(person, settings.id, now().epochMilliseconds);
  return chosen(settings.title[locale], locale);
}
