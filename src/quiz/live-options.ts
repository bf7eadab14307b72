import type { Question } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import { isPass, PASSED } from '../core/pass.ts';
import type { Answer } from '../core/session.ts';
import { form, isRight } from '../questions/types.ts';
import { compact, fold } from '../text/fold.ts';
import { liveShuffle } from './live-kept.ts';

/** One of the things that a question's answers were, and by how many. */
export interface Chosen {
  /** An option's number as it was shown; empty for what was typed or passed. */
  mark: string;
  label: string;
  count: number;
  right: boolean;
  /** Nobody chose it by mistake: they said that they do not know. */
  passed?: true;
}

/** Everything that was typed, alike but for case and spaces, most often first. */
function typed(answers: readonly Answer[]): Chosen[] {
  const given = Map.groupBy(
    answers.filter(({ picked }) => !isPass(picked)),
    ({ picked, right }) => `${right} ${compact(picked)}`,
  );
  return Array.from(given.values(), (own) => ({
    mark: '',
    label: fold(own[0]?.picked ?? ''),
    count: own.length,
    right: own[0]?.right ?? false,
  })).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** How a question was answered in a session: its options in the order in which they were shown, or what was typed. */
export function chosenOf(question: Question, session: string, answers: readonly Answer[], locale: Locale): Chosen[] {
  const shuffle = liveShuffle(session, question);
  const shown = form(question, locale, shuffle);
  const passes = answers.filter(({ picked }) => isPass(picked)).length;
  const pass: Chosen = { mark: '', label: PASSED[locale], count: passes, right: false, passed: true };
  const rightLabels =
    question.type === 'multiple' ? question.right.map((option) => option[locale].replaceAll('`', '')) : [];
  const given =
    shown.type === 'choice'
      ? shown.options.map(({ value, label }, i) => ({
          mark: String(i + 1),
          label,
          count: answers.filter(({ picked }) => picked.includes(value)).length,
          right: question.type === 'multiple' ? rightLabels.includes(label) : isRight(question, value, shuffle),
        }))
      : typed(answers);
  return passes === 0 ? given : [...given, pass];
}
