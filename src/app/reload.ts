import { keyOfProblem, type ToTell, waitsForStart } from '../classes/files/problems.ts';
import type { Problem } from '../content/model.ts';
import { createReader } from '../content/reader.ts';
import { refusedFiles } from '../content/reading.ts';
import { createReadingThread } from '../content/reading-thread.ts';
import { watchFolders } from '../content/watch.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import { finishInSlices } from '../core/steps.ts';
import type { Timers } from '../core/timers.ts';
import type { LoadedCourse } from './course.ts';

/** Milliseconds that the new course is made at a time, while students ask. */
const SLICE = 5;

/** What is to be told of the course's files as they are now. */
export const toTellOf = ({ course, reading, folders }: LoadedCourse): ToTell => ({
  problems: course.content.problems,
  later: waitsForStart(course, reading.course),
  folders,
});

interface Reloading {
  /** The course of now is another one; `news`: what is to be told of its files and was not of the last one's. */
  replaced(news: ToTell): void;
  /** When the course was loaded, epoch milliseconds. */
  since: number;
  log: Log;
  meter: Pick<Meter, 'reload' | 'content'>;
  timers: Timers;
}

const without = (all: readonly Problem[], others: readonly Problem[]): Problem[] => {
  const known = new Set(others.map(keyOfProblem));
  return all.filter((one) => !known.has(keyOfProblem(one)));
};

/** Teaches what is saved in the course's folders, until it is closed. The course of now stays until the next is ready. */
export function reloadOnChange(
  loaded: LoadedCourse,
  { replaced, since, log, meter, timers }: Reloading,
): { ready: Promise<void>; close(): Promise<void> } {
  const thread = createReadingThread(timers);
  const { folders } = loaded;
  const reader = createReader(folders, loaded.reading, thread);
  meter.content(() => ({
    problems: loaded.course.content.problems.length,
    refused: refusedFiles(loaded.reading),
  }));

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
  const watch = watchFolders(
    folders,
    {
      since,
      begun: thread.wake,
      settled: reload,
      failed(error) {
        meter.reload('failed');
        log.error({ err: error, folders }, 'changed content could not be read: what was taught before stays');
      },
    },
    timers,
  );
  return {
    ready: watch.ready,
    async close() {
      await watch.close();
      await thread.close();
    },
  };
}
