import type { Question } from '../../content/model.ts';
import { dontKnowLabel, isDontKnow } from '../../core/dont-know.ts';
import type { Locale } from '../../core/locale.ts';
import type { Answer } from '../../core/session.ts';
import type { Share } from '../../questions/shares.ts';
import { shares } from '../../questions/types.ts';
import { liveShuffle } from '../state.ts';

/** How many gave one answer to a question; none of it is one student's own words. */
interface AnswerCount extends Share {
  /** They said that they do not know: no mistake. */
  dontKnow?: true;
}

/** How a question was answered in a session, as its type spreads it, and how many did not know. */
export function countAnswers(
  question: Question,
  session: string,
  answers: readonly Answer[],
  locale: Locale,
): AnswerCount[] {
  const given = answers.filter(({ picked }) => !isDontKnow(picked));
  const unknown = answers.length - given.length;
  const dontKnow: AnswerCount = {
    mark: '',
    label: dontKnowLabel[locale],
    count: unknown,
    right: false,
    dontKnow: true,
  };
  const all = shares(question, given, locale, liveShuffle(session, question));
  return unknown === 0 ? all : [...all, dontKnow];
}
