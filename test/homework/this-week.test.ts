/** Homework on what a class is taught this week, as instructors type it. */
import { expect, test } from 'vitest';
import { allOf, labelsOf, openHomework } from '../support/homework.ts';
import { excesses } from '../support/replies.ts';

/** 25 November is a Wednesday of its second week. */
const secondWeek = () =>
  openHomework({
    timetable: {
      ...{ zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
      first: '2026-11-16',
    },
  });

test.each([
  ['이번 주차 금요일까지', '2주차'],
  ['이번주차 3개 금요일까지', '2주차'],
  ['이번 주 3개 금요일까지', '2주차'],
  ['주제:"이번 주" 언제까지:금요일까지', '2주차'],
  ['지난 주 금요일까지', '1주차'],
  ['2주차 이번 주 금요일까지', '2주차'],
])('%s is on the week that is meant, until Friday', async (words, week) => {
  const room = await secondWeek();
  const given = allOf(await room.type(`/class 숙제 ${words}`));
  expect(given).toContain(`✅ 숙제를 냈어요: **${week}`);
  expect(given).toContain('**11월 27일(금) 23:59까지**');
});

test.each([
  ['이번 주', '‘2주차 컨테이너와 이미지’ 숙제를 언제까지 낼까요?'],
  ['이번 주 5개', '‘2주차 컨테이너와 이미지’ 숙제를 언제까지 낼까요?'],
])('%s asks until when, and is no deadline', async (words, asks) => {
  const room = await secondWeek();
  const asked = await room.type(`/class 숙제 ${words}`);
  expect(allOf(asked)).toContain(asks);
  expect(allOf(await room.press(asked, '11월 27일(금)'))).toContain('✅ 숙제를 냈어요: **2주차');
});

test.each([
  ['이번 주까지', '11월 29일(일) 23:59'],
  ['이번 주 금요일까지', '11월 27일(금) 23:59'],
  ['내일 18시까지', '11월 26일(목) 18:00'],
])('%s is a deadline: it is said, and the week of the class is offered first', async (words, when) => {
  const room = await secondWeek();
  const asked = await room.type(`/class 숙제 ${words}`);
  expect(allOf(asked)).toContain(`마감은 **${when}**`);
  expect(labelsOf(asked)[0]).toBe('2주차 컨테이너와 이미지');
  expect(excesses(asked)).toEqual([]);
  expect(allOf(await room.press(asked, '2주차 컨테이너와 이미지'))).toContain(`**${when}까지**`);
});

test('a deadline that is over is refused before it is asked on what', async () => {
  const room = await secondWeek();
  expect(allOf(await room.type('/class 숙제 오늘 9시까지'))).toContain('이미 지났어요');
});

test('a class that has not begun is told that its week is not known yet, and is offered none', async () => {
  const room = await openHomework();
  expect(allOf(await room.type('/class 숙제 이번 주'))).toContain('몇 주차인지 아직 알 수 없어요');
  expect(labelsOf(await room.type('/class 숙제 금요일까지')).join()).not.toMatch(/^\d+주차/);
});
