import type { Caller } from '../../core/command/command.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../../core/reply/builders.ts';
import { seededShuffle } from '../../core/seeded-shuffle.ts';
import type { Context } from '../../course/context.ts';
import { courseOf } from '../../course/courses.ts';
import { questionFormLine } from '../../course/lines.ts';
import { formBlock } from '../../questions/asking.ts';
import { codeMarkdown } from '../../questions/code.ts';
import type { Shuffle } from '../../questions/fields.ts';
import { form, graded, isRight, whyNotLive, writtenTypes } from '../../questions/types.ts';
import type { OwnQuestion } from './find.ts';
import { type Move, ownLine } from './lines.ts';
import { text } from './text.ts';

/** The order of a question's options while an instructor looks at it. */
const shuffleOf =
  ({ stored }: Pick<OwnQuestion, 'stored'>): Shuffle =>
  (items) =>
    seededShuffle(items, stored.id, (item) => JSON.stringify(item));

const lineOf = ({ stored }: Pick<OwnQuestion, 'stored'>, move: Move): string =>
  ownLine.write({ move, question: stored.id });

/** What is asked, with its code. */
const askBlock = ({ question }: OwnQuestion, locale: Locale): Block =>
  markdown(question.ask[locale] + codeMarkdown(question));

/** `파드 · 주관식 · 🙈 빼 둠`: what the question is, in one line. */
async function aboutOf({ one, stored, text: written }: OwnQuestion, locale: Locale, context: Context) {
  const { terms } = courseOf(context.courses(), one);
  const hidden = await context.reports.hiddenQuestions(one.id);
  const isHidden = hidden.includes(stored.id);
  const words = text(locale);
  const term = terms.get(stored.term);
  const type = writtenTypes.find((one) => one.type === written.type);
  const parts = [
    term?.title[locale] ?? words.conceptGone,
    ...(type === undefined ? [] : [type.writing.name[locale]]),
    ...(isHidden ? [words.hiddenMark] : []),
  ];
  return { about: parts.join(' · '), isHidden };
}

/** What an instructor can do with a question. */
function controls(own: OwnQuestion, isHidden: boolean, locale: Locale): Button[] {
  const words = text(locale);
  return [
    button(words.change, questionFormLine.write({ what: 'edit', id: own.stored.id })),
    isHidden ? button(words.askAgain, lineOf(own, 'ask')) : button(words.hide, lineOf(own, 'hide')),
    button(words.otherConcept, lineOf(own, 'move')),
    button(words.delete, lineOf(own, 'delete')),
    button(words.seeAll, 'class questions'),
    button(words.writeAnother, questionFormLine.write({ what: 'new', id: own.stored.term })),
  ];
}

/** A question as students see it, to be tried, with all that can be done with it. `picked`: letters of an order so far. */
export async function renderOwn(
  own: OwnQuestion,
  said: { heading: string; said: string; picked?: readonly string[] },
  { locale }: Pick<Caller, 'locale'>,
  context: Context,
): Promise<Reply> {
  const { about, isHidden } = await aboutOf(own, locale, context);
  const shown = form(own.question, locale, shuffleOf(own));
  const line = lineOf(own, 'try');
  const whyNot = whyNotLive(own.question)?.[locale];
  const words = text(locale);
  const head = [heading(said.heading, about), markdown(said.said)];
  const asked = [askBlock(own, locale), formBlock(shown, line, said.picked)];
  const rest = [
    buttons(...controls(own, isHidden, locale)),
    footer([words.asStudentsSee, ...(whyNot === undefined ? [] : [words.notLive(whyNot)])].join(' · ')),
  ];
  return {
    visibility: 'caller',
    accent: 'success',
    replaces: true,
    blocks: [...head, ...asked, ...rest],
    wide: [...head, ...asked, { type: 'looks', blocks: asked }, ...rest],
  };
}

/** A question that was tried, as a student sees it answered; nothing of it is recorded. */
export async function renderTried(
  own: OwnQuestion,
  answer: string,
  { locale }: Pick<Caller, 'locale'>,
  context: Context,
): Promise<Reply> {
  const words = text(locale);
  const shuffle = shuffleOf(own);
  const { about, isHidden } = await aboutOf(own, locale, context);
  const right = isRight(own.question, answer, shuffle);
  return {
    visibility: 'caller',
    accent: right ? 'success' : 'error',
    replaces: true,
    blocks: [
      heading(right ? words.triedRight : words.triedWrong, about),
      askBlock(own, locale),
      markdown(graded(own.question, answer, locale, shuffle)),
      markdown(own.question.why[locale]),
      buttons(button(words.tryAgain, lineOf(own, 'show')), ...controls(own, isHidden, locale)),
      footer(words.notRecorded),
    ],
  };
}

/** A question that was just deleted, with the way back. */
export const renderDeleted = (own: OwnQuestion, { locale }: Pick<Caller, 'locale'>): Reply => ({
  visibility: 'caller',
  accent: 'success',
  replaces: true,
  blocks: [
    heading(text(locale).deleted),
    askBlock(own, locale),
    markdown(text(locale).afterDeleting),
    buttons(button(text(locale).undo, lineOf(own, 'undo'), 'primary'), button(text(locale).seeAll, 'class questions')),
  ],
});
