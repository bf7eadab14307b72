import type { Question, Term } from '../../content/model.ts';
import type { Locale } from '../../core/locale.ts';
import { codeMarkdown } from '../../questions/code.ts';
import type { Exchanged } from '../../questions/exchange.ts';
import { exchanged, solution } from '../../questions/types.ts';
import type { LeftOut, Written } from '../left-out.ts';
import type { Cells } from '../table/own.ts';
import { conceptCells, questionCells, rowOf } from '../table/write.ts';
import { OWN_COLUMN } from './text.ts';

/** Columns of a card: its front, its back, its tags. */
const CARD = 3;

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim().replaceAll('\n', '<br>');

const cell = (text: string): string => `"${text.toWellFormed().replaceAll('"', '""')}"`;

/** What is to be chosen from, where the answer is chosen. */
function choicesOf(answer: Exchanged): readonly string[] {
  switch (answer.kind) {
    case 'options':
      return answer.options.map(({ text }) => text).toSorted();
    case 'steps':
      return answer.steps.toSorted();
    case 'pairs':
      return [
        ...answer.pairs.map(([left]) => left),
        ...[...answer.pairs.map(([, right]) => right), ...answer.others].toSorted(),
      ];
    case 'blanks':
      return answer.blanks.flatMap((blank) => ('accept' in blank ? [] : [blank.right, ...blank.wrong].toSorted()));
    case 'truth':
    case 'words':
    case 'amounts':
      return [];
    default:
      return answer satisfies never;
  }
}

function questionCard(question: Question, locale: Locale): [front: string, back: string] {
  const answer = exchanged(question, locale);
  const choices = answer ? choicesOf(answer) : [];
  const front = [question.ask[locale] + codeMarkdown(question), choices.map((one) => `- ${one}`).join('\n')];
  return [front.join('\n\n'), `${solution(question, locale)}\n\n${question.why[locale]}`];
}

/**
 * Cards for Anki: a concept and its definition, a question and its answer, with the concept's id as tag. Behind them,
 * where Anki looks at nothing, each row has the columns of our own tables, so that nothing is lost on the way back.
 */
export function writeAnki(terms: readonly Term[], locale: Locale): Written {
  const left: LeftOut = new Map();
  let questions = 0;
  const line = ([front, back]: readonly [string, string], tag: string, cells: Cells): string =>
    `${[html(front), html(back), tag, ...rowOf(cells)].map(cell).join('\t')}\n`;
  const lines = terms.flatMap((term) => [
    line([term.title[locale], term.definition[locale]], term.id, conceptCells(term, locale, left)),
    ...term.questions.flatMap((question) => {
      const cells = questionCells(question, term, locale, left);
      if (!cells) return [];
      questions++;
      return [line(questionCard(question, locale), term.id, cells)];
    }),
  ]);
  const headers = ['#separator:tab', '#html:true', `#tags column:${CARD}`, `#${OWN_COLUMN}:${CARD + 1}`];
  return { text: `${headers.join('\n')}\n${lines.join('')}`, questions, terms: terms.length, left };
}
