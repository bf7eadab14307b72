import { describe, expect, test } from 'vitest';
import { type Command, command, isTyped } from '../../../src/core/command/command.ts';
import { declarationsOf, plainest, plainly, sameAs } from '../../../src/platforms/discord/declarations.ts';
import { both, count, look, page, registrar, word } from '../../fakes/discord/registrar.ts';
import { commandsErrors } from '../../fakes/discord/rules/commands.ts';
import { reasons } from '../../fakes/discord/rules/reasons.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const OFFERS = [
  ['everywhere', 'global'],
  ['servers', 'global'],
  ['guild', 'guild'],
] as const;

const pressed = command({ ...look, name: 'pressed', usedBy: 'buttons' });

test.each(OFFERS)('Discord takes the declarations of all commands (%s)', (offer, where) => {
  const declared = declarationsOf(bot.commands, offer);
  expect(reasons(commandsErrors(declared, where))).toEqual([]);
  expect(reasons(commandsErrors(plainly(declared), where))).toEqual([]);
  expect(reasons(commandsErrors(plainest(declared), where))).toEqual([]);
  const typed = bot.commands.filter(isTyped).map(({ name }) => name);
  expect(declared.map(({ name }) => name).sort()).toEqual([...typed, '이 말 찾아보기'].sort());
  expect(JSON.stringify(plainest(declared))).not.toMatch(/"type":(?:3,"name":"이|11)/);
});

test('a message’s menu has a name in both languages, and no description', () => {
  const [, menu] = declarationsOf([{ ...look, messageMenu: both('이 말 찾기', 'Look this up') }], 'servers');
  expect(menu).toEqual({
    type: 3,
    name: '이 말 찾기',
    name_localizations: { 'en-US': 'Look this up', 'en-GB': 'Look this up' },
    integration_types: [0],
    contexts: [0, 1],
  });
});

test('Korean is what everyone reads but those who read English; what is required comes first', () => {
  const [declared] = declarationsOf([look, pressed], 'servers');
  expect(declared).toMatchObject({
    name: 'look',
    description: '찾아요',
    description_localizations: { 'en-US': 'Looks up', 'en-GB': 'Looks up' },
    contexts: [0, 1],
    options: [
      { name: 'word', name_localizations: { ko: '단어' }, required: true, autocomplete: true },
      { name: 'count', description: '몇 개', description_localizations: { 'en-US': 'how many' }, min_value: 0 },
      { name: 'page', choices: [{ name: '가', name_localizations: { 'en-GB': 'A' }, value: 'a' }, { value: 'b' }] },
    ],
  });
  expect(declarationsOf([look, pressed], 'guild')).toHaveLength(1);
});

describe.each(OFFERS)('what Discord gives back (%s)', (offer, where) => {
  const options = { count, page, word };
  const { korean: _, ...nameless } = count;
  const { complete: __, ...mute } = word;
  const changed: readonly [string, Partial<Command>][] = [
    ['its name', { name: 'find' }],
    ['its summary', { summary: both('찾아 줘요', 'Looks up') }],
    ['its summary in English', { summary: both('찾아요', 'Finds') }],
    ['an option more', { options: { ...options, more: { ...count, korean: '더' } } }],
    ['an option less', { options: { word, page } }],
    ['another name of an option', { options: { word, number: count, page } }],
    ['another order of its options', { options: { word, page, count } }],
    ['an option that is required', { options: { ...options, count: { ...count, required: true } } }],
    ['an option’s Korean name', { options: { ...options, word: { ...word, korean: '말' } } }],
    ['no Korean name', { options: { ...options, count: nameless } }],
    ['an option’s summary in English', { options: { ...options, page: { ...page, summary: both('쪽', 'Page') } } }],
    ['a lower limit', { options: { ...options, count: { ...count, min: 1 } } }],
    ['an upper limit', { options: { ...options, count: { ...count, max: 8 } } }],
    ['a file more', { options: { ...options, file: { type: 'file', summary: both('파일', 'file') } } }],
    ['a message’s menu', { messageMenu: both('찾기', 'Look') }],
    ['no completion', { options: { ...options, word: mute } }],
    ['a choice more', { options: { ...options, page: { ...page, choices: { ...page.choices, c: both('다', 'C') } } } }],
    ['a choice less', { options: { ...options, page: { ...page, choices: { a: both('가', 'A') } } } }],
    [
      'a choice’s English',
      { options: { ...options, page: { ...page, choices: { ...page.choices, b: both('나', 'C') } } } },
    ],
  ];

  test('is the same as what was declared, and each change makes it another', async () => {
    const { discord, put } = await registrar(where, { forPeople: offer !== 'servers' });
    await put([look, ...bot.commands]);
    const known = discord.commands(where === 'guild' ? discord.guild.id : undefined);
    expect(known).toHaveLength(2 + bot.commands.filter(isTyped).length);
    expect(sameAs(known, declarationsOf([look, ...bot.commands], offer))).toBe(true);
    expect(sameAs(known.toReversed(), declarationsOf([...bot.commands, look], offer))).toBe(true);
    expect(sameAs(known, declarationsOf(bot.commands, offer))).toBe(false);
    for (const [what, change] of changed) {
      const declared = declarationsOf([{ ...look, ...change }, ...bot.commands], offer);
      expect(reasons(commandsErrors(declared, where)), what).toEqual([]);
      expect(sameAs(known, declared), what).toBe(false);
    }
  });
});
