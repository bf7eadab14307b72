import type { Question, Term } from '../../content/model.ts';
import type { Locale } from '../../core/locale.ts';
import { codeMarkdown } from '../../questions/code.ts';
import type { Exchanged } from '../../questions/exchange.ts';
import { exchanged } from '../../questions/types.ts';
import { type LeftOut, type LeftOutKind, leaveOut, type Written } from '../left-out.ts';
import { cleanLine, markdownOfLabel } from '../markup.ts';

/** Text in which no sign means anything, on one line (Moodle, GIFT format: special characters). */
const literal = (text: string): string => text.replace(/[\\#=~{}:]/g, '\\$&').replaceAll('\n', '\\n');

const label = (text: string): string => literal(markdownOfLabel(cleanLine(text)));

/** Shares of the marks that Moodle knows have five decimals at most: 33.33333. */
const share = (of: number): string => String(Number((100 / of).toFixed(5)));

const lines = (all: readonly string[]): string => `\n${all.map((line) => `\t${line}\n`).join('')}`;

/** What stands between the braces, or why GIFT cannot hold it. */
function answersOf(answer: Exchanged): { text: string } | { left: LeftOutKind } {
  switch (answer.kind) {
    case 'options': {
      const right = answer.options.filter((option) => option.right).length;
      const marks = answer.several ? { right: `~%${share(right)}%`, wrong: '~%-100%' } : { right: '=', wrong: '~' };
      return {
        text: lines(answer.options.map((option) => (option.right ? marks.right : marks.wrong) + label(option.text))),
      };
    }
    case 'truth':
      return { text: answer.isTrue ? 'TRUE' : 'FALSE' };
    case 'words':
      // Moodle takes such an answer for a pair, whatever stands before it.
      if (answer.accept.some((one) => one.includes('->'))) return { left: 'arrows' };
      return { text: lines(answer.accept.map((one) => `=%100%${literal(cleanLine(one).replaceAll('*', '\\*'))}`)) };
    case 'amounts': {
      const all = answer.amounts.map(({ value, tolerance }) => `=%100%${value}:${tolerance}`);
      return { text: `#${lines(all)}` };
    }
    case 'pairs':
      if (answer.pairs.flat().some((one) => one.includes('->'))) return { left: 'arrows' };
      return {
        text: lines([
          ...answer.pairs.map(([left, right]) => `=${label(left)} -> ${label(right)}`),
          ...answer.others.map((right) => `= -> ${label(right)}`),
        ]),
      };
    case 'blanks': {
      // A missing word is the one blank that GIFT knows.
      const [only, ...others] = answer.blanks;
      if (!only || others.length > 0) return { left: answer.kind };
      return answersOf(
        'accept' in only
          ? { kind: 'words', accept: only.accept }
          : {
              kind: 'options',
              options: [{ text: only.right, right: true }, ...only.wrong.map((text) => ({ text, right: false }))],
              several: false,
            },
      );
    }
    case 'steps':
      return { left: answer.kind };
    default:
      return answer satisfies never;
  }
}

function writeQuestion(question: Question, locale: Locale, left: LeftOut): string[] {
  const answer = exchanged(question, locale);
  const answers = answer ? answersOf(answer) : { left: 'untold' as const };
  if ('left' in answers) {
    leaveOut(left, answers.left);
    return [];
  }
  if (answer?.kind === 'amounts') {
    if (answer.unit !== undefined) leaveOut(left, 'units');
    if (answer.nearest) leaveOut(left, 'nearest');
  }
  const asked = literal(question.ask[locale].trim() + codeMarkdown(question));
  return [`::${question.id}::[markdown]${asked} {${answers.text}####${literal(question.why[locale].trim())}\n}\n`];
}

/** Questions as GIFT: a category for each concept, its question's id as title and why as general feedback. */
export function writeGift(terms: readonly Term[], locale: Locale): Written {
  const left: LeftOut = new Map();
  leaveOut(left, 'definitions', terms.length);
  const written = terms.map((term) => ({
    title: cleanLine(term.title[locale]).replaceAll('/', '//'),
    questions: term.questions.flatMap((question) => writeQuestion(question, locale, left)),
  }));
  const full = written.filter(({ questions }) => questions.length > 0);
  return {
    text: full.map(({ title, questions }) => `$CATEGORY: ${title}\n\n${questions.join('\n')}`).join('\n'),
    questions: full.reduce((sum, { questions }) => sum + questions.length, 0),
    terms: 0,
    left,
  };
}
