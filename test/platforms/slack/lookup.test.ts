import { expect, test } from 'vitest';
import { onSlack } from '../../support/slack/bot.ts';

test.each(['socket', 'http'] as const)('a look-up is seen by the caller alone, %s', async (mode) => {
  const { slack, logged } = await onSlack({ mode });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const message = await slack.command(minsu, 'class', '/k8s 파드').message();
  expect(message.ephemeralFor).toBe(minsu.id);
  expect(message.text).toContain('파드 · Pod');
  expect(logged).toEqual([]);
});
