import { actionNames, type Caller, type Command } from '../core/command/command.ts';
import { route } from '../core/command/route.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { asksAnything } from '../course/course.ts';
import { samplesOf } from '../course/samples.ts';
import { findToDo } from '../homework/assigned.ts';
import { homeworkBlocks } from '../homework/views.ts';
import { inHangulLayout, initials } from '../language/hangul.ts';
import { slash } from '../markdown/slash.ts';
import { courseBlocks } from './choose-course.ts';
import { text } from './text.ts';

/** The command that shows these pages. */
const HELP = 'dosirak';

/** What students type most comes first, after questions; the rest follows by name. */
const FIRST = ['quiz', 'card', 'review', 'progress'];
const rankOf = ({ name, answersQuestions }: Command): number =>
  answersQuestions ? -1 : FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length;

const needsWords = ({ options }: Command): boolean => Object.values(options).some(({ required }) => required);

const byRank = (commands: readonly Command[], usedBy: Command['usedBy']): Command[] =>
  commands.filter((one) => one.usedBy === usedBy).toSorted((a, b) => rankOf(a) - rankOf(b));

const listed = (rows: readonly { line: string; does: string }[]): Block =>
  markdown(rows.map(({ line, does }) => `- ${slash(line)}: ${does}`).join('\n'));

/** Commands of which more than one line is worth trying. */
const PRACTISE = ['quiz', 'review'];
/** The first examples of those say what the page's list says. */
const TOLD = 2;

/** Lines that are worth trying: `/quiz 1장`, `/review 12월 15일까지`, and one of each command that the list leaves out. */
const moreExamples = (commands: readonly Command[], locale: Locale): string[] => {
  const more = commands.filter(({ name }) => PRACTISE.includes(name)).flatMap(({ examples }) => examples.slice(TOLD));
  const others = commands
    .filter(({ listedWith }) => listedWith !== undefined)
    .flatMap(({ examples }) => examples.slice(0, 1));
  return [...more, ...others].map((example) => slash(example[locale]));
};

/** A student's page: their homework, what they type most, and what each is for; what needs no words has a button. */
export async function renderHelp(context: Context, caller: Caller): Promise<Reply> {
  const { commands, course } = context;
  const { locale } = caller;
  const words = text(locale);
  const { concept } = samplesOf(course());
  const homework = await findToDo(caller, context);
  const all = byRank(commands(), 'everyone');
  const listedOnes = all.filter(({ listedWith }) => listedWith === undefined);
  const rows = listedOnes.map((command) => {
    const [example] = command.examples;
    return { line: needsWords(command) && example ? example[locale] : command.name, does: command.summary[locale] };
  });
  const isPressable = (one: Command): boolean =>
    !needsWords(one) && one.name !== HELP && (one.name !== 'quiz' || asksAnything(course()));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.title(course().content.settings.subject?.[locale])),
      ...homeworkBlocks(homework, caller, context.now().epochMilliseconds),
      listed(rows),
      ...courseBlocks(caller, context),
      markdown(
        [
          words.alsoTry(moreExamples(all, locale)),
          words.forgiving(initials(concept.ko), inHangulLayout(concept.en)),
        ].join('  \n'),
      ),
      buttons(
        ...listedOnes.filter(isPressable).map(({ name }) => button(`/${name}`, name)),
        button(words.forInstructors, `${HELP} instructors`),
        button(words.about, `${HELP} about`),
      ),
    ],
  };
}

/** Examples of a command on an instructor's page, which a terminal of 24 lines shows whole. */
const TRIED = 2;

/** The first example of each action, with what the action does. */
function tried(command: Command, commands: readonly Command[], locale: Locale): { line: string; does: string }[] {
  const byAction = new Map(
    command.examples.toReversed().flatMap((example): [string, { line: string; does: string }][] => {
      const { action } = { action: undefined, ...route(`/${example[locale]}`, commands) };
      return action ? [[action[0], { line: example[locale], does: action[1].summary[locale] }]] : [];
    }),
  );
  return Array.from(byAction.values()).toReversed().slice(0, TRIED);
}

/** An instructor's page: what to try first, and the names of all else. */
export function renderInstructorHelp(commands: readonly Command[], locale: Locale): Reply {
  const words = text(locale);
  const all = byRank(commands, 'instructors');
  const names = all.map((command) => words.actionsOf(command.name, actionNames(command, locale)));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.instructorTitle),
      listed(all.flatMap((command) => tried(command, commands, locale))),
      markdown(names.map((line) => `- ${line}`).join('\n')),
      buttons(button(words.forStudents, HELP), button(words.about, `${HELP} about`)),
    ],
  };
}

/** Which version this is, how much there is to learn, and the licences. */
export function renderAbout({ version, course }: Context, locale: Locale): Reply {
  const { content, questions } = course();
  const { settings } = content;
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.name },
      {
        type: 'fields',
        fields: [
          { name: words.course, value: settings.title[locale] },
          { name: words.version, value: version },
          { name: words.chapters, value: words.count(content.chapters.length) },
          { name: words.concepts, value: words.count(content.terms.length) },
          { name: words.questions, value: words.count(questions.size) },
          { name: words.licence, value: words.licences(settings.licence?.[locale]) },
        ],
      },
      ...(settings.credits.length > 0
        ? [markdown(`**${words.credits}**\n\n${settings.credits.map((one) => `- ${one[locale]}`).join('\n')}`)]
        : []),
    ],
  };
}
