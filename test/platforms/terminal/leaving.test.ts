import { describe, expect, test } from 'vitest';
import { openChat, piped } from '../../support/chat.ts';
import { termFile } from '../../support/content.ts';
import { botOf, folderOf } from '../../support/world.ts';

describe('leaving and going back', () => {
  test.each(['exit', 'quit', '종료', ' /exit ', '/QUIT', '/종료'])(
    '%j ends the chat, and nothing after it is read',
    async (word) => {
      const text = await piped(`파드\n${word}\n노드\n`);
      expect(text).toContain('파드 · Pod');
      expect(text).not.toContain('노드 · Node');
    },
  );

  test('a word in a sentence does not end it', async () => {
    expect(await piped('exit 코드가 뭐야\n노드\n')).toContain('노드 · Node');
  });

  const TYPED = 'questions: [{ type: typed, ask: 몇 번 포트?, accept: [0, 80], why: 그래서요 }]\n';

  test('0 is an answer where one is typed, through a pipe as in a terminal, and is not offered as the way back there', async () => {
    const { bot } = await botOf([folderOf({ 'a.md': termFile('a', TYPED) })]);
    const text = await piped('/k8s a\n/quiz a\n0\n', { bot });
    expect(text).toContain('⭕ 맞았어요!');
    const chat = openChat({ tty: true, bot });
    chat.type('/k8s a\r/quiz a\r');
    await chat.until('답을 입력해 주세요');
    chat.type('0\r');
    await chat.until('⭕ 맞았어요!');
    const asked = (await chat.end()).split('몇 번 포트?')[1]?.split('맞았어요')[0];
    expect(asked).not.toContain('[0]');
    expect(chat.shown()).toContain('[0] 앞 화면으로');
  });

  test('a spoken command with a slash is one also where an answer is typed', async () => {
    const { bot } = await botOf([folderOf({ 'a.md': termFile('a', TYPED) })]);
    const text = await piped('/quiz a\n/도움말\n', { bot });
    expect(text).toContain('도시락과 함께 배우기');
    expect(text).not.toMatch(/맞았어요|아쉬워요/);
  });

  test('the first reply has nothing before it', async () => {
    const chat = openChat({ tty: true });
    chat.type('파드\r0\r노드\r');
    await chat.until('노드 · Node');
    const [before = ''] = chat.shown().split('노드 · Node');
    expect(before).toContain('1부터 7까지');
    expect(before).not.toContain('[0]');
    await chat.end();
  });

  test('whoever does not know is shown the answer, and picking two of one is told', async () => {
    const single = 'questions: [{ type: single, ask: 무엇?, right: 빵, wrong: [떡, 면], why: 그래서요 }]\n';
    const { bot } = await botOf([folderOf({ 'a.md': termFile('a', single) })]);
    const text = await piped('/quiz a\n1 2\n모르겠어요\n', { bot });
    expect(text).toMatch(/번호를 하나만 골라 주세요\..*🌱 괜찮아요.*무엇\?.*✅ 빵.*그래서요/s);
  });
});
