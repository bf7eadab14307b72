import type { Labs, OpenLab } from '../../core/lab.ts';
import { createHolding, elsewhere, type Held, type HoldingParts } from './holding.ts';

interface Parts extends HoldingParts {
  /** Where the labs' addresses begin, without a slash at the end; undefined where no kubectl can reach them. */
  url: () => Promise<string | undefined>;
}

/** The labs of one process, and its part in who of several runs which. */
export function createLabs({ url, ...parts }: Parts): Labs & {
  /** Puts every lab away, as the process ends. */
  stop(): Promise<void>;
} {
  const { records, now, meter } = parts;
  const { held, inTurn, running, holder, stop } = createHolding(parts);
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
    running: (owner) => held.get(owner)?.client,
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
    stop,
  };
}
