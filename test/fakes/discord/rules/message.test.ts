import { describe, expect, it } from 'vitest';
import { type MessageContext, messageError, type Upload } from './message.ts';
import { reasons } from './reasons.ts';
import { button, CREATE, id, many, png, row, say, v1, v2, WEB } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const EDIT = { edit: true, wasV2: false };
const EDIT_V2 = { edit: true, wasV2: true };
const ANSWER = { ...CREATE, interaction: true };

const mentions = (allowed_mentions: object) => ({ content: 'hi', allowed_mentions });

const check = (body: unknown, how: MessageContext = CREATE, uploads: readonly Upload[] = []) =>
  reasons(messageError(body, uploads, how));

const fields: Row[] = [
  ['content is text', { content: 'hi' }, { content: [] }, 'content STRING_TYPE_CONVERT'],
  ['2000 code points', { content: '😀'.repeat(2000) }, { content: 'a'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['something to send', { content: 'hi' }, { content: ' ' }, '50006'],
  ['an object', { content: 'hi' }, [], 'MODEL_TYPE_CONVERT'],
  [
    'a nonce of 25',
    { content: 'a', nonce: 'n'.repeat(25) },
    { content: 'a', nonce: 'n'.repeat(26) },
    'nonce NONCE_TYPE_TOO_LONG',
  ],
  [
    'a nonce of text or number',
    { content: 'a', nonce: 5 },
    { content: 'a', nonce: true },
    'nonce NONCE_TYPE_INVALID_TYPE',
  ],
  ['settable flags', { content: 'a', flags: 4 | 4096 }, { content: 'a', flags: 64 }, 'flags MESSAGE_FLAGS_INVALID'],
  ['three stickers', { sticker_ids: [id(0)] }, { sticker_ids: many(4, id) }, 'sticker_ids BASE_TYPE_MAX_LENGTH'],
  [
    'known mentions',
    mentions({ parse: ['users'] }),
    mentions({ parse: ['here'] }),
    'allowed_mentions.parse.0 BASE_TYPE_CHOICES',
  ],
  [
    'mentions by kind or by id',
    mentions({ parse: ['roles'], users: [id(1)] }),
    mentions({ parse: ['users'], users: [id(1)] }),
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    '100 mentions',
    mentions({ users: many(100, id) }),
    mentions({ users: many(101, id) }),
    'allowed_mentions.users BASE_TYPE_MAX_LENGTH',
  ],
  [
    'mentioned ids',
    mentions({ roles: [id(1)] }),
    mentions({ roles: ['me'] }),
    'allowed_mentions.roles.0 NUMBER_TYPE_COERCE',
  ],
  [
    'each mention once',
    mentions({ users: [id(1)] }),
    mentions({ users: [id(1), id(1)] }),
    'allowed_mentions.users.1 SET_TYPE_ALREADY_CONTAINS_VALUE',
  ],
];

describe('a message', () => itRefuses(fields, (body) => messageError(body, [], CREATE)));

describe('an edit', () => {
  it.each([
    ['of nothing', {}, EDIT, []],
    ['to V2', { ...v2(say('a')), content: null, embeds: [] }, { ...EDIT, legacy: ['content', 'embeds'] as const }, []],
    [
      'to V2 that keeps the content',
      v2(say('a')),
      { ...EDIT, legacy: ['content'] as const },
      ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    [
      'to V2 with an empty content',
      { ...v2(say('a')), content: '' },
      EDIT,
      ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    ['to V2 without the flag', { components: [say('a')] }, EDIT, ['components.0 UNION_TYPE_CHOICES']],
    ['of V2 without flags', { components: [say('a')] }, EDIT_V2, []],
    [
      'of V2 with other flags',
      { components: [say('a')], flags: 0 },
      EDIT_V2,
      ['flags MESSAGE_COMPONENTS_V2_FLAG_CANNOT_BE_REMOVED', 'components.0 UNION_TYPE_CHOICES'],
    ],
    ['of V2 with content', { content: 'a' }, EDIT_V2, ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2']],
    ['of V2 to nothing', { components: [] }, EDIT_V2, ['50006']],
    ['to nothing', { content: '', embeds: [], components: [], attachments: [] }, EDIT, ['50006']],
  ])('%s', (_, body, how, expected) => expect(check(body, how)).toEqual(expected));
});

describe('files', () => {
  const shown = (name: string) => v2({ type: 13, file: { url: `attachment://${name}` } });
  it.each([
    ['shown as uploaded', shown('a.png'), CREATE, [png('a.png')], []],
    [
      'shown but not uploaded',
      shown('b.png'),
      CREATE,
      [png('a.png')],
      ['components.0.file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    ],
    [
      'from elsewhere',
      v2({ type: 13, file: { url: WEB } }),
      CREATE,
      [],
      ['components.0.file.url URL_TYPE_INVALID_SCHEME'],
    ],
    ['named in Korean', shown('그림 하나.png'), CREATE, [png('그림 하나.png')], []],
    ['listed', { attachments: [{ id: '0', description: 'a' }] }, CREATE, [png('a.png')], []],
    [
      'listed twice',
      { attachments: [{ id: '0' }, { id: '0' }] },
      CREATE,
      [png('a.png')],
      ['attachments.1 SET_TYPE_ALREADY_CONTAINS_VALUE'],
    ],
    [
      'listed but not uploaded',
      { attachments: [{ id: '1' }] },
      CREATE,
      [png('a.png')],
      ['attachments.0 ATTACHMENT_NOT_FOUND'],
    ],
    [
      'listed with a number',
      { attachments: [{ id: 0 }] },
      CREATE,
      [png('a.png')],
      ['attachments.0.id NUMBER_TYPE_COERCE'],
    ],
    ['listed without an id', { attachments: [{}] }, CREATE, [png('a.png')], ['attachments.0.id BASE_TYPE_REQUIRED']],
    [
      'described at length',
      { attachments: [{ id: '0', description: 'a'.repeat(1025) }] },
      CREATE,
      [png('a.png')],
      ['attachments.0.description BASE_TYPE_MAX_LENGTH'],
    ],
    ['kept by an edit', { ...shown('a.png'), attachments: [{ id: id(1), filename: 'a.png' }] }, EDIT_V2, [], []],
    ['ten', {}, CREATE, many(10, (i) => png(`${i}`)), []],
    ['eleven', {}, CREATE, many(11, (i) => png(`${i}`)), ['30015']],
    ['of 10 MiB', {}, CREATE, [png('a.png', 10 * 1024 ** 2)], []],
    ['of more', {}, CREATE, [png('a.png', 10 * 1024 ** 2 + 1)], ['40005']],
    ['of 30 MiB together', {}, CREATE, many(3, (i) => png(`${i}`, 10 * 1024 ** 2)), ['40005']],
  ])('%s', (_, body, how, uploads, expected) => expect(check(body, how, uploads)).toEqual(expected));
});

it('may be ephemeral only as the answer to an interaction', () => {
  expect(check({ content: 'a', flags: 64 }, ANSWER)).toEqual([]);
  expect(check({ content: 'a', flags: 64 })).toEqual(['flags MESSAGE_FLAGS_INVALID']);
});

it("nests the problems as Discord's body does", () => {
  expect(messageError(v1(row(button({ label: 'a'.repeat(81) }))), [], CREATE)).toEqual({
    status: 400,
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      components: {
        0: {
          components: {
            0: { label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }] } },
          },
        },
      },
    },
  });
});
