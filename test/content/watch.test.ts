/** Real folders and the system's own events, and a clock that the test turns: each way to save is noticed, and once. */
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchFolders } from '../../src/content/watch.ts';
import { createClock } from '../fakes/clock.ts';
import { eventually } from '../support/eventually.ts';
import { folderOf } from '../support/world.ts';

/** Milliseconds on the test's clock: less than changes need to settle, as long as that takes, and until folders are looked for. */
const [SHORT, QUIET, LOOK] = [200, 300, 1000];
/** Real ones in which events of a change come together; what comes later is part of the next change. */
const TOGETHER = 300;

type Finished = (end: () => Promise<void> | void) => void;

/** Watches a folder, and counts what is noticed and the calls. */
async function watching(
  folder: string,
  finished: Finished,
  { since = Number.POSITIVE_INFINITY, settling = async () => {} } = {},
) {
  const counts = { noticed: 0, calls: 0 };
  const failed: unknown[] = [];
  const clock = createClock();
  const watch = watchFolders(
    [folder],
    {
      since,
      begun: () => void counts.noticed++,
      failed: (error) => void failed.push(error),
      async settled() {
        counts.calls++;
        await settling();
      },
    },
    clock,
  );
  finished(() => watch.close());
  await watch.ready;
  const noticed = async (change: () => void): Promise<void> => {
    const before = counts.noticed;
    change();
    await eventually(() => expect(counts.noticed).toBeGreaterThan(before));
    await sleep(TOGETHER);
  };
  const pass = clock.advance;
  return {
    ...{ counts, pass, noticed, close: watch.close },
    /** Makes a change, which is one call once it has settled. */
    async once(change: () => void): Promise<void> {
      const before = counts.calls;
      await noticed(change);
      expect(counts.calls).toBe(before);
      pass(QUIET);
      await eventually(() => expect(counts.calls).toBe(before + 1));
      expect(failed).toEqual([]);
    },
  };
}

const files = { 'a.md': 'a', 'part/b.md': 'b', 'course.yaml': 'title: x', 'synonyms.txt': 'a b' };

test.concurrent('a changed, new, renamed and removed file, each once', async ({ onTestFinished }) => {
  const folder = folderOf(files, onTestFinished);
  const { once } = await watching(folder, onTestFinished);
  for (const change of [
    () => writeFileSync(join(folder, 'a.md'), 'aa'),
    () => writeFileSync(join(folder, 'part/c.md'), 'c'),
    () => renameSync(join(folder, 'part/c.md'), join(folder, 'part/d.md')),
    () => rmSync(join(folder, 'part/d.md')),
    () => writeFileSync(join(folder, 'course.yaml'), 'title: y'),
    () => writeFileSync(join(folder, 'synonyms.txt'), 'c d'),
  ])
    await once(change);
});

test.concurrent('what a text editor does to save safely: another file that takes the name', async ({
  onTestFinished,
}) => {
  const folder = folderOf(files, onTestFinished);
  const { noticed, once, pass, counts } = await watching(folder, onTestFinished);
  for (const name of ['a.md', 'part/b.md']) {
    const path = join(folder, name);
    await noticed(() => {
      writeFileSync(`${path}.tmp~`, 'new');
      renameSync(path, `${path}~`);
    });
    pass(SHORT);
    const before = counts.calls;
    await once(() => {
      renameSync(`${path}.tmp~`, path);
      rmSync(`${path}~`);
    });
    expect(counts.calls).toBe(before + 1);
  }
});

test.concurrent('many saves, and a pull over 300 files, once', async ({ onTestFinished }) => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`g/${n}.md`, `${n}`]));
  const folder = folderOf(many, onTestFinished);
  const { noticed, once, pass } = await watching(folder, onTestFinished);
  for (let n = 0; n < 5; n++) {
    await noticed(() => writeFileSync(join(folder, 'g/1.md'), `save ${n}`));
    pass(SHORT);
  }
  await once(() => writeFileSync(join(folder, 'g/1.md'), 'the last'));
  await once(() => {
    for (const name of readdirSync(join(folder, 'g'))) {
      rmSync(join(folder, 'g', name));
      writeFileSync(join(folder, 'g', name), `pulled ${name}`);
    }
  });
});

test.concurrent('saves without end are not waited for without end', async ({ onTestFinished }) => {
  const folder = folderOf(files, onTestFinished);
  const { noticed, pass, counts } = await watching(folder, onTestFinished);
  for (let n = 0; n < 10; n++) {
    await noticed(() => writeFileSync(join(folder, 'a.md'), `save ${n}`));
    pass(SHORT);
  }
  expect(counts.calls).toBe(1);
});

test.concurrent('a volume of Kubernetes, whose link is switched to another folder', async ({ onTestFinished }) => {
  const folder = folderOf({ '..1/a.md': 'a', '..2/a.md': 'aa', '..3/a.md': 'aaa' }, onTestFinished);
  symlinkSync('..1', join(folder, '..data'));
  symlinkSync('..data/a.md', join(folder, 'a.md'));
  const { once } = await watching(folder, onTestFinished);
  for (const [old, next] of [
    ['..1', '..2'],
    ['..2', '..3'],
  ] as const)
    await once(() => {
      symlinkSync(next, join(folder, '..data_tmp'));
      renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
      rmSync(join(folder, old), { recursive: true });
    });
});

/** Turns the clock until the folders were looked for, and then until what was found has settled. */
const found = async ({ pass, counts }: Pick<Awaited<ReturnType<typeof watching>>, 'pass' | 'counts'>) => {
  const before = counts.calls;
  await eventually(() => {
    pass(LOOK);
    expect(counts.calls).toBeGreaterThan(before);
  }, 100);
};

test.concurrent('a deployment, whose link is switched above the folder, and what is saved in the new place', async ({
  onTestFinished,
}) => {
  const releases = folderOf({ '1/content/a.md': 'a', '2/content/a.md': 'aa' }, onTestFinished);
  const current = join(releases, 'current');
  symlinkSync('1', current);
  const watched = await watching(join(current, 'content'), onTestFinished);
  symlinkSync('2', join(releases, 'next'));
  renameSync(join(releases, 'next'), current);
  await found(watched);
  await watched.noticed(() => writeFileSync(join(releases, '2/content/a.md'), 'aaa'));
  await found(watched);
});

test.concurrent('a folder that is replaced, goes and comes back', async ({ onTestFinished }) => {
  const place = folderOf({ 'content/a.md': 'a', 'next/a.md': 'aa' }, onTestFinished);
  const folder = join(place, 'content');
  const watched = await watching(folder, onTestFinished);
  rmSync(folder, { recursive: true });
  renameSync(join(place, 'next'), folder);
  await found(watched);
  rmSync(folder, { recursive: true });
  await found(watched);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.md'), 'aaa');
  await found(watched);
  await watched.noticed(() => writeFileSync(join(folder, 'a.md'), 'aaaa'));
  await found(watched);
});

test.concurrent('hidden files, other files and node_modules are nobody’s content', async ({ onTestFinished }) => {
  const more = { '.git/x.md': 'x', 'node_modules/p/README.md': 'r', 'class.db': 'd' };
  const folder = folderOf({ ...files, ...more }, onTestFinished);
  const { once, counts } = await watching(folder, onTestFinished);
  for (const name of Object.keys(more)) writeFileSync(join(folder, name), 'changed');
  // A change that is noticed comes after those: none of them was.
  await once(() => writeFileSync(join(folder, 'a.md'), 'aa'));
  const { noticed } = counts;
  for (const name of Object.keys(more)) writeFileSync(join(folder, name), 'changed again');
  await sleep(TOGETHER);
  expect(counts.noticed).toBe(noticed);
});

test.concurrent('what was saved after the content was read and before anything was watched', async ({
  onTestFinished,
}) => {
  const since = Date.now() - 1000;
  const folder = folderOf(files, onTestFinished);
  const { pass, counts } = await watching(folder, onTestFinished, { since });
  await eventually(() => expect(counts.noticed).toBeGreaterThan(0));
  pass(QUIET);
  await eventually(() => expect(counts.calls).toBe(1));
});

test.concurrent('what changes while the last change is taught comes after it, never beside it', async ({
  onTestFinished,
}) => {
  const folder = folderOf(files, onTestFinished);
  const teaching = Promise.withResolvers<void>();
  const { once, noticed, pass, counts } = await watching(folder, onTestFinished, { settling: () => teaching.promise });
  await once(() => writeFileSync(join(folder, 'part/b.md'), 'bb'));
  await noticed(() => writeFileSync(join(folder, 'a.md'), 'aa'));
  pass(LOOK);
  expect(counts.calls).toBe(1);
  teaching.resolve();
  await eventually(() => {
    pass(QUIET);
    expect(counts.calls).toBe(2);
  });
});

test.concurrent('nothing is told once it is closed', async ({ onTestFinished }) => {
  const folder = folderOf(files, onTestFinished);
  const { noticed, pass, counts, close } = await watching(folder, onTestFinished);
  await noticed(() => writeFileSync(join(folder, 'a.md'), 'aa'));
  await close();
  pass(LOOK);
  await sleep(TOGETHER);
  expect(counts.calls).toBe(0);
});
