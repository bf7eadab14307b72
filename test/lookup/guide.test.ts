import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { readGuide, renderGuide } from '../../src/lookup/guide.ts';
import { guideLine } from '../../src/lookup/lines.ts';
import { termFile } from '../support/content.ts';
import { courseIn, folderOf } from '../support/world.ts';

const SIGNS = `signs:
  - says: ['relation "*" does not exist', 'no such table:', 'ERROR 1146 (42S02): Table * doesn''t exist', 'NAME STATUS | STATUS missing']
    asks: [표가 없다고 나와요]
    means: 그런 이름의 테이블이 없어요.
    look: 이름에 오타가 없는지 보세요.
    mend: 이름을 고치세요.
  - says: ['syntax error at or near "*"']
    means: 문법에 맞지 않아요.
    look: 가리킨 곳의 앞을 보세요.
    mend: 고쳐서 다시 실행하세요.
    command: \\d student
`;

const course = () => courseIn([folderOf({ 'course.yaml': 'id: sql\n', 'table.md': termFile('table', SIGNS) })]);

const headingOf = (reply: Reply | undefined) => reply?.blocks.find(({ type }) => type === 'heading');

/** What a course answers to a message, and what its share button opens later. */
function answers(message: string) {
  const taught = course();
  const { guide } = taught.search(message);
  const now = guide && renderGuide(guide, taught, 'ko');
  const line = now?.share?.replace(/^guide /, '') ?? '';
  return { now, line, later: readGuide(guideLine.read(line), taught, 'ko') };
}

test.each([
  ['Error: in prepare, no such table: studnet', 'no such table:'],
  ['ERROR:  relation "studnet" does not exist', 'relation "…" does not exist'],
  ["ERROR 1146 (42S02): Table 'school.studnet' doesn't exist", "ERROR 1146 (42S02): Table … doesn't exist"],
  ['표가 없다고 나와요', 'relation "…" does not exist'],
])('a message is called as it reads, and so is what a button shows of it later: %j', (message, words) => {
  const { now, later } = answers(message);
  expect(headingOf(now)).toMatchObject({ text: words });
  expect(later).toEqual(now);
});

test("what is told by a table's cells is called by the first pattern", () => {
  const reply = renderGuide({ kind: 'sign', id: 'table', at: 0, said: 3, line: 1 }, course(), 'ko');
  expect(headingOf(reply)).toMatchObject({ text: 'relation "…" does not exist' });
});

test('the line of a sign from before names no pattern, and still shows it', () => {
  const { line } = answers('ERROR:  relation "studnet" does not exist');
  expect(line).toMatch(/^table sign [a-z0-9]{6}$/);
  const { line: other } = answers('Error: no such table: studnet');
  expect(other).toBe(`${line}.1`);
  for (const odd of ['.9', '.x', '.', '.-1', '.1e9'])
    expect(headingOf(readGuide(guideLine.read(line + odd), course(), 'ko'))).toMatchObject({
      text: 'relation "…" does not exist',
    });
});

test('a sign of which there is nothing to type has no block of code', () => {
  const codes = ({ now }: ReturnType<typeof answers>) =>
    now?.blocks.filter((block) => block.type === 'text' && JSON.stringify(block).includes('```'));
  expect(codes(answers('no such table: studnet'))).toEqual([]);
  expect(codes(answers('syntax error at or near "FORM"'))).toHaveLength(1);
});
