import type { Lab } from '../engine/lab.ts';
import type { Thing } from '../engine/object.ts';
import type { Change } from '../engine/store.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { type ApiStream, JSON_TYPE } from './messages.ts';

/** A shape in which objects go out: whole, as rows of a table, or as what a client asked for. */
export type Shape = (objects: readonly Thing[], isFirst: boolean) => object;

/** Milliseconds of the lab's time between two bookmarks, by which a client knows from where to go on. */
const BOOKMARK = 60_000;

interface Wanted {
  row: Row;
  namespace: string | undefined;
  chosen: (object: Thing) => boolean;
  query: URLSearchParams;
  shape: Shape;
  isTable: boolean;
}

/**
 * The changes of a kind from a resource version on, one JSON object a line. Without a version, or with 0, all that is there
 * comes first as ADDED. An object that is no longer chosen has gone for who watches. @throws ApiError 410
 */
export function watch({ store, clock }: Lab, { row, namespace, chosen, query, shape, isTable }: Wanted): ApiStream {
  const from = Number(query.get('resourceVersion') ?? 0);
  const wantsInitial = query.get('sendInitialEvents') === 'true';
  const initial = from === 0 || wantsInitial ? store.list(row, namespace).filter(chosen) : [];
  const missed = from === 0 || wantsInitial ? [] : store.since(row, from);
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const isHere = ({ metadata }: Thing): boolean => namespace === undefined || metadata.namespace === namespace;

  return {
    status: 200,
    headers: { ...JSON_TYPE, 'cache-control': 'no-cache, private' },
    begin(sink) {
      /** Uids of those that the client has. */
      const had = new Set<string>();
      let isFirst = true;
      const send = (type: Change['type'], object: Thing): void => {
        sink.write(
          `${JSON.stringify({ type, object: isTable ? shape([object], isFirst) : shape([object], false) })}\n`,
        );
        isFirst = false;
      };
      const bookmark = (annotations?: Record<string, string>): void => {
        const metadata = {
          resourceVersion: `${store.version()}`,
          ...(annotations ? { annotations } : {}),
          creationTimestamp: null,
        };
        const object = { kind: row.kind, apiVersion: apiVersionOf(row), metadata };
        sink.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
      };
      const hear = ({ type, object }: Change, before: 'had' | 'unknown'): void => {
        if (!isHere(object)) return;
        const { uid } = object.metadata;
        const isChosen = type !== 'DELETED' && chosen(object);
        // What was missed may have been there before, for all that is known.
        const wasThere = had.has(uid) || (before === 'unknown' && type !== 'ADDED');
        if (isChosen) {
          had.add(uid);
          send(wasThere ? 'MODIFIED' : 'ADDED', object);
        } else if (wasThere && (type !== 'DELETED' || had.has(uid) || chosen(object))) {
          had.delete(uid);
          send('DELETED', object);
        }
      };
      for (const one of initial) {
        had.add(one.metadata.uid);
        send('ADDED', one);
      }
      if (wantsInitial) bookmark({ 'k8s.io/initial-events-end': 'true' });
      if (from !== 0 && !wantsInitial)
        for (const one of store.list(row, namespace))
          if (chosen(one) && Number(one.metadata.resourceVersion) <= from) had.add(one.metadata.uid);
      for (const one of missed) hear(one, 'unknown');
      // What ends listening, bookmarks and the time-out; not every watch has all.
      let leave: (() => void)[] = [() => {}, () => {}, () => {}];
      const end = (): void => {
        for (const each of leave) each();
        leave = [];
      };
      const isBookmarked = query.get('allowWatchBookmarks') === 'true';
      const bookmarkLater = (): void => {
        leave[1] = clock.after(BOOKMARK, () => {
          bookmark();
          bookmarkLater();
        });
      };
      leave[0] = store.listen((of, change) => {
        if (of !== row) return;
        // Who does not read is cut off, and asks again from where it was.
        if (sink.isFull()) {
          end();
          sink.end();
        } else hear(change, 'had');
      });
      if (isBookmarked) bookmarkLater();
      if (seconds > 0)
        leave[2] = clock.after(seconds * 1000, () => {
          end();
          sink.end();
        });
      return end;
    },
  };
}
