import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Admitted, admitAnswer, closesAt } from '../../src/live/admission.ts';
import {
  advance,
  initialLive,
  LIVE_TIMES,
  type Live,
  type LiveEvent,
  type LivePlan,
  wakesAt,
} from '../../src/live/machine.ts';
import { pointsOf, type ScoredAnswer } from '../../src/live/results/scores.ts';
import { rankPlayers } from '../../src/live/results/standings.ts';
import { runs } from '../support/sample.ts';

const NOW = 1_764_000_000_000;
const plan: LivePlan = { questions: ['a', 'b', 'c'], mode: 'speed', open: 20_000 };
const CLASS = 'discord:1';

/** Events at so many milliseconds from the start. */
const following = (live: Live, ...events: [ms: number, event: LiveEvent][]): Live =>
  events.reduce((state, [ms, event]) => advance(state, event, NOW + ms), live);
const tick: LiveEvent = { kind: 'tick' };
const visible = (at: number, channel = CLASS): LiveEvent => ({ kind: 'visible', at, channel });

describe('a live quiz', () => {
  const first = following(initialLive(plan, NOW), [LIVE_TIMES.countdown, tick], [10_400, visible(0)]);

  test('counts down, asks, tells and comes to its end by itself', () => {
    let live = initialLive(plan, NOW);
    const seen: string[] = [];
    for (let ms = 0; live.step.kind !== 'over'; ms += 250) {
      live = following(live, [ms, tick]);
      if (live.step.kind === 'asking') live = following(live, [ms + 100, visible(live.step.at)]);
      const at = 'at' in live.step ? live.step.at : '';
      if (seen.at(-1) !== `${live.step.kind}${at}`) seen.push(`${live.step.kind}${at}`);
    }
    expect(seen).toEqual(['countdown', 'asking0', 'told0', 'asking1', 'told1', 'asking2', 'told2', 'over']);
    expect(live.step).toEqual({ kind: 'over', why: 'done' });
  });

  test('a question is open from when it is visible, for its time, in each channel by itself', () => {
    const both = following(first, [12_400, visible(0, 'slack:C1')]);
    expect(admitAnswer(both, 0, CLASS, NOW + 11_400)).toEqual({ kind: 'in', elapsed: 1000 });
    expect(admitAnswer(both, 0, 'slack:C1', NOW + 13_400)).toEqual({ kind: 'in', elapsed: 1000 });
    expect(admitAnswer(both, 0, CLASS, NOW + 30_400)).toEqual({ kind: 'out', why: 'late' });
    expect(admitAnswer(both, 0, 'slack:C1', NOW + 32_399)).toEqual({ kind: 'in', elapsed: 19_999 });
    expect(following(both, [32_399, tick])).toBe(both);
    expect(following(both, [32_400, tick]).step).toMatchObject({ kind: 'told', at: 0 });
  });

  test('what is not visible, not yet asked or told already takes no answer', () => {
    const asked = following(initialLive(plan, NOW), [LIVE_TIMES.countdown, tick]);
    expect(admitAnswer(asked, 0, CLASS, NOW + 10_100)).toEqual({ kind: 'out', why: 'unseen' });
    expect(admitAnswer(first, 0, 'slack:C1', NOW + 11_000)).toEqual({ kind: 'out', why: 'unseen' });
    expect(admitAnswer(first, 1, CLASS, NOW + 11_000)).toEqual({ kind: 'out', why: 'unseen' });
    const told = following(first, [11_000, { kind: 'next' }]);
    expect(admitAnswer(told, 0, CLASS, NOW + 11_001)).toEqual({ kind: 'out', why: 'late' });
    const second = following(told, [12_000, { kind: 'next' }], [12_100, visible(1)]);
    expect(admitAnswer(second, 0, CLASS, NOW + 12_200)).toEqual({ kind: 'out', why: 'late' });
    expect(admitAnswer(following(second, [13_000, { kind: 'stop' }]), 1, CLASS, NOW + 13_001)).toEqual({
      kind: 'out',
      why: 'over',
    });
  });

  test('what came before the answer was shown is let in, however late it is looked at', () => {
    const told = following(first, [13_000, { kind: 'next' }]);
    expect(admitAnswer(told, 0, CLASS, NOW + 12_999)).toEqual({ kind: 'in', elapsed: 2599 });
    expect(admitAnswer(told, 0, CLASS, NOW + 13_000)).toEqual({ kind: 'out', why: 'late' });
    expect(admitAnswer(told, 0, 'slack:C1', NOW + 12_999)).toMatchObject({ kind: 'out' });
    const closed = following(first, [30_400, tick]);
    expect(admitAnswer(closed, 0, CLASS, NOW + 30_399)).toEqual({ kind: 'in', elapsed: 19_999 });
    expect(admitAnswer(closed, 0, CLASS, NOW + 30_400)).toEqual({ kind: 'out', why: 'late' });
  });

  test('a pause takes nothing from the time that is left', () => {
    const paused = following(first, [15_400, { kind: 'pause' }]);
    expect(admitAnswer(paused, 0, CLASS, NOW + 16_000)).toEqual({ kind: 'out', why: 'paused' });
    // What came before it is only looked at now.
    expect(admitAnswer(paused, 0, CLASS, NOW + 15_399)).toEqual({ kind: 'in', elapsed: 4999 });
    expect(following(paused, [65_000, tick])).toBe(paused);
    const resumed = following(paused, [75_400, { kind: 'resume' }]);
    expect(admitAnswer(resumed, 0, CLASS, NOW + 76_400)).toEqual({ kind: 'in', elapsed: 6000 });
    expect(wakesAt(resumed)).toBe(NOW + 90_400);
  });

  test('a question that no channel shows ends it', () => {
    const asked = following(initialLive(plan, NOW), [LIVE_TIMES.countdown, tick]);
    expect(following(asked, [LIVE_TIMES.countdown + LIVE_TIMES.reach, tick]).step).toEqual({
      kind: 'over',
      why: 'abandoned',
    });
  });

  test('a question closes soon once all who joined have answered, and an answer in that moment is not late', () => {
    const allIn: LiveEvent = { kind: 'allIn', at: 0 };
    const early = following(
      initialLive({ ...plan, closesEarly: true }, NOW),
      [LIVE_TIMES.countdown, tick],
      [10_400, visible(0)],
    );
    const closing = following(early, [19_000, allIn]);
    expect(wakesAt(closing)).toBe(NOW + 19_000 + LIVE_TIMES.allIn);
    // Said again, it changes nothing: every process says so.
    expect(following(closing, [19_500, allIn])).toBe(closing);
    expect(admitAnswer(closing, 0, CLASS, NOW + 19_400)).toMatchObject({ kind: 'in' });
    const told = following(closing, [20_500, tick]);
    expect(told.step).toMatchObject({ kind: 'told', at: 0, since: NOW + 20_500 });
    expect(admitAnswer(told, 0, CLASS, NOW + 20_499)).toMatchObject({ kind: 'in' });
    expect(following(told, [20_600, allIn])).toBe(told);
    // A channel that comes later has all of its time.
    expect(wakesAt(following(closing, [19_100, visible(0, 'slack:C1')]))).toBe(NOW + 39_100);
    // The first question leaves those time who did not press that they join.
    expect(wakesAt(following(early, [12_000, allIn]))).toBe(NOW + 10_400 + LIVE_TIMES.first);
    // Near its end it does not get longer, and where it was said to be open to its end it is.
    expect(following(early, [30_000, allIn])).toBe(early);
    expect(following(first, [12_000, allIn])).toBe(first);
    const paused = following(early, [12_000, { kind: 'pause' }]);
    expect(following(paused, [12_100, allIn])).toBe(paused);
    const calm = following(
      initialLive({ ...plan, closesEarly: true, mode: 'calm' }, NOW),
      [LIVE_TIMES.countdown, tick],
      [10_400, visible(0)],
    );
    expect(following(calm, [12_000, allIn])).toBe(calm);
  });

  test('it goes on by itself after an answer, or waits, as it is told at any time', () => {
    const on: LiveEvent = { kind: 'auto', on: true };
    const off: LiveEvent = { kind: 'auto', on: false };
    const waiting = following(first, [11_000, off], [12_000, { kind: 'next' }]);
    expect(following(waiting, [12_000 + LIVE_TIMES.tell, tick])).toBe(waiting);
    const going = following(waiting, [50_000, on]);
    expect(wakesAt(going)).toBe(NOW + 50_000 + LIVE_TIMES.tell);
    expect(following(going, [50_000 + LIVE_TIMES.tell, tick]).step).toMatchObject({ kind: 'asking', at: 1 });
    expect(following(going, [51_000, on])).toBe(going);
    expect(wakesAt(following(going, [51_000, off]))).toBe(NOW + 51_000 + LIVE_TIMES.patience);
    // In a pause the time to read begins when it ends.
    const paused = following(waiting, [13_000, { kind: 'pause' }], [20_000, on], [30_000, { kind: 'resume' }]);
    expect(wakesAt(paused)).toBe(NOW + 30_000 + LIVE_TIMES.tell);
    const calm = following(
      initialLive({ ...plan, mode: 'calm' }, NOW, true),
      [LIVE_TIMES.countdown, tick],
      [10_400, visible(0)],
      [600_000, { kind: 'next' }],
    );
    expect(following(calm, [600_000 + LIVE_TIMES.tell, tick]).step).toMatchObject({ kind: 'asking', at: 1 });
  });

  test('a channel’s clock ends with its own time, or with the question', () => {
    const both = following(first, [12_400, visible(0, 'slack:C1')]);
    expect(closesAt(both, CLASS, NOW + 13_000)).toBe(NOW + 30_400);
    expect(closesAt(both, 'slack:C1', NOW + 13_000)).toBe(NOW + 32_400);
    expect(closesAt(both, 'slack:C2', NOW + 13_000)).toBe(NOW + 33_000);
    expect(closesAt(following(both, [14_000, { kind: 'next' }]), CLASS, NOW + 14_000)).toBeUndefined();
  });

  test('calm questions stay open until the instructor goes on, or has left', () => {
    const calm = following(
      initialLive({ ...plan, mode: 'calm' }, NOW),
      [LIVE_TIMES.countdown, tick],
      [10_400, visible(0)],
    );
    expect(admitAnswer(calm, 0, CLASS, NOW + 600_000)).toMatchObject({ kind: 'in' });
    const told = following(calm, [600_000, { kind: 'next' }]);
    expect(told.step.kind).toBe('told');
    expect(following(told, [600_000 + LIVE_TIMES.patience, tick]).step).toEqual({ kind: 'over', why: 'abandoned' });
  });
});

const anyEvent = fc.oneof(
  fc.constant(tick),
  fc.record({ kind: fc.constant('visible' as const), at: fc.nat(4), channel: fc.constantFrom(CLASS, 'slack:C1') }),
  fc.record({ kind: fc.constant('allIn' as const), at: fc.nat(4) }),
  fc.record({ kind: fc.constant('auto' as const), on: fc.boolean() }),
  fc.constantFrom<LiveEvent>({ kind: 'next' }, { kind: 'pause' }, { kind: 'resume' }, { kind: 'stop' }),
);
const anyAnswer = fc.record({
  kind: fc.constant('answer' as const),
  person: fc.constantFrom('kim', 'lee', 'park'),
  at: fc.nat(4),
  channel: fc.constantFrom(CLASS, 'slack:C1'),
  right: fc.boolean(),
});
const anyPlan = fc.record({
  questions: fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  mode: fc.constantFrom<LivePlan['mode']>('speed', 'calm', 'team'),
  open: fc.integer({ min: 5000, max: 120_000 }),
  closesEarly: fc.boolean(),
});
const anyMoment = fc.record({
  wait: fc.oneof(fc.nat(3000), fc.nat(90_000)),
  what: fc.oneof({ weight: 3, arbitrary: anyEvent }, { weight: 2, arbitrary: anyAnswer }),
  // The process is killed: what is kept is read again.
  restart: fc.boolean(),
});

describe('whatever happens, in whatever order', () => {
  const place = ({ step }: Live): number => {
    switch (step.kind) {
      case 'countdown':
        return -1;
      case 'asking':
        return step.at * 2;
      case 'told':
        return step.at * 2 + 1;
      case 'over':
        return Number.POSITIVE_INFINITY;
    }
  };

  test('it goes forward only, lets one answer in a person and question, adds up, and ends', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyMoment, { maxLength: 60 }), (any, moments) => {
        let now = NOW;
        let live = initialLive(any, now);
        const answers = new Map<string, ScoredAnswer>();
        const told: Admitted[] = [];
        const step = (next: Live): void => {
          expect(place(next)).toBeGreaterThanOrEqual(place(live));
          expect(place(next) - place(live) <= 1 || next.step.kind === 'over').toBe(true);
          live = next;
        };
        for (const { wait, what, restart } of moments) {
          now += wait;
          if (restart) live = JSON.parse(JSON.stringify(live)) as Live;
          step(advance(live, tick, now));
          if (what.kind !== 'answer') {
            step(advance(live, what, now));
            continue;
          }
          const admitted = admitAnswer(live, what.at, what.channel, now);
          const key = `${what.person} ${what.at}`;
          if (admitted.kind === 'out' || answers.has(key)) continue;
          told.push(admitted);
          expect(live.step).toMatchObject({ kind: 'asking', at: what.at });
          if (any.mode !== 'calm') expect(admitted.elapsed).toBeLessThan(any.open);
          answers.set(key, { ...what, question: what.at, picked: 'a', elapsed: admitted.elapsed });
        }
        const board = rankPlayers(any, [...answers.values()], []);
        const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
        expect(sum(board.map(({ answered }) => answered))).toBe(told.length);
        expect(sum(board.map(({ points }) => points))).toBe(
          sum([...answers.values()].map((one) => pointsOf(one, any))),
        );
        expect(board.map(({ points }) => points)).toEqual(board.map(({ points }) => points).toSorted((a, b) => b - a));
        // Time alone ends it, with nobody there.
        for (let turns = 0; live.step.kind !== 'over'; turns++) {
          expect(turns).toBeLessThan(20);
          now = Math.max(now, wakesAt(live) ?? now);
          step(advance(live, tick, now));
        }
        expect(advance(live, { kind: 'next' }, now)).toBe(live);
        expect(wakesAt(live)).toBeUndefined();
      }),
      { numRuns: runs(2000) },
    );
  });

  test('a right answer scores from 500 to 1,000, never more for being slower', () => {
    const answer = (elapsed: number) => ({ question: 0, right: true, elapsed });
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (a, b) => {
        const [fast, slow] = [Math.min(a, b), Math.max(a, b)].map((elapsed) => pointsOf(answer(elapsed), plan));
        expect(fast).toBeGreaterThanOrEqual(slow ?? 0);
        expect(fast).toBeLessThanOrEqual(1000);
        expect(slow).toBeGreaterThanOrEqual(500);
      }),
    );
    expect(pointsOf({ ...answer(0), right: false }, plan)).toBe(0);
    expect(pointsOf(answer(19_000), { ...plan, mode: 'calm' })).toBe(1);
  });
});
