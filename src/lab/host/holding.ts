import { UserError } from '../../core/errors.ts';
import type { LabClient, OpenLab } from '../../core/lab.ts';
import type { Holder, LabRecord, LabRecords, Wanted } from '../../core/lab-records.ts';
import type { Log } from '../../core/log.ts';
import type { Meter } from '../../core/meter.ts';
import { pause, type Timers } from '../../core/timers.ts';
import { text } from '../text.ts';
import { HOST_LIMITS, LAB_TIMES } from './limits.ts';
import type { RemoteLab } from './remote.ts';
import type { LabThread } from './thread.ts';
import { createTurns } from './turns.ts';
import { noting } from './used.ts';

export interface HoldingParts {
  records: LabRecords;
  /** Starts the thread; `ended` is called where it ends by itself. */
  startThread: (ended: () => void) => LabThread;
  /** This process's own. */
  id: string;
  /** 128 random bits at least, in letters that an address may have. */
  newSecret: () => string;
  /** Epoch milliseconds. */
  now: () => number;
  timers: Timers;
  log: Pick<Log, 'warn' | 'error'>;
  meter: Pick<Meter, 'lab' | 'labs'>;
}

/** A lab that this process runs. */
export interface Held {
  owner: string;
  secret: string;
  lab: RemoteLab;
  client: LabClient;
  speed: number;
  /** Until its owner is told: how it began. */
  is: OpenLab['is'];
  /** When it was taken. */
  since: number;
  usedAt: number;
  keptAt: number;
}

const full = (): UserError => new UserError(text.both((words) => words.full(HOST_LIMITS.labs)));
export const elsewhere = (): UserError => new UserError(text.both((words) => words.elsewhere));

/** Which labs this process runs: it takes, keeps and puts them away, and hands them over. */
export function createHolding({ records, startThread, id, newSecret, now, timers, log, meter }: HoldingParts) {
  const held = new Map<string, Held>();
  const inTurn = createTurns();
  let thread: LabThread | undefined;
  let cancelLook: (() => void) | undefined;
  /** When this process gave word last that it holds its labs. */
  let renewedAt = 0;
  let [begun, opening, isStopped] = [0, 0, false];

  const holder = (): Holder => ({ id, now: now(), until: now() + LAB_TIMES.lease });

  function threadOfNow(): LabThread {
    thread ??= startThread(() => {
      // Their last snapshots are opened when they are asked for.
      thread = undefined;
      const lost = Array.from(held.keys());
      held.clear();
      for (const owner of lost) records.release(owner, { id }).catch(() => {});
      log.error({ labs: lost.length }, 'all labs of this process have to be opened again');
    });
    return thread;
  }

  /** The store has it from now on; what was not kept until then is gone where `keeps` is false. */
  async function putAway(one: Held, keeps = true): Promise<void> {
    held.delete(one.owner);
    try {
      const snapshot = keeps ? await one.lab.snapshot() : undefined;
      if (snapshot) await records.keep(one.owner, holder(), snapshot);
      await records.release(one.owner, { id });
    } finally {
      await one.lab.close();
    }
  }
  /**
   * Takes one of the places. Many may come at once: each looks again after it has waited.
   * @throws UserError where all labs are in use.
   */
  async function takePlace(): Promise<void> {
    while (held.size + opening >= HOST_LIMITS.labs) {
      const [longest] = Array.from(held.values()).toSorted((one, other) => one.usedAt - other.usedAt);
      if (longest === undefined || longest.usedAt > now() - LAB_TIMES.resting) {
        meter.lab('refused');
        throw full();
      }
      await inTurn(longest.owner, async () => {
        if (held.get(longest.owner) !== longest) return;
        meter.lab('put away');
        await putAway(longest);
      });
    }
    opening++;
  }

  /** @throws UserError where another process runs it and does not hand it over in time. */
  async function take(owner: string, isNew: boolean, wanted: Wanted): Promise<LabRecord | undefined> {
    const until = now() + LAB_TIMES.handOver[wanted === 'now' ? 'chat' : 'kubectl'];
    for (let isFirst = true; ; isFirst = false) {
      const taken = await records.take(owner, holder(), isNew ? { secret: newSecret(), speed: 1 } : undefined);
      if (taken !== 'held') return taken;
      if (isFirst) await records.want(owner, wanted);
      if (now() > until) throw elsewhere();
      await pause(LAB_TIMES.look, timers);
    }
  }
  async function start({ owner, secret, speed, snapshot }: LabRecord): Promise<Held> {
    begun++;
    const lab = threadOfNow().lab(`${begun}`);
    let is: Held['is'] = snapshot === undefined ? 'new' : 'restored';
    if (!(await lab.open({ start: now(), speed, snapshot }))) {
      log.warn({}, 'a lab could not be read, and begins anew');
      await lab.open({ start: now(), speed, snapshot: undefined });
      is = 'new';
    }
    meter.lab(is === 'new' ? 'opened' : 'restored');
    const one: Held = { owner, secret, lab, client: lab, speed, is, since: now(), usedAt: now(), keptAt: now() };
    one.client = noting(lab, async () => {
      one.usedAt = now();
      meter.lab('request');
      // Another process may have taken it, where the store was away for so long.
      if (now() - renewedAt > LAB_TIMES.lease) await renew();
      if (held.get(owner) !== one) throw elsewhere();
    });
    return one;
  }
  const running = (owner: string, isNew: boolean, wanted: Wanted): Promise<Held | undefined> =>
    inTurn(owner, async () => {
      const here = held.get(owner);
      if (here) return here;
      if (!isNew && !(await records.find(owner))) return undefined;
      if (isStopped) throw elsewhere();
      await takePlace();
      try {
        const taken = await take(owner, isNew, wanted);
        if (taken === undefined) return undefined;
        if (held.size === 0) renewedAt = now();
        const one = await start(taken);
        held.set(owner, one);
        lookLater();
        return one;
      } finally {
        opening--;
      }
    });

  async function renew(): Promise<void> {
    const word = holder();
    const ours = await records.renew(word);
    renewedAt = word.now;
    for (const one of Array.from(held.values())) {
      const isOurs = ours.has(one.owner);
      const wanted = ours.get(one.owner);
      const unused = now() - one.usedAt;
      const leaves = wanted === 'now' || (wanted === 'idle' && unused > LAB_TIMES.inUse) || unused > LAB_TIMES.idle;
      if (isOurs && !leaves) continue;
      // It was taken while the store's answer was under way.
      if (one.since >= word.now) continue;
      if (isOurs) meter.lab('put away');
      held.delete(one.owner);
      void inTurn(one.owner, () => putAway(one, isOurs)).catch(failed('a lab could not be put away'));
    }
  }
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, what);
  async function keepWhatIsDue(): Promise<void> {
    for (const one of held.values()) {
      if (now() - one.keptAt < LAB_TIMES.snapshot) continue;
      one.keptAt = now();
      const snapshot = await one.lab.snapshot();
      if (snapshot) await records.keep(one.owner, holder(), snapshot);
    }
  }
  function lookLater(): void {
    if (isStopped || held.size === 0) return;
    cancelLook ??= timers.after(LAB_TIMES.renew, () => void look());
  }
  async function look(): Promise<void> {
    await renew().catch(failed('labs could not be held on to'));
    await keepWhatIsDue().catch(failed('a lab could not be kept'));
    cancelLook = undefined;
    lookLater();
  }
  return {
    held,
    inTurn,
    running,
    holder,
    /** Puts every lab away, as the process ends. */
    async stop(): Promise<void> {
      isStopped = true;
      cancelLook?.();
      await Promise.allSettled(Array.from(held.values(), (one) => inTurn(one.owner, () => putAway(one))));
      await thread?.close();
    },
  };
}
