import { expect, test } from 'vitest';
import { escapeBesideCode, escapeMarkdown, literalLine } from '../../src/markdown/escape.ts';
import { hasSlash, type Slash, slash } from '../../src/markdown/slash.ts';
import { toDiscord } from '../../src/platforms/discord/markdown.ts';
import { toSlack } from '../../src/platforms/slack/markdown.ts';
import { toRichText } from '../../src/platforms/slack/rich-text.ts';
import { markdownLines } from '../../src/platforms/terminal/markdown.ts';

const PRESSED = ({ line, particle }: Slash): string => `</${line}:1>${particle}`;
const sentence = `새 채널에서 ${slash('class 설정', '을/를')} 입력하면 돼요.`;

test('a command is code where it is typed, and a particle follows at once', () => {
  const words = '새 채널에서 `/class 설정`을 입력하면 돼요.';
  expect(toSlack(sentence)).toBe(words);
  expect(toDiscord(sentence)).toBe(words);
  expect(markdownLines(sentence, { columns: 200, colour: false })).toEqual([words]);
  expect(JSON.stringify(toRichText(sentence))).toContain(
    '{"type":"text","text":"/class 설정","style":{"code":true}},{"type":"text","text":"을"}',
  );
});

test('where a platform presses commands it writes them itself, each time anew', () => {
  expect(toDiscord(sentence, PRESSED)).toBe('새 채널에서 </class 설정:1>을/를 입력하면 돼요.');
  expect(toDiscord(sentence, ({ line }) => line.toUpperCase())).toContain('CLASS');
  expect(toDiscord('**굵게**', PRESSED)).toBe('**굵게**');
});

test.each([
  slash('quiz'),
  '`/quiz`',
  '[`/quiz`](command:)',
  '\\[`/quiz`](command:)',
  '</quiz:1>',
  '`</quiz:1>`',
  '[/quiz](command:)',
  '<command:>',
  '![`/quiz`](command:)',
])('what people write is no command: %s', (typed) => {
  for (const escaped of [escapeMarkdown, literalLine, escapeBesideCode])
    expect(
      toDiscord(`말: ${escaped(typed)}`, () => 'COMMAND'),
      escaped.name,
    ).not.toContain('COMMAND');
  expect(toDiscord(`\`\`\`\n${typed}\n\`\`\``, () => 'COMMAND')).not.toContain('COMMAND');
  expect(toDiscord(escapeMarkdown(typed))).not.toMatch(/(?<!\\)<\//);
});

test('what a person typed within a command stays within its code', () => {
  const named = slash('class 휴강 `](x) **굵게**\n끝 빼기');
  expect(toDiscord(named, ({ line }) => `[${line}]`)).toBe('[class 휴강 ](x) **굵게** 끝 빼기]');
  expect([hasSlash(named), hasSlash('`/quiz`')]).toEqual([true, false]);
});
