import { expect, test } from 'vitest';
import { isTyped } from '../../../src/core/command/command.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { allObjects } from '../../fakes/slack/json.ts';
import {
  fromBot,
  homeOf,
  labelsSeen,
  openedBy,
  pressed,
  pressedIn,
  said,
  spoken,
  titleOf,
} from '../../fakes/slack/seen.ts';
import type { LocalSlack } from '../../fakes/slack/types.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const NAMES = bot.commands.filter(isTyped).map(({ name }) => name);

async function prefixed(folders?: readonly string[]) {
  const { slack, logged } = await onSlack({ prefix: 'ds-', ...(folders ? { folders } : { bot }) });
  return { slack, logged, minsu: slack.user('민수', { locale: 'ko-KR' }), ann: slack.user('Ann') };
}

/** Commands as they are named in everything that Slack was sent to show: texts, labels, what is read aloud; not paths. */
function namedIn({ requests }: LocalSlack): string[] {
  const shown = requests.flatMap(({ args: { text, blocks, view } }) => [
    { text },
    ...[blocks, view].map((one): unknown => (typeof one === 'string' ? JSON.parse(one) : one)),
  ]);
  const texts = [...allObjects(shown)].flatMap(({ text, alt_text }) => [text, alt_text]);
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => Array.from(text.matchAll(/(?<![\w.:/-])\/(\w[\w-]*)/g), ([, name = '']) => name))
    .filter((name) => name.startsWith('ds-') || NAMES.includes(name));
}

test('commands are typed with the prefix and do the same', async () => {
  const { slack, logged, minsu } = await prefixed();
  for (const [line, title] of [
    ['/ds-k8s 파드', '파드'],
    ['/ds-quiz 파드 2', '문제 1 / 2'],
    ['/ds-card 파드', '파드'],
    ['/ds-dosirak', '도시락과 함께 쿠버네티스 배우기'],
    ['/ds-dosirak about', '도시락'],
  ] as const)
    for (const where of ['class', 'dm'] as const)
      expect(titleOf(await slack.command(minsu, where, line).message())).toBe(title);
  expect([logged, bugs]).toEqual([[], []]);
});

test('wherever a command is named, it is named as this workspace types it', async () => {
  const { slack, minsu, ann } = await prefixed();
  for (const user of [minsu, ann]) {
    for (const line of [
      '/ds-dosirak',
      '/ds-dosirak instructors',
      '/ds-k8s',
      '/ds-k8s 떡볶이 맛집',
      '/ds-card 떡볶이',
      '/ds-quiz 떡볶이',
      '/ds-quiz 99',
    ])
      await slack.command(user, 'class', line).message();
    await slack.direct(user, '도움말').message();
    await slack.mention(user, 'class', 'asdfqwerzxcv').message();
    const home = await homeOf(slack, user);
    const help = await openedBy(slack, user, home, labelsSeen(home).at(-1) ?? '');
    await pressedIn(slack, user, help, '/ds-card');
  }
  const named = new Set(namedIn(slack));
  expect(named).toEqual(new Set(NAMES.map((name) => `ds-${name}`)));
});

test('help reads as ever, and its buttons work', async () => {
  const { slack, minsu } = await prefixed();
  const help = await slack.command(minsu, 'class', '/ds-dosirak').message();
  expect(said(help)).toContain('• /ds-k8s 파드: 쿠버네티스 개념을 찾아 줘요\n• /ds-quiz: ');
  expect(labelsSeen(help)).toEqual(expect.arrayContaining(['/ds-quiz', '/ds-card', '/ds-review']));
  expect(labelsSeen(help).filter((label) => !label.startsWith('/ds-'))).toEqual(['선생님 도움말', '소개']);
  expect(titleOf(await pressed(slack, minsu, help, '/ds-quiz'))).toBe('문제 1 / 5');
  expect(fromBot(slack, minsu, 'class', minsu)).toHaveLength(2);
});

test.each(['/ds-k8s 파드', '/k8s 파드', 'k8s 파드'])(
  'in a mention and a direct message %j means the same',
  async (words) => {
    const { slack, minsu } = await prefixed();
    expect(titleOf(await slack.mention(minsu, 'thread', words).message())).toBe('파드');
    expect(titleOf(await slack.direct(minsu, words).message())).toBe('파드');
  },
);

test('what only looks like a command is left as it is', async () => {
  const body =
    '주소는 https://example.org/k8s 예요. 경로는 a/k8s, /k8s-old, /etc/quiz 이고 명령은 `/ask`, (/quiz) 예요.';
  const file = `---\nid: a\ntitle: 개념\ndefinition: 뜻\n---\n\n${body}\n\n/card 로 시작하는 줄\n`;
  const { slack, minsu } = await prefixed([folderOf({ 'glossary/a.md': file })]);
  const seen = await slack.command(minsu, 'class', '/ds-ask 개념').message();
  const words = body.replace('`/ask`', '/ds-ask').replace('(/quiz)', '(/ds-quiz)');
  for (const text of [said(seen), spoken(seen)]) {
    expect(text.replace(/<|>/g, '')).toContain(words);
    expect(text).toContain('/ds-card 로 시작하는 줄');
  }
});
