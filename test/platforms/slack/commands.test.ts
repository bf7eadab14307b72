import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { said, spoken, titleOf } from '../../fakes/slack/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);

test.each([
  ['quotes', '/k8s "파드"'],
  ['curly quotes', '/k8s “파드”'],
  ['a quote that never ends', '/k8s "파드'],
  ['extra spaces', '/k8s    파드   '],
  ['full-width characters', '/k8s ｐｏｄ'],
  ['a full-width space', '/k8s　ｐｏｄ'],
  ['Hangul with a particle', '/k8s 파드가 뭐야?'],
  ['initial consonants', '/k8s ㅍㄷ'],
  ['the other layout', '/k8s vkem'],
  ['the other layout, Korean keys', '/k8s ㅔㅐㅇ'],
  ['capitals', '/k8s POD'],
  ['the option’s name', '/k8s term:pod'],
  ['the option’s Korean name', '/k8s 낱말:"파드"'],
  ['decomposed Hangul', `/k8s ${'파드'.normalize('NFD')}`],
  ['lines', '/k8s\n파드'],
])('what a command is given is read as it is meant: %s', async (_, line) => {
  const { slack, logged } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  expect(titleOf(await slack.command(minsu, 'class', line).message())).toBe('파드');
  expect(logged).toEqual([]);
});

test.each([
  ['/quiz 자가 복구 3', /^문제 1 \/ 3$/],
  ['/quiz 세 문제', /^문제 1 \/ 3$/],
  ['/quiz 서비스 ５개', /^문제 1 \/ 5$/],
  ['/quiz count:2 topic:"파드"', /^문제 1 \/ 2$/],
  ['/quiz 문제수:2 주제:파드', /^문제 1 \/ 2$/],
  ['/card   파드', /^파드$/],
  ['/dosirak 소개', /^도시락$/],
  ['/dosirak ABOUT', /^도시락$/],
])('counts, names and choices are found in a command’s text: %s', async (line, title) => {
  const { slack } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  expect(titleOf(await slack.command(minsu, 'class', line).message())).toMatch(title);
});

test.each([
  [
    'ko-KR',
    '/k8s',
    '/k8s에는 내용을 적어 주세요(궁금한 말). 오류 메시지나 로그, 매니페스트를 여러 줄 그대로 붙여 넣어도 돼요. 예: /k8s 파드, /k8s 파드랑 노드 차이',
  ],
  [
    'en-US',
    '/k8s   ',
    '/k8s needs some more (word or question). You can also paste an error message, a log or a manifest, of as many lines as it has. For example: /k8s Pod, /k8s Pod vs Node',
  ],
  ['ko-KR', '/quiz 99', '문제 수: 1부터 20까지의 숫자로 적어 주세요.'],
  ['en-GB', '/quiz 0', 'number of questions: give a number from 1 to 20.'],
  ['ko-KR', '/card 떡볶이', '그런 이름의 카드는 없어요. 개념 이름을 먼저 찾아보세요. 예: /k8s 파드'],
])('what is missing or impossible is told with what to write (%s, %s)', async (locale, line, words) => {
  const { slack, logged } = await onSlack({ bot });
  const student = slack.user('학생', { locale });
  for (const where of ['class', 'dm'] as const) {
    const told = await slack.command(student, where, line).message();
    expect([said(told), spoken(told).replaceAll('`', ''), told.ephemeralFor]).toEqual([words, words, student.id]);
  }
  expect([logged, bugs]).toEqual([[], []]);
});
