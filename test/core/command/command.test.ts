import { expect, test } from 'vitest';
import { usage } from '../../../src/core/command/command.ts';
import type { Options } from '../../../src/core/command/options.ts';

const options: Options = {
  words: { type: 'text', required: true, summary: { ko: '궁금한 말', en: 'word or question' } },
  count: { type: 'integer', min: 1, max: 9, units: [], summary: { ko: '문제 수', en: 'number of questions' } },
  page: {
    type: 'choice',
    summary: { ko: '쪽', en: 'page' },
    choices: { about: { ko: '소개', en: 'About' }, more: { ko: '더', en: 'More' } },
  },
};

test('how a command is typed names its options in the reader’s language, and a choice by its words', () => {
  expect(usage({ name: 'ask', options }, 'ko')).toBe('/ask <궁금한 말> [문제 수] [소개|더]');
  expect(usage({ name: 'ask', options }, 'en')).toBe('/ask <word or question> [number of questions] [about|more]');
});

test('a command without options is its name', () => {
  expect(usage({ name: 'card', options: {} }, 'ko')).toBe('/card');
});
