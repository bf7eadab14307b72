import { expect, test } from 'vitest';
import { compact } from '../../src/language/normalize.ts';
import { aboutOf } from '../../src/practice/about.ts';
import { form, solution } from '../../src/questions/types.ts';
import { asWritten } from '../support/questions.ts';
import { COURSE, courseIn } from '../support/world.ts';

const course = courseIn([COURSE]);
const all = Array.from(course.questions.values());

test('a question says what it is about, and never what may be its answer', () => {
  for (const locale of ['ko', 'en'] as const)
    for (const question of all) {
      const term = course.terms.get(question.term);
      const about = aboutOf(question, { kind: 'all' }, course, locale);
      if (about === undefined) continue;
      const shown = form(question, locale, asWritten);
      if (shown.type === 'choice') {
        const isNamed = about.split(' · ').includes(term?.title[locale] ?? '');
        if (isNamed)
          expect(shown.options.map(({ label }) => compact(label)).join(' ')).not.toContain(
            compact(term?.title[locale] ?? ''),
          );
      } else if (!/^\d/.test(solution(question, locale))) {
        // A single letter, such as that of an option of a program, is in any word.
        const answer = compact(solution(question, locale));
        const said = answer.length > 1 ? compact(about) : about.toLowerCase().split(/[\s·]+/);
        expect(said).not.toContain(answer);
      }
    }
});

test('every question says it, most of them by more than that anything may be asked', () => {
  const said = all.map((question) => aboutOf(question, { kind: 'all' }, course, 'ko'));
  expect(said).not.toContain(undefined);
  expect(said.filter((about) => about === '전체').length / all.length).toBeLessThan(0.1);
});

test('also who asks for a concept is not told its name where that may be the answer', () => {
  const term = course.terms.get('kubelet');
  const typed = term?.questions.find((one) => form(one, 'ko', asWritten).type === 'input');
  if (!term || !typed) throw new Error('the course asks for no kubelet');
  expect(aboutOf(typed, { kind: 'term', term }, course, 'ko') ?? '').not.toContain('kubelet');
});

test('no question of the built-in course is about just anything: a concept without a section belongs to the nearest one', () => {
  for (const locale of ['ko', 'en'] as const) {
    const said = all.filter((question) =>
      ['전체', 'everything'].includes(aboutOf(question, { kind: 'all' }, course, locale) ?? ''),
    );
    expect(said.map(({ id }) => id)).toEqual([]);
  }
});
