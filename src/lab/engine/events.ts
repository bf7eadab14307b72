import { EVENTS } from '../kinds/core.ts';
import type { Event } from '../kinds/types.ts';
import type { LabClock } from './clock.ts';
import type { Recorder } from './lab.ts';
import { type Thing, timeText } from './object.ts';
import type { Store } from './store.ts';

/** Events are kept for an hour, as the API server does by default (`--event-ttl`). */
const KEPT = 3_600_000;
/** Events of a lab that are kept at most: the oldest goes for a new one. */
const MOST = 500;

/** What of an event of this kind about this object is counted instead of told anew. */
const alike = (about: Thing, reason: string, message: string, fieldPath = ''): string =>
  [about.metadata.uid, reason, message, fieldPath].join(' ');

/** Writes down what happens, as the parts of a cluster do; what happens again is counted. */
export function createRecorder(store: Store, clock: LabClock): Recorder {
  const known = new Map<string, { namespace: string; name: string }>();

  function forget(): void {
    const all = store.list(EVENTS);
    for (const [i, { metadata, lastTimestamp }] of all.entries())
      if (all.length - i > MOST || Date.parse(lastTimestamp) < clock.now() - KEPT) store.remove(EVENTS, metadata);
  }

  return (about, type, reason, message, { component, host, fieldPath }) => {
    const now = timeText(clock.now());
    const id = alike(about, reason, message, fieldPath);
    const before = known.get(id);
    const counted =
      before &&
      store.edit(EVENTS, before, (draft) => {
        draft.count++;
        draft.lastTimestamp = now;
      });
    if (counted) return;
    const { name, uid, resourceVersion, namespace = 'default' } = about.metadata;
    const event: Omit<Event, 'metadata'> & { metadata: { namespace: string; name: string } } = {
      ...{ apiVersion: 'v1', kind: 'Event' },
      metadata: {
        namespace,
        name: `${name}.${BigInt(Math.round(clock.now() * 1_000_000)).toString(16)}${known.size.toString(16)}`,
      },
      involvedObject: {
        ...{ apiVersion: about.apiVersion, kind: about.kind, name, uid, resourceVersion },
        ...(about.metadata.namespace === undefined ? {} : { namespace }),
        ...(fieldPath === undefined ? {} : { fieldPath }),
      },
      ...{ reason, message, type },
      source: { component, ...(host === undefined ? {} : { host }) },
      ...{ count: 1, firstTimestamp: now, lastTimestamp: now, eventTime: null },
      ...{ reportingComponent: component, reportingInstance: host ?? '' },
    };
    forget();
    known.set(id, store.create(EVENTS, event).metadata as { namespace: string; name: string });
    if (known.size > 4 * MOST) known.clear();
  };
}
