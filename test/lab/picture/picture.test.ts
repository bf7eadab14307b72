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
import { crashing, crowded, leftOut, nodeDown, rollout, SCENES, scaling, stuck } from './scenes.ts';

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
  expect(first(scaling)).toMatchObject({
    type: 'scaling-up',
    name: 'web',
    pods: 2,
    scaler: { wanted: 6, percent: 150 },
  });
  expect(first(crashing)).toEqual({ type: 'broken', name: 'api', pods: 1, reason: 'CrashLoopBackOff', restarts: 4 });
  expect(first(leftOut)).toEqual({ type: 'left-out', service: 'web', ready: 2, leftOut: 1 });
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

test('the same is told in words, where no picture can be seen', () => {
  const picture = pictureOf(view(nodeDown()), 'ko');
  expect(picture.alt).toContain('노드 3개 중 2개가 켜져 있어요.');
  expect(JSON.stringify(inWords(picture))).toContain('node-2 · NotReady');
  const strip = stripOf([view(rollout()), view(stuck())], 'ko');
  expect(inWords(strip)[1]).toMatchObject({ markdown: expect.stringMatching(/^1\. web.*\n2\. web/) });
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
      Array.from({ length: 9 }, () => view(rollout())),
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
