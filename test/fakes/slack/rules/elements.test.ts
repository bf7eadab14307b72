import { describe, expect, it } from 'vitest';
import { viewProblems } from './rules.ts';
import {
  actions,
  button,
  home,
  inMessage,
  inModal,
  input,
  long,
  many,
  modal,
  mrkdwn,
  option,
  options,
  plain,
} from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const overflow = (all: object[]) => ({ type: 'overflow', options: all });
const radio = (more: object) => ({ type: 'radio_buttons', options: options(2), ...more });
const boxes = (more: object) => ({ type: 'checkboxes', options: options(2), ...more });
const external = (more: object) => ({ type: 'external_select', ...more });
const multi = (more: object) => ({ type: 'multi_static_select', options: options(3), ...more });
const conversations = (filter: object) => ({ type: 'conversations_select', filter });
const workflow = (url: string) => ({ type: 'workflow_button', text: plain(), workflow: { trigger: { url } } });

const acted: Row[] = [
  [
    'An action_id has 255 characters',
    button({ action_id: long(255) }),
    button({ action_id: long(256) }),
    'action_id: must be less than 256 characters',
  ],
  [
    'A button has 75 characters',
    button({ text: plain(long(75)) }),
    button({ text: plain(long(76)) }),
    'text/text: must be less than 76 characters',
  ],
  ['A button is plain text', button(), button({ text: mrkdwn() }), 'text/type: unsupported type: mrkdwn'],
  [
    'A button has a value of 2000',
    button({ value: long(2000) }),
    button({ value: long(2001) }),
    'value: must be less than 2001 characters',
  ],
  [
    'A button has a link of 3000',
    button({ url: `https://example.com/${long(2980)}` }),
    button({ url: `https://example.com/${long(2981)}` }),
    'url: must be less than 3001 characters',
  ],
  ['A link is a url', button({ url: 'http://a.b' }), button({ url: 'a.b' }), 'url: invalid url'],
  [
    'A button has two styles',
    button({ style: 'primary' }),
    button({ style: 'default' }),
    'style: must be a valid enum value',
  ],
  [
    'A button is read aloud in 75',
    button({ accessibility_label: long(75) }),
    button({ accessibility_label: long(76) }),
    'accessibility_label: must be less than 76 characters',
  ],
  ['A button is never disabled', button(), button({ disabled: true }), 'invalid additional property: disabled'],
  [
    'A workflow button has a link',
    workflow('https://a.b'),
    workflow(''),
    'workflow/trigger/url: must be more than 0 characters',
  ],
  [
    'An overflow menu has 5 options',
    overflow(options(5)),
    overflow(options(6)),
    'options: no more than 5 items allowed',
  ],
  [
    'Each has 75 characters',
    overflow([option({ text: plain(long(75)) })]),
    overflow([option({ text: plain(long(76)) })]),
    'options/0/text/text: must be less than 76 characters',
  ],
  ['An overflow menu is not empty', overflow(options(1)), overflow([]), 'options: no fewer than 1 items allowed'],
  [
    'Its options may be links',
    overflow([option({ url: 'https://a.b' })]),
    overflow([option({ url: 'a.b' })]),
    'options/0/url: invalid url',
  ],
  [
    'Radio buttons are 10',
    radio({ options: options(10) }),
    radio({ options: options(11) }),
    'options: no more than 10 items allowed',
  ],
  [
    'Radio buttons are some',
    radio({ options: options(1) }),
    radio({ options: [] }),
    'options: no fewer than 1 items allowed',
  ],
  [
    'Radio buttons may be mrkdwn',
    radio({ options: [option({ text: mrkdwn() })] }),
    radio({ options: [option({ text: 'a' })] }),
    'options/0/text: must provide an object',
  ],
  [
    'A radio button has 75 characters',
    radio({ options: [option({ text: mrkdwn(long(75)) })] }),
    radio({ options: [option({ text: mrkdwn(long(76)) })] }),
    'options/0/text/text: must be less than 76 characters',
  ],
  [
    'What is chosen is an option',
    radio({ initial_option: option({ value: '1' }) }),
    radio({ initial_option: option({ value: '2' }) }),
    'initial_option: must be one of the options',
  ],
  [
    'Checkboxes are 10',
    boxes({ options: options(10) }),
    boxes({ options: options(11) }),
    'options: no more than 10 items allowed',
  ],
  [
    'What is checked is an option',
    boxes({ initial_options: options(2) }),
    boxes({ initial_options: options(3) }),
    'initial_options/2: must be one of the options',
  ],
  [
    'A placeholder has 150 characters',
    external({ placeholder: plain(long(150)) }),
    external({ placeholder: plain(long(151)) }),
    'placeholder/text: must be less than 151 characters',
  ],
  [
    'What is chosen to begin with are 100',
    { type: 'multi_external_select', initial_options: options(100), min_query_length: 0 },
    { type: 'multi_external_select', initial_options: options(101) },
    'initial_options: no more than 100 items allowed',
  ],
  [
    'A query has some length',
    external({ min_query_length: 0 }),
    external({ min_query_length: -1 }),
    'min_query_length: must be greater than or equal to 0',
  ],
  [
    'At least one item can be selected',
    multi({ max_selected_items: 1 }),
    multi({ max_selected_items: 0 }),
    'max_selected_items: must be greater than or equal to 1',
  ],
  [
    'A number is a number',
    multi({ max_selected_items: 2 }),
    multi({ max_selected_items: '2' }),
    'max_selected_items: must provide an integer',
  ],
  [
    'A filter says something',
    conversations({ include: ['im'] }),
    conversations({}),
    'filter: must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`',
  ],
  [
    'A filter knows four kinds',
    conversations({ include: ['public'] }),
    conversations({ include: ['channel'] }),
    'filter/include/0: must be a valid enum value',
  ],
  [
    'A date is one',
    { type: 'datepicker', initial_date: '2026-01-02' },
    { type: 'datepicker', initial_date: '2.1.2026' },
    'initial_date: must be formatted as YYYY-MM-DD',
  ],
  [
    'A time is one',
    { type: 'timepicker', initial_time: '23:59' },
    { type: 'timepicker', initial_time: '24:00' },
    'initial_time: must be formatted as HH:mm',
  ],
  [
    'A point in time has ten digits',
    { type: 'datetimepicker', initial_date_time: 1_000_000_000 },
    { type: 'datetimepicker', initial_date_time: 999_999_999 },
    'initial_date_time: must be greater than or equal to 1000000000',
  ],
  [
    'A point in time has no more digits',
    { type: 'datetimepicker', initial_date_time: 9_999_999_999 },
    { type: 'datetimepicker', initial_date_time: 10_000_000_000 },
    'initial_date_time: must be less than or equal to 9999999999',
  ],
];

describe('elements', () =>
  itRefuses(acted, (element) => inMessage(actions(element as object)), '/blocks/0/elements/0'));

const icon = (more: object) => ({ type: 'icon_button', icon: 'trash', text: plain(), ...more });
const feedback = (more: object) => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(), value: 'a', ...more },
  negative_button: { text: plain(), value: 'a' },
});

const contextual: Row[] = [
  ['There is one icon', icon({}), icon({ icon: 'star' }), 'icon: must be a valid enum value'],
  [
    'An icon is seen by 10',
    icon({ visible_to_user_ids: many(10, () => 'U1') }),
    icon({ visible_to_user_ids: many(11, () => 'U1') }),
    'visible_to_user_ids: no more than 10 items allowed',
  ],
  [
    'Feedback has 75 characters',
    feedback({ text: plain(long(75)) }),
    feedback({ text: plain(long(76)) }),
    'positive_button/text/text: must be less than 76 characters',
  ],
  [
    'Feedback has a value of 2000',
    feedback({ value: long(2000) }),
    feedback({ value: long(2001) }),
    'positive_button/value: must be less than 2001 characters',
  ],
];

describe('elements of context actions', () =>
  itRefuses(
    contextual,
    (element) => inMessage({ type: 'context_actions', elements: [element] }),
    '/blocks/0/elements/0',
  ));

const written = (more: object) => ({ type: 'plain_text_input', ...more });
const numeric = (more: object) => ({ type: 'number_input', is_decimal_allowed: false, ...more });

const inputs: Row[] = [
  [
    'A text takes 3000 characters',
    written({ max_length: 3000 }),
    written({ max_length: 3001 }),
    'max_length: must be less than or equal to 3000',
  ],
  [
    'A text takes some characters',
    written({ max_length: 1, min_length: 0 }),
    written({ max_length: 0 }),
    'max_length: must be greater than or equal to 1',
  ],
  [
    'A text asks for 3000 characters',
    written({ min_length: 3000 }),
    written({ min_length: 3001 }),
    'min_length: must be less than or equal to 3000',
  ],
  [
    'It asks for no more than it takes',
    written({ min_length: 2, max_length: 2 }),
    written({ min_length: 3, max_length: 2 }),
    '`min_length` must not be greater than `max_length`',
  ],
  [
    'It is dispatched on two occasions',
    written({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }),
    written({ dispatch_action_config: { trigger_actions_on: ['on_leave'] } }),
    'dispatch_action_config/trigger_actions_on/0: must be a valid enum value',
  ],
  ['A number tells of decimals', numeric({}), { type: 'number_input' }, 'missing required field: is_decimal_allowed'],
  [
    'A number has bounds in order',
    numeric({ min_value: '-1', max_value: '1.5' }),
    numeric({ min_value: '10', max_value: '9' }),
    '`min_value` must not be greater than `max_value`',
  ],
  [
    'A bound is a number in text',
    numeric({ min_value: '1' }),
    numeric({ min_value: 'one' }),
    'min_value: must be formatted as a number',
  ],
  [
    'A text begins with 3000 characters at most',
    written({ initial_value: long(3000) }),
    written({ initial_value: long(3001) }),
    'initial_value: must be less than 3001 characters',
  ],
  [
    'Files are some',
    { type: 'file_input', max_files: 1, filetypes: ['png'] },
    { type: 'file_input', max_files: 0 },
    'max_files: must be greater than or equal to 1',
  ],
  [
    'Rich text is shown in some lines',
    { type: 'rich_text_input', min_lines: 1 },
    { type: 'rich_text_input', min_lines: 0 },
    'min_lines: must be greater than or equal to 1',
  ],
  [
    'Files are 10',
    { type: 'file_input', max_files: 10 },
    { type: 'file_input', max_files: 11 },
    'max_files: must be less than or equal to 10',
  ],
  [
    'Rich text is shown in 100 lines',
    { type: 'rich_text_input', max_lines: 100 },
    { type: 'rich_text_input', max_lines: 101 },
    'max_lines: must be less than or equal to 100',
  ],
  [
    'An address is asked for',
    { type: 'email_text_input' },
    { type: 'email_text_input', multiline: true },
    'invalid additional property: multiline',
  ],
];

describe('inputs', () => itRefuses(inputs, (element) => inModal(input(element as object)), '/view/blocks/0/element'));

it('has some elements in some places only', () => {
  const refusedIn = (element: object) => [
    inMessage(input(element)).length > 0 ? 'message' : '',
    inModal(input(element)).length > 0 ? 'modal' : '',
    viewProblems(home(input(element))).length > 0 ? 'home' : '',
  ];
  expect(refusedIn({ type: 'plain_text_input' })).toEqual(['', '', '']);
  expect(refusedIn({ type: 'datetimepicker' })).toEqual(['', '', 'home']);
  expect(refusedIn({ type: 'rich_text_input' })).toEqual(['message', '', '']);
  expect(refusedIn({ type: 'url_text_input' })).toEqual(['message', '', 'home']);
});

it('gives the focus to one element', () => {
  const focused = (count: number) =>
    modal({ blocks: many(count, () => input({ type: 'plain_text_input', focus_on_load: true })) });
  expect(viewProblems(focused(1))).toEqual([]);
  expect(viewProblems(focused(2))).toEqual([
    'only one element can have `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]',
  ]);
});
