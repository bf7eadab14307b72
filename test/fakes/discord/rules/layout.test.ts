import { describe } from 'vitest';
import { messageError } from './message.ts';
import { button, CREATE, embed, id, many, row, say, v1, v2, WEB } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const section = (components: object[], accessory: object = button()) => ({ type: 9, components, accessory });
const picture = (url: string, more: object = {}) => ({ media: { url }, ...more });
const gallery = (...items: object[]) => ({ type: 12, items });
const box = (components: object[], more: object = {}) => ({ type: 17, components, ...more });

const layout: Row[] = [
  ['V2 types only with the flag', v2(say('hi')), v1(say('hi')), 'components.0 UNION_TYPE_CHOICES'],
  ['known types', v2(row(button())), v2({ type: 4 }), 'components.0 UNION_TYPE_CHOICES'],
  ['components', v2(say('hi')), v2(), '50006'],
  [
    'no content',
    v2(say('hi')),
    { ...v2(say('hi')), content: 'hi' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'no embeds',
    { ...v2(say('hi')), embeds: [] },
    { ...v2(say('hi')), ...embed({ title: 'a' }) },
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'no poll',
    { ...v2(say('hi')), poll: null },
    { ...v2(say('hi')), poll: {} },
    'poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'no stickers',
    { ...v2(say('hi')), sticker_ids: [] },
    { ...v2(say('hi')), sticker_ids: [id(1)] },
    'sticker_ids MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['text', v2(say('a'.repeat(4000))), v2(say('')), 'components.0.content BASE_TYPE_REQUIRED'],
  [
    '4000 of text in all',
    v2(say('a'.repeat(2000)), box([say('b'.repeat(2000))])),
    v2(say('a'.repeat(2000)), box([say('b'.repeat(2001))])),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    '4000 of one text',
    v2(say('😀'.repeat(2000))),
    v2(say('a'.repeat(4001))),
    'components.0.content BASE_TYPE_MAX_LENGTH',
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    '40 components',
    v2(box(many(39, () => say('a')))),
    v2(box(many(40, () => say('a')))),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'three texts of a section',
    v2(section(many(3, () => say('a')))),
    v2(section(many(4, () => say('a')))),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an accessory',
    v2(section([say('a')], { type: 11, ...picture(WEB) })),
    v2({ type: 9, components: [say('a')] }),
    'components.0.accessory BASE_TYPE_REQUIRED',
  ],
  [
    'an accessory to press or see',
    v2(section([say('a')])),
    v2(section([say('a')], say('b'))),
    'components.0.accessory UNION_TYPE_CHOICES',
  ],
  [
    'ten pictures',
    v2(gallery(...many(10, () => picture(WEB)))),
    v2(gallery(...many(11, () => picture(WEB)))),
    'components.0.items BASE_TYPE_BAD_LENGTH',
  ],
  [
    'alt text 1024',
    v2(gallery(picture(WEB, { description: 'a'.repeat(1024) }))),
    v2(gallery(picture(WEB, { description: 'a'.repeat(1025) }))),
    'components.0.items.0.description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'well-formed links',
    v2(gallery(picture(WEB))),
    v2(gallery(picture('a.png'))),
    'components.0.items.0.media.url URL_TYPE_INVALID_URL',
  ],
  ['spacing', v2({ type: 14, spacing: 2 }), v2({ type: 14, spacing: 3 }), 'components.0.spacing BASE_TYPE_CHOICES'],
  [
    'accent',
    v2(box([say('a')], { accent_color: 0xffffff })),
    v2(box([say('a')], { accent_color: -1 })),
    'components.0.accent_color NUMBER_TYPE_MIN',
  ],
  ['no box in a box', v2(box([say('a')])), v2(box([box([say('a')])])), 'components.0.components.0 UNION_TYPE_CHOICES'],
  ['a filled box', v2(box([{ type: 14 }])), v2(box([])), 'components.0.components BASE_TYPE_REQUIRED'],
  ['10 kB of UTF-8', v2(say('가'.repeat(3386))), v2(say('가'.repeat(3387))), '500'],
];

describe('components V2', () => itRefuses(layout, (body) => messageError(body, [], CREATE)));
