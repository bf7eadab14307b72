/** Whatever is sent ends, with findings on lines that exist; and a slip in a good manifest is found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { explain, explainValues } from '../../src/doctor/explain.ts';
import { manifestIn } from '../../src/doctor/manifest-in.ts';
import { type Line, linesOf } from '../../src/doctor/read/lines.ts';
import { sample } from '../support/sample.ts';

const GOOD = join(import.meta.dirname, 'good');
const good = readdirSync(GOOD).map((file) => ({ file, text: readFileSync(join(GOOD, file), 'utf8') }));

/** Parts of YAML, in any order. */
const part = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '  ',
      '- ',
      ': ',
      'a',
      'kind: Pod',
      'spec:',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '|',
      '>',
      '&a',
      '*a',
      '<<: ',
      '#',
      '---',
      '%',
      '@',
      '`',
      '“',
      '：',
      '\u00a0',
      '\r\n',
      '!!',
      '? ',
      '{{',
      ',',
    ],
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const yaml = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
/** A good manifest with a piece of it taken out, and another put in. */
const damaged = fc
  .tuple(fc.constantFrom(...good), fc.nat(), fc.nat({ max: 40 }), yaml)
  .map(([{ text }, at, count, more]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + more + text.slice(from + count);
  });

test('any text ends, with findings on its own lines in their order', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), yaml, damaged), (text) => {
      const { documents, findings } = examine(text);
      const lines = text.split(/\r\n|\n/).length;
      for (const { line, fix, message } of findings) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        for (const words of [message, ...(fix ? [fix] : [])])
          expect(words.ko.length * words.en.length).toBeGreaterThan(0);
      }
      expect(findings.map(({ line }) => line)).toEqual(findings.map(({ line }) => line).toSorted((a, b) => a - b));
      for (const document of documents) {
        expect(explain(document).ko).not.toBe('');
        for (const { ko, en } of explainValues(document)) expect(ko.length * en.length).toBeGreaterThan(0);
      }
      manifestIn(text);
    }),
    { numRuns: 300 },
  );
});

/** A line with a slip of this sort; undefined where it cannot be made of that line. */
type Slip = (line: Line) => string | undefined;

const isPlain = ({ key, value }: Line): boolean => key !== undefined && value !== '' && !/^["'[{|>&*]/.test(value);
const hasKey = ({ key = '' }: Line, least: number): boolean => key.length >= least;

/** How many in 100 of each sort have to be found on their line: keys of labels and data can be anything. */
const SLIPS: Readonly<Record<string, { slip: Slip; least: number }>> = {
  'a letter left out': {
    least: 85,
    slip: (line) =>
      hasKey(line, 4) ? line.text.slice(0, line.start + 2) + line.text.slice(line.start + 3) : undefined,
  },
  'the wrong case': {
    least: 85,
    slip: (line) =>
      hasKey(line, 3)
        ? line.text.slice(0, line.start) +
          (line.text[line.start] ?? '').toUpperCase() +
          line.text.slice(line.start + 1).toLowerCase()
        : undefined,
  },
  'a tab': { least: 97, slip: (line) => (line.indent > 0 ? `\t${line.text.trimStart()}` : undefined) },
  'no space behind the colon': {
    least: 95,
    slip: (line) =>
      isPlain(line) ? line.text.slice(0, line.valueAt).trimEnd() + line.text.slice(line.valueAt) : undefined,
  },
  'no colon': {
    least: 95,
    slip: (line) =>
      hasKey(line, 3)
        ? line.text.slice(0, line.start + (line.key ?? '').length) +
          line.text.slice(line.start + (line.key ?? '').length + 1)
        : undefined,
  },
  'no space behind the dash': {
    least: 90,
    slip: (line) =>
      line.dashes.length === 1 ? line.text.slice(0, line.indent + 1) + line.text.slice(line.start) : undefined,
  },
  'a quote that is not closed': {
    least: 95,
    slip: (line) =>
      isPlain(line) ? `${line.text.slice(0, line.valueAt)}"${line.text.slice(line.valueAt)}` : undefined,
  },
  'curly quotes': {
    least: 95,
    slip: (line) => (isPlain(line) ? `${line.text.slice(0, line.valueAt)}“${line.value}”` : undefined),
  },
  'spaces of a web page': {
    least: 97,
    slip: (line) => (line.indent > 0 ? '\u00a0'.repeat(line.indent) + line.text.trimStart() : undefined),
  },
  'a list for a value': {
    least: 90,
    slip: (line) => (isPlain(line) ? `${line.text.slice(0, line.valueAt)}[x]` : undefined),
  },
};

describe('a slip in a good manifest is found on its line', () => {
  // The schema has no fields of other vendors' kinds, and lines of a bracket have no key.
  const ours = good.filter(
    ({ text }) =>
      !text.startsWith('{') &&
      !/argoproj|gateway\.networking|cert-manager|monitoring\.coreos|CustomResourceDefinition|snapshot\.storage|[&*]\w+$|<<:/m.test(
        text,
      ),
  );

  test.each(Object.entries(SLIPS))('%s', (_, { slip, least }) => {
    const broken = ours.flatMap(({ text }) => {
      const lines = text.split(/\r\n|\n/);
      return linesOf(lines, false).flatMap((line, at) => {
        const slipped = line.role === 'code' ? slip(line) : undefined;
        return slipped === undefined || slipped === line.text
          ? []
          : [{ text: lines.with(at, slipped).join('\n'), line: at + 1 }];
      });
    });
    const tried = sample(broken, 150);
    const found = tried.filter(({ text, line }) => examine(text).findings.some((one) => one.line === line));
    expect(tried.length).toBeGreaterThan(20);
    expect((100 * found.length) / tried.length).toBeGreaterThanOrEqual(least);
  });
});
