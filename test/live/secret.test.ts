import { expect, test } from 'vitest';
import { render, renderEmbed, renderText } from '../../src/platforms/discord/render.ts';
import { createRenderer } from '../../src/platforms/slack/render.ts';
import { playerOf } from '../../src/practice/practice.ts';
import { termFile } from '../support/content.ts';
import { openRoom, SLACK } from '../support/live-room.ts';
import { folderOf } from '../support/world.ts';

/** The same question to look at, with other right answers; and an answer that any of them offers. */
const ALIKE: [string, string, string[]][] = [
  [
    'single',
    'b',
    ['right: 가\n    wrong: [나, 다, 라]', 'right: 나\n    wrong: [가, 다, 라]', 'right: 라\n    wrong: [나, 다, 가]'],
  ],
  [
    'multiple',
    'ad',
    [
      'right: [가, 나]\n    wrong: [다, 라]',
      'right: [라]\n    wrong: [가, 나, 다]',
      'right: [다, 나, 가]\n    wrong: [라]',
    ],
  ],
  ['boolean', 'a', ['answer: true', 'answer: false']],
  ['typed', '파드', ['accept: [파드]', 'accept: [노드, node]']],
  [
    'match',
    'ab',
    [
      'pairs: [{ left: 하나, right: 가 }, { left: 둘, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 둘, right: 가 }, { left: 하나, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 하나, right: 다 }, { left: 둘, right: 가 }]\n    wrong: [나]',
    ],
  ],
  [
    'match',
    'b.2 a',
    [
      'pairs: [{ left: 하나, right: 가 }, { left: 둘, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 둘, right: 가 }, { left: 하나, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 하나, right: 다 }, { left: 둘, right: 가 }]\n    wrong: [나]',
    ],
  ],
  [
    'gap',
    'b',
    [
      'code: "a: ___"\n    blanks: [{ right: 가, wrong: [나, 다] }]',
      'code: "a: ___"\n    blanks: [{ right: 다, wrong: [나, 가] }]',
    ],
  ],
  [
    'gap',
    '파드',
    ['code: "a: ___"\n    blanks: [{ accept: [파드] }]', 'code: "a: ___"\n    blanks: [{ accept: [노드, node] }]'],
  ],
  ['estimate', '50', ['answer: 30\n    tolerance: 5', 'answer: 70\n    tolerance: 10']],
];

const renderer = createRenderer([]);

/** All that is sent of a question until its answer is told, in every form that a platform may be given. */
async function sentOf(type: string, pick: string, answer: string): Promise<{ before: string; after: string }> {
  const more = `questions:\n  - type: ${type}\n    ask: 무엇일까요?\n    ${answer}\n    why: 그래서 그래요.\n`;
  const room = await openRoom([folderOf({ 'glossary/a.md': termFile('a', more) })]);
  const sent: unknown[] = [];
  const show = async (scene: string): Promise<void> => {
    const reply = await room.shown(scene);
    if (!reply) throw new Error(`nothing is shown of ${scene}`);
    for (const locale of ['ko', 'en'] as const) {
      const view = { locale, others: true };
      sent.push(render(reply, view), renderEmbed(reply, view), renderText(reply, view));
      sent.push(renderer.message(reply, { ...view, surface: 'message', name: '', prefix: '' }));
    }
  };
  const [id = ''] = room.world.course().questions.keys();
  /** Whatever somebody who has answered may ask meanwhile. */
  const ask = async (): Promise<void> => {
    const who = room.person('discord:1');
    const drill = `drill all.k3f9.${playerOf(who.id)}.1. ${id}`;
    const lines = ['/privacy export', '/privacy', '/progress', 'home', '/review', '/quiz', '/quiz a', drill];
    for (const line of [...lines, `${drill} ${pick}`, `result ${room.post('ask0').id}`])
      sent.push(await room.type(line, who));
    sent.push(await room.type('/report'), await room.type('/report csv'), await room.type('/live history'));
  };
  sent.push(await room.begin('/live start a'));
  await room.pass(1);
  await show('count');
  await room.pass(10_000);
  await show('ask0');
  sent.push(await room.pick(room.person('discord:1'), 'ask0', pick));
  sent.push(await room.pick(room.person('slack:T1:1', { channel: SLACK }), 'ask0', '-', SLACK));
  await show('ask0');
  await ask();
  await room.type('/live pause');
  await ask();
  await show('ask0');
  await room.type('/live resume');
  sent.push(await room.type('/live'));
  await room.type('/live next');
  await room.pass(1);
  // The question itself says no more after it is closed.
  await show('ask0');
  const before = JSON.stringify([sent, room.planned()]);
  return { before, after: JSON.stringify(await room.shown('tell0')) };
}

test.each(ALIKE)('what is right shows in nothing that is sent before the answer (%s)', async (type, pick, answers) => {
  const sent = await Promise.all(answers.map((answer) => sentOf(type, pick, answer)));
  expect(sent[0]?.before).toContain('무엇일까요?');
  expect(new Set(sent.map(({ before }) => before)).size).toBe(1);
  expect(new Set(sent.map(({ after }) => after)).size).toBe(answers.length);
});

test('each session has its options in an order of its own', async () => {
  const more =
    'questions:\n  - type: single\n    ask: 무엇일까요?\n    right: 가\n    wrong: [나, 다, 라]\n    why: 왜\n';
  const room = await openRoom([folderOf({ 'glossary/a.md': termFile('a', more) })]);
  const orders = new Set<string>();
  for (let i = 0; i < 8; i++) {
    await room.begin('/live start a');
    await room.pass(10_000);
    const reply = await room.shown('ask0');
    const labels = reply?.blocks.flatMap((block) => (block.type === 'choice' ? block.options : [])) ?? [];
    orders.add(labels.map(({ label }) => label).join(''));
    await room.type('/live stop');
  }
  expect(orders.size).toBeGreaterThan(2);
});
