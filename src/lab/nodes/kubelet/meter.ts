/** Milliseconds between two looks of the metrics server at the kubelets. */
const EVERY = 15_000;
/** Millicores and bytes that a program takes which does nothing. */
const IDLE = { millicores: 1, bytes: 3 * 2 ** 20 } as const;

/** What one run of a container takes. Nothing is looked at by time: what it took is reckoned when a caller asks. */
export interface Meter {
  work(millicores: number): void;
  /** What it is made to take from outside, beside its own work. */
  load(millicores: number): void;
  hold(bytes: number): void;
  /** Over the 15 s before the last look; undefined where it had not run then. */
  seen(): { millicores: number; bytes: number } | undefined;
  /** Since it started: milliseconds of a core, periods of 100 ms with work, and those in which it was held back. */
  total(): { busy: number; periods: number; throttled: number; held: number; bytes: number };
}

interface Mark {
  at: number;
  millicores: number;
  bytes: number;
}

export function createMeter(now: () => number, limit: number | undefined): Meter {
  const started = now();
  let [own, loaded, bytes] = [0, 0, 0];
  let marks: Mark[] = [{ at: started, ...IDLE }];
  const all = { busy: 0, periods: 0, throttled: 0, held: 0 };
  let taken: number = IDLE.millicores;
  let [counted, lacking] = [started, 0];

  /** Up to now it took as much as it did. */
  function count(): void {
    const ms = now() - counted;
    counted += ms;
    all.busy += (ms * taken) / 1000;
    all.periods += ms / 100;
    if (lacking === 0) return;
    all.throttled += ms / 100;
    all.held += (ms * lacking) / (taken + lacking);
  }
  function mark(): void {
    count();
    const at = now();
    const wanted = Math.max(IDLE.millicores, own + loaded);
    taken = Math.min(wanted, limit ?? wanted);
    lacking = wanted - taken;
    marks.push({ at, millicores: taken, bytes: Math.max(IDLE.bytes, bytes) });
    if (marks.length < 64) return;
    // What was before the last two looks is not asked for again.
    const from = marks.findLastIndex((one) => one.at <= at - 2 * EVERY);
    marks = marks.slice(Math.max(0, from));
    // A program that changes its mind all the time is measured roughly.
    if (marks.length > 512) marks = marks.filter((_, i) => i === 0 || i % 2 === 1);
  }
  return {
    work(millicores) {
      own = millicores;
      mark();
    },
    load(millicores) {
      if (loaded === millicores) return;
      loaded = millicores;
      mark();
    },
    hold(more) {
      bytes = more;
      mark();
    },
    total() {
      count();
      const [periods, throttled] = [Math.floor(all.periods), Math.floor(all.throttled)];
      return { ...all, periods, throttled, bytes: Math.max(IDLE.bytes, bytes) };
    },
    seen() {
      const end = Math.floor(now() / EVERY) * EVERY;
      const begin = Math.max(started, end - EVERY);
      if (end - begin < EVERY / 3) return undefined;
      let sum = 0;
      let last: Mark | undefined;
      for (const [i, one] of marks.entries()) {
        if (one.at > end) break;
        last = one;
        const until = Math.min(end, marks[i + 1]?.at ?? end);
        sum += Math.max(0, until - Math.max(begin, one.at)) * one.millicores;
      }
      return last && { millicores: Math.max(1, Math.round(sum / (end - begin))), bytes: last.bytes };
    },
  };
}
