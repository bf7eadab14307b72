import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../src/core/lab.ts';
import { PATIENCE } from '../../support/patience.ts';
import { openRoom } from './room.ts';

/** A program that says what it was given, and ends with the number that it reads. */
const exec: LabClient['exec'] = async (at, words, terminal, isTty) => {
  terminal.out(`${JSON.stringify({ at, words, isTty })}\n`);
  terminal.err('to stderr\n');
  return {
    input: (text) => terminal.ended(Number(text)),
    inputEnded: () => terminal.ended(0),
    stop() {},
  };
};

test('a program in a container: its words, what it prints, its input and its end', async () => {
  const { kubectl, start } = await openRoom({ exec });
  const plain = await kubectl('exec', 'web', '--', 'ls', '-l', 'a b');
  const at = { namespace: 'default', pod: 'web', container: 'c' };
  expect(plain).toEqual({
    ...{ code: 0, err: 'to stderr\n' },
    out: `${JSON.stringify({ at, words: ['ls', '-l', 'a b'], isTty: false })}\n`,
  });
  const { child, ended } = start('exec', '-i', 'web', '--', 'sh');
  child.stdin.write('3\n');
  expect(await ended).toMatchObject({ code: 3, err: expect.stringContaining('command terminated with exit code 3') });
});

test('what cannot be is told in Kubernetes’ words', async () => {
  const { kubectl } = await openRoom({ exec: async () => 'container not found ("c")' });
  expect((await kubectl('exec', 'web', '--', 'ls')).err).toBe(
    'error: Internal error occurred: unable to upgrade connection: container not found ("c")\n',
  );
  expect((await kubectl('exec', 'web', '-c', 'x', '--', 'ls')).err).toContain('container x is not valid for pod web');
  expect((await kubectl('exec', 'web', '--as=bob', '--', 'ls')).err).toContain('User "bob" cannot get resource "pods"');
});

test('who goes away ends the program', async () => {
  const stop = vi.fn();
  const { start } = await openRoom({
    exec: async (_at, _words, terminal) => {
      terminal.out('started\n');
      return { input() {}, inputEnded() {}, stop };
    },
  });
  const { child, told, ended } = start('exec', '-i', 'web', '--', 'sleep');
  await vi.waitFor(() => expect(told.out).toBe('started\n'), { timeout: PATIENCE });
  child.kill();
  await ended;
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce(), { timeout: PATIENCE });
});

test('who does not read is cut off', async () => {
  const stop = vi.fn();
  let say = (_text: string): void => {};
  const { start } = await openRoom({
    exec: async (_at, _words, terminal) => {
      say = terminal.out;
      terminal.out('started\n');
      return { input() {}, inputEnded() {}, stop };
    },
  });
  const { child, told } = start('exec', '-i', 'web', '--', 'yes');
  await vi.waitFor(() => expect(told.out).toBe('started\n'), { timeout: PATIENCE });
  child.kill('SIGSTOP');
  for (let i = 0; i < 400 && stop.mock.calls.length === 0; i++) {
    say('y\n'.repeat(32_768));
    await new Promise(setImmediate);
  }
  await vi.waitFor(() => expect(stop).toHaveBeenCalled(), { timeout: PATIENCE });
  child.kill('SIGKILL');
});
