import { shortId } from '../../content/question-ids.ts';
import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, fields, footer, heading, markdown } from '../../core/reply/builders.ts';
import { paged } from '../../core/reply/paged.ts';
import { ODDITIES } from '../../core/reports.ts';
import type { Context } from '../../course/context.ts';
import { knownIn } from '../../course/hidden-questions.ts';
import { withAllSets } from '../../course/kept-back.ts';
import { questionFormLine } from '../../course/lines.ts';
import { madeNote } from '../../course/made-note.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine, withoutEscapes } from '../../markdown/escape.ts';
import { answerKey } from '../../questions/answer-key.ts';
import { codeMarkdown } from '../../questions/code.ts';
import { hideLine } from '../lines.ts';
import { shareInWords } from '../share.ts';
import { type ReportedQuestion, readReported } from './read-reported.ts';
import { text } from './text.ts';

/** Questions a page: each has a text, its figures and a row of buttons, and a message of Discord has 4,000 characters. */
const PAGE = 4;
/** Questions in the class's report. */
const IN_SHORT = 3;
/** Letters of a question where it is only to be recognized. */
const BRIEF = 80;

const brief = (words: string): string => truncate(words.replaceAll('`', '').replace(/\s+/g, ' '), BRIEF);

/** The most reported questions in the class's report, a line each; no block where there are none. */
export function renderReportedInShort(all: readonly ReportedQuestion[], locale: Locale): Block[] {
  const words = text(locale);
  const lines = all
    .filter(({ people }) => people > 0)
    .slice(0, IN_SHORT)
    .map(({ question, people, tally, isHidden }) => {
      const line = words.inShort(
        literalLine(brief(withoutEscapes(question.ask[locale]))),
        people,
        shareInWords(tally, locale),
      );
      return `- ${line}${isHidden ? ` · ${words.hiddenMark}` : ''}`;
    });
  return lines.length === 0 ? [] : [markdown([`**${words.reported}**`, '', ...lines].join('\n'))];
}

/** The button that leads from the class's report to its reported questions; none where there are none. */
export const reportedButton = ({ length }: readonly ReportedQuestion[], locale: Locale): Button[] =>
  length === 0 ? [] : [button(text(locale).showAll(length), 'report questions')];

function renderReasons(reasons: ReportedQuestion['reasons'], locale: Locale): string {
  const words = text(locale);
  return [...ODDITIES, undefined]
    .flatMap((reason) => {
      const people = reasons.get(reason);
      if (people === undefined) return [];
      return words.reason(reason === undefined ? words.noReason : words.oddities[reason], people);
    })
    .join(', ');
}

/**
 * A question with its code, its options with the right ones marked, its explanation, who reported it and why, and the button
 * that has it not asked any more, or again.
 */
function renderOne(
  { question, people, reasons, tally, isHidden, isOwn }: ReportedQuestion,
  number: number,
  { page, classId }: { page: number; classId: string },
  concept: string,
  locale: Locale,
): Block[] {
  const words = text(locale);
  const press = hideLine.write({ question: shortId(question), hidden: isHidden ? 'no' : 'yes', page, class: classId });
  const named = [`**${literalLine(words.numbered(number, concept))}**`, ...madeNote(question, locale)].join(' · ');
  return [
    markdown(
      [
        `${named}${isHidden ? ` · ${words.hiddenMark}` : ''}`,
        `${question.ask[locale]}${codeMarkdown(question)}`,
        answerKey(question, locale),
        `💡 ${question.why[locale]}`,
      ].join('\n\n'),
    ),
    fields(
      { name: words.peopleName, value: words.people(people) },
      { name: words.rightName, value: shareInWords(tally, locale) },
      ...(reasons.size === 0 ? [] : [{ name: words.reasonsName, value: renderReasons(reasons, locale) }]),
    ),
    buttons(
      button(isHidden ? words.show(number) : words.hide(number), press),
      ...(isOwn ? [button(words.edit(number), questionFormLine.write({ what: 'edit', id: question.id }))] : []),
    ),
  ];
}

/** A page of the questions that students reported or that the class is not asked; `notice` stands above them. */
export async function renderReported(
  one: Class,
  asked: number | undefined,
  { locale }: Pick<Caller, 'locale'>,
  context: Context,
  notice?: string,
): Promise<Reply> {
  const words = text(locale);
  const all = await readReported(one, context);
  const { shown, page, pages, from: first } = paged(all, asked ?? 1, PAGE);
  const { terms } = context.course();
  const to = (label: string, other: number): Button => button(label, `report questions ${other}`);
  const ways = [
    ...(page > 1 ? [to(words.previous, page - 1)] : []),
    ...(page < pages ? [to(words.next, page + 1)] : []),
  ];
  return {
    visibility: 'caller',
    accent: 'info',
    ...(asked === undefined ? {} : { replaces: true as const }),
    blocks: [
      heading(words.title),
      ...(notice === undefined ? [] : [markdown(notice)]),
      ...(all.length === 0 ? [markdown(words.none)] : []),
      ...shown.flatMap((each, i) =>
        renderOne(
          each,
          first + i + 1,
          { page, classId: one.id },
          terms.get(each.question.term)?.title[locale] ?? '',
          locale,
        ),
      ),
      ...(ways.length === 0 ? [] : [buttons(...ways)]),
      footer([words.explained, ...(pages === 1 ? [] : [words.pageOf(page, pages)])].join(' · ')),
    ],
  };
}

/**
 * Has a class not asked a question any more, or again, and shows the page on which the button was.
 * @throws UserError where the question is gone, and where the button was another class's, such as one that has ended.
 */
export async function setQuestionHidden(
  one: Class,
  said: { question: string; hidden: 'yes' | 'no'; page?: number | undefined; class?: string | undefined } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (said?.class !== undefined && said.class !== one.id) throw new UserError(text.both((words) => words.otherClass));
  const { questions, questionNamed } = withAllSets((await knownIn(one, context)).course());
  const question = said && questions.get(questionNamed(said.question)?.id ?? '');
  if (!question) throw new UserError(text.both((words) => words.questionGone));
  const isHidden = said.hidden === 'yes';
  // It may have been hidden under a name that it had before.
  const known = await context.reports.hiddenQuestions(one.id);
  const names = isHidden ? [question.id] : known.filter((name) => questionNamed(name)?.id === question.id);
  await context.reports.hideQuestion(one.id, names, isHidden, context.now().epochMilliseconds);
  const words = text(caller.locale);
  return renderReported(one, said.page ?? 1, caller, context, isHidden ? words.nowHidden : words.nowShown);
}
