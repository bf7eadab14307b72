/** Slack takes about 50 edits a minute from an app in a workspace (chat.update: Tier 3); some are other processes'. */
const MINUTE = { ms: 60_000, most: 45 } as const;
/** As many of a minute's may be ordinary: the others are left for urgent ones. */
const ORDINARY = { ms: 60_000, most: 30 } as const;
/** Ordinary ones are spread over the minute, so that no count stands still for most of it. */
const SPREAD = { ms: 10_000, most: 5 } as const;
/** Milliseconds that an edit waits for those before it: then another process may try it. */
const PATIENCE = 5000;
/** Milliseconds after which one that has waited so long may be tried. */
const AGAIN = 1000;

/** It was not made, and may be after so many milliseconds. */
export interface PutOff {
  after: number;
}

interface Waiting {
  urgent: boolean;
  since: number;
  /** Makes the edit, or puts it off. */
  go(after: number): Promise<void>;
}

/**
 * The edits of a workspace, which share one budget: one after the other, so that each knows what Slack said to the last,
 * urgent ones first. What the budget does not allow now is put off, and counts for nothing. `now` in milliseconds.
 */
export function createEdits(now: () => number) {
  /** When edits were made, of the last minute. */
  let made: number[] = [];
  const waiting: Waiting[] = [];
  let isRunning = false;

  /** Milliseconds until there is room for one more. */
  function roomAfter(urgent: boolean): number {
    const at = now();
    // A clock that was set back tells nothing of them.
    made = made.filter((one) => one > at - MINUTE.ms && one <= at);
    const after = ({ ms, most }: { ms: number; most: number }): number => (made.at(-most) ?? at - ms) + ms - at;
    return Math.max(0, ...(urgent ? [MINUTE] : [ORDINARY, SPREAD]).map(after));
  }

  async function run(): Promise<void> {
    isRunning = true;
    for (;;) {
      const urgent = waiting.findIndex((one) => one.urgent);
      const [next] = waiting.splice(Math.max(0, urgent), 1);
      if (!next) break;
      await next.go(now() - next.since > PATIENCE ? AGAIN : roomAfter(next.urgent));
    }
    isRunning = false;
  }

  return <T extends string>(urgent: boolean, edit: () => Promise<T | PutOff>): Promise<T | PutOff> =>
    new Promise((resolve, reject) => {
      const go = async (after: number): Promise<void> => {
        if (after > 0) return resolve({ after });
        const at = now();
        try {
          const ended = await edit();
          if (typeof ended === 'string') made.push(at);
          resolve(ended);
        } catch (error) {
          reject(error);
        }
      };
      waiting.push({ urgent, since: now(), go });
      if (!isRunning) void run();
    });
}
