/** The envelopes of Socket Mode, and their acknowledgements. */
import { randomUUID } from 'node:crypto';
import type { RawData } from 'ws';
import type { Attempt, Results, Transport } from './deliveries.ts';
import { isJson, text } from './json.ts';
import { isOpen, type Link, write } from './links.ts';
import type { Pending } from './model.ts';

interface Envelopes extends Transport {
  /** How often each is sent. */
  repeat: number;
  /** How many acknowledgements are lost from now on. */
  lose: number;
  /** What came in on a connection. */
  receive(link: Link, raw: RawData): void;
  /** Sends what had to wait for a connection. */
  flush(): void;
}

/** These interactions are answered in their acknowledgement. */
const acceptsPayload = ({ kind, type }: Pending): boolean =>
  kind === 'slash_commands' || type === 'view_submission' || type === 'block_suggestion';

const parsed = (raw: RawData): unknown => {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
};

export function createEnvelopes(links: readonly Link[], results: Results): Envelopes {
  const waiting: { pending: Pending; attempt: Attempt }[] = [];
  const ids = new WeakMap<Pending, string>();
  const lost = new WeakSet<Pending>();
  let next = 0;

  const dispatch = (link: Link, pending: Pending, attempt: Attempt): void => {
    const id = ids.get(pending) ?? randomUUID();
    ids.set(pending, id);
    link.envelopes.set(id, { pending, attempt });
    results.sent(pending);
    write(link, {
      envelope_id: id,
      payload: pending.payload,
      type: pending.kind,
      accepts_response_payload: acceptsPayload(pending),
      ...(pending.kind === 'events_api' ? { retry_attempt: attempt.number, retry_reason: attempt.reason } : {}),
    });
  };

  /** Each envelope goes to one connection, in turn. */
  const send: Transport['send'] = (pending, attempt) => {
    const ready = links.filter(isOpen);
    if (ready.length === 0) {
      // Events wait for a connection; of the rest, people are told at once that the app did not answer.
      if (pending.kind === 'events_api') waiting.push({ pending, attempt });
      else results.failed(pending, attempt, 'dispatch_failed');
      return;
    }
    for (let time = 0; time < envelopes.repeat; time++) {
      const link = ready[next++ % ready.length];
      if (link) dispatch(link, pending, attempt);
    }
  };

  const envelopes: Envelopes = {
    repeat: 1,
    lose: 0,
    send,
    receive: (link, raw) => {
      const message = parsed(raw);
      const id = isJson(message) ? text(message.envelope_id) : '';
      const envelope = link.envelopes.get(id);
      if (!isJson(message) || !envelope || link.stalled) return;
      const { pending, attempt } = envelope;
      // Of each envelope, only the first is lost; the connection still owes one.
      if (envelopes.lose === 0 || lost.has(pending)) {
        link.envelopes.delete(id);
        results.acknowledged(pending, message.payload);
        return;
      }
      envelopes.lose -= 1;
      lost.add(pending);
      if (pending.kind !== 'events_api') send(pending, attempt);
    },
    flush: () => {
      for (const { pending, attempt } of waiting.splice(0)) {
        // Late, so it is no first attempt any more.
        Object.assign(attempt, { number: Math.max(1, attempt.number), reason: attempt.reason || 'timeout' });
        send(pending, attempt);
      }
    },
  };
  return envelopes;
}
