/** Tables and charts. */

import { block } from './block.ts';
import {
  anything,
  type Check,
  type Checks,
  entries,
  filled,
  filledList,
  flag,
  integer,
  list,
  number,
  oneOf,
  shape,
  typed,
} from './checks.ts';
import { type Field, isRecord, lengthOf } from './form.ts';
import * as problems from './problems.ts';
import { richText } from './rich-text.ts';

const cells: Checks = {
  raw_text: shape({ text: filled() }, { type: anything }),
  raw_number: shape({ value: number, text: filled() }, { type: anything }),
  rich_text: richText,
};

const charactersOf = (cell: unknown): number => {
  if (Array.isArray(cell)) return cell.reduce<number>((sum, part) => sum + charactersOf(part), 0);
  if (!isRecord(cell)) return 0;
  return (typeof cell.text === 'string' ? lengthOf(cell.text) : 0) + charactersOf(cell.elements);
};

/** The cells of all tables of a message together hold at most `max` characters. */
const rowsOf =
  (rows: Check, max: number): Check =>
  (field, scene) => {
    rows(field, scene);
    for (const cell of entries(field).flatMap(entries)) scene.tally.cells += charactersOf(cell.value);
    if (scene.tally.cells > max) field.refuse(problems.tooLong(max));
  };

const row: Check = filledList(typed(cells), 20);

/** The documentation skips a column by null, but Slack has been seen to refuse one. */
export const table: Check = block(
  { rows: rowsOf(filledList(row, 100), 10_000) },
  { column_settings: list(shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }), { max: 20 }) },
);

const headed: Check = (field, scene) => {
  list(row, { min: 2, max: 201 })(field, scene);
  const [header, ...rows] = entries(field);
  if (!header) return;
  for (const cell of entries(header)) {
    const type = cell.at('type');
    if (type.value === 'rich_text') type.refuse(problems.unsupportedType('rich_text'));
  }
  const width = entries(header).length;
  if (rows.some((each) => entries(each).length !== width)) field.refuse(problems.guessed.unevenRows);
};

export const dataTable: Check = block(
  { rows: rowsOf(headed, 20_000), caption: filled() },
  { page_size: integer({ min: 1, max: 100 }), row_header_column_index: integer({ min: 0 }) },
);

const label = filled(20);
const title = filled(50);

const more: Check = (field, scene) => {
  number(field, scene);
  if (typeof field.value === 'number' && field.value <= 0) field.refuse(problems.guessed.notPositive);
};

const pie = shape({ segments: filledList(shape({ label, value: more }), 12) }, { type: anything });

const series = filledList(shape({ name: label, data: filledList(shape({ label, value: number }), 20) }), 12);

const axisConfig = shape({ categories: filledList(label, 20) }, { x_label: title, y_label: title });

const valuesOf = (fields: readonly Field[], name: string): string[] =>
  fields.map((each) => String(each.at(name).value));

/** Names of series are unique, and each has one point for every category. */
const plotted: Check = (field, scene) => {
  shape({ series, axis_config: axisConfig }, { type: anything })(field, scene);
  const all = entries(field.at('series'));
  const names = valuesOf(all, 'name');
  const categories = entries(field.at('axis_config').at('categories')).map(({ value }) => String(value));
  all.forEach((each, index) => {
    const name = each.at('name');
    if (names.indexOf(String(name.value)) < index) name.refuse(problems.alreadyExists('name', name.value));
    const labels = valuesOf(entries(each.at('data')), 'label');
    const isWhole = labels.length === categories.length && categories.every((category) => labels.includes(category));
    if (!isWhole) each.at('data').refuse(problems.guessed.pointsUnlikeCategories);
  });
};

export const chart: Check = (field, scene) => {
  block({ title, chart: typed({ pie, bar: plotted, area: plotted, line: plotted }) })(field, scene);
  scene.tally.charts += 1;
  if (scene.tally.charts > 2) field.refuse(problems.guessed.tooManyCharts);
};
