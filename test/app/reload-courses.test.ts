/** Several courses of one process, each read again by itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCourses } from '../../src/app/course.ts';
import { reloadOnChange, toTellOf } from '../../src/app/reload.ts';
import { type ToTell, tellOfProblems } from '../../src/classes/files/problems.ts';
import { noCache } from '../../src/content/cache.ts';
import { unmetered } from '../../src/core/meter.ts';
import { systemTimers } from '../../src/core/timers.ts';
import { termFile } from '../support/content.ts';
import { eventually } from '../support/eventually.ts';
import { classOf, NOW } from '../support/store/samples.ts';
import { botOf, COURSE, folderOf } from '../support/world.ts';

test('a save changes its own course, whose classes alone are told of its mistakes, and an id or a name stays until the next start', async () => {
  const folder = folderOf({
    'python/course.yaml': 'id: python\ntitle: 파이썬\ncommand: py\n',
    'python/a.md': termFile('a'),
    'history/course.yaml': 'id: history\ntitle: 역사\n',
    'history/b.md': termFile('b'),
  });
  const since = Date.now();
  const loaded = loadCourses([folder], { builtIn: COURSE, cacheOf: () => noCache, taken: new Set() });
  const [history, python] = loaded;
  if (!history || !python) throw new Error('two courses are there');
  const news: ToTell[] = [];
  const watch = reloadOnChange(loaded, {
    replaced: (one) => void news.push(one),
    ...{ since, log: { info() {}, error() {} }, meter: unmetered, timers: systemTimers },
  });
  onTestFinished(() => watch.close());
  await watch.ready;
  const other = history.course;
  writeFileSync(join(folder, 'python/course.yaml'), 'id: snake\ntitle: 뱀\ncommand: snake\n');
  writeFileSync(join(folder, 'python/a.md'), termFile('a', 'related: [b\n'));
  await eventually(() => expect(news).toHaveLength(1));
  expect(history.course).toBe(other);
  expect(python.course.content.settings).toMatchObject({ id: 'python', title: { ko: '뱀' } });
  expect(python.course.lookUp).toBe('ask');
  expect(news[0]).toMatchObject({ course: 'python', problems: [{ line: 6 }], later: [] });
  const { world } = await botOf([COURSE], { now: () => NOW });
  const people = { python: 'discord:1', history: 'discord:2' };
  for (const [course, owner] of Object.entries(people))
    await world.classes.save(classOf(course, { course, owner }), NOW);
  await tellOfProblems(loaded.map(toTellOf), world);
  const posts = await world.outbox.lease(['discord'], NOW, NOW + 1, 50);
  expect(posts.map(({ channel, kind }) => [channel, kind])).toEqual([['discord:@1', 'content']]);
});
