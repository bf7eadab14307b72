import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { ODDITIES } from '../../src/core/reports.ts';
import { flagLine } from '../../src/course/lines.ts';
import { marksLine } from '../../src/live/lines.ts';
import { hideLine } from '../../src/report/lines.ts';

const question = fc.stringMatching(/^[a-z0-9]{6}$/);
const after = (line: string): string => line.slice(line.indexOf(' ') + 1);

test('each line is read as it was written, and fits a button', () => {
  fc.assert(
    fc.property(
      question,
      fc.option(fc.constantFrom(...ODDITIES)),
      fc.boolean(),
      fc.nat(9999),
      (id, oddity, no, page) => {
        const flag = { question: id, ...(oddity === null ? {} : { reason: oddity }) };
        const hide = { question: id, hidden: no ? 'no' : 'yes', page } as const;
        expect(flagLine.read(after(flagLine.write(flag)))).toEqual(flag);
        expect(hideLine.read(after(hideLine.write(hide)))).toEqual(hide);
        for (const line of [flagLine.write(flag), hideLine.write(hide)])
          expect(line.length).toBeLessThanOrEqual(LIMITS.line);
      },
    ),
  );
});

test('lines of messages that exist are read as their version meant them', () => {
  expect(flagLine.read('k3f9a0')).toEqual({ question: 'k3f9a0' });
  expect(flagLine.read('k3f9a0 answer')).toEqual({ question: 'k3f9a0', reason: 'answer' });
  expect(hideLine.read('k3f9a0 yes')).toEqual({ question: 'k3f9a0', hidden: 'yes' });
  expect(hideLine.read('k3f9a0 no 3')).toEqual({ question: 'k3f9a0', hidden: 'no', page: 3 });
  expect(marksLine.read('k3f9a0b1c2')).toEqual({ session: 'k3f9a0b1c2' });
  for (const wrong of ['', 'k3f9a0 perhaps']) expect(hideLine.read(wrong)).toBeUndefined();
});
