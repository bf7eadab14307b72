import type { Caller } from '../command/command.ts';
import type { Dispatch } from '../command/dispatch.ts';
import type { Timers } from '../timers.ts';
import type { Reply } from './blocks.ts';

/** What a reply shows, if that changes by itself: a platform that can shows it anew in the same place. */
export interface Look {
  /** The line that looks again, and changes nothing. Its answer takes the reply's place. */
  line: string;
  /** Differs where something else is shown. */
  state: string;
}

/** Milliseconds: so long nothing has to change, and so long something may, until it is looked at no more. */
export const FOLLOW = { calm: 120_000, most: 600_000 } as const;

interface Means {
  /** Milliseconds between two looks, after what the last one showed has arrived. */
  every: number;
  timers: Timers;
  /** Whose look it is. */
  caller: Caller;
  dispatch: Dispatch;
  /** False where it cannot be shown there any more. */
  show(reply: Reply): Promise<boolean>;
}

/** What is being followed. */
export interface Following {
  /** Resolves once nothing more will be shown. Rejects where a look does. */
  ended: Promise<void>;
  /** Shows nothing from now on, but for what is on its way. Gives what was shown last, for who goes on with it. */
  stop(): Look;
}

/**
 * Looks again and again at what a reply shows, and shows what has changed, until it changes no more. An answer that takes
 * no place, such as a refusal, ends it and is not shown: nothing was asked.
 */
export function follow(first: Look, { every, timers, caller, dispatch, show }: Means): Following {
  // A look is no deed of the person, at no moment.
  const { at: _, ...looker } = caller;
  const begun = timers.now();
  let last = first;
  let cancel = (): void => {};
  let isStopped = false;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = timers.after(every, resolve);
      cancel = () => {
        wake();
        resolve();
      };
    });
  async function run(): Promise<void> {
    for (let changed = begun; timers.now() - changed < FOLLOW.calm && timers.now() - begun < FOLLOW.most; ) {
      await rest();
      if (isStopped) return;
      const reply = await dispatch(last.line, looker);
      if (isStopped || !reply.replaces) return;
      const next = reply.follow;
      if (next?.state === last.state) continue;
      if (!(await show(reply)) || next === undefined) return;
      changed = timers.now();
      last = next;
    }
  }
  return {
    ended: run(),
    stop() {
      isStopped = true;
      cancel();
      return last;
    },
  };
}
