/** A modal: the form that Discord shows as the answer to a command or a component. */

import { boolean, choice, fileTypes, list, number, text } from './checks.ts';
import { type Field, isGiven } from './form.ts';
import { type Check, component, createScene, customId, optionList, selects, valueRange } from './interactive.ts';
import { textDisplay } from './layout.ts';
import * as problems from './problems.ts';

export const modal = (field: Field): void => {
  const scene = createScene('modal');
  text(field.at('custom_id'), { min: 1, max: 100, required: true });
  text(field.at('title'), { min: 1, max: 45, required: true });
  for (const each of list(field.at('components'), { min: 1, max: 5, required: true })) {
    component(each, { 1: inputRow, 10: textDisplay, 18: label }, scene);
  }
};

const textInput: Check = (field, scene) => {
  customId(field.at('custom_id'), scene);
  choice(field.at('style'), [1, 2], true);
  const min = number(field.at('min_length'), { min: 0, max: 4000 }) ?? 0;
  const max = number(field.at('max_length'), { min: 1, max: 4000 }) ?? 4000;
  if (min > max) field.at('min_length').refuse(problems.numberMax(max, 'min_length'));
  boolean(field.at('required'));
  text(field.at('value'), { max: 4000 });
  text(field.at('placeholder'), { max: 100 });
};

const inputRow: Check = (field, scene) => {
  const rowInput: Check = (input) => {
    text(input.at('label'), { min: 1, max: 45, required: true });
    textInput(input, scene);
  };
  for (const child of list(field.at('components'), { min: 1, max: 1, required: true })) {
    component(child, { 4: rowInput }, scene);
  }
};

const labelledInput: Check = (field, scene) => {
  if (isGiven(field.at('label'))) field.at('label').refuse(problems.guessed.labelInLabel);
  textInput(field, scene);
};

const fileUpload: Check = (field, scene) => {
  customId(field.at('custom_id'), scene);
  boolean(field.at('required'));
  valueRange(field, scene, 10);
  fileTypes(field.at('file_types'));
};

const radioGroup: Check = (field, scene) => {
  customId(field.at('custom_id'), scene);
  boolean(field.at('required'));
  const { chosen } = optionList(field.at('options'), { min: 2, max: 10 });
  if (chosen > 1) field.at('options').refuse(problems.tooManyDefaults);
};

const checkboxGroup: Check = (field, scene) => {
  customId(field.at('custom_id'), scene);
  boolean(field.at('required'));
  const { count, chosen } = optionList(field.at('options'), { min: 1, max: 10 });
  const mustBeFilled = field.at('required').value !== false;
  const min = number(field.at('min_values'), { min: mustBeFilled ? 1 : 0, max: 10 }) ?? 1;
  const max = number(field.at('max_values'), { min: 1, max: 10 }) ?? count;
  if (min > max && count > 0) field.at('min_values').refuse(problems.numberMax(max, 'min_values'));
  if (max > count && count > 0) field.at('options').refuse(problems.tooShort(max));
  if (chosen > max) field.at('options').refuse(problems.tooManyDefaults);
};

const checkbox: Check = (field, scene) => {
  customId(field.at('custom_id'), scene);
  boolean(field.at('default'));
};

const label: Check = (field, scene) => {
  text(field.at('label'), { min: 1, max: 45, required: true });
  text(field.at('description'), { max: 100 });
  const table = { ...selects, 4: labelledInput, 19: fileUpload, 21: radioGroup, 22: checkboxGroup, 23: checkbox };
  component(field.at('component'), table, scene);
};
