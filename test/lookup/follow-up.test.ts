import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refersBack, withName } from '../../src/lookup/follow-up.ts';
import { textsOf } from '../support/replies.ts';
import { botOf, COURSE, ROOT, student } from '../support/world.ts';

interface FollowUp {
  query: string;
  kind: string;
  expect: string[];
  /** What was looked up before. */
  after: string;
}

/** Questions that only make sense after another, written without sight of the course's texts. */
const followUps = readFileSync(join(ROOT, 'test/search/day/elsewhere.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): FollowUp => JSON.parse(line))
  .filter(({ kind }) => kind === 'follow-up');

/** The share of them that is understood. */
const FLOOR = 0.55;

const clock = (from: number) => {
  let now = from;
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { now: () => now, pass };
};

test('a question about what was seen before is about that', async () => {
  const { bot } = await botOf([COURSE]);
  const right: string[] = [];
  for (const { query, expect: wanted, after } of followUps) {
    await bot.dispatch(`/k8s ${after}`, student);
    const { share = '' } = await bot.dispatch(query, student);
    if (wanted.some((id) => share.split(/ vs | /).includes(id.replace('section:', 'why-kubernetes#'))))
      right.push(query);
  }
  expect(right.length / followUps.length).toBeGreaterThanOrEqual(FLOOR);
});

test('what says enough by itself is about that, whatever was looked up before', async () => {
  const { bot } = await botOf([COURSE]);
  const questions = readFileSync(join(ROOT, 'test/search/day/unseen-9.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { query: string; expect: string[] } => JSON.parse(line))
    .filter(({ query, expect: wanted }) => wanted.length > 0 && !query.includes('\n'));
  const changed: string[] = [];
  for (const [i, { query }] of questions.entries()) {
    const alone = await bot.dispatch(`/k8s ${query}`, { ...student, id: `test:student-${i}` });
    const after = await bot.dispatch(`/k8s ${query}`, student);
    if (after.share !== alone.share) changed.push(query);
  }
  expect(questions.length).toBeGreaterThan(250);
  expect(changed.length / questions.length, changed.join('\n')).toBeLessThan(0.01);
});

test.each([
  ['그거랑 뭐가 달라?', true],
  ['근데 그게 왜 필요한데요?', true],
  ['파드에서 그거 어떻게 써?', true],
  ['how do I delete it', true],
  ['톨러레이션 그게 뭐예요', false],
  ["I keep hearing 'observability'. what does it mean?", false],
  ['why does data inside a container disappear when it restarts', false],
])('%s speaks of what was seen before: %j', (question, is) => {
  expect(refersBack(question)).toBe(is);
});

test('ten minutes later, in another channel and by another student it is not', async () => {
  const time = clock(Date.UTC(2026, 10, 23));
  const { bot } = await botOf([COURSE], { now: time.now });
  const ask = async (caller = student) => (await bot.dispatch('그거랑 디플로이먼트는 뭐가 달라요?', caller)).share;
  const both = 'ask statefulset vs deployment';
  await bot.dispatch('/k8s statefulset', student);
  expect(await ask({ ...student, channel: 'test:other' })).not.toBe(both);
  expect(await ask({ ...student, id: 'test:somebody-else' })).not.toBe(both);
  expect(await ask()).toBe(both);
  await bot.dispatch('/k8s statefulset', student);
  time.pass(10 * 60_000);
  expect(await ask()).toBe(both);
  await bot.dispatch('/k8s statefulset', student);
  time.pass(10 * 60_000 + 1);
  expect(await ask()).not.toBe(both);
});

test('without anything seen before it is asked which concept is meant', async () => {
  const { bot } = await botOf([COURSE]);
  const reply = await bot.dispatch('그건 왜 그래?', student);
  expect(textsOf(reply).join(' ')).toContain('어떤 개념');
});

test.each([
  ['그거랑 파드는 뭐가 달라?', '테인트랑 파드는 뭐가 달라?'],
  ['how do I undo that?', 'how do I undo 테인트?'],
  ['왜 필요한데?', '테인트 왜 필요한데?'],
])('%j is read as %j', (typed, read) => {
  expect(withName(typed, '테인트')).toBe(read);
});

test('a name with the ending of a verb is asked for itself', async () => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/k8s 노드', student);
  expect((await bot.dispatch('/k8s 롤백하는 법', student)).share).toContain('rollback');
});

test.each([
  ['yaml 보여줘', 'guide hpa example'],
  ['예시 yaml', 'guide hpa example'],
  ['show yaml', 'guide hpa example'],
  ['예시는?', 'guide hpa example'],
])('%s asks for the example of what was seen', async (question, share) => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/k8s hpa', student);
  expect((await bot.dispatch(`/k8s ${question}`, student)).share).toBe(share);
});

test.each(['내일 비와?', 'is it gonna rain tomorrow?', 'describe는 언제 쓰는 거야', '죽으면 다시 살려주는 거'])(
  '%s is not about what was seen',
  async (question) => {
    const { bot } = await botOf([COURSE]);
    const alone = await bot.dispatch(`/k8s ${question}`, student);
    await bot.dispatch('/k8s 드레인', student);
    const { blocks } = await bot.dispatch(`/k8s ${question}`, student);
    expect(blocks[0]).toEqual(alone.blocks[0]);
    expect(JSON.stringify(blocks)).not.toContain('드레인');
  },
);

test.each([
  ['hpa', '어떻게 꺼?', '자동 확장 끄기'],
  ['hpa', '만드는 법', '수평 파드 오토스케일러 예제'],
  ['환경 변수', '넣는 법', '환경 변수 넣기'],
  ['서비스', '어떻게 지워?', '서비스 지우기'],
])('after %s, %s is answered with %s', async (seen, question, title) => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch(`/k8s ${seen}`, student);
  expect((await bot.dispatch(`/k8s ${question}`, student)).blocks[0]).toMatchObject({ text: title });
});

test('a line of a hundred thousand words after an answer is read as far as people read', async () => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/k8s 파드 vs 서비스', student);
  for (const word of ['삭제와 ', '랑 ', '됐냐 ']) {
    const text = new TextEncoder().encode(`${word.repeat(100_000)}차이`);
    const file = { name: 'a.txt', read: async () => text };
    expect((await bot.dispatch({ line: '/k8s', file }, student)).blocks.length).toBeGreaterThan(0);
  }
});
