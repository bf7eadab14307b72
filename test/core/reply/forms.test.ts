import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Callable } from '../../../src/core/command/command.ts';
import type { Options } from '../../../src/core/command/options.ts';
import { parseValues } from '../../../src/core/command/parse-values.ts';
import { parseWords } from '../../../src/core/command/parse-words.ts';
import { UserError } from '../../../src/core/errors.ts';
import { normalize } from '../../../src/language/normalize.ts';
import { readTime, time } from '../../support/acting.ts';
import { anyText } from '../../support/any.ts';
import { bothAsTyped } from '../../support/slashes.ts';

const both = (text: string) => ({ ko: text, en: text });
const zone = {
  type: 'word',
  summary: both('시간대'),
  example: both('Asia/Seoul'),
  read: (text: string) => (/^[A-Z][a-z]+\/[A-Z][a-z]+$/.test(text) ? text : undefined),
} as const;
const channel = { type: 'channel', korean: '채널', summary: both('채널') } as const;
const who = { type: 'mentionable', korean: '누구', summary: both('사람') } as const;
const count = { type: 'integer', min: 1, max: 20, units: ['개'], summary: both('수') } as const;
const words = { type: 'text', summary: both('말') } as const;

const with_ = (options: Options): Callable => ({ name: 'do', usedBy: 'everyone', examples: [], options });
const all = with_({ count, words, time, zone, channel, who });

/** What was given. */
const given = (line: string, on = all) =>
  Object.fromEntries(Object.entries(parseWords(on, line)).filter(([, value]) => value !== undefined));

function toldBy(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return bothAsTyped(error.text);
    throw error;
  }
}

const refusal = (line: string, on = all): unknown => toldBy(() => parseWords(on, line));

describe('words of a certain form', () => {
  test.each([
    ['9시', { time: '09:00' }],
    ['9', { count: 9 }],
    ['파드 9시', { words: '파드', time: '09:00' }],
    ['오후 2시 30분', { time: '14:30' }],
    ['오후 2시 30분 5개', { time: '14:30', count: 5 }],
    ['5 오후 2시 30분 파드', { time: '14:30', count: 5, words: '파드' }],
    ['9시 오후 2시', { time: '14:00', words: '9시' }],
    ['9시 10시', { time: '09:00', words: '10시' }],
    ['30분 9시', { time: '09:00', words: '30분' }],
    ['Asia/Seoul 9시', { time: '09:00', zone: 'Asia/Seoul' }],
    ['"9시"', { words: '9시' }],
    ['오후 "2시" 30분', { words: '오후 2시 30분' }],
    ['time:9시 10시', { time: '09:00', words: '10시' }],
    ['time:오후 2시 30분 10시', { time: '14:30', words: '10시' }],
    ['time: 오후 2시 파드', { time: '14:00', words: '파드' }],
    ['시각:"오후 2시" 파드', { time: '14:00', words: '파드' }],
    ['10시 time:9시', { time: '09:00', words: '10시' }],
    ['TIME:9시', { time: '09:00' }],
  ])('%s', (line, args) => expect(given(line)).toEqual(args));

  test('the longest run is of four words', () => {
    const letters = (text: string) => (/^[a-z]( [a-z])*$/.test(text) ? text : undefined);
    const on = with_({ some: { type: 'word', summary: both('말'), example: both('a'), read: letters }, words });
    expect(given('1 a b 2 a b c d e', on)).toEqual({ some: 'a b c d', words: '1 a b 2 e' });
  });

  test.each(['time:곧', 'time:"오후 2시쯤"', 'time:', '시각:25시', 'time:9시반 10시'])(
    'by name, another form is told: %s',
    (line) => {
      expect(refusal(line)).toEqual({
        ko: '카드를 보낼 시각: 이렇게 적어 주세요. 예: 9시',
        en: 'hour of the card: write it like this: 09:00',
      });
    },
  );

  test('left out where they are needed, they are asked for', () => {
    expect(refusal('', with_({ time: { ...time, required: true } }))).toEqual({
      ko: '`/do`에는 내용을 적어 주세요(카드를 보낼 시각).',
      en: '`/do` needs some more (hour of the card).',
    });
  });

  test('what is left is told only where no text option takes it', () => {
    expect(refusal('9시 그리고', with_({ time }))).toHaveProperty('ko', expect.stringContaining('‘그리고’'));
    expect(given('9시 그리고', with_({ time, words }))).toEqual({ time: '09:00', words: '그리고' });
    expect(refusal('그리고', with_({ count }))).toHaveProperty('ko', expect.stringContaining('‘그리고’'));
  });
});

describe('channels and people', () => {
  test.each([
    ['<#123>', { channel: '123' }],
    ['<#C123|general>', { channel: 'C123' }],
    ['<#C123|>', { channel: 'C123' }],
    ['#general', { channel: 'general' }],
    ['#수업-1반 파드', { channel: '수업-1반', words: '파드' }],
    ['<#1> <#2>', { channel: '1', words: '<#2>' }],
    ['channel:<#123>', { channel: '123' }],
    ['channel:123', { channel: '123' }],
    ['채널:general', { channel: 'general' }],
    ['채널: #general', { channel: 'general' }],
    ['"#general"', { words: '#general' }],
    ['# <#> <#a b>', { words: '# <#> <#a b>' }],
    ['<@123>', { who: '123' }],
    ['<@!123>', { who: '123' }],
    ['<@&123>', { who: '&123' }],
    ['<@U123|minsu>', { who: 'U123' }],
    ['@민수', { who: '민수' }],
    ['who:&123', { who: '&123' }],
    ['누구:민수', { who: '민수' }],
    ['"@민수"', { words: '@민수' }],
    ['@ <@> @here!', { who: 'here!', words: '@ <@>' }],
    ['<@1> <#2> 9시 3 파드', { who: '1', channel: '2', time: '09:00', count: 3, words: '파드' }],
  ])('%s', (line, args) => expect(given(line)).toEqual(args));

  test.each(['channel:"a b"', 'channel:', 'channel:<@1>', 'channel:<#>'])('what is no channel is told: %s', (line) => {
    expect(refusal(line)).toEqual({
      ko: '채널: 이렇게 적어 주세요. 예: `#일반`',
      en: '채널: write it like this: `#general`',
    });
  });

  test.each(['who:"a b"', '누구:', 'who:<#1>'])('what is nobody is told: %s', (line) => {
    expect(refusal(line)).toEqual({
      ko: '사람: 이렇게 적어 주세요. 예: `@민수`',
      en: '사람: write it like this: `@minsu`',
    });
  });
});

test('any line gives values of their form, or a UserError', () => {
  const pieces = fc.constantFrom(
    '9시',
    '오후',
    '2시',
    '30분',
    'time:',
    '<#1>',
    '#',
    '<@&2>',
    'who:',
    '"',
    '5개',
    '파드',
  );
  const lines = fc.oneof(
    anyText,
    fc.array(pieces, { maxLength: 8 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(lines, (line) => {
      const args = refusal(normalize(line));
      if (typeof args !== 'object' || args === null || 'ko' in args) return;
      expect(Object.keys(args)).toEqual(Object.keys(all.options));
      const { time: at, channel: where, who: person } = args as Record<string, string | undefined>;
      if (at !== undefined) expect(readTime(at)).toBe(at);
      for (const id of [where, person]) expect(id ?? 'none').toMatch(/^[^\s<>]+$/);
    }),
  );
});

test('values that a platform has are read, and refused, as the same words after their names are', () => {
  const required = with_({ ...all.options, time: { ...time, required: true } });
  const written = fc.oneof(
    anyText.filter((text) => !/["“”„]/.test(normalize(text))),
    fc.constantFrom(
      '9시',
      '오후 2시 30분',
      '14:30',
      '<#1>',
      '#일반',
      '&77',
      '<@&2>',
      '5',
      '5개',
      '21',
      '3.5',
      '한 개',
      '',
    ),
  );
  const values = fc.dictionary(fc.constantFrom(...Object.keys(all.options)), fc.oneof(written, fc.integer()));
  fc.assert(
    fc.property(values, (some) => {
      const words = Object.entries(some).flatMap(([name, value]) => {
        const text = normalize(String(value));
        return text === '' ? [] : [`${name}:"${text}"`];
      });
      for (const on of [all, required])
        expect(toldBy(() => parseValues(on, some))).toEqual(refusal(words.join(' '), on));
    }),
  );
});

test('a value of no option is told, whatever option takes free words', () => {
  expect(toldBy(() => parseValues(all, { hour: '9시', words: '파드' }))).toHaveProperty(
    'ko',
    expect.stringContaining('‘hour:9시’ 칸은 이제 쓰지 않아요.'),
  );
  expect(toldBy(() => parseValues(with_({}), { hour: 9 }))).toHaveProperty(
    'en',
    expect.stringContaining('‘hour:9’ is no longer an option.'),
  );
});

test('a line of thousands of words is not read as often as they can be put together', () => {
  let read = 0;
  const counting = {
    ...time,
    read(text: string) {
      read += 1;
      return time.read(text);
    },
  };
  expect(refusal('a '.repeat(3000), with_({ time: counting }))).toMatchObject({ ko: expect.stringContaining('a a') });
  expect(read).toBeLessThan(1000);
  expect(given(`9시 ${'a '.repeat(2900)}`, with_({ time: counting, words }))).toMatchObject({ time: '09:00' });
});
