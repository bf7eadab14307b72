import { expect, test } from 'vitest';
import { onDiscord } from '../../support/discord/bot.ts';

test('a lookup is for the caller alone, until it is shared under their name', async () => {
  const { discord, logged } = await onDiscord();
  const minsu = discord.user('민수', { locale: 'ko' });
  const seen = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  expect(seen.ephemeral).toBe(true);
  expect(JSON.stringify(seen.components)).toContain('가장 작은 배포 단위');
  const shared = await discord.press(minsu, seen, { label: '📢 채널에 공유' }).settled();
  expect(shared.ephemeral).toBe(false);
  expect(JSON.stringify(shared.components)).toContain(`<@${minsu.id}> 님이 공유했어요`);
  expect(shared.pings).toEqual({ everyone: false, users: [], roles: [] });
  expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
});
