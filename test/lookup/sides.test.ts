import { expect, test } from 'vitest';
import { setsTwo } from '../../src/lookup/follow-up.ts';
import { botOf, COURSE, student } from '../support/world.ts';

test.each([
  'requests vs limits',
  'apply vs create',
  'command vs args',
  'Role이랑 ClusterRole 차이',
  'kubectl logs랑 describe 차이',
  'difference between a thing that runs on every node and a Deployment?',
  '파드랑 노드 비교해 줘',
])('%s has both of its sides', (question) => {
  expect(setsTwo(question)).toBe(true);
});

test.each([
  '디플로이먼트랑 차이가 뭐야',
  '파드랑은 뭐가 달라?',
  'vs 파드',
  'how is that different from a pod',
  '노드랑 비교',
])('%s leaves one open', (question) => {
  expect(setsTwo(question)).toBe(false);
});

test('what has both of its sides is not set beside what was seen before', async () => {
  const { bot } = await botOf([COURSE]);
  for (const [before, question] of [
    ['파드', 'requests vs limits'],
    ['인그레스', 'Role이랑 ClusterRole 차이'],
    ['시크릿', 'command vs args'],
  ]) {
    const alone = await bot.dispatch(`/k8s ${question}`, { ...student, id: 'test:another' });
    await bot.dispatch(`/k8s ${before}`, student);
    const after = await bot.dispatch(`/k8s ${question}`, student);
    expect([question, after.share]).toEqual([question, alone.share]);
  }
  await bot.dispatch('/k8s 파드', student);
  expect((await bot.dispatch('/k8s 디플로이먼트랑 차이가 뭐야', student)).share).toContain(' vs ');
});
