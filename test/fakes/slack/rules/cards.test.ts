import { describe } from 'vitest';
import { button, image, inMessage, input, long, many, plain, richSection, richText, section, WEB } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const card = (more: object = {}) => ({ type: 'card', title: plain(), ...more });
const carousel = (count: number) => ({ type: 'carousel', elements: many(count, () => card()) });
const container = (more: object = {}) => ({ type: 'container', title: plain(), child_blocks: [section()], ...more });
const rich = richText(richSection({ type: 'text', text: 'a' }));

const cards: Row[] = [
  [
    'A card shows something',
    card(),
    { type: 'card', subtext: plain() },
    'must define either `hero_image` or `title` or `actions` or `body`',
  ],
  [
    'A title has 150 characters at most',
    card({ title: plain(long(150)) }),
    card({ title: plain(long(151)) }),
    'title/text: must be less than 151 characters',
  ],
  [
    'A subtitle has 150',
    card({ subtitle: plain(long(150)) }),
    card({ subtitle: plain(long(151)) }),
    'subtitle/text: must be less than 151 characters',
  ],
  [
    'A body has 200',
    card({ body: plain(long(200)) }),
    card({ body: plain(long(201)) }),
    'body/text: must be less than 201 characters',
  ],
  [
    'A subtext has 200',
    card({ subtext: plain(long(200)) }),
    card({ subtext: plain(long(201)) }),
    'subtext/text: must be less than 201 characters',
  ],
  ['A title is a text object', card(), card({ title: 'a' }), 'title: must provide an object'],
  [
    'A card has 3 actions at most',
    card({ actions: many(3, () => button()) }),
    card({ actions: many(4, () => button()) }),
    'actions: no more than 3 items allowed',
  ],
  [
    'Its actions are buttons',
    card({ actions: [button()] }),
    card({ actions: [{ type: 'overflow' }] }),
    'actions/0/type: unsupported type: overflow',
  ],
  [
    'Its picture is a picture',
    card({ hero_image: image() }),
    card({ hero_image: { ...image(), type: 'video' } }),
    'hero_image/type: must be a valid enum value',
  ],
  [
    'Its icon has a known name',
    card({ slack_icon: { type: 'icon', name: 'book' } }),
    card({ slack_icon: { type: 'icon', name: 'rice' } }),
    'slack_icon/name: must be a valid enum value',
  ],
  [
    'It has one icon',
    card({ icon: image() }),
    card({ icon: image(), slack_icon: { type: 'icon', name: 'book' } }),
    'must not define both `icon` and `slack_icon`',
  ],
  ['A carousel has 10 cards at most', carousel(10), carousel(11), 'elements: no more than 10 items allowed'],
  ['A carousel is not empty', carousel(1), carousel(0), 'elements: no fewer than 1 items allowed'],
];

describe('cards', () => itRefuses(cards, inMessage, '/blocks/0'));

const containers: Row[] = [
  [
    'A container has 10 blocks at most',
    container({ child_blocks: many(10, () => section()) }),
    container({ child_blocks: many(11, () => section()) }),
    'child_blocks: no more than 10 items allowed',
  ],
  [
    'A container is not empty',
    container(),
    container({ child_blocks: [] }),
    'child_blocks: no fewer than 1 items allowed',
  ],
  [
    'A container has no inputs',
    container(),
    container({ child_blocks: [input()] }),
    'child_blocks/0/type: unsupported type: input',
  ],
  [
    'A title has 150 characters at most',
    container({ title: plain(long(150)) }),
    container({ title: plain(long(151)) }),
    'title/text: must be less than 151 characters',
  ],
  [
    'A subtitle has 150',
    container({ subtitle: plain(long(150)) }),
    container({ subtitle: plain(long(151)) }),
    'subtitle/text: must be less than 151 characters',
  ],
  [
    'A container has a title of either kind',
    container({ title: undefined, rich_text_title: rich }),
    container({ title: undefined }),
    'must define either `title` or `rich_text_title`',
  ],
  [
    'A container is of one of four widths',
    container({ width: 'full' }),
    container({ width: 'tiny' }),
    'width: must be a valid enum value',
  ],
];

describe('containers', () => itRefuses(containers, inMessage, '/blocks/0'));

const task = (more: object = {}) => ({ type: 'task_card', task_id: 'a', title: 'a', ...more });
const plan = (...tasks: object[]) => ({ type: 'plan', title: 'a', tasks });
const source = (url: string) => task({ sources: [{ type: 'url', url, text: 'a' }] });

const tasks: Row[] = [
  [
    'A task alone is not pending',
    task({ status: 'in_progress' }),
    task({ status: 'pending' }),
    'status: must be a valid enum value',
  ],
  [
    'A task of a plan has a known status',
    plan(task({ status: 'pending' })),
    plan(task({ status: 'late' })),
    'tasks/0/status: must be a valid enum value',
  ],
  ['A task has an id', task(), { type: 'task_card', title: 'a' }, 'missing required field: task_id'],
  ['A title is a string', task(), task({ title: plain() }), 'title: must provide a string'],
  [
    'Details are rich text',
    task({ details: rich }),
    task({ details: section() }),
    'details/type: unsupported type: section',
  ],
  ['A source has a url', source(WEB), source('a'), 'sources/0/url: invalid url'],
];

describe('tasks', () => itRefuses(tasks, inMessage, '/blocks/0'));
