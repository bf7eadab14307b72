/** A course of files that is taught anew as they are saved, by the system's own events. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LoadedCourse, loadCourses } from '../../src/app/course.ts';
import { reloadOnChange, toTellOf } from '../../src/app/reload.ts';
import type { ToTell } from '../../src/classes/files/problems.ts';
import { noCache } from '../../src/content/cache.ts';
import { type Meter, type Reload, unmetered } from '../../src/core/meter.ts';
import { systemTimers } from '../../src/core/timers.ts';
import type { Course } from '../../src/course/course.ts';
import { eventually } from './eventually.ts';
import type { Logged } from './logged.ts';
import { folderOf } from './world.ts';

export interface Reloading {
  folder: string;
  loaded: LoadedCourse;
  /** What became of each change. */
  outcomes: Reload[];
  logged: Logged[];
  /** What was to be told of each new course. */
  news: ToTell[];
  /** What is to be told now. */
  toTell(): ToTell;
  counts: Parameters<Meter['content']>[0];
  write(name: string, text: string | Uint8Array): void;
  remove(name: string): void;
  /** Does something to the files, and waits until it is taught. */
  taught(change: () => void): Promise<void>;
}

/** `teach`: gets each new course. */
export async function openReloading(
  files: Readonly<Record<string, string>>,
  teach: (course: Course) => void = () => {},
  finished: (end: () => Promise<void>) => unknown = onTestFinished,
): Promise<Reloading> {
  const folder = folderOf(files, (end) => finished(async () => end()));
  const since = Date.now();
  const [loaded] = loadCourses([folder], { builtIn: folder, cacheOf: () => noCache, taken: new Set(['class']) });
  if (!loaded) throw new Error('no course');
  teach(loaded.course);
  const outcomes: Reload[] = [];
  const logged: Logged[] = [];
  const news: ToTell[] = [];
  let counts: Reloading['counts'] = () => ({ problems: 0, refused: 0 });
  const note = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const watch = reloadOnChange([loaded], {
    replaced(told) {
      news.push(told);
      teach(loaded.course);
    },
    since,
    log: { info: note('info'), error: note('error') },
    meter: {
      ...unmetered,
      reload: (outcome) => void outcomes.push(outcome),
      content(count) {
        counts = count;
      },
    },
    timers: systemTimers,
  });
  finished(() => watch.close());
  await watch.ready;
  return {
    ...{ folder, loaded, outcomes, logged, news },
    toTell: () => toTellOf(loaded),
    counts: () => counts(),
    write(name, text) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    remove: (name) => rmSync(join(folder, name)),
    async taught(change) {
      const before = news.length;
      change();
      await eventually(() => {
        if (news.length === before) throw new Error(`nothing new is taught: ${JSON.stringify({ outcomes, logged })}`);
      });
    },
  };
}
