import type { Question } from '../../content/model.ts';
import { shortId } from '../../content/question-ids.ts';
import { typedTopic } from '../../core/command/typed-options.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { paged } from '../../core/reply/paged.ts';
import { madeNote } from '../../course/made-note.ts';
import { literalLine } from '../../markdown/escape.ts';
import { answerKey } from '../../questions/answer-key.ts';
import { codeMarkdown } from '../../questions/code.ts';
import { draftLine } from '../lines.ts';
import { topicOf } from '../state.ts';
import type { Draft, MeantDraft } from './draft.ts';
import { text } from './text.ts';

/** Questions a page, each with its button: five make a row on Discord. */
export const PAGE = 5;

const questionBlock = (question: Question, number: number, locale: Locale): Block =>
  markdown(
    `${[`**${number}.**`, ...madeNote(question, locale)].join(' ')} ${question.ask[locale]}${codeMarkdown(question)}\n\n${answerKey(question, locale)}`,
  );

/** A page of a draft, from 1, with the buttons that change it. `said`: what came of the last one. */
export function renderDraft(
  id: string,
  { topic }: Draft,
  questions: readonly Question[],
  { page, said }: { page: number; said: string },
  locale: Locale,
): Reply {
  const words = text(locale);
  const { shown: here, page: shown, pages, from } = paged(questions, page, PAGE);
  // The next page, and the first one after the last.
  const next = (shown % pages) + 1;
  const nextFrom = (next - 1) * PAGE;
  const turn = (): ReturnType<typeof button> =>
    button(
      words.page(nextFrom + 1, Math.min(questions.length, nextFrom + PAGE)),
      draftLine.write({ session: id, move: 'page', what: String(next) }),
    );
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.title(topicOf({ topic })[locale]), words.onlyYou),
      markdown(said),
      ...here.map((question, i) => questionBlock(question, from + i + 1, locale)),
      buttons(
        ...here.map((question, i) =>
          button(words.swap(from + i + 1), draftLine.write({ session: id, move: 'swap', what: shortId(question) })),
        ),
      ),
      buttons(
        button(words.start, draftLine.write({ session: id, move: 'start' }), 'primary'),
        ...(pages > 1 ? [turn()] : []),
        button(words.drop, draftLine.write({ session: id, move: 'drop' })),
      ),
    ],
  };
}

/**
 * Says that there is a preview whose questions an instructor has swapped, and asks whether to go on with it, or to make
 * another one as it was typed; `rest` is what was typed beside the topic.
 */
export function offerKept(
  { id, draft, questions }: MeantDraft,
  { topic, rest }: { topic: string | undefined; rest: string },
  locale: Locale,
): Reply {
  const words = text(locale);
  const line = `live preview${typedTopic(topic)}${rest} anew:anew`;
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      markdown(words.kept(literalLine(topicOf(draft)[locale]), questions.length)),
      buttons(
        button(words.goOn, draftLine.write({ session: id, move: 'page', what: '1' }), 'primary'),
        // What is too long for a button can still be typed.
        ...(Array.from(line).length <= LIMITS.line ? [button(words.makeAnother, line)] : []),
      ),
    ],
  };
}

/** Says that a quiz has begun without what was looked at, and offers to ask that in `session`. */
export function offerInstead({ id, draft, questions }: MeantDraft, session: string, locale: Locale): Block[] {
  const words = text(locale);
  return [
    markdown(words.notUsed(literalLine(topicOf(draft)[locale]), questions.length)),
    buttons(button(words.use, draftLine.write({ session: id, move: 'use', what: session }))),
  ];
}
