import type { Command } from '../../../core/command/command.ts';
import type { Locale } from '../../../core/locale.ts';

/** What an instructor types most, which no tab has. */
const TEACHING = ['live', 'report'];

/** What may be typed into the box of a page, as the commands of the visitor's course give it: questions, or an instructor's commands. */
export function examplesFor(commands: readonly Command[], isTeaching: boolean, locale: Locale): string[] {
  if (isTeaching)
    return commands
      .filter(({ name }) => TEACHING.includes(name))
      .flatMap(({ examples }) => examples.slice(0, 1).map((example) => `/${example[locale]}`));
  return commands
    .filter(({ answersQuestions }) => answersQuestions)
    .flatMap(({ name, examples }) => examples.map((example) => example[locale].slice(name.length).trim()));
}
