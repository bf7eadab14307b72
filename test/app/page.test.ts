import { expect, test } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { roomChannel } from '../../src/core/page.ts';
import { eventually } from '../support/eventually.ts';
import { readExposition } from '../support/exposition.ts';
import { servePage } from '../support/served-page.ts';
import { openStream } from '../support/web-stream.ts';
import { botOf, COURSE, forgetful } from '../support/world.ts';

test('the figures count browsers that wait, rooms that are shown, and events for each browser', async () => {
  const { bot, world } = await botOf([COURSE]);
  const { meter, text } = createMetrics();
  const services = await forgetful();
  const { connection, base } = await servePage(bot, { services, meter, courses: world.courses });
  const figures = async () => {
    const families = readExposition(await text());
    const of = (name: string) => families.get(name)?.samples.get(name);
    return [of('dosirak_page_connections'), of('dosirak_page_rooms'), of('dosirak_page_events_total')];
  };
  // Each is a browser of its own, which a page has given its cookie.
  const open = async (path: string) => {
    const cookie = (await fetch(`${base}/j`)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return openStream({ base, asIs: () => ({ cookie }) }, path);
  };
  expect(await figures()).toEqual([0, 0, 0]);

  await services.sessions.begin(
    { id: 's1', classId: 'c1', kind: 'live', state: '{}', material: '', wakes: 1, at: 0 },
    [],
  );
  await services.pages.openRoom('s1', '123456', 0);
  const phones = [await open('/room/s1/stream'), await open('/room/s1/stream')];
  // What is said to one person alone is no room.
  await open('/stream');
  // A phone is told hello and of its room, the chat hello.
  await eventually(async () => expect(await figures()).toEqual([3, 1, 5]));

  const posting = { reply: { visibility: 'channel', accent: 'info', blocks: [] }, locale: 'ko' } as const;
  await connection.messenger.post(roomChannel('s1'), { ...posting, idempotencyKey: 'p1' }, Number.POSITIVE_INFINITY);
  await eventually(async () => expect(await figures()).toEqual([3, 1, 7]));

  for (const one of phones) one.close();
  await eventually(async () => expect(await figures()).toEqual([1, 0, 7]));
});
