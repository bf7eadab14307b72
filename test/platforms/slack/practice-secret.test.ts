import { expect, test } from 'vitest';
import type { Question, Term } from '../../../src/content/model.ts';
import { createRenderer } from '../../../src/platforms/slack/render.ts';
import { encodePractice, optionShuffle, playerOf } from '../../../src/practice/practice.ts';
import { topicKey } from '../../../src/practice/topics.ts';
import { form } from '../../../src/questions/types.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { objects } from '../../fakes/slack/json.ts';
import { listed, openBox, PASS, PLACES, press, reach, startQuiz } from '../../fakes/slack/playing.ts';
import { labelsSeen, linesSent, optionsSeen, type Shown, said, spoken, titleOf } from '../../fakes/slack/seen.ts';
import { startSlack } from '../../fakes/slack/server.ts';
import type { LocalSlack } from '../../fakes/slack/types.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { asked } from '../../support/practice.ts';
import { blockOf } from '../../support/replies.ts';
import { sample } from '../../support/sample.ts';
import { botOf, COURSE, folderOf, student } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);

const WRITES = /^(response_url|chat\.post\w+|views\.\w+)$/;

/** What the bot last sent to be shown, whole; names that Slack gives anew each time are left out. */
function lastSent({ requests }: LocalSlack): string {
  const last = requests.findLast(({ method }) => WRITES.test(method));
  const { trigger_id: _trigger, view_id: _view, ...args } = last?.args ?? {};
  return (
    JSON.stringify({ ...args, ...(typeof args.view === 'string' ? { view: JSON.parse(args.view) } : {}) })
      .replace(/http:\/\/127[^"\\]*/g, 'URL')
      .replace(/\bV0[A-Z0-9]{9}\b/g, 'VIEW')
      .replace(/\b\d+\.\d{6}\b/g, 'TS')
      // When the practice began, and what is a hash of a line with that.
      .replace(/(drill(?: |\+|%20)[a-z0-9]+\.\w{4}\.\w{5}\.\d+\.[01?-]*)\.[a-z0-9]{8}/g, '$1.START')
      .replace(/(pick|menu):[a-z0-9]{7}/g, '$1:LINE')
  );
}

/** The same question to look at, with other right answers. */
const ALIKE: [string, string[]][] = [
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
];

test.each(PLACES.flatMap((place) => ALIKE.map((alike) => [place, ...alike] as const)))(
  'what is right shows nowhere in what Slack is sent of a question before it is answered (%s, %s)',
  async (place, type, answers) => {
    const slack = await startSlack();
    const user = slack.user('민수', { locale: 'ko-KR' });
    const how = { slack, user, locale: 'ko' } as const;
    const asked: string[] = [];
    const boxes: string[] = [];
    const solved: string[] = [];
    for (const answer of answers) {
      const more = `questions:\n  - type: ${type}\n    ask: 무엇일까요?\n    ${answer}\n    why: 그래서 그래요.\n`;
      const ours = await botOf([folderOf({ 'glossary/a.md': termFile('a', more) })]);
      const { connection } = await onSlack({ at: slack, bot: ours.bot });
      const on = await startQuiz(how, '개념 a', place);
      asked.push(lastSent(slack));
      if (type === 'typed') {
        const box = await openBox(how, on);
        boxes.push(lastSent(slack));
        slack.dismiss(user, box);
      }
      solved.push(said(await press(how, on, PASS.ko)));
      await connection.stop(PATIENCE);
    }
    await slack.close();
    expect(asked[0]).toContain('무엇일까요?');
    expect(new Set(asked).size).toBe(1);
    expect(new Set(boxes).size).toBe(type === 'typed' ? 1 : 0);
    expect(new Set(solved).size).toBe(answers.length);
  },
);

const renderer = createRenderer([]);

interface Sent {
  question: Question;
  /** What stands beside its number. */
  about: string;
  /** What notifications and screen readers are told. */
  text: string;
  /** As a message, and as a view. */
  shown: readonly Shown[];
  /** Its options, in the order that the practice draws for them. */
  options: readonly string[];
}

/** Every question of a term as Slack is sent it. */
async function* questionsAsSent(term: Term): AsyncGenerator<Sent> {
  const topic = { kind: 'term', term } as const;
  const count = term.questions.length;
  for (let at = 0; at < count; at++) {
    const practice = {
      topic: topicKey(topic),
      seed: 'k3f9',
      player: playerOf(student.id),
      count,
      marks: '0'.repeat(at),
      start: 1_795_000_000_000,
    };
    const reply = await bot.dispatch(`drill ${encodePractice(practice)}`, student);
    const { question } = asked(reply, world.course().questions);
    const { aside = '' } = blockOf(reply, 'heading');
    const view = { locale: 'ko', surface: 'message', others: true, name: '민수', prefix: '' } as const;
    const { text, blocks } = renderer.message(reply, view);
    const shown = [blocks, renderer.blocks(reply, view)].map((one) => ({ blocks: objects(one) }));
    const drawn = form(question, 'ko', optionShuffle(practice, question));
    const options = drawn.type === 'choice' ? drawn.options.map(({ label }) => label) : [];
    yield { question, about: aside, text: spoken({ text }), shown, options };
  }
}

/** How many options each menu of a question has; none where it has no menus. */
function menusIn(question: Question): number[] {
  const shown = form(question, 'ko', (items) => [...items]);
  return shown.type === 'menus' ? shown.menus.map(({ options }) => options.length) : [];
}

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '');
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));

const TERMS = sample(world.course().terms.values(), 40);
const QUESTIONS = TERMS.flatMap(({ questions }) => questions);

test('no question of the course is sent with its explanation, and what presses send tells places and nothing else', async () => {
  let count = 0;
  for (const term of TERMS)
    for await (const { question, text, shown, options } of questionsAsSent(term))
      for (const one of shown) {
        count++;
        expect(titleOf(one)).toMatch(/^문제 \d+ \/ \d+$/);
        const whole = letters(JSON.stringify([text, one]));
        for (const why of [question.why.ko, question.why.en]) expect(whole).not.toContain(letters(why));
        const sent = linesSent(one);
        const line = sent[0]?.split(' ').slice(0, 3).join(' ');
        expect(sent.every((each) => each === line || each.startsWith(`${line} `))).toBe(true);
        // a, b, c … in the order in which they stand; a menu's values as well.
        const answers = sent.map((each) => each.slice(`${line} `.length)).filter((answer) => !/^-*$/.test(answer));
        expect(answers).toEqual(names(answers.length));
        const labels = listed(one).length > 0 ? listed(one) : labelsSeen(one);
        if (options.length > 0) expect(labels.slice(0, options.length)).toEqual(options);
        if (optionsSeen(one).length === 0) expect(answers).toHaveLength(options.length);
        const menu = one.blocks.flatMap(
          ({ accessory }) => JSON.stringify(accessory ?? {}).match(/"value":"[^"]*"/g) ?? [],
        );
        const sizes = menusIn(question).length > 0 ? menusIn(question) : [optionsSeen(one).length];
        expect(menu).toEqual(sizes.flatMap((size) => names(size).map((name) => `"value":"${name}"`)));
      }
  expect(count).toBe(2 * QUESTIONS.length);
});

test('a typed question is its words and its code, and nothing that would hint at the answer', async () => {
  let count = 0;
  for (const term of TERMS)
    for await (const { question, about, text, shown } of questionsAsSent(term)) {
      if (question.type !== 'typed') continue;
      const own = letters(question.ask.ko + (question.code ?? ''));
      const withoutHead = (words: string): string => letters(words.replace(/^문제 \d+ \/ \d+/m, '').replace(about, ''));
      expect(withoutHead(text)).toBe(own);
      for (const one of shown) {
        count++;
        expect(withoutHead(said(one))).toBe(own);
        expect(labelsSeen(one)).toEqual(['✎ 답 쓰기', '모르겠어요']);
      }
    }
  expect(count).toBe(2 * QUESTIONS.filter(({ type }) => type === 'typed').length);
});

test('what a box for an answer keeps to itself is the line of its button, and the same of every question', async () => {
  const { slack } = await onSlack({ bot });
  const how = { slack, user: slack.user('민수', { locale: 'ko-KR' }), locale: 'ko' } as const;
  const typed = Array.from(world.course().terms.values()).filter(({ questions }) =>
    questions.some(({ type }) => type === 'typed'),
  );
  const kept: object[] = [];
  for (const term of typed.slice(0, 6)) {
    const on = await startQuiz(how, term.title.ko);
    await reach(how, on, world.course().questions, 'typed');
    const box = await openBox(how, on);
    const { line, ...rest }: { line: string } = JSON.parse(box.privateMetadata);
    expect(linesSent(on)).toContain(line);
    kept.push(Object.keys(rest));
    slack.dismiss(how.user, box);
  }
  expect(kept.length).toBeGreaterThan(2);
  expect(new Set(kept.map((keys) => JSON.stringify(keys))).size).toBe(1);
});
