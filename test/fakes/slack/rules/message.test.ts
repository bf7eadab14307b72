import { describe, expect, it } from 'vitest';
import { messageProblems, updateProblems } from './rules.ts';
import { long, many, mrkdwn, section } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const divider = () => ({ type: 'divider' });
const blocks = (all: unknown) => ({ text: 'a', blocks: all });
const attached = (...attachments: unknown[]) => ({ text: 'a', attachments });
const metadata = (more: object = {}) => ({ text: 'a', metadata: { event_type: 'a', event_payload: {}, ...more } });
/** There are 43 characters beside the payload's text. */
const payload = (bytes: number) => metadata({ event_payload: { a: long(bytes - 43) } });
const markdown = (text: string) => blocks([{ type: 'markdown', text }]);

const rows: Row[] = [
  [
    'A message has 50 blocks at most',
    blocks(many(50, divider)),
    blocks(many(51, divider)),
    'blocks: no more than 50 items allowed',
  ],
  ['Blocks are a list', blocks([]), blocks('[]'), 'blocks: must provide an array'],
  ['A text is a string of any length', { text: long(40_001) }, { text: 1 }, 'text: must provide a string'],
  ['A message says something', { blocks: [section()] }, {}, 'no_text'],
  ['An empty text says nothing', { text: ' ' }, { text: '', blocks: [], attachments: [] }, 'no_text'],
  [
    'A message has 100 attachments at most',
    attached(...many(100, () => ({}))),
    attached(...many(101, () => ({}))),
    'attachments: no more than 100 items allowed',
  ],
  [
    'An attachment has blocks too',
    attached({ blocks: many(50, divider) }),
    attached({ blocks: many(51, divider) }),
    'attachments/0/blocks: no more than 50 items allowed',
  ],
  [
    'An attachment is an object',
    attached({ text: 'a', color: '#fff' }),
    attached('a'),
    'attachments/0: must provide an object',
  ],
  [
    'An event_type has 50 characters at most',
    metadata({ event_type: long(50) }),
    metadata({ event_type: long(51) }),
    'metadata/event_type: must be less than 51 characters',
  ],
  [
    'Metadata has a payload',
    metadata(),
    metadata({ event_payload: undefined }),
    'metadata: missing required field: event_payload',
  ],
  [
    'A payload is an object',
    metadata({ event_payload: { a: [1] } }),
    metadata({ event_payload: [] }),
    'metadata/event_payload: must provide an object',
  ],
  ['Metadata is an object', metadata(), { text: 'a', metadata: '{}' }, 'metadata: must provide an object'],
  ['Metadata has no other fields', metadata(), metadata({ x: 1 }), 'metadata: invalid additional property: x'],
  ['Metadata has 3000 bytes at most', payload(3000), payload(3001), 'metadata_too_large'],
  [
    'Markdown makes 50 blocks at most',
    markdown('# a\n'.repeat(50)),
    markdown('# a\n'.repeat(51)),
    'blocks: no more than 50 items allowed',
  ],
];

describe('messages', () => itRefuses(rows, (args) => messageProblems(args as object)));

it('looks at every block, in their order', () => {
  expect(messageProblems({ blocks: [{ type: 'a' }, divider(), { type: 'b' }] })).toEqual([
    'unsupported type: a [json-pointer:/blocks/0/type]',
    'unsupported type: b [json-pointer:/blocks/2/type]',
  ]);
});

it('counts block_ids of an attachment for themselves', () => {
  const one = [{ type: 'divider', block_id: 'a' }];
  expect(messageProblems({ blocks: one, attachments: [{ blocks: one }] })).toEqual([]);
});

it('lets all blocks together have 13,000 characters', () => {
  const sections = (last: number) =>
    blocks([...many(4, () => section({ text: mrkdwn(long(3000)) })), section({ text: mrkdwn(long(last)) })]);
  expect(messageProblems(sections(1000))).toEqual([]);
  expect(messageProblems(sections(1001))).toEqual(['msg_blocks_too_long']);
});

it('lets the text of an update have 4000 bytes', () => {
  expect(updateProblems({ text: `${'가'.repeat(1333)}a` })).toEqual([]);
  expect(updateProblems({ text: `${'가'.repeat(1333)}ab` })).toEqual(['msg_too_long']);
  expect(updateProblems({ text: long(4000), blocks: [{}] })).toEqual([
    'missing required field: type [json-pointer:/blocks/0]',
  ]);
});
