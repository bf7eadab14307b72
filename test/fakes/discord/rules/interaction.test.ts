import { describe, expect, it } from 'vitest';
import { callbackError, type Interaction } from './interaction.ts';
import { reasons } from './reasons.ts';
import { button, many, png, row, say, v2 } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const COMMAND: Interaction = { type: 2, fromMessage: false };
const BUTTON: Interaction = { type: 3, fromMessage: true };
const TYPING: Interaction = { type: 4, fromMessage: false };
const FORM: Interaction = { type: 5, fromMessage: false };
const FORM_OF_BUTTON: Interaction = { type: 5, fromMessage: true };

const input = (more: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
const inputRow = (more: object = {}) => row(input({ label: 'a', ...more }));
const label = (component: object, more: object = {}) => ({ type: 18, label: 'a', component, ...more });
const modal = (...components: object[]) => ({ type: 9, data: { custom_id: 'm', title: 'a', components } });
const titled = (more: object) => ({ type: 9, data: { ...modal(label(input())).data, ...more } });
const option = (value: string, more: object = {}) => ({ label: value, value, ...more });
const radio = (count: number) => label({ type: 21, custom_id: 'r', options: many(count, (i) => option(`${i}`)) });
const boxes = (more: object = {}) => label({ type: 22, custom_id: 'b', options: [option('a'), option('b')], ...more });
const upload = (more: object = {}) => label({ type: 19, custom_id: 'u', ...more });
const select = (more: object = {}) => label({ type: 3, custom_id: 's', options: [option('a')], ...more });
const choices = (...all: object[]) => ({ type: 8, data: { choices: all } });

describe('which answers an interaction allows', () => {
  const answers: Record<number, unknown> = {
    1: { type: 1 },
    4: { type: 4, data: { content: 'hi' } },
    5: { type: 5 },
    6: { type: 6 },
    7: { type: 7, data: {} },
    8: choices(),
    9: modal(label(input())),
    10: { type: 10 },
    12: { type: 12 },
    13: { type: 13 },
  };
  it.each<[string, Interaction, number[]]>([
    ['a command', COMMAND, [4, 5, 9, 10, 12]],
    ['a component', BUTTON, [4, 5, 6, 7, 9, 10, 12]],
    ['autocomplete', TYPING, [8]],
    ['a modal of a command', FORM, [4, 5, 10, 12]],
    ['a modal of a component', FORM_OF_BUTTON, [4, 5, 6, 7, 10, 12]],
  ])('%s', (_, interaction, allowed) => {
    const accepted = Object.keys(answers).filter((type) => !callbackError(answers[Number(type)], interaction, []));
    expect(accepted.map(Number)).toEqual(allowed);
  });

  it('tells the allowed ones', () => {
    expect(callbackError({ type: 9 }, FORM_OF_BUTTON, [])?.errors).toEqual({
      type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {4, 5, 6, 7, 10, 12}.' }] },
    });
    expect(reasons(callbackError({}, COMMAND, []))).toEqual(['type BASE_TYPE_REQUIRED']);
    expect(reasons(callbackError('', COMMAND, []))).toEqual(['MODEL_TYPE_CONVERT']);
  });
});

const autocomplete: Row[] = [
  ['choices', choices(), { type: 8, data: {} }, 'data.choices BASE_TYPE_REQUIRED'],
  [
    '25 choices',
    choices(...many(25, () => ({ name: 'a', value: 'a' }))),
    choices(...many(26, () => ({ name: 'a', value: 'a' }))),
    'data.choices BASE_TYPE_MAX_LENGTH',
  ],
  [
    'name 100',
    choices({ name: '😀'.repeat(100), value: 'a' }),
    choices({ name: 'a'.repeat(101), value: 'a' }),
    'data.choices.0.name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'value 100',
    choices({ name: 'a', value: '😀'.repeat(100) }),
    choices({ name: 'a', value: '' }),
    'data.choices.0.value BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a value',
    choices({ name: 'a', value: 1.5 }),
    choices({ name: 'a', value: true }),
    'data.choices.0.value NUMBER_TYPE_COERCE',
  ],
];
describe('autocomplete', () => itRefuses(autocomplete, (body) => callbackError(body, TYPING, [])));

const C = 'data.components.0';
const modals: Row[] = [
  ['custom_id', titled({ custom_id: 'a'.repeat(100) }), titled({ custom_id: '' }), 'data.custom_id BASE_TYPE_REQUIRED'],
  ['title 45', titled({ title: 'a'.repeat(45) }), titled({ title: 'a'.repeat(46) }), 'data.title BASE_TYPE_BAD_LENGTH'],
  [
    'five components',
    modal(...many(5, () => say('a'))),
    modal(...many(6, () => say('a'))),
    'data.components BASE_TYPE_BAD_LENGTH',
  ],
  ['its own components', modal(label(input())), modal(button()), `${C} UNION_TYPE_CHOICES`],
  ['a label in a row', modal(inputRow()), modal(row(input())), `${C}.components.0.label BASE_TYPE_REQUIRED`],
  ['one input in a row', modal(inputRow()), modal(row()), `${C}.components BASE_TYPE_BAD_LENGTH`],
  ['no buttons', modal(inputRow()), modal(row(button())), `${C}.components.0 UNION_TYPE_CHOICES`],
  [
    'no label in a label',
    modal(label(input())),
    modal(label(input({ label: 'b' }))),
    `${C}.component.label COMPONENT_LABEL_INVALID`,
  ],
  [
    'label 45',
    modal(label(input(), { label: 'a'.repeat(45) })),
    modal(label(input(), { label: 'a'.repeat(46) })),
    `${C}.label BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'description 100',
    modal(label(input(), { description: 'a'.repeat(100) })),
    modal(label(input(), { description: 'a'.repeat(101) })),
    `${C}.description BASE_TYPE_MAX_LENGTH`,
  ],
  ['a labelled component', modal(select()), modal({ type: 18, label: 'a' }), `${C}.component BASE_TYPE_REQUIRED`],
  [
    'each custom_id once',
    modal(label(input()), label(input({ custom_id: 'j' }))),
    modal(label(input()), inputRow()),
    'data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  ['style', modal(inputRow({ style: 2 })), modal(inputRow({ style: 3 })), `${C}.components.0.style BASE_TYPE_CHOICES`],
  [
    'max_length',
    modal(inputRow({ min_length: 0, max_length: 4000 })),
    modal(inputRow({ max_length: 0 })),
    `${C}.components.0.max_length NUMBER_TYPE_MIN`,
  ],
  [
    'min_length',
    modal(inputRow({ min_length: 2, max_length: 2 })),
    modal(inputRow({ min_length: 3, max_length: 2 })),
    `${C}.components.0.min_length NUMBER_TYPE_MAX`,
  ],
  [
    'value 4000',
    modal(inputRow({ value: 'a'.repeat(4000) })),
    modal(inputRow({ value: 'a'.repeat(4001) })),
    `${C}.components.0.value BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'placeholder 100',
    modal(inputRow({ placeholder: 'a'.repeat(100) })),
    modal(inputRow({ placeholder: 'a'.repeat(101) })),
    `${C}.components.0.placeholder BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'nothing chosen only if not required',
    modal(select({ min_values: 0, required: false })),
    modal(select({ min_values: 0 })),
    `${C}.component.min_values NUMBER_TYPE_MIN`,
  ],
  ['enabled', modal(select()), modal(select({ disabled: true })), `${C}.component.disabled COMPONENT_DISABLED_INVALID`],
  [
    'ten files',
    modal(upload({ max_values: 10 })),
    modal(upload({ max_values: 11 })),
    `${C}.component.max_values NUMBER_TYPE_MAX`,
  ],
  [
    'kinds of files',
    modal(upload({ file_types: ['image', '.pdf'] })),
    modal(upload({ file_types: ['pdf'] })),
    `${C}.component.file_types.0 BASE_TYPE_CHOICES`,
  ],
  ['two to choose from', modal(radio(2)), modal(radio(1)), `${C}.component.options BASE_TYPE_BAD_LENGTH`],
  ['boxes to tick', modal(boxes()), modal(boxes({ max_values: 3 })), `${C}.component.options BASE_TYPE_MIN_LENGTH`],
  [
    'a box',
    modal(label({ type: 23, custom_id: 'c' })),
    modal(label({ type: 23 })),
    `${C}.component.custom_id BASE_TYPE_REQUIRED`,
  ],
];
describe('modals', () => itRefuses(modals, (body) => callbackError(body, COMMAND, [])));

describe('messages', () => {
  const answer = (data: object) => ({ type: 4, data });
  const update = (data: object) => ({ type: 7, data });
  it.each<[string, unknown, Interaction, string[]]>([
    ['an ephemeral answer', answer({ content: 'a', flags: 64 }), COMMAND, []],
    ['a deferred ephemeral answer', { type: 5, data: { flags: 64 } }, COMMAND, []],
    ['an answer of nothing', { type: 4 }, COMMAND, ['50006']],
    ['problems under data', answer({ content: 'a'.repeat(2001) }), COMMAND, ['data.content BASE_TYPE_MAX_LENGTH']],
    ['V2 without the flag', answer({ components: [say('a')] }), BUTTON, ['data.components.0 UNION_TYPE_CHOICES']],
    ['an update of V2', update({ components: [say('a')] }), { ...BUTTON, wasV2: true }, []],
    ['an update to V2', update(v2(say('a'))), BUTTON, []],
  ])('%s', (_, body, interaction, expected) => expect(reasons(callbackError(body, interaction, []))).toEqual(expected));

  it('carry files', () => {
    const body = answer(v2({ type: 13, file: { url: 'attachment://a.png' } }));
    expect(callbackError(body, COMMAND, [png('a.png')])).toBeUndefined();
    expect(reasons(callbackError(body, COMMAND, []))).toHaveLength(1);
  });
});
