import type { Question } from '../content/model.ts';
import { isMade } from '../content/question-ids.ts';
import type { Locale } from '../core/locale.ts';
import type { Block } from '../core/reply/blocks.ts';
import { footer } from '../core/reply/builders.ts';
import { text } from './text.ts';

/** Says of a question that the bot has made it; nothing of one that an author wrote. */
export const madeNote = (question: Question, locale: Locale): string[] =>
  isMade(question) ? [text(locale).madeByBot] : [];

/** The same as small print below the question. */
export const madeBlocks = (question: Question, locale: Locale): Block[] => madeNote(question, locale).map(footer);
