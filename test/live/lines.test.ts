import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { draftLine, joinLine, pickLine, recapLine, resultLine, steerLine } from '../../src/live/lines.ts';

const id = fc.stringMatching(/^[a-z0-9]{10}$/);
const scene = fc.oneof(fc.constantFrom('count', 'end'), fc.stringMatching(/^(?:ask|tell)\d{1,2}$/));
const move = fc.constantFrom('next', 'pause', 'resume', 'stop', 'end', 'show', 'auto', 'manual' as const);
const asks = fc.oneof(
  fc.record({ session: id }),
  fc.record({ session: id, what: fc.constant('again' as const) }),
  fc.record({ session: id, what: fc.constant('again' as const), answer: fc.constantFrom('yes', 'no' as const) }),
);

/** What follows the command's name. */
const after = (line: string): string => line.slice(line.indexOf(' ') + 1);

test('each line is read as it was written, and fits a button', () => {
  fc.assert(
    fc.property(id, scene, move, asks, (post, where, what, said) => {
      const steer = { session: post, scene: where, move: what };
      expect(steerLine.read(after(steerLine.write(steer)))).toEqual(steer);
      expect(resultLine.read(after(resultLine.write({ post })))).toEqual({ post });
      expect(recapLine.read(after(recapLine.write(said)))).toEqual(said);
      expect(joinLine.read(after(joinLine.write({ post })))).toEqual({ post });
      const again = { post, what: 'again', number: 2 } as const;
      expect(resultLine.read(after(resultLine.write(again)))).toEqual(again);
      const swap = { session: post, move: 'swap', what: 'a1b2c3' } as const;
      expect(draftLine.read(after(draftLine.write(swap)))).toEqual(swap);
      // The platform adds what was picked or typed.
      expect(pickLine.read(`${after(pickLine.write({ post }))} ab`)).toEqual({ post, answer: 'ab' });
      for (const line of [steerLine.write(steer), recapLine.write(said)])
        expect(line.length).toBeLessThanOrEqual(LIMITS.line);
    }),
  );
});

test('lines of messages that exist are read as their version meant them', () => {
  expect(pickLine.read('k3f9a0b1c2 b')).toEqual({ post: 'k3f9a0b1c2', answer: 'b' });
  expect(pickLine.read('k3f9a0b1c2 두 낱말')).toEqual({ post: 'k3f9a0b1c2', answer: '두 낱말' });
  expect(steerLine.read('k3f9a0b1c2 ask0 next')).toEqual({ session: 'k3f9a0b1c2', scene: 'ask0', move: 'next' });
  expect(resultLine.read('k3f9a0b1c2')).toEqual({ post: 'k3f9a0b1c2' });
  expect(recapLine.read('k3f9a0b1c2')).toEqual({ session: 'k3f9a0b1c2' });
  expect(recapLine.read('k3f9a0b1c2 again yes')).toEqual({ session: 'k3f9a0b1c2', what: 'again', answer: 'yes' });
});

test('they are written as the last version wrote them', () => {
  expect(pickLine.write({ post: 'p1' })).toBe('pick p1');
  expect(steerLine.write({ session: 's1', scene: 'tell2', move: 'pause' })).toBe('steer s1 tell2 pause');
  expect(resultLine.write({ post: 'p1' })).toBe('result p1');
  expect(recapLine.write({ session: 's1' })).toBe('recap s1');
  expect(recapLine.write({ session: 's1', what: 'again', answer: 'no' })).toBe('recap s1 again no');
});
