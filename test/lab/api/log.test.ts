import { expect, test } from 'vitest';
import { NODES } from '../../../src/lab/kinds/core.ts';
import { createRoom, RUNNING } from './reading-room.ts';

const LOG = '/api/v1/namespaces/default/pods/web/log';

function withLines() {
  const room = createRoom();
  room.makePod('web', RUNNING);
  for (const text of ['one', 'two', 'three']) {
    room.say(text);
    room.timers.advance(1000);
  }
  return room;
}

test('all of it, its end, what is young enough, so many bytes, with times', () => {
  const { ask } = withLines();
  expect(ask('GET', LOG).text).toBe('one\ntwo\nthree\n');
  expect(ask('GET', `${LOG}?tailLines=1`).text).toBe('three\n');
  expect(ask('GET', `${LOG}?tailLines=0`).text).toBe('');
  expect(ask('GET', `${LOG}?sinceSeconds=2`).text).toBe('two\nthree\n');
  expect(ask('GET', `${LOG}?sinceTime=2026-03-02T09:00:02Z`).text).toBe('three\n');
  expect(ask('GET', `${LOG}?limitBytes=5`).text).toBe('one\nt');
  expect(ask('GET', `${LOG}?timestamps=true&tailLines=1`).text).toBe('2026-03-02T09:00:02.000000000Z three\n');
  expect(ask('GET', `${LOG}?tailLines=-1`).status).toBe(422);
  expect(ask('GET', `${LOG}?tailLines=many`).status).toBe(400);
});

test('what comes later is followed, until the end of it or of who reads', () => {
  const { follow, say, followers } = withLines();
  const { told } = follow(`${LOG}?follow=true&tailLines=1`);
  say('four');
  expect(told.pieces).toEqual(['three\n', 'four\n']);
  for (const { ended } of followers) ended();
  expect(told.hasEnded).toBe(true);

  const other = follow(`${LOG}?follow=true&tailLines=0`);
  other.told.isFull = true;
  say('five');
  expect(other.told).toMatchObject({ pieces: [], hasEnded: true });
});

test.each([
  ['is being made', { state: { waiting: { reason: 'ContainerCreating' } } }, 'is waiting to start: ContainerCreating'],
  ['has no image', { state: { waiting: { reason: 'ErrImagePull' } } }, "is waiting to start: image can't be pulled"],
  [
    'still has none',
    { state: { waiting: { reason: 'ImagePullBackOff' } } },
    'is waiting to start: trying and failing to pull image',
  ],
])('a container that %s has no log', (_, status, why) => {
  const { ask, makePod } = createRoom();
  makePod('web', status);
  expect(ask('GET', LOG)).toMatchObject({ status: 400, body: { message: `container "c" in pod "web" ${why}` } });
});

test('the run before is there once there was one', () => {
  const { ask, makePod } = createRoom();
  makePod('web', RUNNING);
  expect(ask('GET', `${LOG}?previous=true`).body.message).toBe(
    'previous terminated container "c" in pod "web" not found',
  );
  makePod('again', { ...RUNNING, lastState: { terminated: { exitCode: 1 } } });
  expect(ask('GET', '/api/v1/namespaces/default/pods/again/log?previous=true').text).toBe('the run before\n');
});

test('a node that is out of reach gives none', () => {
  const { ask, lab, makePod } = createRoom();
  makePod('web', RUNNING);
  lab.store.edit(NODES, { name: 'node-2' }, ({ status }) => {
    status.conditions = [{ type: 'Ready', status: 'Unknown' }];
  });
  expect(ask('GET', LOG)).toMatchObject({
    status: 500,
    body: { message: expect.stringContaining('no route to host') },
  });
  expect(ask('GET', '/api/v1/namespaces/default/pods/web/exec?command=ls').body.message).toMatch(
    /^error dialing backend/,
  );
});

test('which container is meant', () => {
  const { ask, makePod } = createRoom();
  makePod('web', RUNNING, { containers: [{ name: 'app' }, { name: 'log' }] });
  expect(ask('GET', LOG).body.message).toBe('a container name must be specified for pod web, choose one of: [app log]');
  expect(ask('GET', `${LOG}?container=x`).body.message).toBe('container x is not valid for pod web');
  expect(ask('GET', `${LOG}?container=log`).status).toBe(200);
  expect(ask('GET', '/api/v1/namespaces/default/pods/none/log').body.message).toBe('pods "none" not found');
});
