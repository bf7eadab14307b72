import { expect, test } from 'vitest';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { mentionOf } from '../../../src/core/reply/builders.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import { render as terminal } from '../../../src/platforms/terminal/render.ts';

test.each([
  ['discord:123', '#', '<#123>'],
  ['slack:C1', '#', '<#C1>'],
  ['discord:123', '@', '<@123>'],
  ['discord:&123', '@', '<@&123>'],
  ['slack:T1:U2', '@', '<@U2>'],
  ['terminal:general', '#', '<#general>'],
  ['discord:1> @everyone', '@', ''],
  ['slack:T1:<!here>', '@', ''],
  ['', '#', ''],
] as const)('%s is mentioned as %s: %j', (address, kind, mention) => {
  expect(mentionOf(address, kind)).toBe(mention);
});

const named: Block = { type: 'mentions', name: '선생님', mentions: Array.from({ length: 30 }, (_, i) => `<@${i}>`) };
const reply = (visibility: Reply['visibility']): Reply => ({ visibility, accent: 'info', blocks: [named] });

test('at most 25 are named, and nobody before others: they would be called', () => {
  expect(withinLimits(reply('caller')).blocks).toEqual([{ ...named, mentions: named.mentions.slice(0, 25) }]);
  expect(withinLimits(reply('channel')).blocks).toEqual([]);
});

test('a terminal shows what was typed', () => {
  const blocks: Block[] = [{ type: 'mentions', name: '채널', mentions: ['<#terminal>', '<#general>'] }];
  const shown = terminal({ ...reply('caller'), blocks }, { columns: 80, colour: false, boxed: false }, 'ko');
  expect(shown).toBe('채널: #terminal #general');
});
