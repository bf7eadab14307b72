import type { Bot } from '../../../src/core/dispatch.ts';

/** The same bot, whose work on a line takes until it is released; lines may be exempt. */
export function slow(bot: Bot, exempt: (line: string) => boolean = () => false): { bot: Bot; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const dispatch: Bot['dispatch'] = async (line, caller) => {
    if (!exempt(line)) await promise;
    return bot.dispatch(line, caller);
  };
  return { bot: { ...bot, dispatch }, release: resolve };
}

/** The same bot, which answers `/dosirak` with a question: what is typed into its box is looked up. */
export const curious = (bot: Bot): Bot => ({
  ...bot,
  dispatch: async (line, caller) =>
    /^\/?dosirak\b/.test(line)
      ? { visibility: 'caller', accent: 'info', blocks: [{ type: 'input', line: 'k8s', label: '궁금한 말' }] }
      : bot.dispatch(line, caller),
});
