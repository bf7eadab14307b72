import { describe, expect, it } from 'vitest';
import { viewProblems } from './rules.ts';
import { actions, button, home, input, long, many, modal, mrkdwn, plain, section } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const divider = () => ({ type: 'divider' });

const modals: Row[] = [
  [
    'A title has 24 characters at most',
    modal({ title: plain('가'.repeat(24)) }),
    modal({ title: plain('가'.repeat(25)) }),
    'title/text: must be less than 25 characters',
  ],
  [
    'A submit has 24',
    modal({ submit: plain(long(24)) }),
    modal({ submit: plain(long(25)) }),
    'submit/text: must be less than 25 characters',
  ],
  [
    'A close has 24',
    modal({ close: plain(long(24)) }),
    modal({ close: plain(long(25)) }),
    'close/text: must be less than 25 characters',
  ],
  ['A title is plain text', modal(), modal({ title: mrkdwn() }), 'title/type: unsupported type: mrkdwn'],
  ['A modal has a title', modal(), modal({ title: undefined }), 'missing required field: title'],
  ['A modal has blocks', modal(), modal({ blocks: undefined }), 'missing required field: blocks'],
  ['Blocks are a list', modal(), modal({ blocks: {} }), 'blocks: must provide an array'],
  [
    'A modal has 100 blocks at most',
    modal({ blocks: many(100, divider) }),
    modal({ blocks: many(101, divider) }),
    'blocks: no more than 100 items allowed',
  ],
  [
    'private_metadata has 3000 characters at most',
    modal({ private_metadata: long(3000) }),
    modal({ private_metadata: long(3001) }),
    'private_metadata: must be less than 3001 characters',
  ],
  [
    'private_metadata is a string',
    modal({ private_metadata: '' }),
    modal({ private_metadata: {} }),
    'private_metadata: must provide a string',
  ],
  [
    'A callback_id has 255 characters at most',
    modal({ callback_id: long(255) }),
    modal({ callback_id: long(256) }),
    'callback_id: must be less than 256 characters',
  ],
  [
    'An external_id has 255',
    modal({ external_id: long(255) }),
    modal({ external_id: long(256) }),
    'external_id: must be less than 256 characters',
  ],
  [
    'A modal with an input has a submit',
    modal({ blocks: [input()] }),
    modal({ blocks: [input()], submit: undefined }),
    '`submit` is required when there is an input block',
  ],
  [
    'A modal without inputs needs none',
    modal({ submit: undefined, blocks: [section()] }),
    modal({ submit: null }),
    'submit: must provide an object',
  ],
  [
    'A modal clears on close or does not',
    modal({ clear_on_close: true, notify_on_close: true }),
    modal({ clear_on_close: 'true' }),
    'clear_on_close: must provide a boolean',
  ],
  ['A modal has no other fields', modal(), modal({ id: 'V1' }), 'invalid additional property: id'],
  ['A view is a modal or a home tab', modal(), modal({ type: 'sheet' }), 'type: unsupported type: sheet'],
  ['A view is an object', modal(), JSON.stringify(modal()), 'must provide an object'],
];

describe('modals', () => itRefuses(modals, viewProblems, '/view'));

const homes: Row[] = [
  [
    'A home tab has 100 blocks at most',
    home(...many(100, divider)),
    home(...many(101, divider)),
    'blocks: no more than 100 items allowed',
  ],
  ['A home tab has no title', home(), { ...home(), title: plain() }, 'invalid additional property: title'],
  [
    'A home tab has no submit, even with an input',
    home(input()),
    { ...home(input()), submit: plain() },
    'invalid additional property: submit',
  ],
  ['A home tab has blocks', home(), { type: 'home' }, 'missing required field: blocks'],
];

describe('home tabs', () => itRefuses(homes, viewProblems, '/view'));

it('lets a view have 250,000 bytes', () => {
  const buttons = many(120, () => button({ value: long(2000) }));
  const blocks = many(5, (index) => actions(...buttons.slice(index * 24, index * 24 + 24)));
  const spare = 250_000 - JSON.stringify(modal({ blocks, private_metadata: '' })).length;
  expect(viewProblems(modal({ blocks, private_metadata: long(spare) }))).toEqual([]);
  expect(viewProblems(modal({ blocks, private_metadata: long(spare + 1) }))).toEqual(['view_too_large']);
});
