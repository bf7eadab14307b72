import { describe } from 'vitest';
import { messageError } from './message.ts';
import { CREATE, embed, many, WEB } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const embedded: Row[] = [
  [
    'ten embeds',
    { embeds: many(10, () => ({ title: 'a' })) },
    { embeds: many(11, () => ({ title: 'a' })) },
    'embeds BASE_TYPE_MAX_LENGTH',
  ],
  ['some content', embed({ title: 'a' }), embed({ color: 1 }), 'embeds.0.description BASE_TYPE_REQUIRED'],
  [
    'title 256',
    embed({ title: ` ${'a'.repeat(256)} ` }),
    embed({ title: 'a'.repeat(257) }),
    'embeds.0.title BASE_TYPE_MAX_LENGTH',
  ],
  [
    'description 4096',
    embed({ description: 'a'.repeat(4096) }),
    embed({ description: 'a'.repeat(4097) }),
    'embeds.0.description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'footer 2048',
    embed({ footer: { text: 'a' } }),
    embed({ footer: { text: 'a'.repeat(2049) } }),
    'embeds.0.footer.text BASE_TYPE_MAX_LENGTH',
  ],
  [
    'author 256',
    embed({ author: { name: 'a' } }),
    embed({ author: { name: ' ' } }),
    'embeds.0.author.name BASE_TYPE_REQUIRED',
  ],
  [
    'field values',
    embed({ fields: [{ name: 'a', value: 'b' }] }),
    embed({ fields: [{ name: 'a', value: '' }] }),
    'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
  ],
  [
    '25 fields',
    embed({ fields: many(25, () => ({ name: 'a', value: 'b' })) }),
    embed({ fields: many(26, () => ({ name: 'a', value: 'b' })) }),
    'embeds.0.fields BASE_TYPE_MAX_LENGTH',
  ],
  [
    'color',
    embed({ title: 'a', color: 0xffffff }),
    embed({ title: 'a', color: 0x1000000 }),
    'embeds.0.color NUMBER_TYPE_MAX',
  ],
  [
    'links',
    embed({ title: 'a', url: WEB }),
    embed({ title: 'a', url: 'ftp://a' }),
    'embeds.0.url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'time',
    embed({ title: 'a', timestamp: '2026-01-02T03:04:05Z' }),
    embed({ title: 'a', timestamp: 'now' }),
    'embeds.0.timestamp DATE_TIME_TYPE_PARSE',
  ],
  [
    '6000 in all',
    { embeds: many(2, () => ({ description: 'a'.repeat(3000) })) },
    { embeds: many(2, () => ({ description: 'a'.repeat(3001) })) },
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
];

describe('embeds', () => itRefuses(embedded, (body) => messageError(body, [], CREATE)));
