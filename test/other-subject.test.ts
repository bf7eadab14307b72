/** A bot that teaches something else says nothing of Kubernetes, on no platform and in no language. */
import { expect, test } from 'vitest';
import type { Caller } from '../src/core/command/command.ts';
import { isTyped } from '../src/core/command/command.ts';
import { declarationsOf } from '../src/platforms/discord/declarations.ts';
import { manifestOf } from '../src/platforms/slack/manifest.ts';
import { botOf, COURSE, folderOf, student } from './support/world.ts';

const KUBERNETES =
  /쿠버네티스|쿠베|큐브|kube|k8s|파드|노드|매니페스트|디플로이|\bpods?\b|\bnodes?\b|헬름|컨테이너|클러스터|yaml/i;

const PYTHON = {
  'course.yaml': 'title: 파이썬 기초\nsubject: 파이썬\n',
  'chapters/types.md':
    '---\nid: types\ntitle: 자료형\n---\n\n## 리스트와 튜플\n\n[리스트](term:list)는 바꿀 수 있어요.\n\n## 딕셔너리\n\n이름으로 찾아요.\n',
  ...Object.fromEntries(
    [
      ['list', '리스트', '값을 순서대로 담는 자료형이에요.'],
      ['tuple', '튜플', '바꿀 수 없는 값의 묶음이에요.'],
      ['dict', '딕셔너리', '이름으로 값을 찾는 자료형이에요.'],
      ['loop', '반복문', '같은 일을 여러 번 하는 문장이에요.'],
    ].map(([id, ko, definition]) => [
      `glossary/${id}.md`,
      `---\nid: ${id}\ntitle: { ko: ${ko}, en: ${id} }\ndefinition: ${definition}\n---\n\n${definition}\n`,
    ]),
  ),
};

const HISTORY = {
  'rome.md':
    '# Rome\n\n## The republic\n\nTwo consuls ruled for a year.\n\n## The empire\n\nAugustus was the first.\n\n| term | description |\n| --- | --- |\n| Consul | One of two who ruled for a year |\n| Senate | The council of the old |\n',
};

const LINES = [
  ...[
    '/dosirak',
    '/dosirak 선생님',
    '/dosirak about',
    '/privacy',
    '/privacy export',
    '/card',
    '/quiz',
    '/quiz 1장',
    '/review',
  ],
  ...[
    '/progress',
    '/home',
    'home',
    '/class',
    '/class setup',
    '/class cards',
    '/class preview',
    '/class post',
    '/class show',
  ],
  ...[
    '/live',
    '/live start',
    '/live plan',
    '/live plan 내일 10시',
    '/live preview',
    '/live history',
    '/report',
    '/report students',
  ],
  ...[
    '/report marks',
    '/report questions',
    '/report attendance',
    '/class exam',
    '/class skip',
    '/class close',
    '/nope',
    '/askk',
  ],
  ...[
    '안녕',
    '고마워',
    '너 누구야',
    '오늘 점심 뭐 먹지',
    '시험 범위가 어디예요?',
    '그거랑 뭐가 달라?',
    'what is this',
    '/ask',
  ],
  ...[
    '/card 없는것',
    '/quiz 없는것',
    '/review 없는것',
    '/live start 없는것',
    '/class post 없는것',
    '/class cards 없는것 다음',
  ],
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
  'NAME   READY   STATUS\nweb-1   0/1   Pending',
];

/** Everything that a bot of these files says, by what it was told. */
async function allOf(files: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const { bot, logged } = await botOf([folderOf(files, () => {})]);
  const teacher: Caller = { ...student, id: 'test:teacher', known: ['test:teacher'], manages: true };
  const said = new Map<string, string>();
  const examples = bot.commands
    .filter(isTyped)
    .flatMap((one) => one.examples.flatMap(({ ko, en }) => [`/${ko}`, `/${en}`]));
  for (const locale of ['ko', 'en'] as const)
    for (const caller of [student, teacher])
      for (const line of [...LINES, ...examples])
        said.set(`${locale} ${caller.id} ${line}`, JSON.stringify(await bot.dispatch(line, { ...caller, locale })));
  for (const locale of ['ko', 'en'] as const)
    said.set(
      `Slack's manifest ${locale}`,
      JSON.stringify(manifestOf(bot.commands, { prefix: '', url: undefined, subject: undefined, locale })),
    );
  said.set("Discord's commands", JSON.stringify(declarationsOf(bot.commands, 'servers')));
  expect(logged).toEqual([]);
  return said;
}

test.each([
  ['a course on Python', PYTHON],
  ['a course on history, in English, of one post', HISTORY],
])('%s', async (_, files) => {
  const told = [...(await allOf(files))].filter(([line, said]) => KUBERNETES.test(said.replaceAll(line, '')));
  expect(
    told.map(([line, said]) => [
      line,
      KUBERNETES.exec(said)?.[0],
      said.slice(Math.max(0, (KUBERNETES.exec(said)?.index ?? 0) - 60)).slice(0, 140),
    ]),
  ).toEqual([]);
});

test('the built-in course does say it', async () => {
  const { bot } = await botOf([COURSE]);
  expect(JSON.stringify(await bot.dispatch('/dosirak', student))).toMatch(KUBERNETES);
});
