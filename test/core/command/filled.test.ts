import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invocationOf, readEntered, writeEntered, writeSends } from '../../../src/core/command/filled.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';

test('what a form sends says the command, its action and what is fixed', () => {
  const sends = writeSends({ sends: 'class setup', fixed: { from: '123' } });
  expect(sends).toBe('class setup from=123');
  expect(invocationOf(sends, { time: '9시', days: '' })).toEqual({
    command: 'class',
    action: 'setup',
    options: { from: '123', time: '9시' },
    filled: true,
  });
  expect(invocationOf('quiz', { count: 3 })).toEqual({ command: 'quiz', options: { count: 3 }, filled: true });
});

test('what was entered fits a button and is read again, but for the signs that keep it apart', () => {
  const names = fc.constantFrom('time', 'days', 'language', 'channel');
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme', maxLength: 60 })), (values) => {
      const line = writeEntered('classform', values);
      expect(Array.from(line).length).toBeLessThanOrEqual(LIMITS.line);
      for (const [name, value] of readEntered(line.slice('classform'.length)))
        expect((values[name] ?? '').replace(/[;=]/g, ' ').replace(/\s+/g, ' ')).toContain(value.replace(/\s+/g, ' '));
    }),
  );
  expect(readEntered('days=mon,tue;time=25시')).toEqual(
    new Map([
      ['days', 'mon,tue'],
      ['time', '25시'],
    ]),
  );
});
