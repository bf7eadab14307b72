import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLines, writeLines } from '../../../src/classes/questions/parse-lines.ts';

const isConcept = (words: string): boolean => ['파드', 'pod', '서비스 계정'].includes(words);
const parse = (...lines: string[]) => parseLines(lines.join('\n'), isConcept);
const entered = (...lines: string[]) => parse(...lines).entered;

test('what is asked, what is right and wrong, and why', () => {
  expect(entered('제일 큰 수는?', '= 3', '- 1', '- 2', '> 셋이 가장 커요.', '> 그렇죠?')).toEqual({
    question: '제일 큰 수는?',
    right: '3',
    wrong: '1\n2',
    why: '셋이 가장 커요.\n그렇죠?',
  });
  expect(entered('한 줄', '', '둘째 문단', '＝ 전각', '• 점', '＞ 까닭')).toEqual({
    question: '한 줄\n\n둘째 문단',
    right: '전각',
    wrong: '점',
    why: '까닭',
  });
});

test('the first line names a concept and options, or is what is asked', () => {
  const rest = ['무엇일까요?', '= 답', '> 왜'];
  const read = { question: '무엇일까요?', right: '답', why: '왜' };
  expect(entered('파드', ...rest)).toEqual({ ...read, concept: '파드' });
  expect(entered('파드 type:multiple', ...rest)).toEqual({ ...read, concept: '파드', type: 'multiple' });
  expect(entered('개념:"서비스 계정" 유형:여러개', ...rest)).toEqual({
    ...read,
    concept: '서비스 계정',
    type: '여러개',
  });
  expect(entered('edit:abc123.2 무엇일까요?', '= 답')).toEqual({
    question: '무엇일까요?',
    right: '답',
    edit: 'abc123.2',
  });
  expect(entered('파드', '= 답')).toEqual({ question: '파드', right: '답' });
  // What names no type is a part of the question.
  expect(entered('spec에 type:NodePort가 있으면?', '= 답')).toMatchObject({
    question: 'spec에 type:NodePort가 있으면?',
  });
  expect(entered('파드')).toEqual({ concept: '파드' });
  expect(entered('type:order')).toEqual({ type: 'order' });
  expect(entered('')).toEqual({});
});

test('code stands between fences as it is, and steps have their numbers', () => {
  expect(entered('고르세요', '```yaml', '  a:', '    - b', '', '= no answer', '```', '1. 먼저', '2) 다음')).toEqual({
    question: '고르세요',
    code: '  a:\n    - b\n\n= no answer',
    right: '1. 먼저\n2) 다음',
  });
  expect(entered('고르세요', '~~~~', '```', '~~~~', '= 답')).toMatchObject({ code: '```', right: '답' });
  // One that is never closed goes on to the end.
  expect(entered('고르세요', '= 답', '```', '코드', '= 아님')).toMatchObject({ code: '코드\n= 아님', right: '답' });
});

test('in one line, each stands in quotes', () => {
  expect(entered('2 더하기 3은? "= 5" "- 4" “- 6” "> 세어 봐요"')).toEqual({
    question: '2 더하기 3은?',
    right: '5',
    wrong: '4\n6',
    why: '세어 봐요',
  });
  expect(entered('파드 "무엇일까요?" "= 답"')).toEqual({ concept: '파드', question: '무엇일까요?', right: '답' });
  expect(entered('그는 "안녕"이라고 했을까요?')).toEqual({ question: '그는 "안녕"이라고 했을까요?' });
});

test('a line behind the answers that nothing marks is told', () => {
  expect(parse('물음', '= 답', '이건 뭐죠', '> 왜').strange).toEqual(['이건 뭐죠']);
  expect(parse('물음', '= 답', '').strange).toEqual([]);
});

test('what is written as lines is read again', () => {
  const line = fc.stringMatching(/^[가-힣a-z]{1,12}( [가-힣a-z]{1,5})?$/);
  const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
  const question = fc.record(
    {
      question: lines,
      code: fc
        .array(fc.stringMatching(/^ {0,4}[a-z`:-]{1,9}$/), { minLength: 1, maxLength: 4 })
        .map((all) => all.join('\n')),
      right: lines,
      wrong: lines,
      why: lines,
    },
    { requiredKeys: ['question', 'right', 'why'] },
  );
  fc.assert(
    fc.property(question, (given) => {
      // Behind the options: a first line may name a concept.
      expect(parse('edit:a1.0', writeLines(given)).entered).toEqual({ ...given, edit: 'a1.0' });
    }),
  );
});
