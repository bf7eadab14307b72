import { expect, test } from 'vitest';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);

test.each(['/k8s 파드', '/k8s 파드랑 노드 차이', '/k8s 쿠버네티스의 구조', '/card 파드', 'read pod 1'])(
  '%s can be shared with the channel, as its caller saw it',
  async (line) => {
    const { share, ...shown } = await bot.dispatch(line, student);
    expect(await bot.dispatch(`share ${share}`, student)).toEqual({
      ...shown,
      visibility: 'channel',
      sharedBy: student.id,
    });
  },
);

test("today's card is shared as that day's concept", async () => {
  const { share } = await bot.dispatch('/card', student);
  const shared = await bot.dispatch(`share ${share}`, student);
  expect(share).toMatch(/^card [a-z0-9-]+$/);
  expect(shared.visibility).toBe('channel');
});

test('every concept and section fits into the button that shares it', () => {
  for (const id of [...world.course().terms.keys(), ...world.course().sections.keys()])
    expect(`share read ${id} 99`.length).toBeLessThanOrEqual(LIMITS.line);
});

test.each(['/quiz 파드', '/k8s 오늘 점심 뭐 먹지', '/dosirak'])(
  'the answer to %s is private and cannot be shared',
  async (line) => {
    expect((await bot.dispatch(line, student)).share).toBeUndefined();
  },
);

test.each([
  'share quiz 파드',
  'share share ask pod',
  'share',
  'share nothing',
  'share read logs of pod',
  'share k8s 파드가 뭐야?',
  'share ask qwerqwer',
  'share drill x',
  'share dosirak',
])('%s, forged or out of date, shows the channel nothing', async (line) => {
  const reply = await bot.dispatch(line, student);
  expect(reply.visibility).toBe('caller');
  expect(reply.sharedBy).toBeUndefined();
  expect(textsOf(reply).join('')).not.toBe('');
  expect(logged).toEqual([]);
});
