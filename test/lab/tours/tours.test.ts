import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { isDrawable } from '../../../src/core/reply/drawable.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import { PODS, SERVICES } from '../../../src/lab/kinds/core.ts';
import { DEPLOYMENTS } from '../../../src/lab/kinds/workloads.ts';
import { pathOf } from '../../../src/lab/picture/objects.ts';
import { stepLine } from '../../../src/lab/tours/lines.ts';
import { findTour, tourOf, tours } from '../../../src/lab/tours/tours.ts';
import { buttonsOf, excesses } from '../../support/replies.ts';
import { openTour } from './support.ts';

const wordsOf = ({ blocks }: Reply): string => JSON.stringify(blocks);
const framesIn = ({ blocks }: Reply): number[] =>
  blocks.filter(isDrawable).flatMap((block) => (block.type === 'cluster' ? [block.frames.length] : []));

/** The lines that are shown to be typed, one in each block of code. */
const linesIn = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) =>
    block.type === 'text' ? Array.from(block.markdown.matchAll(/```\n([\s\S]*?)\n```/g), ([, line = '']) => line) : [],
  );

const remove = (path: string) => ({
  ...{ method: 'DELETE', path, query: new URLSearchParams(), headers: {}, body: new Uint8Array() },
});

describe.each(tours.map((tour) => [tour.id, tour] as const))('the tour %s', (_, tour) => {
  test('is seen through to its end, and counts', async () => {
    const player = await openTour();
    await player.pass(1);
    let reply = await player.say(`lab tour ${tour.title.ko}`);
    for (const [i, step] of tour.steps.entries()) {
      expect(excesses(withinLimits(reply)), step.id).toEqual([]);
      expect(wordsOf(reply)).toContain(step.text.ko.title);
      expect(framesIn(reply)).toEqual([1]);
      if (reply.accent !== 'success') {
        reply = await player.press(/▶ 실행하기|지켜보기/);
        if (reply.accent !== 'success') expect(wordsOf(reply)).toContain('아직 바뀌는 중이에요.');
        reply = await player.finish(step.takes * 2);
      }
      expect(wordsOf(reply)).toContain('**왜?**');
      if (i < tour.steps.length - 1) reply = await player.press(/^다음/);
    }
    expect(wordsOf(reply)).toContain(`“${tour.title.ko}” 따라 하기를 마쳤어요!`);
    expect(framesIn(reply)[1]).toBeGreaterThan(1);
    const known = await player.world.records.evidence('test:student');
    expect(known.map(({ term, how }) => `${how} ${term}`).toSorted()).toEqual(
      tour.terms.map((term) => `knew ${term}`).toSorted(),
    );
    expect([...player.bugs, ...player.logged]).toEqual([]);
  });
});

test('the strip at the end of the rollout tells what each step has changed', async () => {
  const player = await openTour();
  await player.pass(1);
  const { steps } = tourOf('rollout');
  let reply = await player.say('lab tour 롤아웃');
  // Who takes it twice is told of the second time.
  for (let times = 0; times < 2; times++)
    for (const [i, step] of steps.entries()) {
      reply = i === 0 && times > 0 ? await player.say('lab-step rollout start tidy') : reply;
      reply = await player.press(/▶ 실행하기/);
      if (reply.accent !== 'success') reply = await player.finish(step.takes * 2);
      if (i < steps.length - 1) reply = await player.press(/^다음/);
    }
  const strip = reply.blocks.filter(isDrawable).at(-1);
  expect(strip?.type === 'cluster' ? strip.frames.map(({ news }) => news) : []).toEqual([
    ['앱을 띄워요', '파드 3개가 모두 준비됐어요'],
    ['새 버전으로 바꿔요', expect.stringContaining('web을 1.0에서 1.1로 바꾸는 중')],
    ['잘못된 버전을 내보내요', expect.stringContaining('새 버전 9.9가 이미지를 받지 못해요')],
    ['되돌려요', expect.stringMatching(/web을 9\.9에서 1\.1로|파드 3개가 모두/)],
    ['그대로 다시 시작해요', expect.stringContaining('버전은 1.1 그대로, 파드만 새것으로')],
  ]);
  expect([...player.bugs, ...player.logged]).toEqual([]);
});

test('a version has one colour over a whole tour, a restart included', async () => {
  const player = await openTour();
  await player.pass(1);
  const tones = new Map<string, Set<unknown>>();
  for (const { id } of tourOf('rollout').steps) {
    await player.say(`lab-step rollout ${id} begin`);
    await player.press(/▶ 실행하기/);
    for (let gone = 0; gone < 30; gone++) {
      await player.pass(1);
      for (const block of (await player.say('lab')).blocks)
        for (const { versions } of block.type === 'cluster' ? block.frames.flatMap((one) => one.workloads) : [])
          for (const { name, tone } of versions) tones.set(name, (tones.get(name) ?? new Set()).add(tone));
    }
  }
  expect(Object.fromEntries(tones)).toEqual({
    '1.0': new Set([0]),
    '9.9': new Set([2]),
    ...{ '1.1': new Set([1]), '1.1 옛것': new Set([1]), '1.1 새것': new Set([1]) },
  });
});

test('what is deleted in the middle is named, and set up again', async () => {
  const player = await openTour();
  await player.pass(1);
  await player.say('lab tour 롤아웃');
  await player.press(/▶ 실행하기/);
  await player.finish(20);
  await player.press(/^다음/);
  await player.client.request(remove(pathOf(DEPLOYMENTS, 'default', 'web')));
  await player.client.request(remove(pathOf(SERVICES, 'default', 'web')));
  const lacking = await player.press(/▶ 실행하기/);
  expect(wordsOf(lacking)).toContain('디플로이먼트 `web`, 서비스 `web`');
  const mended = await player.press(/다시 준비하기/);
  expect(wordsOf(mended)).toContain('새 버전으로 바꿔요');
  await player.pass(10);
  await player.press(/▶ 실행하기/);
  expect(wordsOf(await player.finish(40))).toContain('**왜?**');
});

test('a Pod that is deleted in the middle of a rollout changes nothing but the Pod', async () => {
  const player = await openTour();
  await player.pass(1);
  await player.say('lab tour 롤아웃');
  await player.press(/▶ 실행하기/);
  await player.finish(20);
  await player.press(/^다음/);
  await player.press(/▶ 실행하기/);
  const [pod] = player.cluster.lab.store.list(PODS, 'default');
  await player.client.request(remove(pathOf(PODS, 'default', pod?.metadata.name)));
  await player.finish(60);
  expect(player.cluster.lab.store.list(PODS, 'default').map(({ spec }) => spec.containers[0]?.image)).toEqual(
    Array.from({ length: 3 }, () => 'dosirak/web:1.1'),
  );
});

test('who does a step with kubectl has done it as well', async () => {
  const player = await openTour('en');
  await player.pass(1);
  await player.say('lab tour rollout');
  await player.press(/Do it/);
  await player.finish(20);
  await player.press(/^Next/);
  await player.client.request({
    ...{ method: 'PATCH', path: pathOf(DEPLOYMENTS, 'default', 'web'), query: new URLSearchParams() },
    headers: { 'content-type': 'application/strategic-merge-patch+json' },
    body: new TextEncoder().encode(
      JSON.stringify({
        spec: { template: { spec: { containers: [{ name: 'web', image: 'dosirak/web:1.1' }] } } },
      }),
    ),
  });
  await player.press(/I typed it/);
  expect(wordsOf(await player.finish(40))).toContain('**Why?**');
});

describe('a tour that begins where something of its names is left', () => {
  async function openLeft() {
    const player = await openTour();
    await player.pass(1);
    const own = [
      'create deployment web --image=nginx',
      'create deployment mine --image=nginx',
      'expose deployment web --port=80',
      'run client --image=busybox --command -- sleep 86400',
    ];
    for (const line of own) await player.say(`kubectl ${line}`);
    await player.pass(5);
    return player;
  }

  test('says what it would delete, deletes that alone, and begins', async () => {
    const player = await openLeft();
    const asked = await player.say('lab tour 디스커버리');
    expect(asked.accent).toBe('warning');
    expect(linesIn(asked)).toEqual(['kubectl delete deployment/web service/web pod/client --now']);
    expect(buttonsOf(asked).map(({ label, danger = false }) => [label, danger])).toEqual([
      ['🧹 지우고 시작하기', true],
      ['🧪 클러스터 보기', false],
    ]);
    expect(player.cluster.lab.store.get(DEPLOYMENTS, { namespace: 'default', name: 'web' })).toBeDefined();
    const begun = await player.press(/지우고 시작하기/);
    expect(wordsOf(begun)).toContain('앱을 띄워요');
    expect(player.cluster.lab.store.list(DEPLOYMENTS, 'default').map(({ metadata }) => metadata.name)).toEqual([
      'mine',
    ]);
    await player.press(/▶ 실행하기/);
    expect(wordsOf(await player.finish(20))).toContain('**왜?**');
    expect([...player.bugs, ...player.logged]).toEqual([]);
  });

  test('goes on by itself where the student has deleted it', async () => {
    const player = await openLeft();
    const asked = await player.say('lab tour 롤아웃');
    for (const line of linesIn(asked)) await player.say(line);
    await player.pass(5);
    expect(wordsOf(await player.say(asked.follow?.line ?? ''))).toContain('▶ 실행하기');
  });

  test('is not asked of what the tour has made itself', async () => {
    const player = await openTour();
    await player.pass(1);
    await player.say('lab tour 롤아웃');
    await player.press(/▶ 실행하기/);
    await player.press(/다시 실행하기/);
    expect(wordsOf(await player.finish(20))).toContain('**왜?**');
  });
});

describe.each(tours.map((tour) => [tour.id, tour] as const))('the lines that the tour %s shows', (_, tour) => {
  test('do what its button does', async () => {
    const player = await openTour();
    await player.pass(1);
    let reply = await player.say(`lab tour ${tour.title.ko}`);
    for (const [i, step] of tour.steps.entries()) {
      const lines = linesIn(reply);
      // Power and load are the button's alone.
      expect(lines.length > 0, step.id).toBe(step.lines !== undefined);
      for (const line of lines) expect((await player.say(line)).accent, line).not.toBe('error');
      if (lines.length > 0) reply = await player.say(reply.follow?.line ?? '');
      if (reply.accent !== 'success')
        reply = await player.press(lines.length > 0 ? /직접 입력했어요|새로 보기/ : /▶ 실행하기|지켜보기/);
      if (reply.accent !== 'success') reply = await player.finish(step.takes * 2);
      if (i < tour.steps.length - 1) reply = await player.press(/^다음/);
    }
    expect(wordsOf(reply)).toContain('따라 하기를 마쳤어요!');
  });
});

test.each([
  ['ko', 'README.md', '하나에 5~10분쯤 걸'],
  ['en', 'README.en.md', '5 to 10 minutes'],
] as const)('in %s, %s promises as many minutes as the list of tours', async (locale, file, minutes) => {
  const player = await openTour(locale);
  expect(wordsOf(await player.say('lab tour'))).toContain(minutes);
  expect(readFileSync(file, 'utf8')).toContain(minutes);
});

test('tours are found by what people call them', () => {
  const found = (words: string) => findTour(words)?.id;
  expect(['롤아웃', '자가치유', 'HPA', 'load balancing', 'dns', '서비스'].map(found)).toEqual([
    ...['rollout', 'healing', 'autoscaling', 'balancing', 'discovery', 'discovery'],
  ]);
  expect(found('도시락')).toBeUndefined();
});

test('one that is not there is answered with those that are; each button is a line that fits', async () => {
  const player = await openTour();
  const reply = await player.say('lab tour 도시락');
  expect(wordsOf(reply)).toContain('‘도시락’이라는 주제는 없어요');
  expect(buttonsOf(reply)).toHaveLength(tours.length);
  expect(excesses(withinLimits(reply))).toEqual([]);
});

test('a line that no button of ours says is refused in words', async () => {
  const player = await openTour();
  expect(wordsOf(await player.say('lab-step rollout none begin'))).toContain('이 단계는 이제 없어요');
  expect(wordsOf(await player.say('lab-step nothing'))).toContain('이 단계는 이제 없어요');
  expect(stepLine.read('rollout start look mm8h22js')).toMatchObject({ tour: 'rollout', what: 'look' });
  expect(player.logged).toEqual([]);
});

test('each step has both of its languages, and a sentence for each part', () => {
  for (const { steps } of tours)
    for (const { id, text } of steps)
      for (const said of [text.ko, text.en])
        for (const part of [said.do, said.see, said.why]) expect(part, id).toMatch(/[.!?]$/);
});
