import type { Locale, Localized } from '../../core/locale.ts';
import type { Step, StepText } from './tour.ts';

interface Words<Id extends string> {
  title: string;
  about: string;
  called: readonly string[];
  steps: Readonly<Record<Id, StepText>>;
}

/** A tour's words in both languages, as its table takes them. */
export const wordsOf = <Id extends string>(
  text: ((locale: Locale) => Words<Id>) & { both(say: (words: Words<Id>) => string): Localized },
) => ({
  title: text.both(({ title }) => title),
  about: text.both(({ about }) => about),
  called: [...text('ko').called, ...text('en').called],
  step: (id: Id): Pick<Step, 'id' | 'text'> => ({ id, text: { ko: text('ko').steps[id], en: text('en').steps[id] } }),
});
