import { expect } from 'vitest';
import type { Bot } from '../../../src/core/command/dispatch.ts';
import { type CommandInput, route } from '../../../src/core/command/route.ts';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { eventually } from '../../support/eventually.ts';
import type { Clock } from '../clock.ts';

interface Slow {
  bot: Bot;
  release: () => void;
  /** Resolves once it works on so many lines, and passes the time after which Discord is told that it does. */
  takesLong(clock: Clock, lines?: number): Promise<void>;
}

/** The same bot, whose work on an input takes until it is released; inputs may be exempt. */
export function slow(bot: Bot, exempt: (input: CommandInput) => boolean = () => false): Slow {
  const { promise, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const dispatch: Bot['dispatch'] = async (input, caller) => {
    if (!exempt(input)) {
      begun++;
      await promise;
    }
    return bot.dispatch(input, caller);
  };
  return {
    bot: { ...bot, dispatch },
    release: resolve,
    async takesLong(clock, lines = 1) {
      await eventually(() => expect(begun).toBe(lines));
      clock.advance(TIMES.patience);
    },
  };
}

/** The same bot, which answers `/dosirak` with a question: what is typed into its box is looked up. */
export const curious = (bot: Bot): Bot => ({
  ...bot,
  dispatch: async (input, caller) =>
    route(input, bot.commands).command?.name === 'dosirak'
      ? { visibility: 'caller', accent: 'info', blocks: [{ type: 'input', line: 'k8s', label: '궁금한 말' }] }
      : bot.dispatch(input, caller),
});
