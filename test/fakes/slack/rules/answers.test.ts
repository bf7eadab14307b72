import { describe } from 'vitest';
import { ackProblems, optionsProblems } from './rules.ts';
import { home, input, long, many, modal, mrkdwn, option, options, plain, section } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const suggest = (...all: object[]) => ({ options: all });
const group = (more: object = {}) => ({ label: plain(), options: options(1), ...more });
const groups = (count: number) => ({
  option_groups: many(count, (index) => group({ options: [option({ value: `${index}` })] })),
});

const suggestions: Row[] = [
  [
    'Options are 100 at most',
    suggest(...options(100)),
    suggest(...options(101)),
    'options: no more than 100 items allowed',
  ],
  ['No option may fit', suggest(), {}, 'must define exactly one of `options`, `option_groups`'],
  ['Groups are 100 at most', groups(100), groups(101), 'option_groups: no more than 100 items allowed'],
  [
    'A group has 100 options at most',
    { option_groups: [group({ options: options(100) })] },
    { option_groups: [group({ options: options(101) })] },
    'option_groups/0/options: no more than 100 items allowed',
  ],
  [
    'A group has a label of 75',
    { option_groups: [group({ label: plain(long(75)) })] },
    { option_groups: [group({ label: plain(long(76)) })] },
    'option_groups/0/label/text: must be less than 76 characters',
  ],
  [
    'Options come with groups or without',
    groups(1),
    { ...suggest(), ...groups(1) },
    'must define exactly one of `options`, `option_groups`',
  ],
  [
    'An option has a text of 75',
    suggest(option({ text: plain(long(75)) })),
    suggest(option({ text: plain(long(76)) })),
    'options/0/text/text: must be less than 76 characters',
  ],
  [
    'Its text is plain',
    suggest(option()),
    suggest(option({ text: mrkdwn() })),
    'options/0/text/type: unsupported type: mrkdwn',
  ],
  [
    'An option has a value of 150',
    suggest(option({ value: long(150) })),
    suggest(option({ value: long(151) })),
    'options/0/value: must be less than 151 characters',
  ],
  [
    'An option has a description of 75',
    suggest(option({ description: plain(long(75)) })),
    suggest(option({ description: plain(long(76)) })),
    'options/0/description/text: must be less than 76 characters',
  ],
  ['Values differ', suggest(...options(2)), suggest(option(), option()), 'options/1/value: `value` "a" already exists'],
  ['There is an answer', suggest(), undefined, 'must provide an object'],
  ['There is nothing else in it', suggest(), { ...suggest(), x: 1 }, 'invalid additional property: x'],
];

describe('options', () => itRefuses(suggestions, optionsProblems));

const errors = (all: unknown) => ({ response_action: 'errors', errors: all });
const update = (view: object) => ({ response_action: 'update', view });
const push = (view: object) => ({ response_action: 'push', view });

const interactions: Row[] = [
  ['Nothing needs to be said', undefined, 'ok', 'must provide an object'],
  ['An empty answer is none', {}, { ok: true }, 'invalid additional property: ok'],
  [
    'A response_action is known',
    { response_action: 'clear' },
    { response_action: 'close' },
    'response_action: must be a valid enum value',
  ],
  [
    'Clearing needs no view',
    { response_action: 'clear' },
    { response_action: 'clear', view: modal() },
    'invalid additional property: view',
  ],
  ['Errors are by block_id', errors({ a: 'b' }), errors(['a']), 'errors: must provide an object'],
  ['Errors are some', errors({ a: 'b' }), errors({}), 'errors: no fewer than 1 items allowed'],
  ['An error is a text', errors({ a: 'b' }), errors({ a: '' }), 'errors/a: must be more than 0 characters'],
  ['Errors are there', errors({ a: 'b' }), { response_action: 'errors' }, 'missing required field: errors'],
  ['A modal is updated to a modal', update(modal()), update(home()), 'view/type: unsupported type: home'],
  [
    'A new modal follows the rules',
    update(modal({ blocks: [input()] })),
    update(modal({ title: plain(long(25)) })),
    'view/title/text: must be less than 25 characters',
  ],
  ['A modal is pushed', push(modal()), { response_action: 'push' }, 'missing required field: view'],
  [
    'A suggestion takes options',
    suggest(...options(1)),
    suggest(...options(101)),
    'options: no more than 100 items allowed',
  ],
];

describe('answers to an interaction', () => itRefuses(interactions, (payload) => ackProblems('interactive', payload)));

const commands: Row[] = [
  ['Nothing needs to be said to a command', undefined, { response_type: 'ephemeral' }, 'no_text'],
  ['A text is an answer', 'a', 1, 'must provide an object', 'no_text'],
  [
    'An answer is for one person or for all',
    { text: 'a', response_type: 'in_channel' },
    { text: 'a', response_type: 'public' },
    'response_type: must be a valid enum value',
  ],
  [
    'An answer has blocks',
    { blocks: [section()] },
    { blocks: many(51, () => section()) },
    'blocks: no more than 50 items allowed',
  ],
  [
    'A new answer replaces none',
    { text: 'a', unfurl_links: false },
    { text: 'a', replace_original: true },
    'invalid additional property: replace_original',
  ],
];

describe('answers to a command', () => itRefuses(commands, (payload) => ackProblems('slash_commands', payload)));

const events: Row[] = [['An event takes no answer', undefined, { text: 'a' }, 'must not carry a payload']];

describe('answers to an event', () => itRefuses(events, (payload) => ackProblems('events_api', payload)));
