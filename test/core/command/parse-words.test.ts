import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, command } from '../../../src/core/command/command.ts';
import { parseWords } from '../../../src/core/command/parse-words.ts';
import { UserError } from '../../../src/core/errors.ts';
import { normalize } from '../../../src/language/normalize.ts';
import { anyText } from '../../support/any.ts';
import { bothAsTyped } from '../../support/slashes.ts';

const text = { ko: '요약', en: 'summary' };

const quiz = command({
  name: 'quiz',
  summary: text,
  usedBy: 'everyone',
  examples: [
    { ko: 'quiz', en: 'quiz' },
    { ko: 'quiz 파드 3', en: 'quiz pod 3' },
  ],
  options: {
    topic: { type: 'text', summary: text },
    count: {
      type: 'integer',
      units: ['개', '문제', 'questions'],
      min: 1,
      max: 20,
      summary: { ko: '문제 수', en: 'count' },
    },
    level: {
      type: 'choice',
      summary: { ko: '난이도', en: 'level' },
      choices: { easy: { ko: '쉽게', en: 'Easy' }, hard: { ko: '어렵게', en: 'Hard' } },
    },
  },
  run: () => ({ visibility: 'caller', accent: 'info', blocks: [] }),
});

const asked = { ko: '궁금한 말', en: 'word or question' };
const needy: Command = { ...quiz, options: { words: { type: 'text', required: true, summary: asked } } };

/** Every declared option is a key, also of what was left out. */
const nothing = { topic: undefined, count: undefined, level: undefined };

const told = (on: Command, line: string) => {
  try {
    return parseWords(on, line);
  } catch (error) {
    if (error instanceof UserError) return bothAsTyped(error.text);
    throw error;
  }
};

describe('typed words', () => {
  test.each([
    ['', {}],
    ['자가 복구', { topic: '자가 복구' }],
    ['자가 복구 3', { topic: '자가 복구', count: 3 }],
    ['3 자가 복구', { topic: '자가 복구', count: 3 }],
    ['쉽게 파드 5', { topic: '파드', count: 5, level: 'easy' }],
    ['파드 HARD', { topic: '파드', level: 'hard' }],
    ['easy', { level: 'easy' }],
    ['3 5', { topic: '3', count: 5 }],
    ['k8s 3.5', { topic: 'k8s 3.5' }],
    ['count:3 파드', { topic: '파드', count: 3 }],
    ['level:어렵게 topic:파드 count:2', { topic: '파드', count: 2, level: 'hard' }],
    ['topic: 파드', { topic: '파드' }],
    ['topic: 자가 복구', { topic: '자가 복구' }],
    ['topic:자가 복구', { topic: '자가 복구' }],
    ['topic:"자가 복구" 쉽게', { topic: '자가 복구', level: 'easy' }],
    ['3 topic:control plane', { topic: 'control plane', count: 3 }],
    ['topic:3', { topic: '3' }],
    ['topic:', {}],
    ['Topic:파드 COUNT:3 레벨', { topic: '파드 레벨', count: 3 }],
    ['count: 3 파드', { topic: '파드', count: 3 }],
    ['level: easy', { level: 'easy' }],
    ['count:5개 파드', { topic: '파드', count: 5 }],
    ['count:다섯개', { count: 5 }],
    ['파드 5개', { topic: '파드', count: 5 }],
    ['5개 파드', { topic: '파드', count: 5 }],
    ['파드 5 questions', { topic: '파드', count: 5 }],
    ['5 Questions pod', { topic: 'pod', count: 5 }],
    ['노드 두 문제', { topic: '노드', count: 2 }],
    ['다섯문제', { count: 5 }],
    ['열 개', { count: 10 }],
    ['두 파드', { topic: '두 파드' }],
    ['파드 5번', { topic: '파드 5번' }],
    ['문제', { topic: '문제' }],
    ['"두" 문제', { topic: '두 문제' }],
    ['other:3 파드', { topic: 'other:3 파드' }],
  ])('%j', (line, args) => {
    expect(parseWords(quiz, line)).toStrictEqual({ ...nothing, ...args });
  });
});

describe('quoted words', () => {
  test.each([
    ['"easy"', { topic: 'easy' }],
    ['"3" 3', { topic: '3', count: 3 }],
    ['"5개"', { topic: '5개' }],
    ['"count:3"', { topic: 'count:3' }],
    ['“자가 복구” 쉽게', { topic: '자가 복구', level: 'easy' }],
    ['„쉽게“ 2', { topic: '쉽게', count: 2 }],
    ['"자가 복구 3', { topic: '자가 복구 3' }],
    ['""', {}],
    ['"', {}],
    ['a"b', { topic: 'a"b' }],
  ])('%s stay text', (line, args) => {
    expect(parseWords(quiz, line)).toStrictEqual({ ...nothing, ...args });
  });
});

describe('what is wrong is told, in both languages', () => {
  test.each(['0', '21', '-1', 'count:999999999', '파드 100', '21문제', 'count:0개'])(
    'a number out of range: %s',
    (line) => {
      expect(told(quiz, line)).toEqual({
        ko: '문제 수: 1부터 20까지의 숫자로 적어 주세요.',
        en: 'count: give a number from 1 to 20.',
      });
    },
  );

  test.each(['count:abc', 'count:', 'count:3.5', 'count:"세개반"', 'count:두', '파드 count:99999999999'])(
    'no number where one is meant: %s',
    (line) => expect(told(quiz, line)).toHaveProperty('ko', '문제 수: 1부터 20까지의 숫자로 적어 주세요.'),
  );

  test('no word of a choice where one is meant, with those that there are', () => {
    const { ko, en } = told(quiz, 'level:medium') as { ko: string; en: string };
    expect([ko, en]).toEqual([
      '난이도: 이 중 하나를 적어 주세요: 쉽게, 어렵게',
      'level: write one of these: easy, hard',
    ]);
  });

  test.each(['', '""', '" "', 'words:'])('nothing where something is needed: %j', (line) => {
    const { ko, en } = told(needy, line) as { ko: string; en: string };
    expect(ko).toMatch(/`\/quiz`에는.*\(궁금한 말\).*`\/quiz 파드 3`$/);
    expect(en).toMatch(/`\/quiz` needs some more \(word or question\).*`\/quiz pod 3`$/);
  });
});

test.each(['topic:파드 count:3', 'level:easy', 'topic: 3번'])('a button’s line names no options: %s', (line) => {
  const pressed: Command = { ...quiz, usedBy: 'buttons', options: { topic: { type: 'text', summary: text } } };
  expect(parseWords(pressed, line)).toStrictEqual({ topic: line });
});

test('any line gives declared arguments within their bounds, or a UserError', () => {
  fc.assert(
    fc.property(anyText, (line) => {
      for (const on of [quiz, needy]) {
        const args = told(on, normalize(line));
        if ('ko' in args) continue;
        expect(Object.keys(args)).toEqual(Object.keys(on.options));
        const { count, level, topic, words } = args as Record<string, unknown>;
        if (count !== undefined)
          expect(count).toSatisfy((n) => Number.isInteger(n) && Number(n) >= 1 && Number(n) <= 20);
        expect([undefined, 'easy', 'hard']).toContain(level);
        for (const free of [topic, words]) expect(free).not.toBe('');
      }
    }),
  );
});

describe('words that no option takes are refused', () => {
  const bare: Command = { ...quiz, options: {}, examples: [] };
  const counted: Command = { ...quiz, options: { count: quiz.options.count ?? expect.fail() } };

  test.each(['파드', '민수 지금', '3', '"파드"', 'count:3'])('by a command without options: %s', (line) => {
    const shown = line.replaceAll('"', '');
    expect(told(bare, line)).toEqual({
      ko: `\`/quiz\` 뒤에는 다른 말을 붙이지 않아요. ‘${shown}’ 없이 \`/quiz\`만 입력해 주세요.`,
      en: `Nothing goes after \`/quiz\`. Type \`/quiz\` alone, without ‘${shown}’.`,
    });
  });

  test.each(['3 파드', '파드 3', '3 5 파드'])('by one whose options take others: %s', (line) => {
    const { ko, en } = told(counted, line) as { ko: string; en: string };
    expect(ko).toMatch(/^‘.*파드’ 부분을 알아듣지 못했어요\. `\/quiz.*처럼 적어 주세요\.$/);
    expect(en).toMatch(/^I do not understand ‘.*파드’\. Write it like `\/quiz.*\.$/);
  });

  test.each(['', ' ', '""'])('but not where there are none: %j', (line) => {
    expect(told(bare, line)).toEqual({});
  });
});
