import type { Question } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { dontKnowAnswer, isDontKnow, saysDontKnow } from '../core/dont-know.ts';
import { truncate } from '../language/truncate.ts';
import { isOffered, pickedSoFar } from '../questions/asking.ts';
import type { Shuffle } from '../questions/fields.ts';
import { form, unclear } from '../questions/types.ts';
import { numberedAnswer } from './numbered-answer.ts';

/** Letters of an answer that was typed. */
const TYPED = 200;

/** What a student has sent to a question. */
type ParsedAnswer =
  /** `gone`: no button of ours says it; `empty`: nothing was typed; `unpicked`: nothing was picked of many. */
  | { kind: 'refused'; why: 'gone' | 'empty' | 'unpicked' }
  /** Some of several menus, which the student sees alone; `isNew`: none was shown to them yet. */
  | { kind: 'picking'; picked: readonly string[]; isNew: boolean }
  /**
   * An answer as it is stored, and as the student sees it: `2. 노드`. `problem`: what to say where it is none, such as a
   * word where a number is asked for; the student may send another one. `isAlone`: it comes from menus that the student
   * alone sees, which have done what they were for.
   */
  | { kind: 'whole'; picked: string; inWords: string; problem: string | undefined; isAlone: boolean };

export function parseAnswer(
  question: Question,
  answer: string,
  shuffle: Shuffle,
  reader: Pick<Caller, 'locale' | 'channel'>,
): ParsedAnswer {
  const { locale } = reader;
  const said = truncate(answer, TYPED).trim();
  const shown = form(question, locale, shuffle);
  const whole = (picked: string): ParsedAnswer => ({
    kind: 'whole',
    picked,
    inWords: numberedAnswer(question, picked, shuffle, reader),
    problem: isDontKnow(picked) ? undefined : unclear(question, picked, locale),
    // The class's message has a button that says so as well, with one dash: that message stays.
    isAlone: shown.type === 'menus' && picked !== dontKnowAnswer(1),
  });
  if (shown.type === 'input') {
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(said)) return { kind: 'refused', why: 'empty' };
    return whole(saysDontKnow(said) ? dontKnowAnswer(1) : said);
  }
  const picked = shown.type === 'menus' ? pickedSoFar(shown, said) : undefined;
  if (picked !== undefined) return { kind: 'picking', picked, isNew: !/\d/.test(said) };
  // A form whose boxes were all left alone, as the page sends it.
  if (said === '') return { kind: 'refused', why: 'unpicked' };
  // Beside the options, platforms offer a button for students who do not know.
  return isDontKnow(said) || isOffered(shown, said) ? whole(said) : { kind: 'refused', why: 'gone' };
}
