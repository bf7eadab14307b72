import { expect, it } from 'vitest';
import * as checks from './checks.ts';
import { createForm } from './form.ts';
import { long } from './samples.ts';
import { createScene } from './scene.ts';
import { placed } from './tables.ts';

/** What a check says of a value. */
const problemsOf = (check: checks.Check, value: unknown): string[] => {
  const form = createForm(value, '/a');
  check(form.root, createScene('message'));
  return placed(form.problems, '/a');
};

const { all, anything, atLeastOneOf, exactlyOneOf, filled, filledList, flag, formatted, integer, list, notBothOf } =
  checks;
const { number, oneOf, shape, text, typed, url } = checks;
const address = (length: number) => `https://example.com/${long(length - 20)}`;

const rows: [rule: string, check: checks.Check, accepted: unknown, refused: unknown, ...problems: string[]][] = [
  ['A text may be empty', text(), '', null, 'must provide a string'],
  ['A text has a length', text({ min: 2 }), 'ab', 'a', 'must be more than 1 characters'],
  ['A text has a greatest length', text({ max: 2 }), 'ab', 'abc', 'must be less than 3 characters'],
  ['A text is filled', filled(), 'a', '', 'must be more than 0 characters'],
  ['A text is filled to some length', filled(2), 'ab', 'abc', 'must be less than 3 characters'],
  ['A text is of a form', formatted(/^a$/, 'an a'), 'a', 'b', 'must be formatted as an a'],
  ['A text of a form is a text', formatted(/^1$/, '1'), '1', 1, 'must provide a string'],
  ['An address has 3000 characters', url(), address(3000), address(3001), 'must be less than 3001 characters'],
  ['An address has some other length', url(30), address(30), address(31), 'must be less than 31 characters'],
  ['An address is of the web', url(), 'http://a.b', 'ftp://a.b', 'invalid url'],
  ['An address has a host', url(), 'https://a', 'https://', 'invalid url'],
  ['An address is not empty', url(), 'https://a', '', 'must be more than 0 characters'],
  ['A flag is a boolean', flag, false, 0, 'must provide a boolean'],
  ['An integer has no fraction', integer(), -1, 1.5, 'must provide an integer'],
  ['An integer is no text', integer(), 0, '0', 'must provide an integer'],
  ['An integer has a least value', integer({ min: 2 }), 2, 1, 'must be greater than or equal to 2'],
  ['An integer has a greatest value', integer({ max: 2 }), 2, 3, 'must be less than or equal to 2'],
  ['A number may have a fraction', number, 1.5, Number.NaN, 'must provide a number'],
  ['A value is one of several', oneOf('a', 1), 1, '1', 'must be a valid enum value'],
  ['A list may be empty', list(flag), [], {}, 'must provide an array'],
  ['A list has a length', list(flag, { min: 2 }), [true, true], [true], 'no fewer than 2 items allowed'],
  ['A list has a greatest length', list(flag, { max: 1 }), [true], [true, true], 'no more than 1 items allowed'],
  ['A list is filled', filledList(flag), [true], [], 'no fewer than 1 items allowed'],
  ['A list is filled to some length', filledList(flag, 1), [true], [true, true], 'no more than 1 items allowed'],
  ['Entries are checked', list(flag), [true], [true, 1], '1: must provide a boolean'],
  ['A shape is an object', shape({}), {}, [], 'must provide an object'],
  ['A shape has its fields', shape({ b: flag }), { b: true }, {}, 'missing required field: b'],
  [
    'A field that is undefined is none',
    shape({}, { b: flag }),
    { b: undefined },
    { b: null },
    'b: must provide a boolean',
  ],
  ['A shape has no others', shape({}), {}, { toString: 1 }, 'invalid additional property: toString'],
  ['An object has a type', typed({ b: anything }), { type: 'b' }, {}, 'missing required field: type'],
  ['A type is known', typed({ b: anything }), { type: 'b' }, { type: 'toString' }, 'type: unsupported type: toString'],
  [
    'A type has its check',
    typed({ b: shape({}, { type: anything }) }),
    { type: 'b' },
    { type: 'b', c: 1 },
    'invalid additional property: c',
  ],
  ['One field is given', exactlyOneOf('b', 'c'), { b: 1 }, { b: 1, c: 1 }, 'must define exactly one of `b`, `c`'],
  ['Some field is given', atLeastOneOf('b', 'c'), { b: 1, c: 1 }, {}, 'must define either `b` or `c`'],
  ['Not both fields are given', notBothOf('b', 'c'), {}, { b: 1, c: 1 }, 'must not define both `b` and `c`'],
  [
    'All checks are made',
    all(text({ max: 1 }), oneOf('a')),
    'a',
    'bb',
    'must be less than 2 characters',
    'must be a valid enum value',
  ],
];

it.each(rows)('%s', (_rule, check, accepted, refused, ...expected) => {
  expect(problemsOf(check, accepted)).toEqual([]);
  expect(problemsOf(check, refused)).toEqual(expected);
});
