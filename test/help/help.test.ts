import { describe, expect, test } from 'vitest';
import { isTyped } from '../../src/core/command/command.ts';
import { render } from '../../src/platforms/terminal/render.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot } = await botOf([COURSE]);
/** A terminal's usual size, and its lines beside an answer: what was typed, the way back, the prompt. */
const SIZE = { columns: 80, rows: 24 };
const BESIDE = 3;
const LOCALES = ['ko', 'en'] as const;
const PAGES = { students: 'dosirak', instructors: 'dosirak instructors' } as const;

describe.each(LOCALES)('help (%s)', (locale) => {
  const page = (of: keyof typeof PAGES) => bot.dispatch(PAGES[of], { ...student, locale });

  test.each(['students', 'instructors'] as const)('of %s fits a terminal, its title first', async (of) => {
    const shown = render(await page(of), { columns: SIZE.columns, colour: false, boxed: true }, locale);
    expect(shown.split('\n').length).toBeLessThanOrEqual(SIZE.rows - BESIDE);
  });

  test('names every command that people type, on the page of those who use it', async () => {
    const said = { everyone: textsOf(await page('students')), instructors: textsOf(await page('instructors')) };
    for (const { name, usedBy } of bot.commands.filter(isTyped)) {
      if (usedBy === 'buttons') continue;
      const other = usedBy === 'everyone' ? 'instructors' : 'everyone';
      expect(said[usedBy].join('\n')).toMatch(new RegExp(`\`/${name}\\b`));
      expect(said[other].join('\n')).not.toMatch(new RegExp(`\`/${name}\\b`));
    }
  });

  test('names every action of instructors’ commands as its readers call it', async () => {
    const said = textsOf(await page('instructors')).join('\n');
    const actions = bot.commands
      .filter(({ usedBy }) => usedBy === 'instructors')
      .flatMap((command) => Object.entries(command.actions ?? {}));
    expect(actions.length).toBeGreaterThan(10);
    for (const [name, { korean }] of actions) expect(said).toContain({ ko: korean ?? name, en: name }[locale]);
  });

  test('each page leads to the other, and to what Dosirak is', async () => {
    const lines = async (of: keyof typeof PAGES) => buttonsOf(await page(of)).map(({ line }) => line);
    expect(await lines('students')).toEqual(expect.arrayContaining([PAGES.instructors, 'dosirak about', 'quiz']));
    expect(await lines('instructors')).toEqual([PAGES.students, 'dosirak about']);
  });
});

test('the pages are asked for by their names in either language', async () => {
  const page = await bot.dispatch('/dosirak 선생님', student);
  expect(await bot.dispatch('/dosirak instructors', student)).toEqual(page);
  expect(textsOf(page)[0]).toBe('선생님을 위한 도움말');
});

test.each([
  ['ko', ['/quiz 1장', '/quiz 틀린 문제', '/quiz 파드 어렵게', '/review 12월 15일까지']],
  ['en', ['/quiz chapter 1', '/quiz missed', '/quiz Pod harder', '/review until 12/15']],
] as const)('students read how to practise a chapter, what they missed and for an exam (%s)', async (locale, lines) => {
  const said = textsOf(await bot.dispatch('dosirak', { ...student, locale })).join('\n');
  for (const line of lines) expect(said).toContain(line);
});
