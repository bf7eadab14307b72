import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { type CourseFileRead, lineOfKey } from '../../content/course-file.ts';
import type { Problem } from '../../content/model.ts';
import { type Class, type Classes, dayOf } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Draft } from '../../core/outbox.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { footer, heading, markdown } from '../../core/reply/builders.ts';
import { readStored } from '../../core/stored-state.ts';
import type { ToldProblems } from '../../core/told-problems.ts';
import type { Course } from '../../course/course.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import type { PostHandler } from '../../outbox/handler.ts';
import { draftNotices } from '../../outbox/notices.ts';
import { text as outboxText } from '../../outbox/text.ts';
import { text } from './text.ts';

/** Places that one notice names, so that it fits a message everywhere; of the others it says how many there are. */
const NAMED = 6;
/** Letters of what is said of one place, and of its file's name with the folders around it. */
const LONGEST = { words: 160, place: 90 } as const;
/** Milliseconds in which a notice is still worth sending. */
const WORTH = 3 * 24 * 3_600_000;
/** Classes that are read in one go. */
const PAGE = 100;

const VERSION = 1;
const noticeSchema = z.object({
  version: z.literal(VERSION),
  places: z.array(z.object({ at: z.string(), ko: z.string(), en: z.string() })),
  more: z.number().int().nonnegative(),
  /** Nothing is wrong: it is only done at the next start. */
  isLater: z.boolean(),
});
/** What a notice tells: places in files, and what of each. */
type Notice = z.infer<typeof noticeSchema>;

/** The folders of a course, and whether what is told of them is only done at the next start. */
interface About {
  folders: readonly string[];
  isLater: boolean;
}

/** Words about files, which are named by their places in the course's folders: where those are is nobody's business. */
const within = (folders: readonly string[], words: string): string =>
  folders
    .map((folder) => join(dirname(folder), sep))
    // Of a folder at the root there is nothing to leave out.
    .filter((around) => around !== sep)
    .reduce((all, around) => all.replaceAll(around, ''), words);

const shortened = (place: string): string =>
  place.length > LONGEST.place ? `…${place.slice(1 - LONGEST.place)}` : place;

/** What a notice of problems says. */
export function noticeOf(problems: readonly Problem[], { folders, isLater }: About): Notice {
  const places = problems.slice(0, NAMED).map(({ file, line, message: { ko, en } }) => ({
    at: shortened(within(folders, `${file}:${line}`)),
    ko: truncate(within(folders, ko), LONGEST.words),
    en: truncate(within(folders, en), LONGEST.words),
  }));
  return { version: VERSION, places, more: problems.length - places.length, isLater };
}

/** A notice as people read it. */
export function blocksOf({ places, more, isLater }: Notice, locale: Locale): Block[] {
  const words = text(locale);
  const lines = places.map((place) => `- \`${place.at.replaceAll('`', '')}\` ${literalLine(place[locale])}`);
  return [
    heading(isLater ? words.nextStart : words.toMend),
    markdown(lines.join('\n')),
    ...(more > 0 ? [markdown(words.more(more))] : []),
    ...(isLater ? [] : [markdown(words.meanwhile)]),
  ];
}

/**
 * What the course's files say that the bot can only do when it is started again. `command`: how they called the command
 * that looks things up when it was; undefined where no file says.
 */
export function waitsForStart(
  { content: { settings } }: Course,
  command: string | undefined,
  file: CourseFileRead,
): Problem[] {
  if (command === undefined || settings.command === command) return [];
  const message = text.both(({ newCommand }) => newCommand(command, settings.command));
  return [{ file: file.file, line: lineOfKey(file, 'command'), message }];
}

/** By what a problem is known, on whatever line it stands: text that is typed above it makes it no other one. */
export const keyOfProblem = ({ file, message }: Problem): string => `${file}\n${message.en.replace(/:\d+/g, '')}`;

/** The same for all processes, wherever their folders are. */
const keyIn = ({ course, folders }: ToTell, problem: Problem): string =>
  `${course} ${within(folders, keyOfProblem(problem))}`;

interface TellDeps {
  classes: Pick<Classes, 'open'>;
  toldProblems: ToldProblems;
  newId: () => string;
  now: () => Temporal.Instant;
}

/** What is to be told of a course's files. */
export interface ToTell {
  /** The course's id. */
  course: string;
  problems: readonly Problem[];
  /** See waitsForStart(). */
  later: readonly Problem[];
  folders: readonly string[];
}

/** That changed files are taught, and what is new to be told of them, to the author at a terminal. */
export const renderReload = ({ problems, later, folders }: ToTell, locale: Locale): Reply => ({
  visibility: 'caller',
  accent: problems.length > 0 ? 'warning' : 'info',
  blocks: [
    markdown(text(locale).readAgain),
    ...(problems.length > 0 ? blocksOf(noticeOf(problems, { folders, isLater: false }), locale) : []),
    ...(later.length > 0 ? blocksOf(noticeOf(later, { folders, isLater: true }), locale) : []),
  ],
});

/** Notices to a class's people of those of the problems that are news to them. */
function draftNews(
  one: Class,
  own: ToTell,
  { newId, now }: Pick<TellDeps, 'newId' | 'now'>,
): (fresh: readonly string[]) => Draft[] {
  const day = dayOf(one.timetable, now()).toString();
  const at = now().epochMilliseconds;
  return (fresh) => {
    const news = new Set(fresh);
    return ([own.problems, own.later] as const).flatMap((all) => {
      const told = all.filter((problem) => news.has(keyIn(own, problem)));
      if (told.length === 0) return [];
      const what = JSON.stringify(noticeOf(told, { folders: own.folders, isLater: all === own.later }));
      return draftNotices(one, { key: `content:${newId()}`, kind: 'content', what, day, now: at, lasts: WORTH }, newId);
    });
  };
}

const keysOf = (own: ToTell): string[] =>
  Array.from(new Set([...own.problems, ...own.later].map((problem) => keyIn(own, problem))));

/**
 * Tells the instructors of every class what is wrong with the files of their course, in a private word: of each problem
 * once, until it was mended and comes back. Of several processes that call this, one tells. The first course is that of
 * classes that have none.
 */
export async function tellOfProblems(courses: readonly ToTell[], deps: TellDeps): Promise<void> {
  const { classes, toldProblems, now } = deps;
  const at = now().epochMilliseconds;
  const all = courses.flatMap(keysOf);
  await toldProblems.mendedBut(all, at);
  if (all.length === 0) return;
  for (let page = await classes.open('', PAGE); page.length > 0; ) {
    for (const one of page) {
      const own = courses.find(({ course }) => course === one.course) ?? courses[0];
      if (own) await toldProblems.tell(one.id, keysOf(own), draftNews(one, own, deps), at);
    }
    page = await classes.open(page.at(-1)?.id ?? '', PAGE);
  }
}

/** Notices to a class's instructors that something is wrong with the files of their course. */
export const problemsHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  async render({ id, what }, { locale }) {
    const notice = readStored(what, noticeSchema, VERSION);
    if ('unreadable' in notice) return notice.unreadable === 'newer' ? 'elsewhere' : undefined;
    return {
      visibility: 'channel',
      accent: 'warning',
      // The messenger finds it again by this id.
      blocks: [...blocksOf(notice, locale), footer(outboxText(locale).notice(id))],
    };
  },
};
