import { expect, test } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import { shareOnce } from '../../../src/core/command/share-once.ts';
import { notice } from '../../../src/core/reply/builders.ts';
import { text } from '../../../src/core/reply/text.ts';

const BUG = notice('bug');
const ALREADY = notice(text('ko').sharedAlready);

/** Presses, one after the other, of a message's button that answers the channel or its caller; what each came to. */
async function press(visibility: 'channel' | 'caller', ...shows: (() => Promise<boolean>)[]): Promise<unknown[]> {
  const claims = createClaims();
  const seen: unknown[] = [];
  for (const show of shows)
    await shareOnce(
      {
        platform: 'slack',
        message: 'C1:1',
        visibility,
        locale: 'ko',
        show: () => {
          seen.push('shown');
          return show();
        },
        tell: async (reply) => void seen.push(reply),
        reportBug: () => BUG,
      },
      claims,
    );
  return seen;
}

const reached = async () => true;
const lost = async () => false;
const broken = () => Promise.reject(new Error('not to be drawn'));

test('a channel has what a message has once', async () => {
  expect(await press('channel', reached, reached)).toEqual(['shown', ALREADY]);
});

test('what did not reach the channel may be shared again, and what cannot be drawn is a bug', async () => {
  expect(await press('channel', lost, broken, reached, reached)).toEqual(['shown', 'shown', BUG, 'shown', ALREADY]);
});

test('its caller may be answered any number of times', async () => {
  expect(await press('caller', reached, reached, lost)).toEqual(['shown', 'shown', 'shown']);
});
