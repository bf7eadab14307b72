import { expect, test } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { nearestOf } from '../../src/core/locale.ts';
import { termFile } from '../support/content.ts';
import { servePage } from '../support/served-page.ts';
import { botOf, folderOf, forgetful } from '../support/world.ts';

test('a reader of another language is told it in the first of the course', () => {
  expect([
    nearestOf(['ko'], 'en'),
    nearestOf(['ko', 'en'], 'en'),
    nearestOf(['en'], 'ko'),
    nearestOf([], 'en'),
  ]).toEqual([...['ko', 'en', 'en', 'en']]);
});

test.each([
  ['languages: [ko]\n', 'ko', false],
  ['', 'en', true],
])(
  'the page of a course with %j is in %s for an English browser, with a way to the other language: %s',
  async (more, lang, other) => {
    const { bot, world } = await botOf([
      folderOf({ 'course.yaml': `id: sql\n${more}`, 'glossary/a.md': termFile('a') }),
    ]);
    const { meter } = createMetrics();
    const { base } = await servePage(bot, { services: await forgetful(), meter, courses: world.courses });
    const html = await (await fetch(`${base}/`, { headers: { 'accept-language': 'en' } })).text();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(/lang=(?:ko|en)"/.test(html.replace(`<html lang="${lang}"`, ''))).toBe(other);
  },
);
