import { expect, test } from 'vitest';
import { asksOfAll } from '../../src/lookup/follow-up.ts';
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

const WHICH = [
  '둘 중에 뭘 써야 해?',
  '뭘 써야 돼',
  '어느 쪽을 골라야 하나요?',
  '언제 뭘 써?',
  'which one should I use?',
];

test.each(WHICH)('after a comparison, %s is about both', async (question) => {
  const { bot } = await botOf([COURSE]);
  const compared = await bot.dispatch('/k8s 디플로이먼트랑 스테이트풀셋 차이', student);
  expect(compared.share).toContain(' vs ');
  expect((await bot.dispatch(`/k8s ${question}`, student)).share).toBe(compared.share);
});

test('of two that nobody has set side by side nothing is told', async () => {
  const { bot } = await botOf([COURSE]);
  await bot.dispatch('/k8s 파드', student);
  const { blocks } = await bot.dispatch('/k8s 둘 중에 뭘 써야 해?', student);
  expect(blocks[0]).toMatchObject({ text: text('ko').whichOne });
});

test.each(['오늘 점심 뭐가 좋아', '주말에 뭐 보면 좋아?', 'what should we have for lunch', '파드가 뭐야'])(
  '%s asks of nothing that was seen',
  (question) => {
    expect(asksOfAll(question)).toBe(false);
  },
);
