import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Particle } from '../../../src/language/with-particle.ts';
import { createMentions, type Place } from '../../../src/platforms/discord/mentions.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const SERVER: Place = { kind: 'server', id: '55' };
const REGISTERED = bot.commands.map(({ name }, i) => ({ id: String(100 + i), name, type: 1 }));
const idOf = (name: string): string => REGISTERED.find((one) => one.name === name)?.id ?? '';

function writerOf(place: Place, locale: Locale, guildId?: string) {
  const mentions = createMentions(bot.commands);
  mentions.learn({ commands: [...REGISTERED, { id: '9', name: 'quiz', type: 3 }], guildId });
  const { command } = mentions.named(locale, place);
  return (line: string, particle?: Particle) => command({ line, particle });
}

describe('a registered command is pressed, its options named as the reader’s client names them', () => {
  const ko = writerOf(SERVER, 'ko');
  const en = writerOf(SERVER, 'en');
  test.each([
    ['quiz', `</quiz:${idOf('quiz')}>`, 'quiz', `</quiz:${idOf('quiz')}>`],
    ['k8s 파드', `</k8s:${idOf('k8s')}> \`낱말:파드\``, 'ask pod', `</k8s:${idOf('k8s')}> \`term:pod\``],
    [
      'class 설정 10시 월수금',
      `</class setup:${idOf('class')}> \`요일:월수금 시각:10시\``,
      'class setup 10:00 mon wed fri',
      `</class setup:${idOf('class')}> \`days:mon wed fri time:10:00\``,
    ],
    [
      'class 휴강 12월 14일~18일 빼기',
      `</class skip:${idOf('class')}> \`날짜:12월 14일~18일 방법:빼기\``,
      'class skip 12/14-12/18 remove',
      `</class skip:${idOf('class')}> \`dates:12/14-12/18 how:remove\``,
    ],
    [
      'live 시작 파드 5개 20초',
      `</live start:${idOf('live')}> \`주제:파드 문제수:5 초:20\``,
      'live start pod 5 20s',
      `</live start:${idOf('live')}> \`topic:pod count:5 seconds:20\``,
    ],
    [
      'class 선생님 @김선생 더하기',
      `</class instructors:${idOf('class')}> \`누구:@김선생 방법:더하기\``,
      'class instructors @kim add',
      `</class instructors:${idOf('class')}> \`who:@kim how:add\``,
    ],
  ])('%s', (korean, inKorean, english, inEnglish) => {
    expect([ko(korean), en(english)]).toEqual([inKorean, inEnglish]);
  });
});

test('until it is registered, and where nobody could press it, it stands in code, its options named', () => {
  const line = 'class 설정 10시 월수금';
  const code = '`/class 설정 요일:월수금 시각:10시`';
  expect(createMentions(bot.commands).named('ko', SERVER).command({ line, particle: undefined })).toBe(code);
  for (const place of [{ kind: 'direct' }, { kind: 'elsewhere' }] as const) {
    expect(writerOf(place, 'ko')(line)).toBe(code);
    expect(writerOf(place, 'ko')('quiz')).toBe(`</quiz:${idOf('quiz')}>`);
  }
  expect(writerOf(SERVER, 'ko')('class')).toBe('`/class`');
});

test('a guild’s own commands are pressed in that guild alone', () => {
  const pressed = `</quiz:${idOf('quiz')}>`;
  expect(writerOf(SERVER, 'ko', '55')('quiz')).toBe(pressed);
  // A post is in a channel of the one guild that has them.
  expect(writerOf({ kind: 'server' }, 'ko', '55')('quiz')).toBe(pressed);
  expect(writerOf(SERVER, 'ko', '56')('quiz')).toBe('`/quiz`');
  expect(writerOf({ kind: 'direct' }, 'ko', '55')('quiz')).toBe('`/quiz`');
});

test('a particle goes with what is read: a pressed command has its registered name', () => {
  const pressed = writerOf(SERVER, 'ko');
  const typed = writerOf({ kind: 'direct' }, 'ko');
  const id = idOf('live');
  expect([pressed('live 다음', '으로/로'), typed('live 다음', '으로/로')]).toEqual([
    `</live next:${id}>로`,
    '`/live 다음`으로',
  ]);
  expect([pressed('live 그만', '으로/로'), typed('live 그만', '으로/로')]).toEqual([
    `</live stop:${id}>으로`,
    '`/live 그만`으로',
  ]);
  expect(pressed('report 파일 번호로', '을/를')).toBe(`</report csv:${idOf('report')}> \`이름:번호로\`를`);
});

test('a server that knows no mentions has the same in code', () => {
  const mentions = createMentions(bot.commands);
  mentions.learn({ commands: REGISTERED, guildId: undefined });
  const { commandInCode } = mentions.named('ko', SERVER);
  expect(commandInCode({ line: 'k8s 파드', particle: undefined })).toBe('`/k8s 낱말:파드`');
});

test('what a person typed in an example cannot leave its code', () => {
  expect(writerOf(SERVER, 'ko')('class 휴강 `<@1>` 빼기')).toBe(
    `</class skip:${idOf('class')}> \`날짜:<@1> 방법:빼기\``,
  );
});
