import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Content } from '../../src/content/model.ts';
import { chapterTermIds, teachingOrder } from '../../src/content/teaching-order.ts';
import { nextCard } from '../../src/daily/next-card.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';
import { courseContent } from '../support/world.ts';

const NONE = new Map<string, number>();

/** The cards of a class after its history, one after the other. */
function cards(content: Content, count: number, missed: ReadonlyMap<string, number> = NONE, history: string[] = []) {
  const all = [...history];
  for (let i = 0; i < count; i++) {
    const card = nextCard(content, all, missed);
    if (card) all.push(card.id);
  }
  return all.slice(history.length);
}

const small = courseOf(
  [
    termNamed('far'),
    termNamed('pod', 'node'),
    termNamed('job', 'cron'),
    termNamed('cron'),
    termNamed('scale'),
    termNamed('node'),
    termNamed('set', 'scale', 'pod'),
  ],
  section('node'),
  section('pod', 'node'),
);

test('terms are taught in the order in which the chapters name them, then the rest, none twice', () => {
  const content = courseOf(
    ['a', 'b', 'c', 'd'].map((id) => termNamed(id)),
    section('c', 'a'),
    section('a', 'gone'),
  );
  expect(teachingOrder(content).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});

test('first what the chapters tell, then what is closest to the last card, over links in either direction', () => {
  // set names pod; scale is named by set; job leads to cron; nothing leads to far or job.
  expect(cards(small, 7)).toEqual(['node', 'pod', 'set', 'scale', 'far', 'job', 'cron']);
});

test('then a new round, as the last one went', () => {
  const round = cards(small, 7);
  expect(cards(small, 21)).toEqual([...round, ...round, ...round]);
});

test('no terms, no card', () => {
  expect(nextCard(courseOf([]), ['pod'], NONE)).toBeUndefined();
});

test('what vanished is passed over, what is new is told at its place', () => {
  expect(nextCard(small, ['node', 'gone'], NONE)?.id).toBe('pod');
  expect(nextCard(small, ['node', 'pod', 'gone'], NONE)?.id).toBe('set');
  const all = cards(small, 9);
  const grown = courseOf([...small.terms, termNamed('new')], section('node'), section('pod', 'new'));
  expect(nextCard(grown, all, NONE)?.id).toBe('new');
  expect(cards(grown, 3, NONE, all)).toEqual(['new', 'set', 'scale']);
});

const big = courseOf(Array.from({ length: 40 }, (_, i) => termNamed(`t${i}`)));

test('what the class answers badly comes back, the worst first, at most every fourth card', () => {
  const missed = new Map([
    ['t1', 0.5],
    ['t2', 0.9],
    ['t3', 0.4],
    ['t30', 1],
  ]);
  // t2 after twelve others, and again; t1 when t2 has just been; t3 is not bad enough and t30 not seen yet.
  const shown = cards(big, 32, missed);
  expect(shown.slice(12, 32)).toEqual([
    ...['t12', 't13', 't14', 't2'],
    ...['t15', 't16', 't17', 't1'],
    ...['t18', 't19', 't20', 't21'],
    ...['t22', 't23', 't24', 't25'],
    ...['t26', 't27', 't28', 't2'],
  ]);
});

test('of what is missed as badly, the one seen longest ago comes back', () => {
  const missed = new Map([
    ['t2', 0.8],
    ['t0', 0.8],
    ['t1', 0.8],
  ]);
  expect(cards(big, 24, missed).filter((_, i) => i % 4 === 3)).toEqual(['t3', 't7', 't11', 't0', 't1', 't2']);
});

const anyCourse = fc
  .tuple(fc.integer({ min: 1, max: 25 }), fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }), fc.nat(6))
  .map(([size, links, told]) => {
    const ids = Array.from({ length: size }, (_, i) => `t${i}`);
    const related = (i: number) =>
      links.filter(([from, to]) => from === i && to < size && to !== i).map(([, to]) => `t${to}`);
    return courseOf(
      ids.map((id, i) => termNamed(id, ...related(i))),
      section(...ids.slice(0, told).reverse()),
    );
  });

test('no term is repeated until all were seen, in any round and over any links', () => {
  fc.assert(
    fc.property(anyCourse, (content) => {
      const size = content.terms.length;
      const shown = cards(content, size * 3);
      expect(new Set(shown.slice(0, size)).size).toBe(size);
      expect(shown.slice(0, chapterTermIds(content).size)).toEqual(Array.from(chapterTermIds(content)));
      expect(shown.slice(size)).toEqual(shown.slice(0, size * 2));
    }),
  );
});

const anyMissed = fc.dictionary(
  fc.nat(24).map((i) => `t${i}`),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

test('with returns: each but a return has waited for all others; returns are rare, rested, and of missed terms', () => {
  fc.assert(
    fc.property(anyCourse, anyMissed, (content, missed) => {
      const ids = content.terms.map(({ id }) => id);
      const all = cards(content, 80, new Map(Object.entries(missed)));
      all.forEach((id, i) => {
        const before = all.lastIndexOf(id, i - 1);
        if (i === 0 || before < 0) return;
        const since = new Set(all.slice(before, i));
        if (since.size === ids.length) return;
        expect(i % 4).toBe(3);
        expect(i - before).toBeGreaterThan(12);
        expect(missed[id]).toBeGreaterThanOrEqual(0.5);
      });
    }),
  );
});

test('the course: its chapters in their order, each concept once', () => {
  const content = courseContent();
  const shown = cards(content, content.terms.length);
  expect(new Set(shown).size).toBe(content.terms.length);
  const told = Array.from(chapterTermIds(content));
  expect(told.length).toBeGreaterThan(content.terms.length / 2);
  expect(shown.slice(0, told.length)).toEqual(told);
});

test('a glossary beside one chapter: the chapter in its order, then every other concept, mostly from one to a neighbour', () => {
  const whole = courseContent();
  const chapters = whole.chapters.slice(0, 1);
  const own = new Set(chapters.flatMap(({ sections }) => sections.map(({ id }) => id)));
  const terms = whole.terms.map((term) => (own.has(term.section ?? '') ? term : { ...term, section: undefined }));
  const content = { ...whole, chapters, terms };
  const shown = cards(content, terms.length);
  const told = Array.from(chapterTermIds(content));
  expect(shown.slice(0, told.length)).toEqual(told);
  const related = (id: string | undefined) => terms.find((term) => term.id === id)?.related ?? [];
  const rest = shown.slice(told.length);
  expect(rest.length).toBeGreaterThan(100);
  const near = rest.filter(
    (id, i) => i > 0 && (related(id).includes(rest[i - 1] ?? '') || related(rest[i - 1]).includes(id)),
  );
  expect(near.length).toBeGreaterThan(rest.length / 2);
});
