import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Reply, Table } from '../../../src/core/reply/blocks.ts';
import { button } from '../../../src/core/reply/builders.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import { truncate } from '../../../src/language/truncate.ts';
import { anyReply } from '../../support/any-reply.ts';
import { buttonsOf, excesses } from '../../support/replies.ts';

describe('within limits', () => {
  const kept = (...blocks: Block[]): readonly Block[] =>
    withinLimits({ visibility: 'caller', accent: 'info', blocks }).blocks;
  const long = '가나 '.repeat(2000);

  test('texts are cut to what every platform shows', () => {
    const texts = kept(
      { type: 'heading', text: long, aside: long },
      { type: 'text', markdown: long },
      { type: 'quote', markdown: long },
      { type: 'fields', fields: [{ name: long, value: long }] },
      { type: 'footer', text: long },
    );
    const { heading, text, field } = LIMITS;
    expect(texts).toEqual([
      { type: 'heading', text: truncate(long, heading), aside: truncate(long, heading) },
      { type: 'text', markdown: truncate(long, text) },
      { type: 'quote', markdown: truncate(long, text) },
      { type: 'fields', fields: [{ name: truncate(long, heading), value: truncate(long, field) }] },
      { type: 'footer', text: truncate(long, heading) },
    ]);
  });

  test('blocks with nothing in them are left out', () => {
    expect(
      kept(
        { type: 'text', markdown: '' },
        { type: 'quote', markdown: ' \n\t' },
        { type: 'fields', fields: [] },
        { type: 'buttons', buttons: [] },
        { type: 'heading', text: '파드' },
      ),
    ).toEqual([{ type: 'heading', text: '파드' }]);
  });

  test('of buttons that do the same, the first stays; of too many, the first ones', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ label: `${i}`, line: `ask t${Math.floor(i / 2)}` }));
    const buttons = many.filter((_, i) => i % 2 === 0).slice(0, LIMITS.buttons);
    expect(kept({ type: 'buttons', buttons: many })).toEqual([{ type: 'buttons', buttons }]);
  });

  const lines = fc.constantFrom('ask pod', 'ask node', 'quiz');
  const wordy = fc
    .tuple(anyReply, fc.nat(300), fc.array(lines, { maxLength: 30 }))
    .map(([reply, times, all]): Reply => {
      const more = (text: string): string => text.repeat(times);
      const blocks = reply.blocks.map((block): Block => {
        if (block.type === 'heading' || block.type === 'footer') return { ...block, text: more(block.text) };
        if (block.type === 'text' || block.type === 'quote') return { ...block, markdown: more(block.markdown) };
        if (block.type !== 'buttons') return block;
        return { ...block, buttons: all.map((line, i) => button(`${i}`, i % 4 === 0 ? line : `${line} ${i}`)) };
      });
      return { ...reply, blocks };
    });

  test('whatever a reply holds, what comes out keeps to them and stays as it is from then on', () => {
    const long = /has (?!0 )|buttons|twice|empty/;
    // Drawn too seldom to be left to chance: a name that is one character too long, news of a line's end alone.
    const name = [
      '[말](<http://x&#27;]0;a&#7;>) [말](http://x.example) | ![a&#10;b](x) | &#27; |\n|--|--|\n| &#x9b;1m | 둘 |\n ',
      '  | a | 나 |\n|--|--|\n| 1 | 둘 |\n            **    ',
    ].join('');
    const named: Block = { type: 'mentions', name, mentions: ['<#123456789012345678>'] };
    const frame = { news: ['\n'], workloads: [], services: [], nodes: [], waiting: { title: '', pods: [] } };
    const blank: Block = { type: 'cluster', title: '', frames: [frame], legend: [], foot: '', alt: '' };
    fc.assert(
      fc.property(wordy, (reply) => {
        const out = withinLimits(reply);
        const shown = out.blocks.filter(({ type }) => !['choice', 'input', 'menus'].includes(type));
        expect(excesses({ ...out, blocks: shown }).filter((what) => long.test(what))).toEqual([]);
        expect(withinLimits(out)).toEqual(out);
        expect(buttonsOf(out).every((one) => buttonsOf(reply).includes(one))).toBe(true);
      }),
      { examples: [named, blank].map((block): [Reply] => [{ visibility: 'caller', accent: 'info', blocks: [block] }]) },
    );
  });
});

test('a table keeps as many rows as a platform takes, and is none without any', () => {
  const table = (rows: number): Table => ({
    type: 'table',
    caption: 'x'.repeat(500),
    columns: ['이름', '맞힌 문제'],
    rows: Array.from({ length: rows }, (_, n) => ['가'.repeat(200), { value: n, text: '나'.repeat(200) }]),
    pageSize: 10,
  });
  const plain: Reply = { visibility: 'caller', accent: 'info', blocks: [{ type: 'text', markdown: '표' }] };
  const [long] = withinLimits({ ...plain, tabled: [table(150)] }).tabled ?? [];
  if (long?.type !== 'table') throw new Error('it is a table');
  expect([long.rows.length, long.caption.length]).toEqual([LIMITS.tableRows, LIMITS.heading]);
  const [[name, figure] = []] = long.rows;
  expect([String(name).length, typeof figure === 'object' && figure.text.length]).toEqual([LIMITS.label, LIMITS.label]);
  expect(withinLimits({ ...plain, tabled: [table(0)] }).tabled).toEqual([]);
  expect(withinLimits(plain)).not.toHaveProperty('tabled');
});
