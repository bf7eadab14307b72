import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { markdownLines, pad, wrap } from '../../../src/platforms/terminal/markdown.ts';

const canvas = { columns: 40, colour: false };
const lines = (markdown: string, columns = 40): string[] => markdownLines(markdown, { ...canvas, columns });

test.each([
  [
    'emphasis and code read without colour',
    '**파드**와 *노드*와 ~~도커~~, `kubectl get po`',
    ['파드와 노드와 도커, `kubectl get po`'],
  ],
  ['bold beside a particle', '**파드(Pod)**가', ['파드(Pod)가']],
  ['a link shows where it leads', '[문서](https://k8s.example/ko)', ['문서 (https://k8s.example/ko)']],
  ['a bare address is shown once', '<https://k8s.example>', ['https://k8s.example']],
  ['an image is its words', '![그림](x.png)', ['그림']],
  ['a heading is a line', '## 파드\n글', ['파드', '', '글']],
  ['a soft break is a space, a hard one a line', '가\n나\\\n다', ['가 나', '다']],
  ['lists nest', '- 가\n  1. 나\n  2. 다\n- 라', ['• 가', '  1. 나', '  2. 다', '• 라']],
  ['a list keeps the number it begins with', '3. 가\n4. 나', ['3. 가', '4. 나']],
  ['a quote has a bar', '> 가 **나**\n> 다', ['┃ 가 나 다']],
  ['paragraphs of a quote stay apart', '> 가\n>\n> 나', ['┃ 가', '┃ ', '┃ 나']],
  ['code is shown line by line', '```yaml\na: 1\n\n  b: 2\n```', ['▏ a: 1', '▏ ', '▏   b: 2']],
  ['a rule is a line', '가\n\n---\n\n나', ['가', '', '────────────────────', '', '나']],
  ['nothing is nothing', '', []],
])('%s', (_, markdown, expected) => {
  expect(lines(markdown)).toEqual(expected);
});

test('words are broken at spaces, Hangul counting two columns, and continued under their mark', () => {
  expect(lines('- 쿠버네티스는 컨테이너를 돌봐요', 16)).toEqual(['• 쿠버네티스는', '  컨테이너를', '  돌봐요']);
  expect(wrap('가나다라마바사', 6)).toEqual(['가나다', '라마바', '사']);
  expect(wrap('', 10)).toEqual(['']);
  expect(wrap('ab', 0)).toEqual(['a', 'b']);
});

test('code within a sentence is not broken where it fits on a line', () => {
  expect(lines('이제 `kubectl get pods -A` 하세요', 24)).toEqual(['이제', '`kubectl get pods -A`', '하세요']);
});

test('a table that does not fit becomes a list that names its columns', () => {
  const table = '| 이름 | 뜻 | 예 |\n|--|--|--|\n| 파드 | 가장 작은 배포 단위 | web |';
  expect(lines(table)).toEqual([
    '이름 │ 뜻                  │ 예',
    '─────┼─────────────────────┼────',
    '파드 │ 가장 작은 배포 단위 │ web',
  ]);
  expect(lines(table, 24)).toEqual(['• 파드: 뜻: 가장 작은', '  배포 단위 / 예: web']);
});

test('text is padded by columns, not by letters', () => {
  expect(pad('파드', 6)).toBe('파드  ');
  expect(pad('파드노드', 6)).toBe('파드노드');
});

test('colour is put around words and taken back at the end of every line', () => {
  const drawn = markdownLines('**가나다라 마바사아 자차카타**와 `code`', { columns: 10, colour: true });
  expect(drawn.map(stripVTControlCharacters)).toEqual(['가나다라', '마바사아', '자차카타와', 'code']);
  expect(drawn[0]).toContain('\u001b[1m');
  for (const line of drawn.slice(0, 2)) expect(line.endsWith('\u001b[22m')).toBe(true);
});
