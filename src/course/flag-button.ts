import type { Question } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import type { Locale } from '../core/locale.ts';
import type { Button } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { flagLine } from './lines.ts';
import { text } from './text.ts';

/** The button below an answered question that tells the instructors of a class that something is wrong with it. */
export const flagButton = (question: Question, locale: Locale): Button =>
  button(text(locale).somethingIsWrong, flagLine.write({ question: shortId(question) }));
