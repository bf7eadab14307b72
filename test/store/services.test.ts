import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { IN_MEMORY } from '../../src/store/address.ts';
import { openStore } from '../../src/store/open.ts';
import { createServices } from '../../src/store/services.ts';
import { classOf } from '../support/reporting.ts';

const NOW = 1_764_000_000_000;

test('a rank that is written beside forgetting does not outlive it', async () => {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore(IN_MEMORY, { unique: randomUUID, log });
  const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: typeof store.managers.record = async (rank) => {
    begun.resolve();
    await released.promise;
    return store.managers.record(rank);
  };
  const { records, managers } = createServices(
    { ...store, managers: { ...store.managers, record: slow } },
    () => NOW,
    log,
  );
  const told = managers.record({ person: 'slack:T1:U1', space: 'slack:T1', manages: true, at: NOW - 5 });
  await begun.promise;
  await records.forget('slack:T1:U1');
  released.resolve();
  await told;
  expect((await records.personalData('slack:T1:U1')).managerOf).toEqual([]);
  // What Slack says later counts again.
  await managers.record({ person: 'slack:T1:U1', space: 'slack:T1', manages: true, at: NOW + 5 });
  expect((await records.personalData('slack:T1:U1')).managerOf).toHaveLength(1);
});

test('that somebody joins a live quiz beside forgetting does not outlive it', async () => {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore(IN_MEMORY, { unique: randomUUID, log });
  const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: typeof store.sessions.join = async (...joining) => {
    begun.resolve();
    await released.promise;
    return store.sessions.join(...joining);
  };
  const { records, sessions } = createServices(
    { ...store, sessions: { ...store.sessions, join: slow } },
    () => NOW,
    log,
  );
  await sessions.begin({ id: 's', classId: 'c', kind: 'live', state: '{}', material: '', wakes: NOW, at: NOW }, []);
  const joined = sessions.join('s', 'slack:T1:U1', undefined, '민수');
  await begun.promise;
  await records.forget('slack:T1:U1');
  released.resolve();
  await joined;
  expect((await records.personalData('slack:T1:U1')).joined).toEqual([]);
  expect(await sessions.players('s')).toEqual([]);
});

test('a question that is written beside forgetting its author is nobody’s', async () => {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore(IN_MEMORY, { unique: randomUUID, log });
  const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: typeof store.classQuestions.write = async (...writing) => {
    begun.resolve();
    await released.promise;
    return store.classQuestions.write(...writing);
  };
  const { records, classes, classQuestions } = createServices(
    { ...store, classQuestions: { ...store.classQuestions, write: slow } },
    () => NOW,
    log,
  );
  await classes.save(classOf('discord:1', 'discord:9', { id: 'c' }), NOW);
  const question = { id: 'q', classId: 'c', author: 'discord:7', term: 'pod', text: '{}', at: NOW, changes: 0 };
  const written = classQuestions.write('c', [question], 0);
  await begun.promise;
  await records.forget('discord:7');
  released.resolve();
  expect(await written).toBe(true);
  expect((await classQuestions.of('c')).questions).toEqual([{ ...question, author: '' }]);
});
