import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digits, line, maybe, oneOf, rest, word } from '../../../src/core/command/line.ts';
import { shareLine } from '../../../src/core/command/share-line.ts';

const move = line('move', { id: word, to: oneOf(['up', 'down']), page: maybe(digits) });
const say = line('say', { id: word, words: rest });

/** What follows the name in a line, as a command is given it. */
const carried = (written: string): string => written.split(' ').slice(1).join(' ');

test('a line is read as it was written', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,10}$/);
  const moves = fc.record(
    { id, to: fc.constantFrom('up' as const, 'down' as const), page: fc.nat({ max: 999_999_999 }) },
    { requiredKeys: ['id', 'to'] },
  );
  fc.assert(
    fc.property(moves, (said) => {
      expect(move.read(carried(move.write(said)))).toEqual(said);
    }),
  );
  const words = fc.array(id).map((all) => all.join(' '));
  fc.assert(
    fc.property(fc.record({ id, words }), (said) => {
      expect(say.read(carried(say.write(said)))).toEqual(said);
    }),
  );
});

test.each(['', 'a', 'a left', 'a up x', 'a up 1234567890'])('what no button says is not read: %j', (text) => {
  expect(move.read(text)).toBeUndefined();
});

test('words behind the last part are ignored: a newer version may have written them', () => {
  expect(move.read('a up 2 more')).toEqual({ id: 'a', to: 'up', page: 2 });
});

test('a button that shares writes what is read again, and what older versions wrote is read', () => {
  const said = { line: 'ask pod' };
  expect(shareLine.write(said)).toBe('share ask pod');
  expect(shareLine.read('ask pod')).toEqual(said);
});
