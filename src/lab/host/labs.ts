import { UserError } from '../../core/errors.ts';
import type { LabClient, Labs, OpenLab } from '../../core/lab.ts';
import type { Holder, LabRecord, LabRecords, Wanted } from '../../core/lab-records.ts';
import type { Log } from '../../core/log.ts';
import type { Meter } from '../../core/meter.ts';
import type { Timers } from '../../core/timers.ts';
import { pause } from '../../core/timers.ts';
import { text } from '../text.ts';
import { HOST_LIMITS, LAB_TIMES } from './limits.ts';
import type { RemoteLab } from './remote.ts';
import type { LabThread } from './thread.ts';
import { noting } from './used.ts';

interface Parts {
  records: LabRecords;
  /** Starts the thread; `ended` is called where it ends by itself. */
  startThread: (ended: () => void) => LabThread;
  /** This process's own. */
  id: string;
  /** 128 random bits at least, in letters that an address may have. */
  newSecret: () => string;
  /** Where the labs' addresses begin, without a slash at the end; undefined where no kubectl can reach them. */
  url: () => Promise<string | undefined>;
  /** Epoch milliseconds. */
  now: () => number;
  timers: Timers;
  log: Pick<Log, 'warn' | 'error'>;
  meter: Pick<Meter, 'lab' | 'labs'>;
}

/** A lab that this process runs. */
interface Held {
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
const elsewhere = (): UserError => new UserError(text.both((words) => words.elsewhere));

/** The labs of one process, and its part in who of several runs which. */
export function createLabs({ records, startThread, id, newSecret, url, now, timers, log, meter }: Parts): Labs & {
  /** Puts every lab away, as the process ends. */
  stop(): Promise<void>;
} {
  const held = new Map<string, Held>();
  const turns = new Map<string, Promise<unknown>>();
  let thread: LabThread | undefined;
  let cancelLook: (() => void) | undefined;
  /** When this process gave word last that it holds its labs. */
  let renewedAt = 0;
  let [begun, opening, isStopped] = [0, 0, false];

  const holder = (): Holder => ({ id, now: now(), until: now() + LAB_TIMES.lease });

  /** What is done to one person's lab is done one after the other. */
  function inTurn<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(owner) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => {});
    turns.set(owner, settled);
    void settled.then(() => turns.get(owner) === settled && turns.delete(owner));
    return mine;
  }
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
  const shown = (one: Held): OpenLab => ({ client: one.client, is: one.is, speed: one.speed });
  meter.labs(() => ({ open: held.size }));

  return {
    async open(owner) {
      const one = await running(owner, true, 'now');
      if (one === undefined) throw elsewhere();
      one.usedAt = now();
      const seen = shown(one);
      one.is = 'running';
      return seen;
    },
    async find(owner) {
      const one = await running(owner, false, 'now');
      if (one === undefined) return undefined;
      one.usedAt = now();
      return shown(one);
    },
    async behind(secret) {
      const here = held.values().find((one) => one.secret === secret);
      if (here) return here.client;
      const owner = await records.ownerOf(secret);
      if (owner === undefined) return undefined;
      return (await running(owner, false, 'idle'))?.client;
    },
    async addressOf(owner) {
      const base = await url();
      const found = base === undefined ? undefined : await records.find(owner);
      return found && `${base}/${found.secret}`;
    },
    async run(owner, speed) {
      const one = await running(owner, false, 'now');
      if (one === undefined) return false;
      await records.setSpeed(owner, speed);
      one.speed = speed;
      await one.client.run(speed);
      return true;
    },
    async reset(owner) {
      const one = await running(owner, false, 'now');
      if (one === undefined) return undefined;
      await inTurn(owner, async () => {
        await one.lab.close();
        await records.setSpeed(owner, 1);
        await one.lab.open({ start: now(), speed: 1, snapshot: undefined });
        const snapshot = await one.lab.snapshot();
        if (snapshot) await records.keep(owner, holder(), snapshot);
      });
      Object.assign(one, { speed: 1, is: 'new', usedAt: now() });
      const seen = shown(one);
      one.is = 'running';
      return seen;
    },
    close: (owner) =>
      inTurn(owner, async () => {
        const one = held.get(owner);
        held.delete(owner);
        await one?.lab.close();
        const isThere = await records.remove(owner);
        if (isThere) meter.lab('closed');
        return isThere;
      }),
    async stop() {
      isStopped = true;
      cancelLook?.();
      await Promise.allSettled(Array.from(held.values(), (one) => inTurn(one.owner, () => putAway(one))));
      await thread?.close();
    },
  };
}
