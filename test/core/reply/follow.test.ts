import { expect, test } from 'vitest';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { FOLLOW, follow } from '../../../src/core/reply/follow.ts';
import { createClock } from '../../fakes/clock.ts';
import { student } from '../../support/world.ts';

const EVERY = 1000;
const reply = (state: string | undefined, replaces = true): Reply => ({
  visibility: 'caller',
  accent: 'info',
  blocks: [],
  ...(replaces ? { replaces } : {}),
  ...(state === undefined ? {} : { follow: { line: `look ${state}`, state } }),
});

/** What a follower does while time goes on by one look after the other; `answers`: what each look sees. */
async function follows(answers: readonly Reply[], isShown = true) {
  const timers = createClock();
  const [asked, shown]: [string[], (string | undefined)[]] = [[], []];
  let isOver = false;
  const following = follow(
    { line: 'look first', state: 'first' },
    {
      ...{ every: EVERY, timers, caller: student },
      dispatch: async (line) => {
        asked.push(String(line));
        return answers[asked.length - 1] ?? answers.at(-1) ?? reply(undefined, false);
      },
      show: async ({ follow }) => {
        shown.push(follow?.state);
        return isShown;
      },
    },
  );
  void following.ended.then(() => {
    isOver = true;
  });
  const pass = async (looks: number): Promise<void> => {
    for (let i = 0; i < looks; i++) {
      timers.advance(EVERY);
      // A look takes some turns of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { asked, shown, pass, following, isOver: () => isOver };
}

test('what has changed is shown, and the next look is by its line', async () => {
  const { asked, shown, pass, isOver } = await follows([
    reply('first'),
    reply('second'),
    reply('second'),
    reply('third'),
  ]);
  await pass(4);
  expect(asked).toEqual(['look first', 'look first', 'look second', 'look second']);
  expect(shown).toEqual(['second', 'third']);
  expect(isOver()).toBe(false);
});

test('it ends with an answer that changes no more, and shows that', async () => {
  const { shown, pass, isOver } = await follows([reply(undefined)]);
  await pass(1);
  expect([shown, isOver()]).toEqual([[undefined], true]);
});

test('a refusal ends it and is not shown', async () => {
  const { shown, pass, isOver } = await follows([reply('second', false)]);
  await pass(1);
  expect([shown, isOver()]).toEqual([[], true]);
});

test('it ends where it cannot be shown', async () => {
  const { shown, pass, isOver } = await follows([reply('second'), reply('third')], false);
  await pass(2);
  expect([shown, isOver()]).toEqual([['second'], true]);
});

test('it ends where nothing has changed for long', async () => {
  const { asked, shown, pass, isOver } = await follows([reply('second'), reply('second')]);
  await pass(FOLLOW.calm / EVERY + 10);
  expect(shown).toEqual(['second']);
  expect(asked).toHaveLength(FOLLOW.calm / EVERY + 1);
  expect(isOver()).toBe(true);
});

test('it ends at some time, whatever changes', async () => {
  const many = Array.from({ length: FOLLOW.most / EVERY + 10 }, (_, i) => reply(`${i}`));
  const { shown, pass, isOver } = await follows(many);
  await pass(many.length);
  expect(shown).toHaveLength(FOLLOW.most / EVERY);
  expect(isOver()).toBe(true);
});

test('where it is stopped nothing more is shown, and it tells what was shown last', async () => {
  const { shown, pass, following, isOver } = await follows([reply('second'), reply('third')]);
  await pass(1);
  expect(following.stop()).toEqual({ line: 'look second', state: 'second' });
  await pass(2);
  expect([shown, isOver()]).toEqual([['second'], true]);
});
