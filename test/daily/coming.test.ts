import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choices, NO_CHOICES } from '../../src/daily/choices.ts';
import { cardDaysAfter, comingCards, comingDays, type Outlook, pickCard } from '../../src/daily/coming.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';
import { classOf, NOW } from '../support/store/samples.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const content = courseOf(
  IDS.map((id) => termNamed(id)),
  section(...IDS),
);
const DAYS = cardDaysAfter(classOf('x').timetable, '2026-11-24', 60);

const outlook = (choices: Partial<Choices> = {}, history: Outlook['history'] = []): Outlook => ({
  content,
  history,
  missed: new Map(),
  choices: { ...NO_CHOICES, ...choices },
});
const wish = (term: string, after = '') => ({ term, after });
const idsOf = (state: Outlook, days = DAYS.slice(0, 6)): string[] =>
  comingCards(state, days).map(({ term }) => term.id);

describe('the card of a day', () => {
  test('is its turn where nothing was chosen', () => {
    expect(idsOf(outlook())).toEqual(IDS);
  });

  test('is the one that was chosen as next, and the others come after it, none twice', () => {
    expect(idsOf(outlook({ next: [wish('d'), wish('b')] }))).toEqual(['d', 'b', 'a', 'c', 'e', 'f']);
  });

  test('is the one that was chosen for that day, which does not come before', () => {
    const [, , third = ''] = DAYS;
    expect(idsOf(outlook({ dated: [{ ...wish('a'), day: third }] }))).toEqual(['b', 'c', 'a', 'd', 'e', 'f']);
    const both = outlook({ dated: [{ ...wish('f'), day: third }], next: [wish('e'), wish('d'), wish('c')] });
    expect(idsOf(both)).toEqual(['e', 'd', 'f', 'c', 'a', 'b']);
  });

  test('is the one that was chosen for a day that passed without it, the longest ago first', () => {
    const dated = [
      { ...wish('e'), day: '2026-11-20' },
      { ...wish('f'), day: '2026-11-19' },
    ];
    expect(idsOf(outlook({ dated, next: [wish('d')] }))).toEqual(['f', 'e', 'd', 'a', 'b', 'c']);
  });

  test('is none that was vetoed, not even when all others were seen', () => {
    const state = outlook({ vetoed: ['a', 'c'] });
    expect(idsOf(state, DAYS.slice(0, 8))).toEqual(['b', 'd', 'e', 'f', 'b', 'd', 'e', 'f']);
    expect(pickCard(outlook({ vetoed: IDS }), DAYS[0] ?? '').term).toBeUndefined();
  });

  test('is none that was missed badly and vetoed', () => {
    // The sixteenth card may be a return, of what came before the last twelve.
    const history = Array.from({ length: 15 }, (_, i) => ({ day: `2026-10-${10 + i}`, term: i === 0 ? 'a' : 'b' }));
    const returning = { ...outlook({}, history), missed: new Map([['a', 1]]) };
    expect(pickCard(returning, '2026-11-25').term?.id).toBe('a');
    const vetoed = { ...returning, choices: { ...NO_CHOICES, vetoed: ['a'] } };
    expect(pickCard(vetoed, '2026-11-25').term?.id).toBe('c');
  });

  test('is the next one where the course no longer has what was chosen, which is told', () => {
    const gone = wish('gone');
    expect(pickCard(outlook({ next: [gone, wish('c')] }), DAYS[0] ?? '')).toMatchObject({
      term: { id: 'c' },
      why: 'next',
      gone: [gone],
    });
    expect(pickCard(outlook({ next: [gone] }), DAYS[0] ?? '')).toMatchObject({
      term: { id: 'a' },
      why: 'turn',
      gone: [gone],
    });
  });

  test('in a course where all others come later comes all the same', () => {
    const small = {
      ...outlook({ dated: [{ ...wish('a'), day: DAYS[3] ?? '' }] }),
      content: courseOf([termNamed('a')]),
    };
    expect(idsOf(small, DAYS.slice(0, 4))).toEqual(['a', 'a', 'a', 'a']);
  });
});

const anyChoices = fc
  .record({
    order: fc.shuffledSubarray(IDS),
    dated: fc.nat(3),
    next: fc.nat(3),
    vetoed: fc.nat(2),
    days: fc.shuffledSubarray(DAYS.slice(0, 12), { minLength: 3 }),
  })
  .map(({ order, dated, next, vetoed, days }) => ({
    dated: order.slice(0, dated).map((term, i) => ({ ...wish(term), day: days[i] ?? '' })),
    next: order.slice(dated, dated + next).map((term) => wish(term)),
    vetoed: order.slice(dated + next, dated + next + vetoed),
  }));

test('whatever was chosen: what was vetoed never comes, a chosen day has its card, no card comes twice in a round', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      const days = DAYS.slice(0, 24);
      const cards = comingCards(outlook(choices), days);
      expect(cards.map(({ day }) => day)).toEqual(days);
      const ids = cards.map(({ term }) => term.id);
      for (const id of choices.vetoed) expect(ids).not.toContain(id);
      for (const { term, day } of choices.dated) expect(ids[days.indexOf(day)]).toBe(term);
      for (const { term } of choices.next) expect(ids).toContain(term);
      // Until the last of what was chosen, no concept is there twice but where nothing else is left.
      const round = IDS.length - choices.vetoed.length;
      const fresh = ids.slice(0, round - choices.dated.length);
      expect(new Set(fresh).size).toBe(fresh.length);
    }),
  );
});

describe('the days of the cards to come', () => {
  const now = Temporal.Instant.fromEpochMilliseconds(NOW - 1);
  const days = (how: Parameters<typeof classOf>[1], history: Outlook['history'] = [], at = now) =>
    comingDays(classOf('x', how), history, at, 4);

  test('begin with the day that the class is due on, and leave out weekends and days off', () => {
    expect(days({})).toEqual(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']);
    const skips = [{ from: '2026-11-26', to: '2026-11-30' }];
    expect(days({ timetable: { ...classOf('x').timetable, skips } })).toEqual([
      ...['2026-11-25', '2026-12-01', '2026-12-02', '2026-12-03'],
    ]);
  });

  test('have no day that had its card, and of a paused class are those if it went on now', () => {
    expect(days({}, [{ day: '2026-11-25', term: 'a' }])[0]).toBe('2026-11-26');
    expect(days({ due: undefined, paused: { why: 'asked' } })[0]).toBe('2026-11-25');
    expect(days({ due: NOW - 86_400_000 })[0]).toBe('2026-11-25');
  });

  test('are none where everything is off', () => {
    const skips = [{ from: '2026-01-01', to: '2036-01-01' }];
    expect(days({ due: undefined, timetable: { ...classOf('x').timetable, skips } })).toEqual([]);
  });
});
