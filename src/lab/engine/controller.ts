import type { Row } from '../kinds/row.ts';
import type { LabClock } from './clock.ts';
import { ApiError } from './errors.ts';
import type { Thing } from './object.ts';
import { type Change, keyOf, type Store } from './store.ts';

/** Which keys a change of an object asks a controller to look at. */
export interface Watched {
  row: Row;
  keysOf(change: Change): readonly string[];
}

/**
 * Brings what is towards what is wanted, one key at a time. It may be called for a key at any time, also when nothing is
 * to be done, and after any of its own changes.
 */
export interface Controller {
  name: string;
  watches: readonly Watched[];
  /** Gives in how many milliseconds the key is to be looked at again, where time alone changes something. */
  reconcile(key: string): number | undefined;
}

/** The object itself. */
export const itself = (row: Row): Watched => ({ row, keysOf: ({ object }) => [keyOf(object.metadata)] });

/** What controls the object, where that is of this kind. */
export const itsOwner = (row: Row, kind: string): Watched => ({
  row,
  keysOf({ object: { metadata } }: { object: Thing }) {
    const owner = metadata.ownerReferences?.find((one) => one.controller === true && one.kind === kind);
    return owner ? [keyOf({ namespace: metadata.namespace, name: owner.name })] : [];
  },
});

/** Milliseconds until a key is looked at again that could not be brought on, as the API refused it: doubled each time. */
const AGAIN = { first: 100, most: 60_000 } as const;

/** A key that is looked at more often within a second of the lab only drives itself: it waits for the next. */
const MOST = 1000;

interface Parts {
  store: Pick<Store, 'listen'>;
  clock: LabClock;
  /** What is a bug of ours. */
  failed: (error: unknown, controller: string) => void;
}

/** Runs controllers: each change that one watches has it look, once, soon. What it returns ends that. */
export function runControllers(controllers: readonly Controller[], { store, clock, failed }: Parts): () => void {
  const wanted = new Map<string, { controller: Controller; key: string }>();
  const later = new Map<string, () => void>();
  const refused = new Map<string, number>();
  let isPlanned = false;
  let second = 0;
  let looks = new Map<string, number>();

  /** Counts looks at a key, by the second. */
  function isRestless(id: string): boolean {
    const now = Math.floor(clock.now() / 1000);
    if (now !== second) looks = new Map();
    second = now;
    const count = (looks.get(id) ?? 0) + 1;
    looks.set(id, count);
    return count > MOST;
  }
  function want(controller: Controller, key: string): void {
    wanted.set(`${controller.name} ${key}`, { controller, key });
    if (isPlanned) return;
    isPlanned = true;
    clock.after(0, work);
  }
  function wantLater(controller: Controller, key: string, ms: number): void {
    const id = `${controller.name} ${key}`;
    later.get(id)?.();
    later.set(
      id,
      clock.after(ms, () => {
        later.delete(id);
        want(controller, key);
      }),
    );
  }
  function lookAt(controller: Controller, key: string): void {
    const id = `${controller.name} ${key}`;
    if (isRestless(id)) {
      wantLater(controller, key, 1000);
      return;
    }
    try {
      const again = controller.reconcile(key);
      refused.delete(id);
      if (again !== undefined) wantLater(controller, key, again);
    } catch (error) {
      const wait = Math.min(AGAIN.most, refused.get(id) ?? AGAIN.first);
      refused.set(id, wait * 2);
      wantLater(controller, key, wait);
      if (!(error instanceof ApiError)) failed(error, controller.name);
    }
  }
  function work(): void {
    isPlanned = false;
    const [first] = wanted;
    if (first === undefined) return;
    const [id, { controller, key }] = first;
    wanted.delete(id);
    lookAt(controller, key);
    if (wanted.size > 0 && !isPlanned) {
      isPlanned = true;
      clock.after(0, work);
    }
  }
  return store.listen((row, change) => {
    for (const controller of controllers)
      for (const watched of controller.watches)
        if (watched.row === row) for (const key of watched.keysOf(change)) want(controller, key);
  });
}
