import { expect, test } from 'vitest';
import type { Question, Term } from '../../../src/content/model.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { encodePractice, optionShuffle, playerOf } from '../../../src/practice/practice.ts';
import { topicKey } from '../../../src/practice/topics.ts';
import { form } from '../../../src/questions/types.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { objects } from '../../fakes/discord/json.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { asked as askedIn } from '../../support/practice.ts';
import { sample } from '../../support/sample.ts';
import { idsOf, labelsSeen, optionsSeen, type Shown, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE, folderOf, student } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);

/** The same question to look at, with other right answers. */
test.each([
  [
    'single',
    ['right: 가\n    wrong: [나, 다, 라]', 'right: 나\n    wrong: [가, 다, 라]', 'right: 라\n    wrong: [나, 다, 가]'],
  ],
  [
    'multiple',
    [
      'right: [가, 나]\n    wrong: [다, 라]',
      'right: [라]\n    wrong: [가, 나, 다]',
      'right: [다, 나, 가]\n    wrong: [라]',
    ],
  ],
  ['boolean', ['answer: true', 'answer: false']],
  ['typed', ['accept: [파드]', 'accept: [노드, node]']],
  ['order', ['steps: [가, 나, 다]', 'steps: [다, 가, 나]', 'steps: [나, 다, 가]']],
  [
    'match',
    [
      'pairs: [{ left: 하나, right: 가 }, { left: 둘, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 둘, right: 가 }, { left: 하나, right: 나 }]\n    wrong: [다]',
      'pairs: [{ left: 하나, right: 다 }, { left: 둘, right: 가 }]\n    wrong: [나]',
    ],
  ],
  [
    'gap',
    [
      'code: "a: ___"\n    blanks: [{ right: 가, wrong: [나, 다] }]',
      'code: "a: ___"\n    blanks: [{ right: 다, wrong: [나, 가] }]',
    ],
  ],
  [
    'gap',
    ['code: "a: ___"\n    blanks: [{ accept: [파드] }]', 'code: "a: ___"\n    blanks: [{ accept: [노드, node] }]'],
  ],
  ['estimate', ['answer: 30\n    tolerance: 5', 'answer: 70\n    tolerance: 10']],
])('what is right shows nowhere in the message of a question before it is answered: %s', async (type, answers) => {
  const { discord, connection } = await onDiscord({ bot });
  await connection.stop(PATIENCE);
  const minsu = discord.user('민수', { locale: 'ko' });
  const asked: string[] = [];
  const solved: string[] = [];
  for (const answer of answers) {
    const more = `questions:\n  - type: ${type}\n    ask: 무엇일까요?\n    ${answer}\n    why: 그래서 그래요.\n`;
    const ours = await botOf([folderOf({ 'glossary/a.md': termFile('a', more) })]);
    const { connection: now } = await onDiscord({ at: discord, bot: ours.bot });
    const question = await discord.slash(minsu, 'guild', 'quiz', { topic: 'a' }).settled();
    asked.push(JSON.stringify([question.components, question.flags, question.attachments]));
    solved.push(said(await discord.press(minsu, question, { label: '모르겠어요' }).settled()));
    await now.stop(2000);
  }
  expect(new Set(asked).size).toBe(1);
  expect(new Set(solved).size).toBe(answers.length);
});

const SEEDS = Array.from({ length: 12 }, (_, i) => (i * 131_071 + 46_656).toString(36).slice(-4));

interface Sent {
  question: Question;
  sent: Shown;
  /** Where its one right option, or the first step of its order, stands among how many; -1 where there is none. */
  place: number;
  of: number;
}

/** Every question of a term as Discord is sent it. */
async function* questionsAsSent(term: Term, seed: string): AsyncGenerator<Sent> {
  const topic = { kind: 'term', term } as const;
  const count = term.questions.length;
  for (let at = 0; at < count; at++) {
    const begun = { topic: topicKey(topic), seed, player: playerOf(student.id), count, marks: '0'.repeat(at) };
    const practice = { ...begun, start: 1_795_000_000_000 };
    const reply = await bot.dispatch(`drill ${encodePractice(practice)}`, student);
    const { question } = askedIn(reply, world.course().questions);
    const payload = render(reply, { locale: 'ko', others: true });
    const shown = form(question, 'ko', optionShuffle(practice, question));
    const options = shown.type === 'choice' ? shown.options.map(({ label }) => label) : [];
    const [first] = question.type === 'single' ? [question.right] : question.type === 'order' ? question.steps : [];
    const place = first ? options.indexOf(first.ko.replaceAll('`', '')) : -1;
    const sent = { components: objects(payload.components) };
    yield { question, sent, place, of: options.length };
  }
}

/** How many options each menu of a question has; none where it has no menus. */
function menusIn(question: Question): number[] {
  const shown = form(question, 'ko', (items) => [...items]);
  return shown.type === 'menus' ? shown.menus.map(({ options }) => options.length) : [];
}

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '');

/** Concepts whose questions are sent: whatever they ask, the same code sends them. */
const TERMS = sample(world.course().terms.values(), 60);

test('no question of the course is sent with its explanation, and its buttons tell their places and nothing else', async () => {
  let count = 0;
  for (const term of TERMS)
    for await (const { question, sent } of questionsAsSent(term, 'k3f9')) {
      count++;
      expect(titleOf(sent)).toMatch(/^문제 \d+ \/ \d+$/);
      for (const why of [question.why.ko, question.why.en])
        expect(letters(JSON.stringify(sent))).not.toContain(letters(why));
      const ids = idsOf(sent).map((id) => id.replaceAll('✎', ''));
      const line = ids[0]?.split(' ').slice(0, 3).join(' ');
      const all = ids.map((id) => id.slice(`${line} `.length)).filter((answer) => !/^-*$/.test(answer));
      // Of menus: nothing is picked yet, and which of them it is.
      const said = all.filter((answer) => !/^\.+\d$/.test(answer));
      expect(all.filter((answer) => !said.includes(answer))).toEqual(
        menusIn(question).map((_, i, { length }) => `${'.'.repeat(length)}${i + 1}`),
      );
      // a, b, c … in the order in which they stand; a select's values as well.
      expect(ids.every((id) => id === line || id.startsWith(`${line} `))).toBe(true);
      expect(said).toEqual(said.map((_, i) => String.fromCharCode(97 + i)));
      const menus = JSON.stringify(sent.components).match(/"value":"[^"]*"/g) ?? [];
      const sizes = menusIn(question).length > 0 ? menusIn(question) : [optionsSeen(sent).length];
      expect(menus).toEqual(
        sizes.flatMap((size) => Array.from({ length: size }, (_, i) => `"value":"${String.fromCharCode(97 + i)}"`)),
      );
    }
  expect(count).toBe(TERMS.reduce((sum, { questions }) => sum + questions.length, 0));
});

test('a typed question is its words and its code, and nothing that would hint at the answer', async () => {
  let count = 0;
  for (const term of TERMS)
    for await (const { question, sent } of questionsAsSent(term, 'k3f9')) {
      if (question.type !== 'typed') continue;
      count++;
      const words = said(sent)
        .replace(/^## .*$(?:\n-# .*$)?/m, '')
        .replace(/```(yaml|console)/, '');
      expect(letters(words)).toBe(letters(question.ask.ko + (question.code ?? '')));
      expect(labelsSeen(sent)).toEqual(['✎ 답 쓰기', '모르겠어요']);
    }
  expect(count).toBeGreaterThan(0);
});

/** So few of a kind tell nothing of chance. */
const MANY = 100;

test('the right option, and the first step of an order, stand at every place about equally often', async () => {
  const places = new Map<string, number[]>();
  const seen = new Map<string, Set<number>>();
  for (const seed of SEEDS)
    for (const term of world.course().terms.values())
      for await (const { question, place, of } of questionsAsSent(term, seed)) {
        if (place < 0) continue;
        const kind = `${question.type} of ${of}`;
        const counts = places.get(kind) ?? Array<number>(of).fill(0);
        places.set(kind, counts.with(place, (counts[place] ?? 0) + 1));
        seen.set(question.id, (seen.get(question.id) ?? new Set()).add(place));
      }
  for (const [kind, counts] of places) {
    const all = counts.reduce((sum, n) => sum + n, 0);
    if (all < MANY) continue;
    // What chance leaves of few questions; a place that tells would have all or none.
    for (const n of counts) expect(Math.abs(n / all - 1 / counts.length), `${kind}: ${counts}`).toBeLessThan(0.1);
  }
  // Each question by itself, too.
  expect(Array.from(seen).filter(([, all]) => all.size === 1)).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
});
