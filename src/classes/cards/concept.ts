import type { Term } from '../../content/model.ts';
import { type Guess, UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Course } from '../../course/course.ts';
import { findTopics } from '../../course/find.ts';
import { refuseChapter } from '../../course/lesson-numbers.ts';
import { compact, oneLine } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { escapeMarkdown } from '../../markdown/escape.ts';
import { text } from './text.ts';

/** Code points of an instructor's own words that are said back. */
const SHOWN = 40;
/** Words of a name with what was typed behind it. */
const LONGEST = 6;

/** The concepts that words may mean, best first, and the one of them that they name whole. */
function conceptsIn(words: string, course: Course): { found: Term[]; named: Term | undefined } {
  const found = findTopics(words, course).ids.flatMap((id) => course.terms.get(id) ?? []);
  const said = compact(words);
  const named = found.find(({ id, title, aliases, misspellings }) =>
    [id, title.ko, title.en, ...aliases, ...misspellings].some((name) => compact(name) === said),
  );
  return { found, named };
}

/** The concept whose whole name words begin with: 파드 지금. */
function conceptBegun(words: string, course: Course): Term | undefined {
  const list = oneLine(words).split(' ').slice(0, LONGEST);
  for (let count = list.length - 1; count > 0; count--) {
    const { named } = conceptsIn(list.slice(0, count).join(' '), course);
    if (named) return named;
  }
  return undefined;
}

/** Do words name a concept whole? */
export const isConcept = (words: string, course: Course): boolean => conceptsIn(words, course).named !== undefined;

/**
 * The concept that words name whole: a class is to see its card, so that a mere guess is only offered.
 * `lineOf`: the line that does the same with a concept.
 * @throws UserError where no concept is called so.
 */
export function conceptNamed(words: string, course: Course, lineOf: (term: Term) => Guess): Term {
  const { found, named } = conceptsIn(words, course);
  if (named) return named;
  const say = (title: string, locale: Locale): string => text(locale).isChapter(title);
  refuseChapter(words, course, say, lineOf);
  const shown = escapeMarkdown(truncate(oneLine(words), SHOWN));
  const guess = conceptBegun(words, course) ?? found[0];
  throw new UserError(
    text.both((own, locale) =>
      guess ? own.didYouMean(shown, guess.title[locale]) : own.noSuchConcept(shown, course.lookUp),
    ),
    guess && lineOf(guess),
  );
}
