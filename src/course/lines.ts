import type { Section, Term } from '../content/model.ts';
import { line, maybe, oneOf, word } from '../core/command/line.ts';
import { ODDITIES } from '../core/reports.ts';

/** What buttons call the command that looks things up, whatever its name is in a course. */
export const LOOK_UP = 'ask';

/** `ask <id>`: looks a concept or a chapter's section up. */
export const lookupLine = ({ id }: Pick<Term | Section, 'id'>): string => `${LOOK_UP} ${id}`;

/** `quiz <id>`: starts a practice on a concept or a chapter's section. */
export const quizLine = ({ id }: Pick<Term | Section, 'id'>): string => `quiz ${id}`;

/**
 * `question-form <what> <id> <type>`: opens the form of a class's own question: a `new` one of a concept (`-` for none) and
 * a type, or one that is changed (`edit`). `left`: one that the instructor began to write.
 */
export const questionFormLine = line('question-form', {
  what: oneOf(['new', 'edit', 'left']),
  id: maybe(word),
  type: maybe(word),
});

/** `flag-question <question> <reason>`: tells the instructors that something is wrong with a question; see shortId(). */
export const flagLine = line('flag-question', { question: word, reason: maybe(oneOf(ODDITIES)) });

/** The table of contents. */
export const CONTENTS = 'chapters';

/** All weeks, as people and buttons name them. */
export const WEEKS = 'weeks';

/** All sets of questions, likewise. */
export const SETS = 'sets';

/** `chapters part:"pods"`: a chapter, a section or a week; `page` from 1. */
export const partLine = (part: string, page = 1): string =>
  `${CONTENTS} part:"${part}"${page === 1 ? '' : ` page:${page}`}`;

export const weekLine = (week: number): string => partLine(`week ${week}`);
