/** What a person writes into, and the pickers of dates and times. */

import { acting, focus, placeholder } from './acting.ts';
import { allOnlyIn } from './block.ts';
import { all, type Check, type Checks, filled, filledList, flag, formatted, integer, text } from './checks.ts';
import type { Field } from './form.ts';
import { confirm, dispatchConfig } from './objects.ts';
import * as problems from './problems.ts';
import { onlyRichText } from './rich-text.ts';

/** The longest text that an input takes. */
const MAX_INPUT = 3000;

const writing: Checks = { placeholder, focus_on_load: focus, dispatch_action_config: dispatchConfig };
const lines = integer({ min: 1, max: 100 });
const picking: Checks = { confirm, focus_on_load: focus };
const NUMBER = formatted(/^-?\d+(?:\.\d+)?$/, 'a number');

/** Numbers come as numbers or as text that says one. */
const numberIn = ({ value }: Field): number => (value === undefined ? Number.NaN : Number(value));

const inOrder =
  (min: string, max: string): Check =>
  (field) => {
    if (numberIn(field.at(min)) > numberIn(field.at(max))) field.refuse(problems.guessed.minAboveMax(min, max));
  };

export const pickers: Checks = {
  datepicker: acting({}, { ...picking, placeholder, initial_date: formatted(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD') }),
  timepicker: acting(
    {},
    {
      ...picking,
      placeholder,
      initial_time: formatted(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'HH:mm'),
      timezone: filled(),
    },
  ),
};

/** Ten digits: seconds since 1970. */
export const dateTimePicker: Checks = allOnlyIn(['message', 'modal'], {
  datetimepicker: acting({}, { ...picking, initial_date_time: integer({ min: 1e9, max: 9_999_999_999 }) }),
});

export const richTextInput: Checks = allOnlyIn(['modal', 'home'], {
  rich_text_input: acting(
    {},
    {
      ...writing,
      initial_value: onlyRichText,
      min_lines: lines,
      max_lines: lines,
    },
  ),
});

export const inputs: Checks = {
  plain_text_input: all(
    acting(
      {},
      {
        ...writing,
        multiline: flag,
        initial_value: text({ max: MAX_INPUT }),
        min_length: integer({ min: 0, max: MAX_INPUT }),
        max_length: integer({ min: 1, max: MAX_INPUT }),
      },
    ),
    inOrder('min_length', 'max_length'),
  ),
  ...allOnlyIn(['modal'], {
    email_text_input: acting({}, { ...writing, initial_value: text() }),
    url_text_input: acting({}, { ...writing, initial_value: text() }),
    number_input: all(
      acting({ is_decimal_allowed: flag }, { ...writing, initial_value: NUMBER, min_value: NUMBER, max_value: NUMBER }),
      inOrder('min_value', 'max_value'),
    ),
    file_input: acting({}, { filetypes: filledList(filled()), max_files: integer({ min: 1, max: 10 }) }),
  }),
};
