import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import { render, renderEmbed, renderText } from '../../../src/platforms/discord/render.ts';
import { objects } from '../../fakes/discord/json.ts';
import { anyReply, awkwardText } from '../../support/any-reply.ts';
import { choiceOf, componentsOf, customIds, refusedFor, textIn } from '../../support/payload.ts';
import { runs } from '../../support/sample.ts';

const replyOf = (...blocks: Block[]): Reply => ({ visibility: 'caller', accent: 'info', blocks });
const seen = { others: true, locale: 'ko' } as const;
const FORMS = [render, renderEmbed, renderText] as const;
const lengthOf = (words: string): number => Array.from(words).length;

/** What a reply may be at its worst: shared or to be shared, with long texts, many options and many buttons. */
const heavy = fc
  .tuple(
    anyReply,
    fc.record({ share: fc.string({ maxLength: 94 }), sharedBy: fc.constant('discord:1') }, { requiredKeys: [] }),
    fc.array(
      fc.oneof(
        awkwardText.map((words): Block => ({ type: 'text', markdown: words.repeat(40) })),
        awkwardText.map((words): Block => ({ type: 'quote', markdown: '가*'.repeat(900) + words })),
        fc.tuple(awkwardText, fc.nat(9)).map(
          ([words, id]): Block => ({
            type: 'buttons',
            buttons: Array.from({ length: 10 }, (_, i) => ({ label: words, line: `${'가'.repeat(98)}${id}${i}` })),
          }),
        ),
        fc.tuple(awkwardText, fc.boolean(), fc.boolean()).map(
          ([words, ordered, one]): Block => ({
            ...choiceOf(Array.from({ length: 25 }, (_, i) => `${i} ${words}`)),
            ...(one ? {} : { max: 25 }),
            ordered,
          }),
        ),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([reply, more, blocks]): Reply => ({ ...reply, ...more, blocks: [...reply.blocks, ...blocks] }));
const view = fc.record({ others: fc.boolean(), locale: fc.constantFrom<Locale>('ko', 'en') });

test('Discord takes any reply, in every form, and it pings nobody', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 2, arbitrary: anyReply }, heavy), view, (any, how) => {
      const reply = withinLimits(any);
      for (const form of FORMS) {
        const payload = form(reply, how);
        expect(refusedFor(payload), form.name).toEqual([]);
        expect(payload.allowed_mentions).toEqual({ parse: [] });
        expect(JSON.stringify(payload)).not.toMatch(/\\ud[89a-f]/);
        const ids = customIds(payload);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(lengthOf(id)).toBeLessThanOrEqual(100);
      }
      const whole = render(reply, how);
      expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThanOrEqual(10_000);
      expect(componentsOf(whole).length).toBeLessThanOrEqual(40);
      expect(lengthOf(textIn(whole))).toBeLessThanOrEqual(4000);
    }),
    { numRuns: runs(25) },
  );
});

describe('a text that is too long', () => {
  const sentence = '파드는 컨테이너를 담는 가장 작은 단위예요.';
  const long = `${sentence} `.repeat(80).trim();

  const text: Block = { type: 'text', markdown: long };

  test.each(FORMS)('is cut at a sentence and says so (%o)', (form) => {
    const payload = form(replyOf(text, { ...text, type: 'quote' }, text), seen);
    const shown = textIn(payload);
    expect(shown.length).toBeGreaterThan(1000);
    for (const one of shown.split(/\n+(?:> )?/)) expect(one).toMatch(/^(?:> )?(?:파드는 .*예요\.)(?: …)?$/);
    expect(shown).toMatch(/예요\. …$/m);
  });

  test('leaves alone what is short, and what can be pressed', () => {
    const buttons: Block = { type: 'buttons', buttons: [{ label: '다음', line: 'ask pod' }] };
    const payload = render(
      replyOf(...Array.from({ length: 6 }, () => text), buttons, {
        type: 'footer',
        text: '끝 글',
      }),
      seen,
    );
    expect(textIn(payload)).toContain('-# 끝 글');
    expect(customIds(payload)).toEqual(['ask pod']);
  });

  test.each([400, 401, 402, 403])('that is code is cut as code (%i times)', (times) => {
    const markdown = '```yaml\na: 1\n```\n\n'.repeat(times);
    const shown = textIn(render(replyOf({ type: 'text', markdown }), seen));
    expect(shown).toMatch(/^(?:```yaml\na: 1\n```\n)+(?:```yaml\n(?:a: 1)?\s*)?…(?:\n```)?$/);
  });

  test('costs options their last words, but none of them is lost', () => {
    const many = choiceOf(Array.from({ length: 25 }, (_, i) => `${i} ${'*'.repeat(90)}`));
    const payload = render(replyOf({ type: 'heading', text: '물음' }, { ...many, max: 25 }), seen);
    expect(customIds(payload)).toEqual(['drill x', 'drill x -']);
    expect(textIn(payload).match(/^\*\*\d+\*\*\u2002\d+ .*…$/gm)).toHaveLength(25);
  });
});

test('of too many blocks those that come first are shown, and nothing is set apart from nothing', () => {
  const blocks = Array.from({ length: 20 }, (_, i): Block[] => [
    { type: 'text', markdown: `글 ${i}` },
    { type: 'buttons', buttons: [{ label: '가', line: `ask ${i}` }] },
  ]).flat();
  for (let first = 0; first < 4; first++) {
    const payload = render(replyOf(...blocks.slice(first % 2), ...blocks.slice(0, first)), seen);
    expect(refusedFor(payload)).toEqual([]);
    expect(customIds(payload).length).toBeGreaterThan(8);
    expect(objects(objects(payload.components)[0]?.components).at(-1)?.type).not.toBe(14);
  }
});

test('a title has its other language in small print under it, fields are a line each, and stand apart', () => {
  const { components } = render(
    replyOf(
      { type: 'heading', text: '파드_1', aside: 'Pod' },
      { type: 'text', markdown: '글' },
      {
        type: 'fields',
        fields: [
          { name: '가', value: '1' },
          { name: '나', value: '*2*' },
        ],
      },
      { type: 'footer', text: '' },
    ),
    seen,
  );
  const inside = objects(objects(components)[0]?.components).map(({ content, type }) => content ?? type);
  expect(inside).toEqual(['## 파드\\_1\n-# Pod', '글', 14, '**가**\u20021\n**나**\u2002\\*2\\*']);
});
