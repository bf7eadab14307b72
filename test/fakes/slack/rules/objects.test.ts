import { describe } from 'vitest';
import { actions, button, inMessage, long, many, mrkdwn, option, options, plain, section } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const say = (text: unknown) => section({ text });

const texts: Row[] = [
  ['A text is not empty', say(plain('a')), say(plain('')), 'text: must be more than 0 characters'],
  ['A text is a string', say(plain('a')), say(plain(1)), 'text: must provide a string'],
  ['A text object has a text', say(plain()), say({ type: 'mrkdwn' }), 'missing required field: text'],
  ['A text object is an object', say(plain()), say('a'), 'must provide an object'],
  [
    'A text object is of two types',
    say(mrkdwn()),
    say({ type: 'markdown', text: 'a' }),
    'type: unsupported type: markdown',
  ],
  [
    'Only plain text has the emoji flag',
    say(plain('a', { emoji: true })),
    say(mrkdwn('a', { emoji: true })),
    'invalid additional property: emoji',
  ],
  [
    'Only mrkdwn is verbatim',
    say(mrkdwn('a', { verbatim: true })),
    say(plain('a', { verbatim: true })),
    'invalid additional property: verbatim',
  ],
  [
    'A flag is a boolean',
    say(plain('a', { emoji: false })),
    say(plain('a', { emoji: 'no' })),
    'emoji: must provide a boolean',
  ],
  [
    'Characters are counted as UTF-16 units, the larger count',
    say(plain('😀'.repeat(1500))),
    say(plain('😀'.repeat(1501))),
    'text: must be less than 3001 characters',
  ],
];

describe('texts', () => itRefuses(texts, inMessage, '/blocks/0/text'));

const asking = (more: object) =>
  actions(button({ confirm: { title: plain(), text: mrkdwn(), confirm: plain(), deny: plain(), ...more } }));

const confirms: Row[] = [
  [
    'A confirmation has a title of 100',
    asking({ title: plain(long(100)) }),
    asking({ title: plain(long(101)) }),
    'title/text: must be less than 101 characters',
  ],
  [
    'A confirmation has a text of 300',
    asking({ text: mrkdwn(long(300)) }),
    asking({ text: mrkdwn(long(301)) }),
    'text/text: must be less than 301 characters',
  ],
  [
    'It is confirmed in 30',
    asking({ confirm: plain(long(30)) }),
    asking({ confirm: plain(long(31)) }),
    'confirm/text: must be less than 31 characters',
  ],
  [
    'It is denied in 30',
    asking({ deny: plain(long(30)) }),
    asking({ deny: plain(long(31)) }),
    'deny/text: must be less than 31 characters',
  ],
  ['It can be denied', asking({}), asking({ deny: undefined }), 'missing required field: deny'],
  ['It has two styles', asking({ style: 'danger' }), asking({ style: 'default' }), 'style: must be a valid enum value'],
  ['It has no type', asking({}), asking({ type: 'confirm' }), 'invalid additional property: type'],
];

describe('confirmations', () => itRefuses(confirms, inMessage, '/blocks/0/elements/0/confirm'));

const select = (more: object) => actions({ type: 'static_select', ...more });
const choosing = (...all: object[]) => select({ options: all });
const group = (more: object) => select({ option_groups: [{ label: plain(), options: options(1), ...more }] });
const groups = (count: number) =>
  select({ option_groups: many(count, (index) => ({ label: plain(), options: [option({ value: `${index}` })] })) });

const optionRows: Row[] = [
  [
    'Options are 100 at most',
    select({ options: options(100) }),
    select({ options: options(101) }),
    'options: no more than 100 items allowed',
  ],
  ['Groups are not none', groups(1), groups(0), 'option_groups: no fewer than 1 items allowed'],
  [
    'Options are not none',
    select({ options: options(1) }),
    select({ options: [] }),
    'options: no fewer than 1 items allowed',
  ],
  [
    'An option is plain text',
    choosing(option()),
    choosing(option({ text: mrkdwn() })),
    'options/0/text/type: unsupported type: mrkdwn',
  ],
  [
    'An option has 75 characters',
    choosing(option({ text: plain(long(75)) })),
    choosing(option({ text: plain(long(76)) })),
    'options/0/text/text: must be less than 76 characters',
  ],
  [
    'Its value has 150 characters',
    choosing(option({ value: long(150) })),
    choosing(option({ value: long(151) })),
    'options/0/value: must be less than 151 characters',
  ],
  ['It has a value', choosing(option()), choosing({ text: plain() }), 'options/0: missing required field: value'],
  [
    'Its value is its own',
    choosing(...options(2)),
    choosing(option(), option()),
    'options/1/value: `value` "a" already exists',
  ],
  [
    'Its description has 75 characters',
    choosing(option({ description: plain(long(75)) })),
    choosing(option({ description: plain(long(76)) })),
    'options/0/description/text: must be less than 76 characters',
  ],
  [
    'It is no link',
    choosing(option()),
    choosing(option({ url: 'https://example.com' })),
    'options/0: invalid additional property: url',
  ],
  ['Groups are 100 at most', groups(100), groups(101), 'option_groups: no more than 100 items allowed'],
  [
    'A group has 100 options',
    group({ options: options(100) }),
    group({ options: options(101) }),
    'option_groups/0/options: no more than 100 items allowed',
  ],
  [
    'A group has a label of 75',
    group({ label: plain(long(75)) }),
    group({ label: plain(long(76)) }),
    'option_groups/0/label/text: must be less than 76 characters',
  ],
  [
    'There are options or groups',
    choosing(option()),
    select({ options: options(1), option_groups: [{ label: plain(), options: [option({ value: 'b' })] }] }),
    'must define exactly one of `options`, `option_groups`',
  ],
];

describe('options', () => itRefuses(optionRows, inMessage, '/blocks/0/elements/0'));
