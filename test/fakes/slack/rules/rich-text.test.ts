import { describe } from 'vitest';
import { inMessage, many, richSection, richText } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const word = (more: object = {}) => ({ type: 'text', text: 'a', ...more });
const list = (more: object = {}) => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: [richSection(word())],
  ...more,
});
const quote = (more: object = {}) => ({ type: 'rich_text_quote', elements: [word()], ...more });
const code = (...elements: object[]) => ({ type: 'rich_text_preformatted', elements });

const parts: Row[] = [
  ['A part is a section, a list, a quote or code', richSection(word()), word(), 'type: unsupported type: text'],
  ['A section has elements', richSection(word()), { type: 'rich_text_section' }, 'missing required field: elements'],
  ['A section is not empty', richSection(word()), richSection(), 'elements: no fewer than 1 items allowed'],
  [
    'A section has no border',
    quote({ border: 1 }),
    { ...richSection(word()), border: 1 },
    'invalid additional property: border',
  ],
  ['A border is 0 or 1', quote({ border: 0 }), quote({ border: 2 }), 'border: must be a valid enum value'],
  [
    'A list is bulleted or ordered',
    list({ style: 'ordered' }),
    list({ style: 'dash' }),
    'style: must be a valid enum value',
  ],
  [
    'A list is indented by 8 at most',
    list({ indent: 8 }),
    list({ indent: 9 }),
    'indent: must be less than or equal to 8',
  ],
  [
    'A list is indented by 0 at least',
    list({ indent: 0 }),
    list({ indent: -1 }),
    'indent: must be greater than or equal to 0',
  ],
  [
    'A list starts with 0 or more',
    list({ offset: 0 }),
    list({ offset: -1 }),
    'offset: must be greater than or equal to 0',
  ],
  ['A list holds sections', list(), list({ elements: [word()] }), 'elements/0/type: unsupported type: text'],
  [
    'Code is of text and links',
    code(word(), { type: 'link', url: 'https://a.b' }),
    code({ type: 'user', user_id: 'U1' }),
    'elements/0/type: unsupported type: user',
  ],
];

describe('parts of rich text', () =>
  itRefuses(parts, (part) => inMessage({ type: 'rich_text', elements: [part] }), '/blocks/0/elements/0'));

const date = { type: 'date', timestamp: 1, format: '{date}' };

const inlines: Row[] = [
  ['A text is not empty', word(), word({ text: '' }), 'text: must be more than 0 characters'],
  [
    'A text has known styles',
    word({ style: { bold: true } }),
    word({ style: { big: true } }),
    'style: invalid additional property: big',
  ],
  [
    'A style is on or off',
    word({ style: { code: false } }),
    word({ style: { code: 'yes' } }),
    'style/code: must provide a boolean',
  ],
  [
    'A link has a url',
    { type: 'link', url: 'https://a.b', text: 'a' },
    { type: 'link', text: 'a' },
    'missing required field: url',
  ],
  ['An emoji has a name', { type: 'emoji', name: 'rice' }, { type: 'emoji' }, 'missing required field: name'],
  ['A user has an id', { type: 'user', user_id: 'U1' }, { type: 'user' }, 'missing required field: user_id'],
  [
    'A group has an id',
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'usergroup' },
    'missing required field: usergroup_id',
  ],
  [
    'A channel has an id',
    { type: 'channel', channel_id: 'C1' },
    { type: 'channel', id: 'C1' },
    'missing required field: channel_id',
    'invalid additional property: id',
  ],
  [
    'A broadcast has a range',
    { type: 'broadcast', range: 'here' },
    { type: 'broadcast', range: 'all' },
    'range: must be a valid enum value',
  ],
  ['A color has a value', { type: 'color', value: '#ffffff' }, { type: 'color' }, 'missing required field: value'],
  [
    'An emoji has a tone of skin from 1',
    { type: 'emoji', name: 'wave', skin_tone: 1 },
    { type: 'emoji', name: 'wave', skin_tone: 0 },
    'skin_tone: must be greater than or equal to 1',
  ],
  [
    'An emoji has a tone of skin up to 6',
    { type: 'emoji', name: 'wave', skin_tone: 6 },
    { type: 'emoji', name: 'wave', skin_tone: 7 },
    'skin_tone: must be less than or equal to 6',
  ],
  [
    'A timestamp is not negative',
    { ...date, timestamp: 0 },
    { ...date, timestamp: -1 },
    'timestamp: must be greater than or equal to 0',
  ],
  ['A date has a timestamp', date, { ...date, timestamp: '1' }, 'timestamp: must provide an integer'],
];

describe('elements of rich text', () =>
  itRefuses(
    inlines,
    (each) => inMessage(richText({ type: 'rich_text_section', elements: [each] })),
    '/blocks/0/elements/0/elements/0',
  ));

const whole: Row[] = [
  ['A rich text is not empty', richText(richSection(word())), richText(), 'elements: no fewer than 1 items allowed'],
  [
    'A rich text has any number of parts',
    richText(...many(300, () => quote())),
    richText(word()),
    'elements/0/type: unsupported type: text',
  ],
];

describe('rich text', () => itRefuses(whole, inMessage, '/blocks/0'));
