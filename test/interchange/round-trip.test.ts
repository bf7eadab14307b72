import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import type { Content, Question } from '../../src/content/model.ts';
import type { Locale } from '../../src/core/locale.ts';
import { exportCourse, FORMAT_NAMES, isFormat } from '../../src/interchange/export.ts';
import type { Exchanged } from '../../src/questions/exchange.ts';
import { exchanged } from '../../src/questions/types.ts';
import { imported } from '../support/interchange.ts';
import { runs, sample } from '../support/sample.ts';
import { courseContent, folderOf } from '../support/world.ts';

const FORMATS = FORMAT_NAMES.filter(isFormat);
const ENDINGS = { gift: 'gift', anki: 'txt', csv: 'csv' } as const;

/** What GIFT has of an answer: no order, one blank at most, no units and no prize for the nearest number. */
function inGift(answer: Exchanged): Exchanged | undefined {
  if (answer.kind === 'steps') return undefined;
  if (answer.kind === 'amounts') return { kind: 'amounts', amounts: answer.amounts };
  if (answer.kind !== 'blanks') return answer;
  const [only, ...others] = answer.blanks;
  if (!only || others.length > 0) return undefined;
  if ('accept' in only) return { kind: 'words', accept: only.accept };
  const options = [{ text: only.right, right: true }, ...only.wrong.map((text) => ({ text, right: false }))];
  return { kind: 'options', options, several: false };
}

/** How a question is answered, as far as a format holds it; undefined where it does not. */
function heldOf(question: Question, locale: Locale, isGift: boolean): Exchanged | undefined {
  const answer = exchanged(question, locale);
  return answer && isGift ? inGift(answer) : answer;
}

/** A question in one language, as far as a format holds it. */
function told(question: Question, locale: Locale, isGift: boolean): object {
  const { level, practical, code } = question;
  return {
    ...{ id: question.id, ask: question.ask[locale].trim(), why: question.why[locale].trim(), code: code?.trim() },
    // A unit that is not there is no difference.
    answer: JSON.parse(JSON.stringify(heldOf(question, locale, isGift))),
    ...(isGift ? {} : { level, practical }),
  };
}

const byId = (a: Question, b: Question): number => (a.id < b.id ? -1 : 1);

async function back(content: Content, format: (typeof FORMATS)[number], locale: Locale) {
  const written = exportCourse(content, format, locale);
  const read = await imported(`course.${ENDINGS[format]}`, written.text);
  return { written, read };
}

describe.each(FORMATS)('%s', (format) => {
  test.each(sample(['ko', 'en'] as const, 1))('the whole course comes back as it went out: %s', async (locale) => {
    const content = courseContent();
    const { written, read } = await back(content, format, locale);
    const isGift = format === 'gift';
    const all = content.terms.flatMap(({ questions }) => questions);
    const held = all.filter((question) => heldOf(question, locale, isGift) !== undefined);
    expect(read.lost).toEqual([]);
    expect(written.questions).toBe(held.length);
    expect(read.questions.toSorted(byId).map((one) => told(one, locale, isGift))).toEqual(
      held.toSorted(byId).map((one) => told(one, locale, isGift)),
    );
    if (isGift) return;
    expect(read.content.terms.map(({ id, title, definition }) => [id, title.ko, definition.ko])).toEqual(
      content.terms.map(({ id, title, definition }) => [id, title[locale], definition[locale]]),
    );
    expect(written.terms).toBe(content.terms.length);
  });

  test('any questions do', async () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'가나다라 abc=~#{}:\\*_`-+"\'<>&|%,;/\t()?!.1'), minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => /[a-z가-힣]/.test(text) && !text.includes('->') && !/^['"]/.test(text));
    const labels = fc.uniqueArray(word, { minLength: 3, maxLength: 5, selector: (one) => one.replaceAll('`', '') });
    const question = fc.tuple(fc.nat(format === 'gift' ? 6 : 8), word, word, labels, fc.integer({ min: -50, max: 50 }));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(question, { minLength: 1, maxLength: 4, selector: ([, ask]) => ask }),
        async (all) => {
          const questions = all.map(([kind, ask, why, [right = '', ...others], number], i) => ({
            id: `q-${i}`,
            ...[
              { type: 'single', right, wrong: others },
              { type: 'multiple', right: [right], wrong: others },
              { type: 'boolean', answer: number > 0 },
              { type: 'typed', accept: [right, ...others] },
              { type: 'number', answer: number, tolerance: 1 },
              {
                type: 'match',
                pairs: [
                  { left: right, right: others[0] },
                  { left: others[1], right },
                ],
                wrong: others.slice(1, 3),
              },
              { type: 'match', pairs: others.slice(0, 2).map((left) => ({ left, right: left })) },
              {
                type: 'gap',
                blanks: [
                  { right, wrong: others },
                  { right: others[0], wrong: [right] },
                ],
                code: '(1)___ (2)___',
              },
              { type: 'estimate', answer: number, tolerance: 2, unit: 'cm' },
            ][kind],
            ...{ ask: `${ask}?`, why },
          }));
          const file = `---\n${JSON.stringify({ id: 'all', title: 'All', definition: 'All of it', questions })}\n---\n\nText\n`;
          const content = loadContent([folderOf({ 'all.md': file })]);
          // What Markdown makes of the words is not what this is about.
          const plain = content.terms.flatMap((term) => term.questions);
          const { read } = await back(content, format, 'en');
          expect(read.questions.map(({ id }) => id).toSorted()).toEqual(plain.map(({ id }) => id).toSorted());
          expect(read.questions.toSorted(byId).map((one) => exchanged(one, 'en'))).toEqual(
            plain.toSorted(byId).map((one) => exchanged(one, 'en')),
          );
        },
      ),
      { numRuns: runs(15) },
    );
  });
});

test('what a format cannot hold is counted', () => {
  const { left } = exportCourse(courseContent(), 'gift', 'ko');
  const all = courseContent().terms.flatMap(({ questions }) => questions);
  const of = (kind: string) => all.filter((one) => exchanged(one, 'ko')?.kind === kind);
  expect(left.get('steps')).toBe(of('steps').length);
  expect(left.get('definitions')).toBe(courseContent().terms.length);
});

test.each(FORMATS)('%s has nothing of a set that is kept back', (format) => {
  const folder = folderOf({
    'tea.md':
      '---\nid: tea\ntitle: Tea\ndefinition: A drink\nquestions:\n  - { type: boolean, id: open-one, ask: An open one, answer: true, why: So }\n  - { type: boolean, id: kept-one, ask: A secret one, answer: true, why: So }\n---\n\nText\n',
    'sets/exam.md': '---\nid: exam\ntitle: Exam\nset: [kept-one]\nopens: instructor\n---\n',
  });
  const content = loadContent([folder]);
  expect(content.keptBack).toHaveLength(1);
  const { text, questions } = exportCourse(content, format, 'en');
  expect(questions).toBe(1);
  expect(text).toContain('An open one');
  expect(text).not.toContain('secret');
});

test('Anki shows a question with its options, and behind it the answer and why', () => {
  const content = loadContent([
    folderOf({
      'a.md':
        '---\nid: tea\ntitle: Tea\ndefinition: A drink\nquestions:\n  - { type: single, ask: "Is `a` < b?", right: yes it is, wrong: [no, maybe], why: "Because\\nof it" }\n---\n\nText\n',
    }),
  ]);
  const lines = exportCourse(content, 'anki', 'en').text.split('\n');
  expect(lines.slice(0, 3)).toEqual(['#separator:tab', '#html:true', '#tags column:3']);
  expect(lines[4]).toMatch(/^"Tea"\t"A drink"\t"tea"\t/);
  expect(lines[5]).toMatch(
    /^"Is `a` &lt; b\?<br><br>- maybe<br>- no<br>- yes it is"\t"yes it is<br><br>Because<br>of it"\t"tea"\t/,
  );
});
