/** One suite of conversations for every platform: what a command answers is shown everywhere, and goes on everywhere. */
import { toString as plainOf } from 'mdast-util-to-string';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Block, Reply } from '../../src/core/reply/blocks.ts';
import { inWords } from '../../src/core/reply/drawable.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { type Chat, PLATFORMS } from '../support/chats.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world } = await botOf([COURSE]);

const letters = (words: string): string => words.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

const prose = (markdown: string): string[] =>
  parseMarkdown(markdown).children.flatMap((child) => {
    if (child.type === 'table') return [];
    return child.type === 'list' ? child.children.map((item) => plainOf(item)) : [plainOf(child)];
  });

/** Everything that a block says, piece by piece. */
function pieces(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text, block.aside ?? ''];
    case 'text':
    case 'quote':
      return prose(block.markdown);
    case 'fields':
      return block.fields.flatMap(({ name, value }) => [name, value]);
    case 'file':
      return [block.name];
    case 'picture':
    case 'chart':
    case 'board':
    case 'heat':
    case 'cluster':
      return inWords(block).flatMap(pieces);
    case 'form':
      return block.parts.map(({ label }) => label);
    case 'choice':
      return block.options.map(({ label }) => label);
    case 'menus':
      return block.menus.map(({ label }) => label);
    case 'mentions':
      return [block.name];
    case 'countdown':
      return [block.before, block.after];
    case 'footer':
      return [block.text];
    case 'buttons':
    case 'input':
      return [];
    default:
      return block satisfies never;
  }
}

const labelsOf = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons.map(({ label }) => label) : []));

/** Shows all that the bot answers to the line where somebody is new to it, and all its buttons. */
async function expectSaid(chat: Chat, line: string, locale: Locale): Promise<void> {
  const reply = await bot.dispatch(line, { ...student, id: 'test:newcomer', locale });
  const shown = letters(chat.shown());
  for (const piece of reply.blocks.flatMap(pieces)) expect(shown).toContain(letters(piece));
  expect(chat.labels()).toEqual(expect.arrayContaining(labelsOf(reply)));
}

/** The question that is asked, by its words. */
function questionIn(chat: Chat, locale: Locale): Question {
  const shown = letters(chat.shown());
  const asked = Array.from(world.course().questions.values()).filter(({ ask }) => shown.includes(letters(ask[locale])));
  const [question] = asked.toSorted((a, b) => b.ask[locale].length - a.ask[locale].length);
  if (!question) throw new Error(`no question in ${chat.shown()}`);
  return question;
}

const LINES = {
  ko: [
    '/k8s 파드',
    '/k8s ㅔㅐㅇ',
    '/k8s 파드랑 노드 차이',
    '/k8s 리액트 상태 관리',
    '/k8s 쿠버네티스 기본 용어',
    '/card 노드',
    '/dosirak',
    '/dosirak about',
    '/review',
    '/progress',
    '/privacy about',
    '/privacy delete',
  ],
  en: [
    '/k8s pod',
    '/k8s pod vs node',
    '/k8s xyzzy',
    '/card node',
    '/dosirak',
    '/dosirak about',
    '/review',
    '/progress',
    '/privacy about',
  ],
} as const;

/** Terms whose questions have all types between them. */
function topics(): string[] {
  const types = new Set<string>();
  return Array.from(world.course().terms.values()).flatMap(({ id, questions }) => {
    const fresh = questions.map(({ type }) => type).filter((type) => !types.has(type));
    for (const type of fresh) types.add(type);
    return fresh.length > 0 ? [id] : [];
  });
}

const GRADE = {
  ko: { right: '⭕ 맞았어요!', wrong: '❌ 아쉬워요' },
  en: { right: '⭕ Right!', wrong: '❌ Not quite' },
} as const;
const ON = {
  ko: ['다음 문제', '결과 보기', '못 맞힌 문제 다시 풀기'],
  en: ['Next question', 'See the result', 'Try again what was missed'],
} as const;
const RESULT = { ko: /문제 중 (\d+)문제를 맞혔어요/, en: /(\d+) of \d+ right/ } as const;

describe.each(PLATFORMS)('%s', (_, open) => {
  test.each(['ko', 'en'] as const)('shows all that a command answers, in %s', async (locale) => {
    const chat = await open(bot, locale, onTestFinished);
    for (const line of LINES[locale]) {
      await chat.say(line);
      await expectSaid(chat, line, locale);
    }
  });

  test('goes from concept to concept, into a quiz and back', async () => {
    const chat = await open(bot, 'ko', onTestFinished);
    await chat.say('/k8s 파드');
    for (const label of ['노드', '클러스터']) {
      await chat.press(label);
      await expectSaid(chat, `/k8s ${label}`, 'ko');
    }
    await chat.press('이걸로 퀴즈 풀기');
    const question = questionIn(chat, 'ko');
    await chat.answer(question, true);
    const term = world.course().terms.get(question.term);
    await chat.press(term?.title.ko ?? '');
    await expectSaid(chat, `/k8s ${question.term}`, 'ko');
  });

  test('reviews what is due, shows how far one is, and forgets it all on wish', async () => {
    let person = '';
    const heard: typeof bot = {
      ...bot,
      dispatch(line, caller) {
        person = caller.id;
        return bot.dispatch(line, caller);
      },
    };
    const chat = await open(heard, 'ko', onTestFinished);
    await chat.say('/review');
    await world.records.forget(person);
    const at = world.now().subtract({ hours: 24 * 9 }).epochMilliseconds;
    const due = ['pod', 'node'];
    for (const term of due)
      world.records.record({ kind: 'answer', person, question: `${term}-1`, term, right: true, at });
    await chat.say('/review');
    expect(chat.shown()).toContain('복습할 개념 2개');
    const asked: string[] = [];
    while (asked.length < due.length) {
      const question = questionIn(chat, 'ko');
      asked.push(question.term);
      await chat.answer(question, true);
      await chat.press(ON.ko[asked.length === due.length ? 1 : 0]);
    }
    expect(asked.toSorted()).toEqual(due.toSorted());
    expect(chat.shown()).toContain('2문제 중 2문제를 맞혔어요');
    await chat.press('내 진도 보기');
    expect(letters(chat.shown())).toContain(letters('맞힌 문제 4 / 4'));
    await chat.say('/privacy delete');
    await chat.press('모두 지우기');
    expect(chat.shown()).toContain('모두 지웠어요');
    await chat.say('/review');
    expect(chat.shown()).toContain('아직 복습할 개념이 없어요');
  });

  test.each([
    ['ko', true],
    ['ko', false],
    ['en', true],
  ] as const)('plays practices of all types to their end, in %s, right: %s', async (locale, knows) => {
    const chat = await open(bot, locale, onTestFinished);
    const played = new Set<string>();
    for (const topic of topics()) {
      await chat.say(`/quiz ${topic}`);
      for (;;) {
        const question = questionIn(chat, locale);
        played.add(question.type);
        await chat.answer(question, knows);
        expect(chat.shown()).toContain(GRADE[locale][knows ? 'right' : 'wrong']);
        for (const why of prose(question.why[locale])) expect(letters(chat.shown())).toContain(letters(why));
        const on = chat.labels().find((label) => ON[locale].some((one) => one === label));
        await chat.press(on ?? '');
        if (on === ON[locale][1]) break;
      }
      const count = world.course().terms.get(topic)?.questions.length ?? 0;
      expect(RESULT[locale].exec(chat.shown())?.[1]).toBe(String(knows ? count : 0));
    }
    expect(Array.from(played).toSorted()).toEqual([
      ...['boolean', 'estimate', 'gap', 'match', 'multiple', 'number', 'order', 'single', 'typed'],
    ]);
  });
});
