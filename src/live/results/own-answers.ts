import type { Question } from '../../content/model.ts';
import type { Caller } from '../../core/command/command.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block } from '../../core/reply/blocks.ts';
import { markdown } from '../../core/reply/builders.ts';
import type { Answer } from '../../core/session.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import { codeMarkdown } from '../../questions/code.ts';
import { graded, hasParts } from '../../questions/types.ts';
import { numberedAnswer } from '../numbered-answer.ts';
import { liveShuffle } from '../state.ts';
import { solutionMarkdown } from './solution.ts';
import { text } from './text.ts';

type Reader = Pick<Caller, 'locale' | 'channel'>;

/** A question of a session with what one student answered to it, if anything. */
export interface OwnAnswer {
  session: string;
  /** From 0. */
  at: number;
  question: Question;
  answer: Pick<Answer, 'picked' | 'right'> | undefined;
}

/** Letters of a question and of why: several of them, with their code, stand in one message. */
const BRIEF = { ask: 200, why: 300 } as const;

const ownLine = ({ session, question, answer }: OwnAnswer, mark: string, reader: Reader): string => {
  const words = text(reader.locale);
  if (!answer) return `${mark} ${words.own}: ${words.noAnswer}`;
  const said = numberedAnswer(question, answer.picked, liveShuffle(session, question), reader);
  return `${mark} ${words.own}: **${literalLine(said)}**`;
};

/** The question as it was asked, before its answer is told: nothing says what is right. */
export const renderOwnPick = (own: OwnAnswer, reader: Reader): Block[] => [
  markdown(`**${own.at + 1}.** ${own.question.ask[reader.locale]}${codeMarkdown(own.question)}`),
  markdown(ownLine(own, '✏️', reader)),
  markdown(text(reader.locale).notToldYet),
];

/** A student's answer to a question of several parts, each with its own mark; empty for any other. */
const partsOf = ({ session, question, answer }: OwnAnswer, locale: Locale): string =>
  answer && hasParts(question) ? graded(question, answer.picked, locale, liveShuffle(session, question)) : '';

/** What the student has answered, behind a mark. Once it is told, several parts have each its own. */
export const renderOwnGiven = (own: OwnAnswer, reader: Reader, mark: '✏️' | '✅' | '❌'): Block =>
  markdown((mark === '✏️' ? '' : partsOf(own, reader.locale)) || ownLine(own, mark, reader));

/** The question with its code, the student's answer to it, the right one, and why. */
export function renderOwnAnswer(own: OwnAnswer, reader: Reader): Block {
  const { locale, channel } = reader;
  const { session, question, answer, at } = own;
  const parts = partsOf(own, locale);
  const mark = answer === undefined ? '➖' : answer.right ? '✅' : '❌';
  const right = answer?.right ? [] : [solutionMarkdown(question, session, { locale, channel })];
  return markdown(
    [
      `**${at + 1}.** ${truncate(question.ask[locale], BRIEF.ask)}${codeMarkdown(question)}`,
      // Of several parts each with its own mark; else two lines of one paragraph.
      parts || [ownLine(own, mark, reader), ...right].join('  \n'),
      truncate(question.why[locale], BRIEF.why),
    ].join('\n\n'),
  );
}
