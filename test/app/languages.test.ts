import { expect, onTestFinished, test } from 'vitest';
import { serveHttp } from '../../src/app/http/server.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { connectPage } from '../../src/app/page.ts';
import { nearestOf } from '../../src/core/locale.ts';
import { termFile } from '../support/content.ts';
import { botOf, folderOf, forgetful } from '../support/world.ts';

const log = { info() {}, warn() {}, error() {} };

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
    const services = await forgetful();
    const connection = await connectPage(
      bot,
      { publicUrl: undefined, trustedProxies: [] },
      {
        ...{ services, meter: createMetrics().meter, courses: world.courses, now: Date.now, random: Math.random, log },
        ...{ url: () => 'http://127.0.0.1', space: 'web', isRehearsal: false },
      },
    );
    const guests = connection.guest ? [connection.guest] : [];
    const server = await serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log, reference: () => 'bug-1' });
    onTestFinished(async () => {
      server.close();
      await connection.stop(0);
    });
    const html = await (
      await fetch(`http://127.0.0.1:${server.port}/`, { headers: { 'accept-language': 'en' } })
    ).text();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(/lang=(?:ko|en)"/.test(html.replace(`<html lang="${lang}"`, ''))).toBe(other);
  },
);
