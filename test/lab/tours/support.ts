/** A student on a tour, in a cluster whose time the test turns. */
import { onTestFinished } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { buttonsOf } from '../../support/replies.ts';
import { botOf, COURSE, student } from '../../support/world.ts';
import { turnedLab } from '../support/turned.ts';

export async function openTour(locale: Locale = 'ko', finished: (end: () => void) => unknown = onTestFinished) {
  const { cluster, client, bugs, labs, answered, pass } = turnedLab();
  finished(cluster.close);
  const { bot, world, logged } = await botOf([COURSE], { labs });
  const caller = { ...student, locale };
  let seen: Reply | undefined;

  /** What a command answers; the lab's time goes on meanwhile. */
  async function say(line: string): Promise<Reply> {
    seen = await answered(bot.dispatch(line, caller));
    return seen;
  }
  async function press(label: RegExp): Promise<Reply> {
    const button = seen && buttonsOf(seen).find((one) => label.test(one.label));
    if (!button) throw new Error(`no button ${label} in ${JSON.stringify(seen && buttonsOf(seen))}`);
    return say(button.line);
  }
  return {
    ...{ client, cluster, bot, bugs, logged, world, say, press },
    pass,
    /** Looks again and again, until the step is done. */
    async finish(most: number): Promise<Reply> {
      for (let gone = 0; gone <= most; gone += 2) {
        if (seen?.accent === 'success') return seen;
        await pass(2);
        await press(/새로 보기|Look again/);
      }
      throw new Error(`not done after ${most} s: ${JSON.stringify(seen?.blocks[0])}\n${JSON.stringify(seen?.blocks)}`);
    },
  };
}
