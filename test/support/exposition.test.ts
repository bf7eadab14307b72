import { expect, test } from 'vitest';
import { readExposition } from './exposition.ts';

const head = (type: string): string => `# HELP x_total Help.\n# TYPE x_total ${type}\n`;

test('what is right is read, escapes and all', () => {
  const text = `${head('counter')}x_total{a="\\"\\\\\\n 파드",b="{}"} 1\nx_total 2.5e-7\n\n`;
  const { samples } = readExposition(text).get('x_total') ?? {};
  expect(Array.from(samples ?? [])).toEqual([
    ['x_total{a="\\"\\\\\\n 파드",b="{}"}', 1],
    ['x_total', 2.5e-7],
  ]);
});

test.each([
  ['no end of the last line', `${head('counter')}x_total 1`],
  ['a sample of no family', 'x_total 1\n'],
  ['a type without its help', '# TYPE x_total counter\nx_total 1\n'],
  ['a family twice', `${head('counter')}${head('counter')}`],
  ['an unknown type', head('total')],
  ['another family’s sample', `${head('counter')}y_total 1\n`],
  ['a series twice', `${head('counter')}x_total 1\nx_total 1\n`],
  ['no number', `${head('counter')}x_total one\n`],
  ['a bare quote', `${head('counter')}x_total{a="""} 1\n`],
  ['a label that is none', `${head('counter')}x_total{a-b="c"} 1\n`],
  ['no comma', `${head('counter')}x_total{a="b"c="d"} 1\n`],
  [
    'buckets that shrink',
    `${head('histogram')}x_total_bucket{le="1"} 2\nx_total_bucket{le="+Inf"} 1\nx_total_count 1\n`,
  ],
  ['no last bucket', `${head('histogram')}x_total_bucket{le="1"} 2\nx_total_count 2\n`],
  ['another count', `${head('histogram')}x_total_bucket{le="+Inf",a="b"} 2\nx_total_count{a="b"} 3\n`],
])('%s is refused', (_, text) => {
  expect(() => readExposition(text)).toThrow();
});

test('a histogram is read', () => {
  const samples = 'x_total_bucket{le="1"} 1\nx_total_bucket{le="+Inf"} 2\nx_total_sum 3\nx_total_count 2\n';
  expect(readExposition(`${head('histogram')}${samples}`).get('x_total')?.samples.size).toBe(4);
});
