import { expect, test } from 'vitest';
import { onSlack } from '../../support/slack/bot.ts';
import { fromBot, labelsSeen, pressed, said, spoken, titleOf } from '../../support/slack/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);

async function prefixed(folders?: readonly string[]) {
  const { slack, logged } = await onSlack({ prefix: 'ds-', ...(folders ? { folders } : { bot }) });
  return { slack, logged, minsu: slack.user('민수', { locale: 'ko-KR' }) };
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

test('help reads as ever, and its buttons work', async () => {
  const { slack, minsu } = await prefixed();
  const help = await slack.command(minsu, 'class', '/ds-dosirak').message();
  expect(said(help)).toContain(
    '/ds-k8s <궁금한 말>\n쿠버네티스 개념을 찾아 줘요 (예 /ds-k8s 파드, /ds-k8s 파드랑 노드 차이)',
  );
  expect(labelsSeen(help)).toEqual(['/ds-card', '/ds-quiz']);
  expect(titleOf(await pressed(slack, minsu, help, '/ds-quiz'))).toBe('문제 1 / 5');
  expect(fromBot(slack, minsu, 'class', minsu)).toHaveLength(2);
});

test.each(['/k8s 파드', 'k8s 파드'])('in a mention and a direct message %j means the same', async (words) => {
  const { slack, minsu } = await prefixed();
  expect(titleOf(await slack.mention(minsu, 'thread', words).message())).toBe('파드');
  expect(titleOf(await slack.direct(minsu, words).message())).toBe('파드');
});

test('what only looks like a command is left as it is', async () => {
  const body =
    '주소는 https://example.org/k8s 예요. 경로는 a/k8s, /k8s-old, /etc/quiz 이고 명령은 `/k8s`, (/quiz) 예요.';
  const file = `---\nid: a\ntitle: 개념\ndefinition: 뜻\n---\n\n${body}\n`;
  const { slack, minsu } = await prefixed([folderOf({ 'glossary/a.md': file })]);
  const seen = await slack.command(minsu, 'class', '/ds-k8s 개념').message();
  const words = body.replace('`/k8s`', '/ds-k8s').replace('(/quiz)', '(/ds-quiz)');
  for (const text of [said(seen), spoken(seen)]) {
    expect(text.replace(/<|>/g, '')).toContain(words);
  }
});
