import { describe, expect, test } from 'vitest';
import { createImages } from '../../../src/lab/images/images.ts';
import { compileRegex } from '../../../src/lab/images/tools/regex.ts';
import { createContainer, rethrow } from './support.ts';

/** How many turns of the clock a container asks for in a minute: each is a few hundred steps at most. */
async function turnsOf(script: string) {
  const container = createContainer();
  let turns = 0;
  const { after } = container.machine;
  container.machine.after = (ms, call) =>
    after(ms, () => {
      turns++;
      call();
    });
  const said = container.start(['sh', '-c', script]);
  await container.clock.turn(60_000);
  return { ...said, turns, ...container.seen };
}

describe('what would run for ever takes few steps and is reported as busy', () => {
  test.each([
    'while true; do :; done',
    'until false; do x=$((x+1)); done',
    'while :; do $(:); done',
    'while :; do :; done | cat',
  ])('%s', async (script) => {
    const { code, turns, worked } = await turnsOf(script);
    expect(code).toBeUndefined();
    expect(worked).toBeGreaterThanOrEqual(1000);
    expect(turns).toBeLessThan(1500);
  });

  test('on a machine that comes late to every turn, too', async () => {
    const container = createContainer();
    const { after } = container.machine;
    container.machine.after = (ms, call) => after(ms + 500, call);
    container.start(['sh', '-c', 'while true; do :; done']);
    await container.clock.turn(20_000);
    expect(container.seen.worked).toBeGreaterThanOrEqual(1000);
  });

  test('a fork bomb fills its container, and is told so', async () => {
    const { err, turns } = await turnsOf(':(){ :|:& };: ; sleep infinity');
    expect(err).toContain("sh: can't fork: Resource temporarily unavailable");
    expect(turns).toBeLessThan(1500);
  });

  test('ten thousand jobs in the background are not started', async () => {
    const { err, code } = await turnsOf('i=0; while [ $i -lt 10000 ]; do sleep 1000 & i=$((i+1)); done');
    expect([err, code]).toEqual(["sh: can't fork: Resource temporarily unavailable\n", 2]);
  });

  test('what is printed without end comes slowly', async () => {
    const { out } = await turnsOf('yes');
    expect(out.length).toBeLessThan(3_000_000);
  });

  test.each([
    ['x=a; while true; do x=$x$x; done', 'out of memory'],
    ['x=$(yes)', 'out of memory'],
    ['f() { f; }; f', 'maximum function nesting level exceeded'],
    ['yes > /tmp/x', 'No space left on device'],
    ['eval "$(for i in $(seq 300); do printf "( "; done)"', 'too deep'],
  ])('%s ends', async (script, why) => {
    const { err, code } = await turnsOf(script);
    expect(err).toContain(why);
    expect(code).not.toBe(0);
  });

  test('all containers of a lab share what they may do', async () => {
    const images = createImages(rethrow);
    const [first, ...others] = Array.from({ length: 6 }, () => createContainer({ images }));
    if (!first) throw new Error('no container');
    const said = [first, ...others].map((container) => container.start(['sh', '-c', 'while true; do echo; done']));
    for (let second = 0; second < 15; second++) for (const { clock } of [first, ...others]) await clock.turn(1000);
    const lines = said.reduce((sum, { out }) => sum + out.length, 0);
    expect(lines).toBeLessThan(80_000);
  });
});

describe('patterns never go back', () => {
  test.each(['(a*)*b', '(a|a)*b', '(a|aa)+$', '((a+)+)+b', 'a{1,90}a{1,90}b'])('%s', (pattern) => {
    const regex = compileRegex(pattern, { isExtended: true });
    const before = process.cpuUsage().user;
    regex?.find('a'.repeat(3000));
    // What goes back would not end at all.
    expect(process.cpuUsage().user - before).toBeLessThan(20_000_000);
  });

  test.each([
    ['a+b', 'xaab', [1, 4]],
    ['^b', 'ab', undefined],
    ['(foo|bar)baz$', 'xbarbaz', [1, 7]],
    ['[[:digit:]]{2,3}', 'a1b2345', [3, 6]],
    ['\\bto\\b', 'not to', [4, 6]],
    ['x*', 'aaa', [0, 0]],
  ])('%s in %s', (pattern, text, at) => {
    expect(compileRegex(pattern, { isExtended: true })?.find(text)?.[0]).toEqual(at);
  });
});
