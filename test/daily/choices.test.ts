import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Choices,
  isChosen,
  NO_CHOICES,
  openChoices,
  readChoices,
  withChoices,
  withoutTerm,
} from '../../src/daily/choices.ts';
import { chooseDay, chooseNext, veto } from '../../src/daily/choose.ts';
import { classOf } from '../support/store/samples.ts';

/** As version 1 writes them: what is stored stays readable. */
const STORED =
  '{"kind":"cards","version":1,"dated":[{"term":"pod","after":"2026-11-24","day":"2026-12-03"}],"next":[{"term":"node","after":""}],"vetoed":["job"]}';
const CHOICES: Choices = {
  dated: [{ term: 'pod', after: '2026-11-24', day: '2026-12-03' }],
  next: [{ term: 'node', after: '' }],
  vetoed: ['job'],
};

test('choices are read as they were stored, and no choices are stored as none', () => {
  expect(readChoices(classOf('a', { choices: STORED }))).toEqual(CHOICES);
  expect(withChoices(classOf('a'), CHOICES)).toEqual(classOf('a', { choices: STORED }));
  expect(withChoices(classOf('a', { choices: STORED }), NO_CHOICES)).toEqual(classOf('a'));
  expect(readChoices(classOf('a'))).toEqual(NO_CHOICES);
});

test.each([
  ['{', 'broken'],
  ['[]', 'broken'],
  ['null', 'broken'],
  ['{"version":1}', 'broken'],
  [STORED.replace('2026-12-03', '2026-13-03'), 'broken'],
  [STORED.replace('"pod"', '7'), 'broken'],
  [STORED.replace('"cards"', '"homework"'), 'broken'],
  ['{"kind":"cards","version":2,"weeks":[]}', 'newer'],
] as const)('what cannot be read is told apart: %s is %s', (choices, why) => {
  expect(readChoices(classOf('a', { choices }))).toBe(why);
});

test('a choice has come true with a card after it, and stands again where that was never sent', () => {
  const open = (...history: { day: string; term: string }[]) => openChoices(CHOICES, history);
  expect(open()).toEqual(CHOICES);
  // Its card of the day on which it was chosen does not count.
  expect(open({ day: '2026-11-24', term: 'pod' })).toEqual(CHOICES);
  expect(open({ day: '2026-11-24', term: 'pod' }, { day: '2026-11-25', term: 'pod' }).dated).toEqual([]);
  expect(open({ day: '2026-01-01', term: 'node' })).toEqual({ ...CHOICES, next: [] });
  expect(open({ day: '2026-11-25', term: 'job' }).vetoed).toEqual(['job']);
});

const TERMS = ['a', 'b', 'c', 'd', 'e'];
const DAYS = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
const anyStep = fc.oneof(
  fc.record({ how: fc.constantFrom('next', 'veto', 'back'), term: fc.constantFrom(...TERMS) }),
  fc.record({ how: fc.constant('day'), term: fc.constantFrom(...TERMS), day: fc.nat(DAYS.length - 1) }),
);

test('whatever is chosen in whatever order, a concept stands once, a day has one, and no word is lost', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
      let choices = NO_CHOICES;
      const wanted = new Set<string>();
      for (const step of steps) {
        const { term } = step;
        if ('day' in step) {
          const day = DAYS[step.day] ?? '';
          const later = DAYS.slice(step.day + 1);
          const put = chooseDay(choices, term, { day, after: '', later });
          choices = put.choices;
          expect(choices.dated).toContainEqual({ term, day, after: '' });
        } else if (step.how === 'next') choices = chooseNext(choices, term, '');
        else choices = step.how === 'veto' ? veto(choices, term) : withoutTerm(choices, term);
        if ('day' in step || step.how === 'next') wanted.add(term);
        else wanted.delete(term);
        const all = [...choices.dated, ...choices.next].map((one) => one.term);
        expect(all.toSorted()).toEqual(Array.from(wanted).toSorted());
        expect(choices.vetoed.some((one) => isChosen(choices, one))).toBe(false);
        const days = choices.dated.map(({ day }) => day);
        expect(new Set(days).size).toBe(days.length);
        const stored = withChoices(classOf('a'), choices);
        expect(withChoices(classOf('a'), NO_CHOICES)).toEqual(classOf('a'));
        const read = readChoices(stored);
        expect(read).toEqual({
          ...choices,
          dated: choices.dated.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
          vetoed: choices.vetoed.toSorted(),
        });
      }
    }),
  );
});
