/** A platform of the test's own, and processes that write to it by a clock that the test turns. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, type ClockDeps, createClock } from '../../src/app/clock.ts';
import type { Content } from '../../src/content/model.ts';
import type { Messenger } from '../../src/core/platform.ts';
import { createCourse } from '../../src/course/course.ts';
import { IN_MEMORY } from '../../src/store/address.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { courseOf, section, termNamed } from './small-course.ts';

/** What becomes of a request: of `killed`, its process is gone before it hears; `frozen` wakes up when all else is done; `slow` arrives a little later. */
export type Fate =
  | 'done'
  | 'lost before'
  | 'lost after'
  | 'later'
  | 'killed before'
  | 'killed after'
  | 'frozen'
  | 'slow'
  | 'blind';

interface Message {
  channel: string;
  mark: string;
  at: number;
}

/** What a request takes at most: no outlet sends when less is left. */
const REQUEST = 12_000;
const SLOW = 9000;

/** Whoever heard of something has done what follows from it. */
const idle = (): Promise<void> => sleep(1);

export interface Outbox {
  store: Store;
  content: Content;
  messages: Message[];
  edits: { message: string; at: number }[];
  now(): number;
  /** Sets the clock; what is under way arrives meanwhile. */
  to(at: number): Promise<void>;
  /** The fates of the requests to come; `done` when there are no more. */
  fates: Fate[];
  /** Channels in which nobody can write. */
  closed: Set<string>;
  /** A process, whose clock may be ahead by some milliseconds. */
  process(ahead?: number): Clock;
  sending(ahead?: number): ClockDeps;
  /** Lets those that are frozen go on. */
  thaw(): Promise<void>;
  /** Until nothing more happens, but for those that are frozen. */
  tick(...clocks: readonly Clock[]): Promise<void>;
  /** What the clocks counted. */
  counted: string[];
}

const TERMS = ['a', 'b', 'c', 'd', 'e'];

export async function openOutbox(start: number): Promise<Outbox> {
  const store = await openStore(IN_MEMORY, { unique: randomUUID, log: { warn: () => {} } });
  const content = courseOf(
    TERMS.map((id) => termNamed(id)),
    section(...TERMS),
  );
  const course = createCourse(content);
  let at = start;
  let ids = 0;
  const messages: Message[] = [];
  const edits: Outbox['edits'] = [];
  const fates: Fate[] = [];
  const closed = new Set<string>();
  const counted: string[] = [];
  /** Requests that are under way, and when they arrive. */
  const slow: { at: number; arrive: () => void }[] = [];
  let ice = Promise.withResolvers<void>();
  let thawed = Promise.withResolvers<void>();

  function outletAt(now: () => number): Messenger {
    const write = (channel: string, mark: string): string => {
      messages.push({ channel, mark, at: now() });
      return `m${messages.length}`;
    };
    return {
      platform: 'test',
      async post(channel, { idempotencyKey }, until) {
        const fate = fates.shift() ?? 'done';
        if (fate === 'frozen') {
          thawed.resolve();
          await ice.promise;
        }
        if (now() + REQUEST > until) return { kind: 'later', wait: 0 };
        if (closed.has(channel)) return { kind: 'lost', why: 'gone', reason: 'gone' };
        switch (fate) {
          case 'slow':
            return new Promise((resolve) => {
              slow.push({
                at: at + SLOW,
                arrive: () => resolve({ kind: 'sent', message: write(channel, idempotencyKey) }),
              });
              thawed.resolve();
            });
          case 'lost before':
            return { kind: 'unsure' };
          case 'lost after':
            write(channel, idempotencyKey);
            return { kind: 'unsure' };
          case 'later':
          case 'blind':
            return { kind: 'later', wait: 1000 };
          case 'killed before':
            throw new Error('killed');
          case 'killed after':
            write(channel, idempotencyKey);
            throw new Error('killed');
          case 'done':
          case 'frozen':
            return { kind: 'sent', message: write(channel, idempotencyKey) };
          default:
            return fate satisfies never;
        }
      },
      async find(channel, mark) {
        const fate = fates.shift() ?? 'done';
        if (fate === 'killed before' || fate === 'killed after') throw new Error('killed');
        if (fate === 'blind') return { kind: 'unsure' };
        const found = messages.findIndex((one) => one.channel === channel && one.mark === mark);
        return found < 0 ? undefined : { kind: 'sent', message: `m${found + 1}` };
      },
      async edit(_, message) {
        edits.push({ message, at: now() });
        return (fates.shift() ?? 'done') === 'done' ? 'shown' : 'later';
      },
      reach: async () => undefined,
    };
  }

  const sending = (ahead = 0): ClockDeps => {
    const now = (): number => at + ahead;
    return {
      ...{
        courses: () => [course],
        page: () => undefined,
        labs: () => undefined,
        hurry: () => {},
        classes: store.classes,
        outbox: store.outbox,
        records: store,
        sessions: store.sessions,
        appointments: store.appointments,
        homework: store.homework,
        reports: store.reports,
        classQuestions: store.classQuestions,
        messengers: [outletAt(now)],
        now,
      },
      newId: () => `post${String(++ids).padStart(6, '0')}`,
    };
  };

  return {
    ...{ store, content, messages, edits, fates, closed, counted, sending },
    now: () => at,
    async to(next) {
      for (;;) {
        const i = slow.findIndex((one) => one.at <= next);
        const [one] = i < 0 ? [] : slow.splice(i, 1);
        if (!one) break;
        at = Math.max(at, one.at);
        one.arrive();
        await idle();
      }
      at = Math.max(at, next);
    },
    process: (ahead = 0) =>
      createClock(
        sending(ahead),
        { post: (what) => void counted.push(what) },
        { info: () => {}, warn: () => {}, error: () => {} },
      ),
    async thaw() {
      ice.resolve();
      ice = Promise.withResolvers();
      thawed = Promise.withResolvers();
      await idle();
    },
    async tick(...clocks) {
      await Promise.race([Promise.all(clocks.map((clock) => clock.tick())), thawed.promise.then(idle)]);
    },
  };
}
