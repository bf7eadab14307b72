import { expect, test } from 'vitest';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot, logged } = await botOf([COURSE]);

test.each([
  ['/qiuz', 'quiz'],
  ['/퀴츠 파드', 'quiz 파드'],
  ['/liev start', 'live 시작'],
  ['/cadr', 'card'],
  ['/hlep', 'dosirak'],
  ['/prgress', 'progress'],
  ['/privcy delete', 'privacy 지우기'],
  ['/개인정부', 'privacy'],
])('%s is offered as /%s', async (typed, meant) => {
  const reply = await bot.dispatch(typed, student);
  expect(textsOf(reply).join()).toContain('명령은 없어요. 혹시');
  expect(buttonsOf(reply)).toEqual([{ label: `/${meant}`, line: meant }]);
  expect(logged).toEqual([]);
});

test.each([
  ['/파드', '파드'],
  ['/파드가 뭐예요', '파드'],
  ['/vkem', '파드'],
  ['/pods', '파드'],
  ['/k8s파드', '파드'],
  ['/node', '노드'],
  ['/what is a pod', '파드'],
])('%s is answered as a question', async (typed, title) => {
  const { blocks } = await bot.dispatch(typed, student);
  const titles = blocks.map((block) =>
    block.type === 'heading' ? block.text : block.type === 'picture' ? block.title : undefined,
  );
  expect(titles).toContain(title);
});

test.each(['/nope', '/start', '/김치찌개', '/home', '/read pod 1'])('%s is nothing at all', async (typed) => {
  const reply = await bot.dispatch(typed, student);
  expect(textsOf(reply).join()).toContain('명령은 없어요. `/dosirak`');
  expect(buttonsOf(reply)).toEqual([]);
});
