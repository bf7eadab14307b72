import { expect, test } from 'vitest';
import { type Board, boardInWords } from '../../../src/core/reply/board.ts';

const spread: Board = {
  type: 'board',
  look: 'bars',
  title: '무엇일까요?',
  rows: [
    { mark: '1', name: '노드', value: '1명', share: 0.25, best: false },
    { mark: '', name: '모르겠어요', value: '3명', share: 0.75, best: false },
  ],
  foot: '4명',
};

test('in words, the number of an option is no other figure', () => {
  expect(boardInWords(spread)[1]).toEqual({
    type: 'text',
    markdown: '███░░░░░░░ 1명 · 1. 노드  \n████████░░ 3명 · 모르겠어요',
  });
  expect(boardInWords({ ...spread, look: 'podium' })[1]).toEqual({
    type: 'fields',
    fields: [
      { name: '1. 노드', value: '1명' },
      { name: '모르겠어요', value: '3명' },
    ],
  });
});
