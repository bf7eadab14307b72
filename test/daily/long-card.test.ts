import { expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { GUILD, outletOf, ROOM } from '../support/classes.ts';
import { excesses } from '../support/replies.ts';
import { botOf, folderOf } from '../support/world.ts';

const LONG = `---
id: pod
title: { ko: ${'파드'.repeat(400)}, en: Pod }
definition: { ko: 묶음이에요., en: A group. }
---

본문

> ${'비유예요. '.repeat(8000)}
`;

test('a card keeps to what every platform shows, however long the content that it was made of', async () => {
  const said: Reply[] = [];
  const outlet = {
    ...outletOf('discord', {}),
    post: async (_: string, { reply }: { reply: Reply }) => {
      said.push(reply);
      return { kind: 'sent', message: '1' } as const;
    },
    edit: async (_: string, __: string, { reply }: { reply: Reply }) => {
      said.push(reply);
      return 'shown' as const;
    },
  };
  const { world, logged } = await botOf([folderOf({ 'glossary/pod.md': LONG })]);
  const now = (): number => Date.parse('2026-11-23T00:00:00Z');
  const begun = { id: 'long', locale: 'ko', channels: [{ channel: ROOM, space: GUILD }], instructors: [] } as const;
  const timetable = { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] };
  await world.classes.save({ ...begun, timetable, paused: undefined, due: now(), owner: '', code: 'LONG' }, now());
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) };
  const clock = createClock({ ...world, messengers: [outlet], now }, { post: () => {} }, log);
  await clock.tick();
  const post = await world.outbox.onDay('long', '2026-11-23');
  world.records.record({
    kind: 'press',
    person: 'discord:7',
    channel: ROOM,
    post: post?.id ?? '',
    term: 'pod',
    press: 'knew',
    at: now(),
  });
  await world.records.evidence('discord:7');
  await clock.tick();
  expect(said).toHaveLength(2);
  expect(said.flatMap(excesses)).toEqual([]);
  expect(logged).toEqual([]);
});
