import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { botOf, COURSE, ROOT } from '../support/world.ts';

const FOLDER = 'deploy/kubernetes';

const files = [
  ...readdirSync(join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(FOLDER, name)),
  'Dockerfile',
  'compose.yaml',
  'deploy/caddy/Caddyfile',
];
const comments = (file: string): string[] =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .flatMap((line) => /(?:^|\s)# ?(.*)$/.exec(line)?.[1] ?? []);

test.each(files)('%s begins with what it is, in Korean', (file) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(/^# .*[가-힣].*[.요:]/);
});

test('what the comments send to /k8s is a concept of that name', async () => {
  const { world } = await botOf([COURSE]);
  const named = files.flatMap((file) =>
    comments(file).flatMap((text) =>
      Array.from(text.matchAll(/\/k8s ([^)]+)\)/g), ([, name = '']) => ({ file, name })),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  const titles = new Set(world.course().content.terms.flatMap(({ title }) => [title.ko, title.en]));
  expect(named.filter(({ name }) => !titles.has(name))).toEqual([]);
  for (const { name } of named) {
    const { answered, matches } = world.course().search(name);
    expect(answered && Object.values(matches[0]?.document.title ?? {}), name).toContain(name);
  }
});
