import { expect, test } from 'vitest';
import { asksOfSides } from '../../src/lookup/side-by-side.ts';
import { text } from '../../src/lookup/text.ts';
import { termFile } from '../support/content.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const HOW = '{ ko: 하나면 갑을 써요., en: Use the first for one. }';
const TERMS = {
  'glossary/a.md': termFile('a', `differs:\n  - { from: b, how: ${HOW} }\n`),
  'glossary/b.md': termFile('b', ''),
  'glossary/c.md': termFile('c', ''),
};

test('a comparison begins with how the two differ, whichever is named first and whoever says so', async () => {
  const { bot } = await botOf([folderOf({ 'course.yaml': 'command: ask\n', ...TERMS })]);
  for (const line of ['/ask a vs b', '/ask b vs a']) {
    const { blocks } = await bot.dispatch(line, student);
    expect(blocks[1]).toEqual({
      type: 'fields',
      fields: [{ name: text('ko').howTheyDiffer, value: '하나면 갑을 써요.' }],
    });
  }
  const { blocks } = await bot.dispatch('/ask a vs c', { ...student, locale: 'en' });
  expect(JSON.stringify(blocks)).not.toContain(text('en').howTheyDiffer);
});

const DIFFERS = '디플로이먼트를, 파드마다 이름과 저장 공간';

test.each([
  '둘 중에 뭘 써야 해?',
  '뭘 써야 돼',
  '어느 쪽을 골라야 하나요?',
  '언제 뭐씀',
  '뭐가 더 쉬움?',
  '뭐가 나아',
  '골라줘',
  '차이가 뭔데',
  '둘 다 써도 됨?',
  'which one should I use?',
  'which one is easier',
  'can i use both together',
])('after a comparison, %s is told how the two differ, and nothing that stands there already', async (question) => {
  const { bot } = await botOf([COURSE]);
  const compared = await bot.dispatch('/k8s 디플로이먼트랑 스테이트풀셋 차이', student);
  expect(compared.share).toContain(' vs ');
  const asked = await bot.dispatch(`/k8s ${question}`, student);
  expect(asked.share).toBe(compared.share);
  expect(asked.blocks.map(({ type }) => type)).toEqual(['heading', 'fields', 'buttons']);
  expect(JSON.stringify(asked.blocks)).toContain(DIFFERS);
});

test('two that were set side by side are known after another concept, where a question speaks of two', async () => {
  const { bot } = await botOf([COURSE]);
  const compared = await bot.dispatch('/k8s 디플로이먼트랑 스테이트풀셋 차이', student);
  await bot.dispatch('/k8s 노드', student);
  expect((await bot.dispatch('/k8s 둘 중에 뭐 써?', student)).share).toBe(compared.share);
  await bot.dispatch('/k8s 노드', student);
  expect((await bot.dispatch('/k8s 뭘 써야 돼', student)).share).not.toBe(compared.share);
});

test('where nobody has said how they differ, that is told', async () => {
  const { bot } = await botOf([folderOf({ 'course.yaml': 'command: ask\n', ...TERMS })]);
  await bot.dispatch('/ask a vs c', student);
  expect(JSON.stringify(await bot.dispatch('/ask 둘 중에 뭘 써?', student))).toContain(text('ko').noDifference);
});

test('of two that nobody has set side by side nothing is told', async () => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/k8s 파드', student);
  const { blocks } = await bot.dispatch('/k8s 둘 중에 뭘 써야 해?', student);
  expect(blocks[0]).toMatchObject({ text: text('ko').whichOne });
});

test('of three it is said which two differ so', async () => {
  const { bot } = await botOf([COURSE]);
  const { blocks } = await bot.dispatch('/k8s 활성 프로브랑 준비성 프로브랑 스타트업 프로브 차이', student);
  expect(JSON.stringify(blocks[1])).toContain('"name":"활성 프로브 ↔ 준비성 프로브"');
});

test.each([
  '오늘 점심 뭐가 좋아',
  '주말에 뭐 보면 좋아?',
  '둘 중에 뭐 먹지 짜장 짬뽕',
  '둘이 싸우면 누가 이겨',
  '친구랑 둘이 뭐하지',
  '뭐 먹지',
  '쓰레기 어떻게 버려',
  'apply랑 create 둘 중에 뭘 써',
  '수직 수평 둘 중에 뭐가 좋아',
  'either rolling or recreate, which one',
  '알아서 고치는 거랑 알아서 늘리는 거 둘 다 같은 건가',
  'replicas 두 개 쓰려면',
  '두 개 이상 띄우려면 어떻게 해',
  '두 가지 방법 알려줘',
  '명령어 뭐 써',
  '이름을 뭐라고 쓰지',
  '뭐라고 써야 돼',
  'apache 가상호스트 두 개 설정했는데 하나만 나와여',
  'what should we have for lunch',
  '파드가 뭐야',
])('%s asks of nothing that stands side by side', (question) => {
  expect(asksOfSides(question)).toBeUndefined();
});

test('what a question does not name is told as a guess, since it may be of no course', async () => {
  const { bot } = await botOf([COURSE]);
  const guessed = async (question: string): Promise<boolean> =>
    JSON.stringify(await bot.dispatch(`/k8s ${question}`, student)).includes('알아들었어요');
  expect(await guessed('조건이 맞지 않아 쫓겨난 거랑 선점당한 거 차이')).toBe(true);
  for (const named of ['파드랑 노드 차이', '디플로이먼드 스테이풀셋 차이점', 'ㅔㅐㅇ 노드 차이'])
    expect([named, await guessed(named)]).toEqual([named, false]);
});

test.each([
  ['pod vs java', '‘java’', '파드'],
  ['파드랑 자바 차이', '‘자바’', '파드'],
  ['헬름이랑 앤서블은 뭐가 달라?', '‘앤서블’', '헬름'],
  ['쿠버네티스 vs 오픈스택', '‘오픈스택’', '쿠버네티스'],
  ['pod랑 thread 차이', '‘thread’', '파드'],
  ['서비스랑 로드밸런서랑 zookeeper 차이', '‘zookeeper’', '서비스 ↔ LoadBalancer 서비스'],
])('%s: what the course does not have is said, and never replaced', async (question, stranger, title) => {
  const { bot } = await botOf([COURSE]);
  const { blocks } = await bot.dispatch(`/k8s ${question}`, student);
  expect(blocks[0]).toMatchObject({ text: title });
  expect(JSON.stringify(blocks[1])).toContain(stranger);
});

test('what is told in words, what has a name with slips, and talk around names are no strangers', async () => {
  const { bot } = await botOf([COURSE]);
  for (const question of [
    '컨피그맵이랑 비밀번호 넣어두는 거 차이',
    '명령형으로 하는 거랑 선언형으로 하는 거 차이',
    'statefulst이랑 deplyoment 차이',
    'vm이랑 파드 차이',
    '디플로이먼트랑 서비스 연결 차이',
    'ingress vs nginx',
  ])
    expect([question, JSON.stringify(await bot.dispatch(`/k8s ${question}`, student))]).not.toEqual([
      question,
      expect.stringContaining('배우는 개념이 아니어서'),
    ]);
});

test.each([
  ['그럼 뭐가 더 가벼워?'],
  ['더 쉬운 거'],
  ['둘 다 필요해?'],
  ['mysql 올릴 땐 둘 중에 뭐 써야 돼요'],
  ['실습할 땐 뭐가 나아'],
])('%s, asked right after a comparison, is told how both differ', async (question) => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/k8s vm이랑 컨테이너 차이', student);
  const { blocks } = await bot.dispatch(`/k8s ${question}`, student);
  expect(blocks[0]).toMatchObject({ text: '가상 머신 ↔ 컨테이너' });
  expect(JSON.stringify(blocks[1])).toContain(text('ko').howTheyDiffer);
});

test('the first and the second of a comparison are spoken of by their places', async () => {
  const { bot } = await botOf([COURSE]);
  const titleOf = async (question: string): Promise<unknown> => {
    await bot.dispatch('/k8s nodeport랑 clusterip 차이', student);
    const { blocks } = await bot.dispatch(`/k8s ${question}`, student);
    return blocks[0];
  };
  expect(await titleOf('when do I use the second one?')).toMatchObject({ text: 'ClusterIP' });
  expect(await titleOf('첫 번째 거는 뭔데?')).toMatchObject({ text: 'NodePort' });
  expect(await titleOf('후자는?')).toMatchObject({ text: 'ClusterIP' });
});

test.each([
  ['deployment 말고 statefulset 언제 써', '디플로이먼트 ↔ 스테이트풀셋'],
  ['디플로이먼트 대신 레플리카셋 쓰면 안 돼?', '디플로이먼트 ↔ 레플리카셋'],
  ['파드 쓰면 되는데 디플로이먼트는 왜 있어', '파드 ↔ 디플로이먼트'],
  ['secret이 configmap보다 안전해?', '시크릿 ↔ 컨피그맵'],
  ['can I use a ReplicaSet instead of a Deployment?', '레플리카셋 ↔ 디플로이먼트'],
  ['파드 말고 서비스 설명해 줘', '서비스'],
  ['파드 말고 디플로이먼트로 띄우는 법', '디플로이먼트 만들기'],
])('%s is answered with %s', async (question, title) => {
  const { bot } = await botOf([COURSE]);
  const { blocks } = await bot.dispatch(`/k8s ${question}`, student);
  expect(blocks[0]).toMatchObject({ text: title });
});

test('a difference that is asked for between two things is told of those two', async () => {
  const { bot } = await botOf([COURSE]);
  const { blocks } = await bot.dispatch('/k8s whats the diff between configmap and secret', student);
  expect(blocks[0]).toMatchObject({ text: '컨피그맵 ↔ 시크릿' });
});
