import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOARD, type Board } from '../../src/core/reply/board.ts';
import { altOf } from '../../src/core/reply/drawable.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { layOutBoard } from '../../src/pictures/board.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { loadFont } from '../../src/pictures/font.ts';
import { anyBoard } from '../support/any-reply.ts';
import { ugly } from '../support/marks.ts';
import { sizeOf } from '../support/png.ts';
import { runs } from '../support/sample.ts';

const { widthOf } = await loadFont();

const row = (mark: string, name: string, value: string, share: number, best = false) => ({
  ...{ mark, name, value },
  ...{ share, best },
});
const spread: Board = {
  type: 'board',
  look: 'bars',
  title: '쿠버네티스에서 배포할 수 있는 가장 작은 단위는 무엇일까요?',
  rows: [row('1', '노드', '3명', 0.25), row('2', '파드', '9명 · 정답', 0.75, true), row('3', '클러스터', '0명', 0)],
  foot: '12명 중 9명이 맞혔어요',
};
const podium: Board = {
  type: 'board',
  look: 'podium',
  title: '라이브 퀴즈가 끝났어요',
  rows: [row('1', '민수', '2,941점', 1, true), row('2', '지수', '2,410점', 0.8), row('3', 'Alex', '1,980점', 0.6)],
  foot: '12명 참여',
};

const filledWith = (board: Board, fill: string): number[] =>
  layOutBoard(board, widthOf).flatMap((mark) =>
    mark.type === 'area' && mark.fill === fill && mark.x > 400 && mark.x < 900 ? [mark.width] : [],
  );

test('bars are as long as their shares, and the right one has a colour of its own', () => {
  const [whole = 0] = filledWith(spread, 'track');
  expect(filledWith(spread, 'track')).toEqual([whole, whole, whole]);
  expect(filledWith(spread, 'greens')).toEqual([whole * 0.75]);
  expect(filledWith(spread, 'egg')).toEqual([whole * 0.25]);
});

test('on a podium the first stands highest, in the middle', () => {
  const at = (name: string) => {
    const found = layOutBoard(podium, widthOf).find((mark) => mark.type === 'words' && mark.text === name);
    return { x: found?.x ?? 0, y: found?.y ?? 0 };
  };
  const [first, second, third] = [at('민수'), at('지수'), at('Alex')];
  expect([first.y, second.y, third.y]).toEqual([first.y, second.y, third.y].toSorted((a, b) => a - b));
  expect(second.x).toBeLessThan(first.x);
  expect(first.x).toBeLessThan(third.x);
});

test('those of one rank stand equally high', () => {
  const tops = (marks: readonly string[]): number[] => {
    const rows = marks.map((mark, i) => row(mark, `이름${i}`, '900점', 1, mark === '1'));
    const steps = layOutBoard({ ...podium, rows }, widthOf).filter((mark) => mark.type === 'area' && mark.round === 18);
    return steps.toSorted((a, b) => a.x - b.x).map(({ height }) => height);
  };
  const [second = 0, first = 0, third = 0] = tops(['1', '2', '3']);
  expect(first > second && second > third).toBe(true);
  expect(tops(['1', '1', '3'])).toEqual([first, first, third]);
  expect(tops(['1', '2', '2'])).toEqual([second, first, second]);
  expect(tops(['1', '1', '1'])).toEqual([first, first, first]);
});

test('of a name of emoji alone nothing can be drawn: another stands for it', () => {
  const words = layOutBoard(
    { ...podium, rows: [row('1', '🐱🐱', '900점', 1, true)], unnamed: '이름 없는 친구' },
    widthOf,
  ).flatMap((mark) => (mark.type === 'words' ? [mark.text] : []));
  expect(words).toContain('이름 없는 친구');
});

test('who does not see it hears all of it', () => {
  expect(altOf(spread)).toContain('2 파드: 9명 · 정답');
  expect(altOf(podium)).toContain('1 민수: 2,941점');
});

test('whatever it says, nothing leaves its place or stands on something else', () => {
  fc.assert(
    fc.property(anyBoard, (any) => {
      const { blocks } = withinLimits({ visibility: 'caller', accent: 'info', blocks: [any] });
      for (const block of blocks)
        if (block.type === 'board') expect(ugly(layOutBoard(block, widthOf), widthOf)).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
});

test.each(['light', 'dark'] as const)('is a PNG of a card’s size (%s)', async (theme) => {
  const most = Array.from({ length: BOARD.bars }, (_, i) => row(String(i + 1), `선택지 ${i}`, `${i}명`, i / 12));
  for (const board of [{ ...spread, rows: most }, podium]) {
    const png = await drawCard(board, theme);
    expect(sizeOf(png)).toEqual({ width: 1200, height: 630 });
    expect(png.length).toBeLessThan(200_000);
  }
});
