import { expect, test } from 'vitest';
import { localeOf } from '../../src/core/locale.ts';

test.each(['en', 'en-US', 'en_GB.UTF-8', 'EN-us'])('%s is answered in English', (tag) => {
  expect(localeOf(tag)).toBe('en');
});

test.each(['ko', 'ko-KR', 'ko_KR.UTF-8', 'C', 'C.UTF-8', 'ja', 'fr-CA', '', undefined])(
  '%s is answered in Korean',
  (tag) => {
    expect(localeOf(tag)).toBe('ko');
  },
);
