import type { Term } from '../content/model.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { buttons, markdown } from '../core/reply/builders.ts';
import { quizButton, termButtons } from '../course/term-blocks.ts';
import { text } from './text.ts';

/** What a student who says that they know a card's concept, or want it again, can do next. */
export const renderPressed = (press: 'knew' | 'again', term: Term, locale: Locale): Reply => ({
  visibility: 'caller',
  accent: press === 'knew' ? 'success' : 'info',
  blocks: [markdown(text(locale).pressed[press]), buttons(...quizButton(term, locale), ...termButtons([term], locale))],
});

export const cardGone = (): UserError => new UserError(text.both((words) => words.cardGone));
