import type { Locale } from '../core/locale.ts';
import { text as practiceText } from '../practice/text.ts';
import { type Homework, NewerHomeworkError } from './codec.ts';

/** What a homework is about. */
export const topicInWords = ({ topic }: Pick<Homework, 'topic'>, locale: Locale): string =>
  topic?.[locale] ?? practiceText(locale).everything;

/** A post about a homework of a newer version is left to a process of that version. */
export const orElsewhere = (error: unknown): 'elsewhere' => {
  if (error instanceof NewerHomeworkError) return 'elsewhere';
  throw error;
};
