import { expect, test } from 'vitest';
import { PRESSES } from '../../src/core/learner-records.ts';
import { pressLine } from '../../src/outbox/lines.ts';

test.each(PRESSES.map((press) => [press]))('a press (%s) is read as it is written', (press) => {
  const written = pressLine.write({ post: '0a1b2c3d4e', press });
  expect(written).toBe(`seen 0a1b2c3d4e ${press}`);
  expect(pressLine.read(written.slice('seen '.length))).toEqual({ post: '0a1b2c3d4e', press });
});

// Cards of years ago keep their buttons.
test.each([
  ['0a1b2c3d4e knew', { post: '0a1b2c3d4e', press: 'knew' }],
  ['0a1b2c3d4e again', { post: '0a1b2c3d4e', press: 'again' }],
  ['0a1b2c3d4e quiz', { post: '0a1b2c3d4e', press: 'quiz' }],
  ['0a1b2c3d4e more', { post: '0a1b2c3d4e', press: 'more' }],
])('seen %s, as messages have it, is read', (text, said) => {
  expect(pressLine.read(text)).toEqual(said);
});

test.each(['', '0a1b2c3d4e', '0a1b2c3d4e constructor', ' knew'])('seen %s is no press', (text) => {
  expect(pressLine.read(text)).toBeUndefined();
});
