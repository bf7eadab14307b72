import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drillLine } from '../../src/practice/lines.ts';
import { MOST_QUESTIONS, type Practice } from '../../src/practice/practice.ts';

const practice: Practice = { topic: 'all', seed: 'k3f9', player: '0p7x2', count: 5, marks: '10-1' };

/** What follows a line's name, as dispatch hands it over. */
const read = (line: string) => drillLine.read(line.replace(/^drill ?/, ''));

test.each([
  ['drill all.k3f9.0p7x2.5.10-1', { practice, answer: '' }],
  ['drill all.k3f9.0p7x2.5.10-1 x7k2p0', { practice, question: 'x7k2p0', answer: '' }],
  [
    'drill all.k3f9.0p7x2.5.10-1?.mwm0nk74 x7k2p0 ca',
    { practice: { ...practice, marks: '10-1?', start: 1_795_000_000_000 }, question: 'x7k2p0', answer: 'ca' },
  ],
  ['drill all.k3f9.0p7x2.5.10-1 x7k2p0 ca', { practice, question: 'x7k2p0', answer: 'ca' }],
  ['drill all.k3f9.0p7x2.5.10-1 pod-is-the-smallest -', { practice, question: 'pod-is-the-smallest', answer: '-' }],
  ['drill all.k3f9.0p7x2.5.10-1 x7k2p0 kubectl get pods', { practice, question: 'x7k2p0', answer: 'kubectl get pods' }],
])('a message of before still has its buttons: %s', (line, said) => {
  expect(read(line)).toEqual(said);
});

test('a line is read as it was written', () => {
  const anyPractice = fc.record({
    topic: fc.stringMatching(/^[a-z0-9]{1,8}$/),
    seed: fc.stringMatching(/^[a-z0-9]{4}$/),
    player: fc.stringMatching(/^[a-z0-9]{5}$/),
    count: fc.constant(MOST_QUESTIONS),
    marks: fc.stringMatching(/^[01-]{0,20}$/),
  });
  const question = fc.stringMatching(/^[a-z0-9]{6}$/);
  const answer = fc.stringMatching(/^[a-z]{0,9}$/);
  fc.assert(
    fc.property(fc.record({ practice: anyPractice, question, answer }), (said) => {
      expect(read(drillLine.write(said))).toEqual(said);
      expect(read(drillLine.write({ practice: said.practice }))).toEqual({ practice: said.practice, answer: '' });
    }),
  );
});

test.each(['', 'x', 'all.k3f9.0p7x2.5', 'x7k2p0 all.k3f9.0p7x2.5.'])('what no button says is nothing: %j', (line) => {
  expect(drillLine.read(line)).toBeUndefined();
});
