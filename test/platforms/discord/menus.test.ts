import { expect, test } from 'vitest';
import type { Menus, Reply } from '../../../src/core/reply/blocks.ts';
import { DISCORD } from '../../../src/platforms/discord/limits.ts';
import { modal } from '../../../src/platforms/discord/modal.ts';
import { render, renderEmbed } from '../../../src/platforms/discord/render.ts';
import { allComponents, objects } from '../../fakes/discord/json.ts';
import { buttonsSeen, idsOf, said } from '../../support/seen.ts';

const LINE = `drill missed.k3f9.0p7x2.20.${'1'.repeat(40)}.mwlv8xc00 abcdef`;
const options = (label: string) =>
  Array.from({ length: 8 }, (_, i) => ({ value: String.fromCharCode(97 + i), label: `${label}${i}` }));

function replyOf(picked: string, label = '오른쪽 ', visibility: Reply['visibility'] = 'caller'): Reply {
  const menus = Array.from({ length: 5 }, (_, i) => ({ label: `왼쪽 ${i + 1}`, options: options(label) }));
  const block: Menus = { type: 'menus', line: LINE, menus, picked: Array.from(picked) };
  return { visibility, accent: 'info', blocks: [{ type: 'text', markdown: '짝지어 보세요.' }, block] };
}

const view = { locale: 'ko', others: true } as const;
const SELECT = 3;

/** The places of the menus, from 1, by what picking in them sends. */
const menusIn = (components: unknown): string[] =>
  [...allComponents(objects(components))]
    .filter(({ type }) => type === SELECT)
    .map(({ custom_id }) => String(custom_id).slice(-1));

test('five menus stand each below its words, with what was picked, and fit into a message and their ids', () => {
  const shown = { components: objects(render(replyOf('a..b.'), view).components) };
  expect(menusIn(shown.components)).toEqual(['1', '2', '3', '4', '5']);
  expect(said(shown)).toContain('**1**\u2002왼쪽 1 → 오른쪽 0');
  expect(said(shown)).toContain('**4**\u2002왼쪽 4 → 오른쪽 1');
  expect([...allComponents(shown.components)].length).toBeLessThanOrEqual(DISCORD.components);
  for (const id of idsOf(shown)) expect(Array.from(id).length).toBeLessThanOrEqual(100);
  expect(buttonsSeen(shown).map(({ label }) => label)).toEqual(['모르겠어요']);
  // A menu and its words are not drawn apart.
  const [container] = shown.components;
  const types = objects(container?.components).map(({ type }) => type);
  expect(types).toEqual([10, ...Array(5).fill([10, 1]).flat(), 1]);
});

test('once all is picked it can be sent, and still be changed', () => {
  const shown = { components: objects(render(replyOf('abcde'), view).components) };
  expect(buttonsSeen(shown)).toMatchObject([{ label: '제출하기', customId: `${LINE} abcde` }, { label: '모르겠어요' }]);
  expect(menusIn(shown.components)).toHaveLength(5);
});

test('the longest options are cut so that the message is taken', () => {
  const payload = render(replyOf('.....', '가'.repeat(74)), view);
  expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThanOrEqual(DISCORD.bytes);
  expect(menusIn(payload.components)).toHaveLength(5);
});

test.each([
  ['.....', ['1', '2', '3', '4'], ['모르겠어요']],
  ['ab...', ['3', '4', '5', '1'], ['모르겠어요']],
  ['abcd.', ['5', '1', '2', '3'], ['모르겠어요']],
  ['abcde', ['1', '2', '3', '4'], ['제출하기', '모르겠어요']],
])('an older message has five rows: what is open comes first, and the buttons stay (%s)', (picked, menus, labels) => {
  const { components } = renderEmbed(replyOf(picked), view);
  const rows = objects(components);
  expect(rows).toHaveLength(DISCORD.rows);
  expect(menusIn(rows).toSorted()).toEqual(menus.toSorted());
  expect(buttonsSeen({ components: rows }).map(({ label }) => label)).toEqual(labels);
});

test('a message for many lists what there is, and leads to menus of one’s own', () => {
  const shown = { components: objects(render(replyOf('.....', '오른쪽 ', 'channel'), view).components) };
  expect(menusIn(shown.components)).toEqual([]);
  expect(buttonsSeen(shown)).toMatchObject([
    { label: '✎ 답 고르기', customId: `${LINE} .....` },
    { label: '모르겠어요', customId: `${LINE} -` },
  ]);
  expect(said(shown).replaceAll('\\', '')).toContain('1. 왼쪽 1\n2. 왼쪽 2');
  expect(said(shown)).toContain('오른쪽 0 / 오른쪽 1');
});

test('several boxes are named by their blanks and may stay empty; one is as it was', () => {
  const { modal: box, older } = modal('drill p q', 3, 'ko');
  expect(objects(box.components).map(({ label }) => label)).toEqual(['빈칸 ①', '빈칸 ②', '빈칸 ③']);
  expect(JSON.stringify(older)).toContain('"label":"빈칸 ③"');
  expect(JSON.stringify(box)).toContain('"required":false');
  const { modal: one } = modal('drill p q', 1, 'en');
  expect(one.components).toMatchObject([
    { label: 'Answer', component: { custom_id: 'answer', required: true, min_length: 1 } },
  ]);
});
