import { describe } from 'vitest';
import { messageError } from './message.ts';
import { button, CREATE, id, many, row, v1, WEB } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const option = (value: string, more: object = {}) => ({ label: value, value, ...more });
const select = (more: object = {}) => row({ type: 3, custom_id: 's', options: [option('a'), option('b')], ...more });
const users = (more: object = {}) => row({ type: 5, custom_id: 'u', ...more });

const buttons: Row[] = [
  [
    'a row of five',
    v1(row(...many(5, (i) => button({ custom_id: `${i}` })))),
    v1(row()),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'five rows',
    v1(...many(5, (i) => row(button({ custom_id: `${i}` })))),
    v1(...many(6, (i) => row(button({ custom_id: `${i}` })))),
    'components BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a known style',
    v1(row(button({ style: 4 }))),
    v1(row(button({ style: 7 }))),
    'components.0.components.0.style BASE_TYPE_CHOICES',
  ],
  [
    'label 80',
    v1(row(button({ label: 'a'.repeat(80) }))),
    v1(row(button({ label: 'a'.repeat(81) }))),
    'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
  ],
  [
    'label or emoji',
    v1(row(button({ label: '', emoji: { name: '▶️' } }))),
    v1(row(button({ label: '' }))),
    'components.0.components.0 BUTTON_COMPONENT_LABEL_REQUIRED',
  ],
  [
    'a real emoji',
    v1(row(button({ emoji: { id: id(1) } }))),
    v1(row(button({ emoji: { name: 'x' } }))),
    'components.0.components.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI',
  ],
  [
    'custom_id',
    v1(row(button())),
    v1(row(button({ custom_id: undefined }))),
    'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
  [
    'custom_id 100',
    v1(row(button({ custom_id: 'a'.repeat(100) }))),
    v1(row(button({ custom_id: 'a'.repeat(101) }))),
    'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'custom_id once',
    v1(row(button(), button({ custom_id: 'b' }))),
    v1(row(button()), row(button())),
    'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'id once, but for 0',
    v1(row(button({ id: 0 }), button({ id: 0, custom_id: 'b' }))),
    v1(row(button({ id: 1 }), button({ id: 1, custom_id: 'b' }))),
    'components.0.components.1.id COMPONENT_ID_DUPLICATED',
  ],
  [
    'url of a link',
    v1(row({ type: 2, style: 5, label: 'a', url: WEB })),
    v1(row({ type: 2, style: 5, label: 'a' })),
    'components.0.components.0.url BUTTON_COMPONENT_URL_REQUIRED',
  ],
  [
    'no custom_id with a url',
    v1(row({ type: 2, style: 5, label: 'a', url: 'discord://a' })),
    v1(row(button({ style: 5, url: WEB }))),
    'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'components.0.components.0.url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  ],
  [
    'premium alone',
    v1(row({ type: 2, style: 6, sku_id: id(1) })),
    v1(row({ type: 2, style: 6, sku_id: id(1), label: 'a' })),
    'components.0.components.0.label BUTTON_COMPONENT_PREMIUM_FIELD_INVALID',
  ],
];

const AT = 'components.0.components.0';
const selects: Row[] = [
  [
    'a select fills a row',
    v1(select()),
    v1(row(button(), ...select().components)),
    'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    '25 options',
    v1(select({ options: many(25, (i) => option(`${i}`)) })),
    v1(select({ options: many(26, (i) => option(`${i}`)) })),
    `${AT}.options BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'an option',
    v1(select({ options: [option('a')] })),
    v1(select({ options: [] })),
    `${AT}.options BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'label 100',
    v1(select({ options: [option('a', { label: 'a'.repeat(100) })] })),
    v1(select({ options: [option('a', { label: 'a'.repeat(101) })] })),
    `${AT}.options.0.label BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'value 100',
    v1(select({ options: [option('a'.repeat(100))] })),
    v1(select({ options: [option('a', { value: '' })] })),
    `${AT}.options.0.value BASE_TYPE_REQUIRED`,
  ],
  [
    'description 100',
    v1(select({ options: [option('a', { description: 'a'.repeat(100) })] })),
    v1(select({ options: [option('a', { description: 'a'.repeat(101) })] })),
    `${AT}.options.0.description BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'values once',
    v1(select()),
    v1(select({ options: [option('a'), option('a')] })),
    `${AT}.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
  ],
  [
    'placeholder 150',
    v1(select({ placeholder: 'a'.repeat(150) })),
    v1(select({ placeholder: 'a'.repeat(151) })),
    `${AT}.placeholder BASE_TYPE_MAX_LENGTH`,
  ],
  ['min_values', v1(select({ min_values: 0 })), v1(select({ min_values: 2 })), `${AT}.min_values NUMBER_TYPE_MAX`],
  ['max_values', v1(select({ max_values: 2 })), v1(select({ max_values: 3 })), `${AT}.options BASE_TYPE_MIN_LENGTH`],
  [
    'defaults',
    v1(select({ options: [option('a', { default: true }), option('b')] })),
    v1(select({ options: [option('a', { default: true }), option('b', { default: true })] })),
    `${AT}.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
  ],
  [
    'default users',
    v1(users({ default_values: [{ id: id(1), type: 'user' }] })),
    v1(users({ default_values: [{ id: id(1), type: 'role' }] })),
    `${AT}.default_values.0.type BASE_TYPE_CHOICES`,
  ],
  [
    'as many default users',
    v1(users({ max_values: 2, default_values: many(2, (i) => ({ id: id(i), type: 'user' })) })),
    v1(users({ default_values: many(2, (i) => ({ id: id(i), type: 'user' })) })),
    `${AT}.default_values SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
  ],
];

describe('buttons', () => itRefuses(buttons, (body) => messageError(body, [], CREATE)));
describe('selects', () => itRefuses(selects, (body) => messageError(body, [], CREATE)));
