import { describe, expect, it } from 'vitest';
import { messageProblems, viewProblems } from './rules.ts';
import * as samples from './samples.ts';
import {
  actions,
  button,
  home,
  image,
  inMessage,
  inModal,
  input,
  long,
  many,
  modal,
  mrkdwn,
  plain,
  section,
} from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const header = (text: unknown, more: object = {}) => ({ type: 'header', text, ...more });
const fields = (count: number) => section({ fields: many(count, () => mrkdwn()) });
const context = (...elements: object[]) => ({ type: 'context', elements });
const markdown = (text: unknown) => ({ type: 'markdown', text });
const divider = (more: object = {}) => ({ type: 'divider', ...more });
const feedback = { text: plain(), value: 'a' };
const contextAction = (index: number) => ({
  type: 'feedback_buttons',
  action_id: `${index}`,
  positive_button: feedback,
  negative_button: feedback,
});

const blocks: Row[] = [
  ['A block has a known type', divider(), { type: 'foo' }, 'type: unsupported type: foo'],
  ['A block has a type', divider(), {}, 'missing required field: type'],
  ['A block is an object', divider(), 'divider', 'must provide an object'],
  ['A block has no other fields', divider(), divider({ x: 1 }), 'invalid additional property: x'],
  ['Nothing is null', divider(), divider({ block_id: null }), 'block_id: must provide a string'],
  [
    'A block_id has 255 characters at most',
    divider({ block_id: long(255) }),
    divider({ block_id: long(256) }),
    'block_id: must be less than 256 characters',
  ],
  [
    'A block_id is not empty',
    divider({ block_id: 'a' }),
    divider({ block_id: '' }),
    'block_id: must be more than 0 characters',
  ],
  [
    'A header has 150 characters at most',
    header(plain(long(150))),
    header(plain(long(151))),
    'text/text: must be less than 151 characters',
  ],
  ['A header is plain text', header(plain()), header(mrkdwn()), 'text/type: unsupported type: mrkdwn'],
  [
    'A header has a level from 1 to 4',
    header(plain(), { level: 4 }),
    header(plain(), { level: 5 }),
    'level: must be less than or equal to 4',
  ],
  [
    'A header has a level of 1 at least',
    header(plain(), { level: 1 }),
    header(plain(), { level: 0 }),
    'level: must be greater than or equal to 1',
  ],
  [
    'A section has 3000 characters at most',
    section({ text: mrkdwn(long(3000)) }),
    section({ text: mrkdwn(long(3001)) }),
    'text/text: must be less than 3001 characters',
  ],
  [
    'A section has a text or fields',
    { type: 'section', fields: [plain()] },
    { type: 'section' },
    'must define either `text` or `fields`',
  ],
  ['A section has 10 fields at most', fields(10), fields(11), 'fields: no more than 10 items allowed'],
  ['A section has no empty list of fields', fields(1), fields(0), 'fields: no fewer than 1 items allowed'],
  [
    'A field has 2000 characters at most',
    section({ fields: [mrkdwn(long(2000))] }),
    section({ fields: [mrkdwn(long(2001))] }),
    'fields/0/text: must be less than 2001 characters',
  ],
  [
    'An accessory is no input',
    section({ accessory: image(), expand: true }),
    section({ accessory: { type: 'plain_text_input' } }),
    'accessory/type: unsupported type: plain_text_input',
  ],
  [
    'A context has 10 elements at most',
    context(...many(10, () => image())),
    context(...many(11, () => plain())),
    'elements: no more than 10 items allowed',
  ],
  [
    'An element of a context has 3000 characters at most',
    context(mrkdwn(long(3000))),
    context(mrkdwn(long(3001))),
    'elements/0/text: must be less than 3001 characters',
  ],
  ['A context is not empty', context(plain()), context(), 'elements: no fewer than 1 items allowed'],
  ['A context holds no buttons', context(mrkdwn()), context(button()), 'elements/0/type: unsupported type: button'],
  [
    'Actions are 25 at most',
    actions(...many(25, () => button())),
    actions(...many(26, () => button())),
    'elements: no more than 25 items allowed',
  ],
  ['Actions are not none', actions(button()), actions(), 'elements: no fewer than 1 items allowed'],
  ['Actions have elements', actions(button()), { type: 'actions' }, 'missing required field: elements'],
  [
    'Markdown has 12,000 characters at most, whatever their bytes',
    markdown('가'.repeat(12_000)),
    markdown(`${'가'.repeat(12_000)}a`),
    'text: must be less than 12001 characters',
  ],
  ['Markdown is a string', markdown('a'), markdown(plain()), 'text: must provide a string'],
  [
    'Context actions are 5 at most',
    { type: 'context_actions', elements: many(5, contextAction) },
    { type: 'context_actions', elements: many(6, contextAction) },
    'elements: no more than 5 items allowed',
  ],
];

describe('blocks', () => itRefuses(blocks, inMessage, '/blocks/0'));

const inputs: Row[] = [
  [
    'A label has 2000 characters at most',
    input(undefined, { label: plain(long(2000)) }),
    input(undefined, { label: plain(long(2001)) }),
    'label/text: must be less than 2001 characters',
  ],
  [
    'A hint has 2000 characters at most',
    input(undefined, { hint: plain(long(2000)), optional: true }),
    input(undefined, { hint: plain(long(2001)) }),
    'hint/text: must be less than 2001 characters',
  ],
  ['An input has no button', input(), input(button()), 'element/type: unsupported type: button'],
  [
    'A file input dispatches no action',
    input({ type: 'file_input' }, { dispatch_action: false }),
    input({ type: 'file_input' }, { dispatch_action: true }),
    'element/type: unsupported type: file_input',
  ],
  [
    'An alert has 200 characters at most',
    { type: 'alert', text: plain(long(200)), level: 'info' },
    { type: 'alert', text: plain(long(201)), level: 'info' },
    'text/text: must be less than 201 characters',
  ],
];

describe('blocks of a modal', () => itRefuses(inputs, inModal, '/view/blocks/0'));

it('keeps block_ids unique in a message, and action_ids in a block', () => {
  const same = [divider({ block_id: 'a' }), divider({ block_id: 'a' })];
  expect(messageProblems({ blocks: same })).toEqual([
    '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
  ]);
  const ids = (...all: string[]) => actions(...all.map((id) => button({ action_id: id })));
  expect(messageProblems({ blocks: [ids('a', 'b'), ids('a', 'b')] })).toEqual([]);
  expect(messageProblems({ blocks: [ids('a', 'a')] })).toEqual([
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ]);
});

it('counts the Markdown of a message together', () => {
  const halves = (more: string) => [markdown('a'.repeat(6000)), markdown(`${'a'.repeat(6000)}${more}`)];
  expect(messageProblems({ blocks: halves('') })).toEqual([]);
  expect(messageProblems({ blocks: halves('a') })).toEqual([
    'must be less than 12001 characters [json-pointer:/blocks/1/text]',
  ]);
});

const task = { task_id: 'a', title: 'a' };
const segment = { label: 'a', value: 1 };
const raw = { type: 'raw_text', text: 'a' };
const EACH: Record<string, object> = {
  markdown: markdown('a'),
  context_actions: { type: 'context_actions', elements: [contextAction(0)] },
  data_visualization: { type: 'data_visualization', title: 'a', chart: { type: 'pie', segments: [segment] } },
  task_card: { type: 'task_card', ...task },
  plan: { type: 'plan', title: 'a', tasks: [task] },
  file: { type: 'file', external_id: 'a', source: 'remote' },
  table: { type: 'table', rows: [[raw]] },
  data_table: { type: 'data_table', caption: 'a', rows: [[raw], [raw]] },
  carousel: { type: 'carousel', elements: [{ type: 'card', title: plain() }] },
  container: { type: 'container', title: plain(), child_blocks: [divider()] },
  alert: { type: 'alert', text: plain() },
  card: { type: 'card', title: plain() },
  rich_text: samples.richText(samples.richSection({ type: 'text', text: 'a' })),
  input: input(),
  section: section(),
  header: header(plain()),
  context: context(plain()),
  actions: actions(button()),
  image: image(),
  divider: divider(),
};

/** Where a block may not stand. */
const refusing = (block: object): string =>
  Object.entries({
    message: messageProblems({ blocks: [block] }),
    modal: viewProblems(modal({ blocks: [block] })),
    home: viewProblems(home(block)),
  })
    .filter(([, problems]) => problems.length > 0)
    .map(([surface]) => surface)
    .join(' ');

it('lets each block stand where the documentation has it available', () => {
  const refused = Object.fromEntries(Object.entries(EACH).map(([type, block]) => [type, refusing(block)]));
  const everywhere = 'card rich_text input section header context actions image divider'.split(' ');
  expect(refused).toEqual({
    ...Object.fromEntries(everywhere.map((type) => [type, ''])),
    ...Object.fromEntries(
      'markdown context_actions data_visualization task_card plan file'.split(' ').map((type) => [type, 'modal home']),
    ),
    ...Object.fromEntries('table data_table carousel container'.split(' ').map((type) => [type, 'modal'])),
    alert: 'message home',
  });
  expect(viewProblems(home(markdown('a')))).toEqual(['unsupported type: markdown [json-pointer:/view/blocks/0/type]']);
});
