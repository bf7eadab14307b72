import { describe, expect, it } from 'vitest';
import { messageProblems } from './rules.ts';
import { inMessage, long, many, richSection, richText } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const raw = (text: unknown = 'a') => ({ type: 'raw_text', text });
const amount = (value: unknown) => ({ type: 'raw_number', value, text: '1' });
const rich = richText(richSection({ type: 'text', text: 'a' }));
const rowsOf = (height: number, width = 1) => many(height, () => many(width, () => raw()));
const table = (rows: unknown, more: object = {}) => ({ type: 'table', rows, ...more });

const tables: Row[] = [
  ['A table has 100 rows at most', table(rowsOf(100)), table(rowsOf(101)), 'rows: no more than 100 items allowed'],
  ['A row has 20 cells at most', table(rowsOf(1, 20)), table(rowsOf(1, 21)), 'rows/0: no more than 20 items allowed'],
  ['A table is not empty', table(rowsOf(1)), table([]), 'rows: no fewer than 1 items allowed'],
  [
    'A cell is text, a number or rich text',
    table([[raw(), amount(1.5), rich]]),
    table([['a']]),
    'rows/0/0: must provide an object',
  ],
  [
    'A cell has no Markdown',
    table([[raw()]]),
    table([[{ type: 'mrkdwn', text: 'a' }]]),
    'rows/0/0/type: unsupported type: mrkdwn',
  ],
  ['A number is a number', table([[amount(0)]]), table([[amount('0')]]), 'rows/0/0/value: must provide a number'],
  [
    'The cells have 10,000 characters at most',
    table([[raw(long(5000)), raw(long(5000))]]),
    table([[raw(long(5000)), raw(long(5001))]]),
    'rows: must be less than 10001 characters',
  ],
  [
    'Rich text counts among them',
    table([[richText(richSection({ type: 'text', text: long(4000) })), raw(long(6000))]]),
    table([[richText(richSection({ type: 'text', text: long(4000) })), raw(long(6001))]]),
    'rows: must be less than 10001 characters',
  ],
  [
    'A table has 20 settings of columns at most',
    table(rowsOf(1), { column_settings: many(20, () => ({ align: 'right', is_wrapped: true })) }),
    table(rowsOf(1), { column_settings: many(21, () => ({})) }),
    'column_settings: no more than 20 items allowed',
  ],
  [
    'A setting is an object',
    table(rowsOf(1), { column_settings: [{}] }),
    table(rowsOf(1), { column_settings: [null] }),
    'column_settings/0: must provide an object',
  ],
  [
    'A column is aligned in one of three ways',
    table(rowsOf(1), { column_settings: [{ align: 'center' }] }),
    table(rowsOf(1), { column_settings: [{ align: 'justify' }] }),
    'column_settings/0/align: must be a valid enum value',
  ],
];

describe('tables', () => itRefuses(tables, inMessage, '/blocks/0'));

it('counts the cells of all tables of a message together', () => {
  const blocks = (more: string) => [table([[raw(long(5000))]]), table([[raw(long(5000) + more)]])];
  expect(messageProblems({ blocks: blocks('') })).toEqual([]);
  expect(messageProblems({ blocks: blocks('a') })).toEqual([
    'must be less than 10001 characters [json-pointer:/blocks/1/rows]',
  ]);
});

const data = (rows: unknown, more: object = {}) => ({ type: 'data_table', caption: 'a', rows, ...more });

const dataTables: Row[] = [
  [
    'A data table has 200 rows below its header at most',
    data(rowsOf(201)),
    data(rowsOf(202)),
    'rows: no more than 201 items allowed',
  ],
  ['A data table has a row below its header', data(rowsOf(2)), data(rowsOf(1)), 'rows: no fewer than 2 items allowed'],
  [
    'All rows are as wide',
    data(rowsOf(2, 2)),
    data([...rowsOf(2, 2), ...rowsOf(1)]),
    'rows: all rows must have the same number of cells',
  ],
  [
    'Its header has no rich text',
    data([[raw()], [rich]]),
    data([[rich], [raw()]]),
    'rows/0/0/type: unsupported type: rich_text',
  ],
  [
    'A data table has a caption',
    data(rowsOf(2)),
    { type: 'data_table', rows: rowsOf(2) },
    'missing required field: caption',
  ],
  [
    'A page has a row',
    data(rowsOf(2), { page_size: 1 }),
    data(rowsOf(2), { page_size: 0 }),
    'page_size: must be greater than or equal to 1',
  ],
  [
    'A page has 100 rows at most',
    data(rowsOf(2), { page_size: 100, row_header_column_index: 0 }),
    data(rowsOf(2), { page_size: 101 }),
    'page_size: must be less than or equal to 100',
  ],
];

describe('data tables', () => itRefuses(dataTables, inMessage, '/blocks/0'));

it('lets a data table have 20,000 characters, where the message can', () => {
  const problems = (length: number) => inMessage(data([[raw()], [raw(long(length - 1))]]));
  expect(problems(20_000)).toEqual(['msg_blocks_too_long']);
  expect(problems(20_001)).toEqual([
    'must be less than 20001 characters [json-pointer:/blocks/0/rows]',
    'msg_blocks_too_long',
  ]);
});

const chart = (drawn: object, title: unknown = 'a') => ({ type: 'data_visualization', title, chart: drawn });
const segment = (more: object = {}) => ({ label: 'a', value: 1, ...more });
const pie = (...segments: object[]) => chart({ type: 'pie', segments });
const points = (count: number, more: object = {}) =>
  many(count, (index) => ({ label: `${index}`, value: -1.5, ...more }));
const categories = (count: number) => many(count, String);
const series = (count: number, size = 1) => many(count, (index) => ({ name: `${index}`, data: points(size) }));
const bar = (all: object[], size = 1, more: object = {}) =>
  chart({ type: 'bar', series: all, axis_config: { categories: categories(size), ...more } });

const charts: Row[] = [
  [
    'A chart has a title of 50',
    chart(pie(segment()).chart, long(50)),
    chart(pie(segment()).chart, long(51)),
    'title: must be less than 51 characters',
  ],
  ['A chart is of a known type', pie(segment()), chart({ type: 'donut' }), 'chart/type: unsupported type: donut'],
  [
    'A pie has 12 segments at most',
    pie(...many(12, () => segment())),
    pie(...many(13, () => segment())),
    'chart/segments: no more than 12 items allowed',
  ],
  [
    'A segment is more than nothing',
    pie(segment({ value: 0.1 })),
    pie(segment({ value: 0 })),
    'chart/segments/0/value: must be greater than 0',
  ],
  [
    'A label has 20 characters at most',
    pie(segment({ label: long(20) })),
    pie(segment({ label: long(21) })),
    'chart/segments/0/label: must be less than 21 characters',
  ],
  ['A chart has 12 series at most', bar(series(12)), bar(series(13)), 'chart/series: no more than 12 items allowed'],
  [
    'A series has 20 points at most',
    bar(series(1, 20), 20),
    bar(series(1, 21), 20),
    'chart/series/0/data: no more than 20 items allowed',
    'chart/series/0/data: must have one point for each of the categories',
  ],
  [
    'Categories are 20 at most',
    bar(series(1, 20), 20),
    bar(series(1, 20), 21),
    'chart/axis_config/categories: no more than 20 items allowed',
    'chart/series/0/data: must have one point for each of the categories',
  ],
  [
    'Names of series are unique',
    bar(series(2)),
    bar([...series(1), ...series(1)]),
    'chart/series/1/name: `name` "0" already exists',
  ],
  [
    'A series has a point for each category',
    bar(series(1, 2), 2),
    bar(series(1, 1), 2),
    'chart/series/0/data: must have one point for each of the categories',
  ],
  [
    'An axis has a label of 50',
    bar(series(1), 1, { x_label: long(50) }),
    bar(series(1), 1, { y_label: long(51) }),
    'chart/axis_config/y_label: must be less than 51 characters',
  ],
];

describe('charts', () => itRefuses(charts, inMessage, '/blocks/0'));

it('lets a message have two charts', () => {
  const problems = (count: number) => messageProblems({ blocks: many(count, () => pie(segment())) });
  expect(problems(2)).toEqual([]);
  expect(problems(3)).toEqual(['no more than 2 `data_visualization` blocks allowed [json-pointer:/blocks/2]']);
});
