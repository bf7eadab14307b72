import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { weeksIn } from '../course/weeks.ts';
import { classOfReader } from '../daily/card.ts';
import { normalize } from '../language/normalize.ts';
import { findTopic } from '../practice/find-topic.ts';
import { placeOf } from '../practice/places.ts';
import { chapterTopics, type Topic } from '../practice/topics.ts';
import { asksForThisWeek, inThisWeek as inWeekOf, withWeekNumber } from '../practice/weeks.ts';
import { renderChapter, renderSectionPart } from './chapter.ts';
import { renderOverview } from './overview.ts';
import { renderSets } from './sets.ts';
import { loadTaught, type Taught } from './taught.ts';
import { text } from './text.ts';
import { renderWeek, renderWeeks } from './week.ts';

/** What people call all weeks. */
const ALL_WEEKS = /^(?:(?:by )?weeks|주차(?:별로?)?)$/;
/** And all sets of questions. */
const ALL_SETS = /^(?:(?:question )?sets|문제집|문제 ?세트)$/;

const noSuchPart = (): UserError => new UserError(text.both((words) => words.noSuchPart));

/** The chapter, the section or the weeks that words name; of a concept, the section that tells of it. */
function partNamed(words: string, course: Course): Topic | undefined {
  const chapter = chapterTopics(course).find((topic) => topic.chapter.id === words);
  if (chapter) return chapter;
  // A bare number is that of a chapter.
  const topic = findTopic(/^\d{1,3}$/.test(words) ? `chapter ${words}` : words, course);
  if (!('kind' in topic)) {
    if (topic.absent) throw topic.absent;
    return undefined;
  }
  const place = topic.kind === 'term' ? placeOf(topic.term.id, course) : undefined;
  return place ? { kind: 'section', section: place.section } : topic;
}

/** One part of the course. @throws UserError where there is none of that name. */
function renderPart(words: string, course: Course, taught: Taught, page: number, { locale }: Caller): Reply {
  const topic = partNamed(words, course);
  switch (topic?.kind) {
    case 'chapter':
      return renderChapter(topic, course, taught, page, locale);
    case 'section':
      return renderSectionPart(topic.section, course, taught, locale);
    case 'weeks': {
      const week = weeksIn(course.content)[topic.from - 1];
      if (!week) throw noSuchPart();
      return topic.from === topic.to
        ? renderWeek(week, course, taught, locale)
        : renderWeeks(course, taught, page, locale);
    }
    default:
      throw noSuchPart();
  }
}

/**
 * The table of contents, or a part of it, with what the caller's class was taught so far.
 * @throws UserError where there is no part of that name.
 */
export async function showChapters(
  { part, page }: { part: string | undefined; page: number },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const course = context.course();
  const one = await classOfReader(caller, context);
  const taught = await loadTaught(one, course, context);
  const words = part === undefined ? undefined : withWeekNumber(part, taught.week, course);
  if (words === undefined) return renderOverview(course, taught, page, one, caller);
  const said = normalize(words).toLowerCase();
  if (ALL_SETS.test(said) && course.content.sets.length > 0) return renderSets(course, page, caller.locale);
  const isAllWeeks = ALL_WEEKS.test(said) && weeksIn(course.content).length > 0;
  return isAllWeeks
    ? renderWeeks(course, taught, page, caller.locale)
    : renderPart(words, course, taught, page, caller);
}

/**
 * Words for a topic, with the number of the week where they ask for this one or the last.
 * @throws UserError where it is not known which week that is.
 */
export async function inThisWeek(
  words: string | undefined,
  caller: Caller,
  context: Context,
): Promise<string | undefined> {
  if (words === undefined || !asksForThisWeek(words)) return words;
  return inWeekOf(words, await classOfReader(caller, context), context.course(), context);
}
