import { type Command, isTyped, usage } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { text } from './text.ts';

/** What students type most comes first; the rest follows by name. */
const FIRST = ['k8s', 'quiz', 'card', 'review', 'progress'];
const rankOf = ({ name }: Command): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** How each command is typed, what it is for, lines to try. A command with actions explains those itself: `/class …`. */
const listCommands = (commands: readonly Command[], locale: Locale): Block => ({
  type: 'fields',
  fields: commands.map((command) => {
    const { name, actions, summary, examples } = command;
    const lines = examples.map((example) => `/${example[locale]}`).join(', ');
    return {
      name: actions ? `/${name} …` : usage(command, locale),
      value: summary[locale] + (lines === '' ? '' : text(locale).examples(lines)),
    };
  }),
});

const needsWords = ({ options }: Command): boolean => Object.values(options).some(({ required }) => required);

/** Every command that people type; those that need no words and that students use have a button. */
export function renderHelp(commands: readonly Command[], locale: Locale): Reply {
  const words = text(locale);
  const typed = commands.filter(isTyped).toSorted((a, b) => rankOf(a) - rankOf(b));
  const forStudents = typed.filter(({ usedBy }) => usedBy === 'everyone');
  const forInstructors = typed.filter(({ usedBy }) => usedBy === 'instructors');
  const pressable = forStudents.filter((one) => !needsWords(one) && one.name !== 'dosirak');
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.title },
      listCommands(forStudents, locale),
      { type: 'text', markdown: words.forgiving },
      ...(forInstructors.length > 0
        ? [{ type: 'text', markdown: words.forInstructors } as const, listCommands(forInstructors, locale)]
        : []),
      { type: 'buttons', buttons: pressable.map(({ name }) => button(`/${name}`, name)) },
    ],
  };
}

/** Which version this is, how much there is to learn, and the licences. */
export function renderAbout({ version, course }: Context, locale: Locale): Reply {
  const { builtIn, content, questions } = course();
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.name },
      {
        type: 'fields',
        fields: [
          { name: words.version, value: version },
          { name: words.chapters, value: words.count(content.chapters.length) },
          { name: words.concepts, value: words.count(content.terms.length) },
          { name: words.questions, value: words.count(questions.size) },
          { name: words.licence, value: builtIn ? words.courseLicence : words.codeLicence },
        ],
      },
    ],
  };
}
