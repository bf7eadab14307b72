import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLUSTER, type ClusterPicture, clusterSize, clusterWithinLimits } from '../../../src/core/reply/cluster.ts';
import { inWords } from '../../../src/core/reply/drawable.ts';
import { view } from '../../../src/lab/picture/view.ts';
import { pictureOf, stripOf } from '../../../src/lab/picture/words.ts';
import { drawCard } from '../../../src/pictures/card.ts';
import { layOutCluster } from '../../../src/pictures/cluster.ts';
import { loadFont } from '../../../src/pictures/font.ts';
import { anyCluster } from '../../support/any-reply.ts';
import { ugly } from '../../support/marks.ts';
import { sizeOf } from '../../support/png.ts';
import { runs } from '../../support/sample.ts';
import { crashing, crowded, leftOut, nodeDown, nodeOff, restarted, rollout, SCENES, scaling, stuck } from './scenes.ts';

const { widthOf } = await loadFont();
/** Lines of Services run into nodes on purpose. */
const isLine = (clash: string): boolean => /area service|tip/.test(clash);

test.each(Object.entries(SCENES))('nothing in a picture lies over another thing: %s', (_, scene) => {
  for (const locale of ['ko', 'en'] as const) {
    const picture = clusterWithinLimits(pictureOf(view(scene()), locale));
    const marks = layOutCluster(picture, widthOf);
    expect(ugly(marks, widthOf, clusterSize(picture).height).filter((one) => !isLine(one))).toEqual([]);
  }
});

test('what goes on is told first', () => {
  const first = (scene: typeof rollout) => view(scene()).news[0];
  expect(first(rollout)).toEqual({ type: 'rollout', name: 'web', from: '1.0', to: '1.1', old: 2, fresh: 2, wanted: 4 });
  expect(first(stuck)).toEqual({ type: 'stuck', name: 'web', version: '9.9', reason: 'ImagePullBackOff', old: 3 });
  expect(first(nodeDown)).toEqual({ type: 'nodes-down', nodes: ['node-2'], lost: 2 });
  expect(first(nodeOff)).toEqual({ type: 'nodes-off', nodes: ['node-2'], seconds: 40 });
  expect(first(scaling)).toMatchObject({
    type: 'scaling-up',
    name: 'web',
    pods: 2,
    scaler: { wanted: 6, percent: 150 },
  });
  expect(first(crashing)).toEqual({ type: 'broken', name: 'api', pods: 1, reason: 'CrashLoopBackOff', restarts: 4 });
  expect(first(leftOut)).toEqual({ type: 'left-out', service: 'web', ready: 2, leftOut: 1 });
});

test('a node that is switched off is shown as off at once, with what kubectl says of it until when', () => {
  const [frame] = pictureOf(view(nodeOff()), 'ko').frames;
  expect(frame?.news[0]).toBe('node-2를 껐어요. 쿠버네티스는 아직 몰라요: kubectl에는 40초쯤 뒤에 NotReady로 보여요');
  expect(frame?.nodes.map(({ look, says }) => `${look}: ${says}`)).toEqual([
    'ready: Ready',
    'off: 꺼짐 · kubectl은 Ready',
    'ready: Ready',
  ]);
  expect(pictureOf(view(nodeOff()), 'en').alt).toContain('2 of 3 nodes are up');
});

test('a Service leads to who is ready, and leaves out who is not', () => {
  const { pods } = view(leftOut());
  expect(pods.map(({ short, behind, leftOut: out }) => [short, behind, out])).toEqual([
    ['x2k4p', [0], []],
    ['b7q9m', [], [0]],
    ['f4tzn', [0], []],
  ]);
});

test('a version keeps its colour where it is rolled back to', () => {
  const before = rollout();
  const [old, fresh] = before.sets;
  const numbered = (set: (typeof before.sets)[number] | undefined, revision: string) =>
    set && { ...set, metadata: { ...set.metadata, annotations: { 'deployment.kubernetes.io/revision': revision } } };
  const back = { ...before, sets: [numbered(old, '3'), numbered(fresh, '2')].flatMap((one) => one ?? []) };
  const tones = (of: typeof before) => view(of).pods.map(({ tone }) => tone);
  expect(tones(back)).toEqual(tones(before));
  expect(view(back).pods.map(({ isOld }) => isOld)).toEqual(view(before).pods.map(({ isOld }) => !isOld));
});

test('a version that is restarted keeps its name and colour, and its Pods are told apart as old and new', () => {
  const seen = view(restarted());
  expect(seen.workloads[0]?.versions.map(({ name, tone, pods }) => [name, tone, pods])).toEqual([
    ['1.1', 1, 2],
    ['1.1', 1, 2],
  ]);
  expect(new Set(seen.pods.map(({ tone }) => tone))).toEqual(new Set([1]));
  const [frame] = pictureOf(seen, 'ko').frames;
  expect(frame?.news[0]).toBe('web: 버전은 1.1 그대로, 파드만 새것으로 바꾸는 중: 옛 파드 2개, 준비된 새 파드 1개');
  expect(frame?.workloads[0]?.versions.map(({ name, count }) => `${name} ${count}`)).toEqual([
    '1.1 옛것 2개',
    '1.1 새것 2개',
  ]);
});

test('two images that have Pods at once never share a colour, however many there have been', () => {
  const { deployments, sets, pods, ...rest } = rollout();
  const [old, fresh] = sets;
  const image = (name: string, of: typeof old, at: number) =>
    of && {
      ...of,
      metadata: { ...of.metadata, uid: `uid-${name}`, creationTimestamp: `2025-01-01T00:00:0${at}Z` },
      spec: {
        ...of.spec,
        replicas: 0,
        template: { spec: { containers: [{ name: 'web', image: `dosirak/web:${name}` }] } },
      },
    };
  for (let before = 0; before < 6; before++) {
    const past = Array.from({ length: before }, (_, i) => image(`0.${i}`, old, i)).flatMap((one) => one ?? []);
    // The old one has been rolled back to often: it came before them.
    const first = old && {
      ...old,
      metadata: { ...old.metadata, creationTimestamp: '2024-01-01T00:00:00Z' },
      spec: { ...old.spec, replicas: 2 },
    };
    const seen = view({ ...rest, deployments, pods, sets: [first, ...past, fresh].flatMap((one) => one ?? []) });
    const tones = new Map(seen.workloads[0]?.versions.map(({ name, tone }) => [name, tone]));
    expect(new Set(tones.values()).size, `${before}`).toBe(2);
    expect(seen.pods.every(({ version, tone }) => tones.get(version ?? '') === tone)).toBe(true);
  }
});

test('the same is told in words, where no picture can be seen', () => {
  const picture = pictureOf(view(nodeDown()), 'ko');
  expect(picture.alt).toContain('노드 3개 중 2개가 켜져 있어요.');
  expect(JSON.stringify(inWords(picture))).toContain('node-2 · NotReady');
  const strip = stripOf(
    [
      { title: '새 버전으로 바꿔요', view: view(rollout()) },
      { title: '잘못된 버전을 내보내요', view: view(stuck()) },
    ],
    'ko',
  );
  expect(inWords(strip)[1]).toMatchObject({
    markdown: expect.stringMatching(/^1\. 새 버전으로 바꿔요 — web.*\n2\. 잘못된 버전을 내보내요 — web/),
  });
});

/** A fifth smaller each way than it is laid out. */
function drawnSize(picture: ClusterPicture) {
  const { width, height } = clusterSize(picture);
  return { width: width * 0.8, height: Math.round(height * 0.8) };
}

test('no picture grows with what is in a cluster', async () => {
  const picture = clusterWithinLimits(pictureOf(view(crowded(10_000)), 'en'));
  expect(picture.frames[0]?.nodes.flatMap(({ pods }) => pods).length).toBeLessThanOrEqual(CLUSTER.pods);
  expect(sizeOf(await drawCard(picture, 'light'))).toEqual(drawnSize(picture));
  const strip = clusterWithinLimits(
    stripOf(
      Array.from({ length: 9 }, (_, i) => ({ title: `${i}`, view: view(rollout()) })),
      'ko',
    ),
  );
  expect(strip.frames).toHaveLength(CLUSTER.frames);
  expect(sizeOf(await drawCard(strip, 'dark'))).toEqual(drawnSize(strip));
});

test('whatever a cluster is called, nothing leaves its place or stands on something else', () => {
  fc.assert(
    fc.property(anyCluster, (any) => {
      const picture = clusterWithinLimits(any);
      const marks = layOutCluster(picture, widthOf);
      expect(ugly(marks, widthOf, clusterSize(picture).height).filter((one) => !isLine(one))).toEqual([]);
    }),
    { numRuns: runs(40) },
  );
});
