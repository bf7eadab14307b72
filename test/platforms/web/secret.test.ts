/** A page that asks a question does not tell its answer, in any corner of its HTML. */
import { expect, test } from 'vitest';
import { render } from '../../../src/platforms/web/render/render.ts';
import { termFile } from '../../support/content.ts';
import { botOf, folderOf, student } from '../../support/world.ts';

/** The same question to look at, with other right answers. */
const ALIKE: [string, string[]][] = [
  ['single', ['right: 가\n    wrong: [나, 다]', 'right: 나\n    wrong: [가, 다]', 'right: 다\n    wrong: [나, 가]']],
  ['multiple', ['right: [가, 나]\n    wrong: [다]', 'right: [다]\n    wrong: [가, 나]']],
  ['boolean', ['answer: true', 'answer: false']],
  ['typed', ['accept: [파드]', 'accept: [노드, node]']],
  ['order', ['steps: [가, 나, 다]', 'steps: [다, 가, 나]', 'steps: [나, 다, 가]']],
  ['number', ['answer: 3', 'answer: 4']],
  ['estimate', ['answer: 30\n    tolerance: 5', 'answer: 70\n    tolerance: 10']],
  [
    'match',
    [
      'pairs: [{ left: 하나, right: 가 }, { left: 둘, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 둘, right: 가 }, { left: 하나, right: 나 }]\n    wrong: [다]',
    ],
  ],
  [
    'gap',
    [
      'code: "a: ___"\n    blanks: [{ right: 가, wrong: [나] }]',
      'code: "a: ___"\n    blanks: [{ right: 나, wrong: [가] }]',
    ],
  ],
  ['gap', ['code: "a: ___"\n    blanks: [{ accept: [파드] }]', 'code: "a: ___"\n    blanks: [{ accept: [노드] }]']],
];

const view = { locale: 'ko', action: '/say', token: 't', marks: 'letters', pictureUrl: () => '/picture' } as const;

async function shownOf(type: string, answer: string): Promise<string> {
  const more = `questions:\n  - type: ${type}\n    ask: 무엇일까요?\n    ${answer}\n    why: 그래서 그래요.\n`;
  const { bot } = await botOf([folderOf({ 'glossary/a.md': termFile('a', more) })]);
  const reply = await bot.dispatch('quiz a', { ...student, at: Date.parse('2026-11-23T01:00:00Z') });
  // When it began differs by the looks at the clock, and what is a hash of a line with that.
  return render(reply, view).replace(/(drill [a-z0-9]+\.\w{4}\.\w{5}\.\d+\.[01?-]*)\.[a-z0-9]{8}/g, '$1.START');
}

test.each(ALIKE)('a question of type %s looks the same whatever is right', async (type, answers) => {
  const shown: string[] = [];
  for (const answer of answers) shown.push(await shownOf(type, answer));
  expect(shown[0]).toContain('무엇일까요?');
  expect(new Set(shown).size).toBe(1);
});
