import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import type { View } from '../../../src/platforms/slack/elements.ts';
import { createRenderer, textOnly } from '../../../src/platforms/slack/render.ts';
import { answerModal, homeTab, modal, searchBox, searchOptions } from '../../../src/platforms/slack/views.ts';
import { objects } from '../../fakes/slack/json.ts';
import { messageProblems, optionsProblems, pings, viewProblems } from '../../fakes/slack/rules/rules.ts';
import { buttonsSeen, labelsSeen, linesSent, NOBODY, optionsSeen, said, spoken } from '../../fakes/slack/seen.ts';
import { anyPicture, anyReply, awkwardText } from '../../support/any-reply.ts';
import { choiceOf } from '../../support/payload.ts';
import { runs } from '../../support/sample.ts';

const COMMANDS = ['card', 'dosirak', 'k8s', 'quiz'];
const { message, blocks: blocksFor } = createRenderer(COMMANDS);
const view: View = { locale: 'ko', surface: 'message', others: true, name: '민수', prefix: '' };
const replyOf = (...blocks: Block[]): Reply => ({ visibility: 'caller', accent: 'info', blocks });

/** Both forms as they are sent. */
const both = (reply: Reply, how: View): { text: string; message: object[]; view: object[] } => {
  const { text, blocks = [] } = message(reply, how);
  return { text, message: blocks, view: blocksFor(reply, how) };
};
const seen = (blocks: readonly object[]) => ({ blocks: objects(blocks) });

/** What a reply may be at its worst: shared or to be shared, with long texts, many options and many buttons. */
const heavy = fc
  .tuple(
    anyReply,
    fc.record({ share: fc.string({ maxLength: 94 }), sharedBy: fc.constant('slack:T1:U1') }, { requiredKeys: [] }),
    fc.array(
      fc.oneof(
        awkwardText.map((words): Block => ({ type: 'text', markdown: words.repeat(40) })),
        awkwardText.map((words): Block => ({ type: 'quote', markdown: '가*'.repeat(900) + words })),
        awkwardText.map(
          (words): Block => ({ type: 'text', markdown: `# &<>\n${words}\n\`\`\`\n가\n\`\`\`\n`.repeat(80) }),
        ),
        awkwardText.map(
          (words): Block => ({ type: 'heading', text: '🍱'.repeat(140) + words, aside: words.repeat(9) }),
        ),
        fc.tuple(awkwardText, awkwardText).map(
          ([name, value]): Block => ({
            type: 'fields',
            fields: Array.from({ length: 12 }, () => ({ name: name.slice(0, 20), value: `${value.slice(0, 30)}🍱` })),
          }),
        ),
        fc.tuple(awkwardText, fc.nat(9)).map(
          ([words, id]): Block => ({
            type: 'buttons',
            buttons: Array.from({ length: 10 }, (_, i) => ({
              label: `${'🍱'.repeat(70)}${words}`,
              line: `${'가'.repeat(98)}${id}${i}`,
            })),
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
      { maxLength: 12 },
    ),
  )
  .map(([reply, more, blocks]): Reply => ({ ...reply, ...more, blocks: [...reply.blocks, ...blocks] }));

const views = fc.record({
  locale: fc.constantFrom<Locale>('ko', 'en'),
  surface: fc.constant('message' as const),
  others: fc.boolean(),
  name: awkwardText,
  prefix: fc.constantFrom('', 'ds-'),
});

test('Slack takes any reply, as a message, a modal and a home tab, and it calls nobody', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 2, arbitrary: anyReply }, heavy), views, (any, how) => {
      const shown = both(withinLimits(any), how);
      expect(messageProblems({ text: shown.text, blocks: shown.message })).toEqual([]);
      expect(messageProblems({ text: shown.text })).toEqual([]);
      const searching = [searchBox(how.locale), ...blocksFor(withinLimits(any), how, 1)];
      for (const one of [
        modal(blocksFor(withinLimits(any), how), how.locale),
        modal(searching, how.locale, 'search'),
        homeTab(searching),
      ])
        expect(viewProblems(one)).toEqual([]);
      for (const blocks of [shown.message, shown.view]) {
        expect(pings({ text: shown.text, blocks: objects(blocks) })).toEqual(NOBODY);
        expect(JSON.stringify([shown.text, blocks])).not.toMatch(/\\u(?:d[89a-f]|00[01]|202[a-e])/);
        const ids = buttonsSeen(seen(blocks)).map(({ actionId }) => actionId);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    { numRuns: runs(15) },
  );
});

test('what can be pressed in a reply of ordinary length is all there, and sends the line that it was given', () => {
  const buttons = fc.array(fc.string({ minLength: 1, maxLength: 100 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(fc.array(buttons, { maxLength: 6 }), anyReply, (groups, { blocks }) => {
      const rows = groups.map(
        (lines): Block => ({ type: 'buttons', buttons: lines.map((line) => ({ label: '가', line })) }),
      );
      const others = blocks.filter(({ type }) => type === 'text' || type === 'heading');
      const reply = withinLimits(replyOf(...others, ...rows));
      const wanted = reply.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
      const lines = wanted.map(({ line }) => line).filter((line) => line.trim() !== '');
      const shown = both(reply, view);
      expect(linesSent(seen(shown.message))).toEqual(lines);
      expect(linesSent(seen(shown.view))).toEqual(lines);
    }),
  );
});

describe('a text that is too long', () => {
  const sentence = '파드는 컨테이너를 담는 가장 작은 단위예요.';
  const text: Block = { type: 'text', markdown: `${sentence} `.repeat(80).trim() };

  test('is cut at a sentence and says so', () => {
    const { blocks = [] } = message(
      replyOf(...Array.from({ length: 9 }, () => text), { ...text, type: 'quote' }),
      view,
    );
    const shown = said(seen(blocks));
    expect(shown.length).toBeGreaterThan(9000);
    for (const line of shown.split('\n')) expect(line).toMatch(/^(?:파드는 .*예요\.)(?: …)?$/);
    expect(shown).toMatch(/예요\. …$/m);
  });

  test('leaves alone what is short, and what can be pressed', () => {
    const buttons: Block = { type: 'buttons', buttons: [{ label: '다음', line: 'ask pod' }] };
    const all = [...Array.from({ length: 9 }, () => text), buttons, { type: 'footer', text: '끝 글' } as const];
    const { blocks = [] } = message(replyOf(...all), view);
    expect(said(seen(blocks))).toMatch(/\n끝 글$/);
    expect(linesSent(seen(blocks))).toEqual(['ask pod']);
  });

  test('is whole in a view, which has room', () => {
    const shown = said(seen(blocksFor(replyOf(...Array.from({ length: 9 }, () => text)), view)));
    expect(shown.split(sentence)).toHaveLength(9 * 80 + 1);
  });

  test.each([400, 401, 402, 403])('that is code is cut as code (%i times)', (times) => {
    const markdown = '```yaml\na: 1\n```\n\n'.repeat(times);
    const { blocks = [] } = message(replyOf({ type: 'text', markdown }), view);
    expect(said(seen(blocks))).toMatch(/^(?:a: 1\n)+(?:a?:? ?1?\n?)…$/);
    expect(messageProblems({ blocks })).toEqual([]);
  });
});

test('of too many blocks those that come first are shown', () => {
  const all = Array.from(
    { length: 120 },
    (_, i): Block => ({ type: 'buttons', buttons: [{ label: '가', line: `${i}` }] }),
  );
  const { message: inMessage, view: inView } = both(replyOf(...all), view);
  const lines = Array.from({ length: 120 }, (_, i) => `${i}`);
  expect(linesSent(seen(inMessage))).toEqual(lines.slice(0, 50));
  expect(linesSent(seen(inView))).toEqual(lines.slice(0, 100));
  expect(linesSent(seen(blocksFor(replyOf(...all), view, 1)))).toEqual(lines.slice(0, 99));
});

describe('a choice', () => {
  const words = ['노드', '파드', '컨테이너'];

  test('of a few short words is a row of them; longer ones are listed, and numbers pressed', () => {
    const short = both(replyOf(choiceOf(words)), view);
    for (const blocks of [short.message, short.view]) {
      expect(said(seen(blocks))).toBe('');
      expect(labelsSeen(seen(blocks))).toEqual([...words, '모르겠어요']);
      expect(linesSent(seen(blocks))).toEqual(['drill x a', 'drill x b', 'drill x c', 'drill x -']);
    }
    const long = both(replyOf(choiceOf(words.map((word) => `**${word}**는 무엇을 하는 것이라고 생각하나요?`))), view);
    for (const blocks of [long.message, long.view]) {
      expect(said(seen(blocks))).toMatch(
        /^1 {2}\*\*노드\*\*는 .*\?\n2 {2}\*\*파드\*\*는 .*\n3 {2}\*\*컨테이너\*\*는 .*\?$/,
      );
      expect(labelsSeen(seen(blocks))).toEqual(['1', '2', '3', '모르겠어요']);
    }
  });

  test('of several is a menu and a button that sends what is picked there', () => {
    const shown = both(replyOf({ ...choiceOf(words), max: 3 }), { ...view, locale: 'en' });
    for (const blocks of [shown.message, shown.view]) {
      expect(optionsSeen(seen(blocks))).toEqual(['1. 노드', '2. 파드', '3. 컨테이너']);
      expect(labelsSeen(seen(blocks))).toEqual(['Submit', 'I do not know']);
      expect(said(seen(blocks))).toBe('1  노드\n2  파드\n3  컨테이너\nChoose all that apply, then submit.');
    }
  });

  test('in order shows what was pressed, and begins again', () => {
    const order = { ...choiceOf(words), max: 3, min: 3, ordered: true };
    const none = seen(both(replyOf(order), view).message);
    expect(said(none)).toMatch(/순서대로 하나씩 눌러 주세요\.$/);
    expect(linesSent(none)).toEqual(['drill x a', 'drill x b', 'drill x c', 'drill x ---']);
    const one = seen(both(replyOf({ ...order, picked: ['c'] }), view).view);
    expect(said(one)).toMatch(/고른 순서: 3$/);
    expect(labelsSeen(one)).toEqual(['1', '2', '↺ 처음부터', '모르겠어요']);
    expect(linesSent(one)).toEqual(['drill x ca', 'drill x cb', 'drill x', 'drill x ---']);
  });

  test('of 25 has a press for each, and for whoever does not know', () => {
    const many = choiceOf(Array.from({ length: 25 }, (_, i) => `선택지 ${i}`));
    for (const choice of [many, { ...many, ordered: true, picked: ['a'] }]) {
      const { message: blocks } = both({ ...replyOf(choice), share: 'ask pod' }, view);
      expect(labelsSeen(seen(blocks))).toHaveLength(27);
      expect(labelsSeen(seen(blocks)).slice(-2)).toEqual(['모르겠어요', '📢 채널에 공유']);
      expect(messageProblems({ blocks })).toEqual([]);
    }
  });
});

test('fields stand in columns; long ones, and those with signs that Slack would take for marks, below each other', () => {
  const fields = (...pairs: [string, string][]): Reply =>
    replyOf({ type: 'fields', fields: pairs.map(([name, value]) => ({ name, value })) });
  const types = (reply: Reply): unknown[] => both(reply, view).message.map((block) => Object.entries(block)[0]?.[1]);
  const short = fields(['/k8s <말>', '찾아요 & 보여줘요'], ['나', '@here']);
  expect(types(short)).toEqual(['section']);
  expect(said(seen(both(short, view).message))).toBe('/k8s <말>\n찾아요 & 보여줘요\n나\n@here');
  for (const odd of ['*파드*', '_pod_', '~pod~', '`pod`', '> pod', '가'.repeat(60), '']) {
    const shown = fields(['가', odd]);
    expect(types(shown)).toEqual(['markdown']);
    expect(said(seen(both(shown, view).message))).toBe(['가', odd].filter(Boolean).join('\n'));
    expect(said(seen(both(shown, view).view))).toBe(['가', odd].filter(Boolean).join('\n'));
  }
});

describe('sharing', () => {
  const reply: Reply = { ...replyOf({ type: 'text', markdown: '글' }), share: 'ask pod' };

  test('is offered where others read along, and what is shared says by whom', () => {
    expect(linesSent(seen(both(reply, view).message))).toEqual(['share ask pod']);
    expect(linesSent(seen(both(reply, { ...view, others: false }).message))).toEqual([]);
    expect(linesSent(seen(both({ ...reply, visibility: 'channel' }, view).message))).toEqual([]);
    const shared = both({ ...reply, visibility: 'channel', sharedBy: 'slack:T1:U1' }, view);
    expect(said(seen(shared.message))).toBe('민수 님이 공유했어요\n글');
    expect(spoken(shared)).toBe('민수 님이 공유했어요\n글');
  });

  test('stands beside the other buttons', () => {
    const buttons: Block = { type: 'buttons', buttons: [{ label: '다음', line: 'ask node', primary: true }] };
    const { message: blocks } = both(
      { ...reply, blocks: [...reply.blocks, buttons, { type: 'footer', text: '끝' }] },
      view,
    );
    expect(blocks).toHaveLength(3);
    expect(buttonsSeen(seen(blocks))).toEqual([
      { label: '다음', actionId: 'run:0', value: 'ask node', primary: true },
      { label: '📢 채널에 공유', actionId: 'run:1', value: 'share ask pod', primary: false },
    ]);
  });
});

describe('pictures', () => {
  test('are a file with words for those who do not see it, or those words', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const reply = withinLimits(replyOf(picture));
        const { blocks = [], text } = message(reply, { ...view, fileOf: () => 'F1' });
        expect(messageProblems({ text, blocks })).toEqual([]);
        expect(blocks).toMatchObject([{ type: 'image', slack_file: { id: 'F1' } }]);
        expect(text).toBe(message(reply, view).text);
      }),
    );
  });
});

describe('the words alone', () => {
  test('say what the blocks say, a line a block, a row and an item, and no mark or button', () => {
    const reply = replyOf(
      { type: 'heading', text: '파드', aside: 'Pod' },
      {
        type: 'text',
        markdown:
          '**가장** 작은 `단위`예요.\n\n- 하나\n- 둘\n  1. 셋\n\n| 이름 | 뜻 |\n|--|--|\n| 파드 | <단위> |\n\n가  \n나',
      },
      { type: 'quote', markdown: '따온 [말](https://a.example) ![그림](x)' },
      {
        type: 'fields',
        fields: [
          { name: '쓰는 곳', value: '노드' },
          { name: '', value: '값' },
        ],
      },
      { type: 'picture', title: '카드', text: '글', quote: '*말*', foot: '발' },
      { type: 'buttons', buttons: [{ label: '눌러', line: 'ask pod' }] },
      choiceOf(['노드', '파드']),
      { type: 'input', line: 'drill x', label: '답' },
      { type: 'footer', text: '끝' },
    );
    expect(message(reply, view).text.split('\n')).toEqual([
      ...[
        '파드 · Pod',
        '가장 작은 단위예요.',
        '하나',
        '둘',
        '셋',
        '이름 / 뜻',
        '파드 / &lt;단위&gt;',
        '가',
        '나',
        '따온 말 그림',
      ],
      ...['쓰는 곳: 노드', '값', '카드', '글', '말', '발', '1. 노드', '2. 파드', '끝'],
    ]);
    expect(textOnly(message(reply, view))).toEqual({ text: message(reply, view).text });
  });

  test('are never empty and never too long, and no entity is cut', () => {
    fc.assert(
      fc.property(heavy, (any) => {
        const { text } = message(withinLimits(any), view);
        expect(text.trim()).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(20_000);
        expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }),
      { numRuns: runs(10) },
    );
  });
});

describe('a prefix', () => {
  const prefixed = { ...view, prefix: 'ds-' };
  const shown = (words: string): string => {
    const reply = replyOf(
      { type: 'heading', text: words, aside: words },
      { type: 'text', markdown: words },
      { type: 'fields', fields: [{ name: words, value: words }] },
      { type: 'buttons', buttons: [{ label: words, line: words }] },
      choiceOf([words]),
      { type: 'footer', text: words },
    );
    const { message: inMessage, view: inView, text } = both(reply, prefixed);
    expect(linesSent(seen(inMessage))[0]).toBe(words);
    expect(linesSent(seen(inView))[0]).toBe(words);
    const all = [
      text.split('\n'),
      ...[inMessage, inView].map((blocks) => said(seen(blocks)).split('\n')),
      [labelsSeen(seen(inView))[0] ?? ''],
    ];
    const lines = new Set(all.flat().map((line) => line.replace(/^1(?:\. | {2})/, '')));
    const parts = Array.from(lines).flatMap((line) => line.split(/ · |: /));
    expect(new Set(parts).size).toBe(1);
    return parts[0] ?? '';
  };

  test.each([
    ['/k8s', '/ds-k8s'],
    ['먼저 /quiz, 그리고 /card를 해요.', '먼저 /ds-quiz, 그리고 /ds-card를 해요.'],
    ['(/dosirak)', '(/ds-dosirak)'],
    ['“/k8s 파드”처럼', '“/ds-k8s 파드”처럼'],
  ])('renames %s', (words, expected) => {
    expect(shown(words)).toBe(expected);
  });

  test.each([
    ...[
      'k8s',
      '/ds-k8s',
      '/k8s-dns',
      '/k8sx',
      '/nope',
      'a/k8s',
      '파드/quiz',
      '/etc/k8s',
      '/k8s/conf',
      './card',
      '-/card',
    ],
    ...['x=/quiz', '/K8S'],
  ])('leaves %s alone', (words) => {
    expect(shown(words)).toBe(words);
  });

  test('is seen at a line’s beginning, in code, and in no address or code of one’s own', () => {
    const markdown =
      '가\n\n/k8s\n\n`/k8s 파드`\n\n```\n/quiz\nls /card/x\n```\n\n[/card](https://a.example/card?x=/card)';
    const { message: blocks, view: inView, text } = both(replyOf({ type: 'text', markdown }), prefixed);
    expect(said(seen(blocks))).toBe('가\n/ds-k8s\n/ds-k8s 파드\n/ds-quiz\nls /card/x\n/ds-card');
    for (const one of [blocks, inView])
      expect(JSON.stringify(one)).toContain('(https://a.example/card?x=/card)'.slice(1, -1));
    expect(text).toBe('가\n/ds-k8s\n/ds-k8s 파드\n/ds-quiz\nls /card/x\n/ds-card');
  });
});

test.each(['ko', 'en'] as const)('boxes to search and to answer in are taken, and what they offer (%s)', (locale) => {
  for (const boxes of [1, 2, 5]) expect(viewProblems(answerModal('x'.repeat(3000), boxes, locale))).toEqual([]);
  expect(viewProblems(homeTab([searchBox(locale)]))).toEqual([]);
  fc.assert(
    fc.property(fc.array(awkwardText, { maxLength: 150 }), (titles) => {
      const options = searchOptions(
        'k8s',
        titles.map((title) => ({ ko: title, en: title })),
        locale,
      );
      expect(optionsProblems({ options })).toEqual([]);
      expect(options.length).toBeLessThanOrEqual(100);
    }),
  );
});
