import { keyOfProblem, type ToTell, waitsForStart } from '../classes/files/problems.ts';
import type { Problem } from '../content/model.ts';
import { createReader } from '../content/reader.ts';
import { refusedFiles } from '../content/reading.ts';
import { createReadingThread } from '../content/reading-thread.ts';
import { type ContentWatch, watchFolders } from '../content/watch.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import { finishInSlices } from '../core/steps.ts';
import type { Timers } from '../core/timers.ts';
import type { LoadedCourse } from './course.ts';

/** Milliseconds that a new course is made at a time: an answer takes several turns of the event loop, each of which waits. */
const SLICE = 2;

/** What is to be told of a course's files as they are now. */
export const toTellOf = ({ course, reading, folders, command }: LoadedCourse): ToTell => ({
  course: course.content.settings.id,
  problems: course.content.problems,
  later: waitsForStart(course, command, reading.course),
  folders,
});

const without = (all: readonly Problem[], others: readonly Problem[]): Problem[] => {
  const known = new Set(others.map(keyOfProblem));
  return all.filter((one) => !known.has(keyOfProblem(one)));
};

interface Reloading {
  /** A course is another one; `news`: what is to be told of its files and was not of the last one's. */
  replaced(news: ToTell): void;
  /** When the courses were loaded, epoch milliseconds. */
  since: number;
  log: Pick<Log, 'info' | 'error'>;
  meter: Pick<Meter, 'reload' | 'content'>;
  timers: Timers;
}

/** Teaches what is saved in the courses' folders, until it is closed. A course stays until the next one is ready. */
export function reloadOnChange(
  all: readonly LoadedCourse[],
  { replaced, since, log, meter, timers }: Reloading,
): ContentWatch {
  const thread = createReadingThread(timers);
  let last: Promise<void> = Promise.resolve();

  function watch(loaded: LoadedCourse): ContentWatch {
    const { folders } = loaded;
    const reader = createReader(folders, loaded.reading, thread);
    async function reload(): Promise<void> {
      const begun = timers.now();
      const next = await reader.reread();
      if (!next) return meter.reload('unchanged');
      const course = await finishInSlices(loaded.make(next), SLICE, timers);
      await finishInSlices(course.prepare(), SLICE, timers);
      const before = toTellOf(loaded);
      loaded.course = course;
      loaded.reading = next;
      meter.reload('taught');
      const { terms, chapters, problems } = course.content;
      const counts = { chapters: chapters.length, terms: terms.length, problems: problems.length };
      log.info({ folders, ms: Math.round(timers.now() - begun), ...counts }, 'the content has changed, and is taught');
      const now = toTellOf(loaded);
      replaced({ ...now, problems: without(problems, before.problems), later: without(now.later, before.later) });
    }
    const failed = (error: unknown): void => {
      meter.reload('failed');
      log.error(
        { err: error, folders },
        'the content could not be watched or read again: what was taught before stays',
      );
    };
    // One course at a time: they share a thread and the memory for a course that is being made.
    const settled = (): Promise<void> => {
      const turn = last.then(reload);
      last = turn.catch(() => undefined);
      return turn;
    };
    meter.content(() => ({
      problems: loaded.course.content.problems.length,
      refused: refusedFiles(loaded.reading),
    }));
    return watchFolders(folders, { since, begun: thread.wake, settled, failed }, timers);
  }

  const watches = all.map(watch);
  return {
    ready: Promise.all(watches.map(({ ready }) => ready)).then(() => undefined),
    async close() {
      await Promise.all(watches.map(({ close }) => close()));
      await thread.close();
    },
  };
}
