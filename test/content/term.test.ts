import { expect, test } from 'vitest';
import { load, termFile, termOf } from '../support/content.ts';

const taught = (text: string) => termOf(load({ 'a.md': text }), 'a');

const BODY = `파드는 묶음이에요.

두 번째 문단이에요.

> 파드는 배달 가방이에요.
> 함께 가요.

## English

A Pod is a group.

> A Pod is a bag.
`;

test('a term has its explanation and its analogy in both languages', () => {
  expect(taught(termFile('a', '', BODY))).toMatchObject({
    explanation: { ko: '파드는 묶음이에요.\n\n두 번째 문단이에요.', en: 'A Pod is a group.' },
    analogy: { ko: '파드는 배달 가방이에요.\n함께 가요.', en: 'A Pod is a bag.' },
  });
});

test('what is written in one language only stands for both', () => {
  expect(taught(termFile('a', '', '글.\n\n> 비유.'))).toMatchObject({
    explanation: { ko: '글.', en: '글.' },
    analogy: { ko: '비유.', en: '비유.' },
  });
  expect(taught(termFile('a', '', '글.\n\n> 비유.\n\n# ENGLISH\n\nText.'))).toMatchObject({
    explanation: { ko: '글.', en: 'Text.' },
    analogy: { ko: '비유.', en: '비유.' },
  });
  expect(taught('---\nid: a\ntitle: 파드\ndefinition: 뜻\n---\n글')).toMatchObject({
    title: { ko: '파드', en: '파드' },
    definition: { ko: '뜻', en: '뜻' },
    analogy: undefined,
  });
});

test('lists and code stay in the explanation, HTML comments do not', () => {
  const body = '글.\n\n<!-- 고칠 것 -->\n\n- 하나\n- 둘\n\n```yaml\nkind: Pod\n```\n\n> 비유.\n\n> 둘째 인용.';
  const { explanation, analogy } = taught(termFile('a', '', body));
  expect(explanation.ko).toBe('글.\n\n- 하나\n- 둘\n\n```yaml\nkind: Pod\n```\n\n> 둘째 인용.');
  expect(analogy?.ko).toBe('비유.');
});

test('names may be numbers, and blanks around them do not count', () => {
  expect(taught(termFile('a', "aliases: [1984, ' po ', 3.5]\nmisspellings: [팟]\n"))).toMatchObject({
    aliases: ['1984', 'po', '3.5'],
    misspellings: ['팟'],
  });
});

test('ways to ask may be one list or one for each language', () => {
  expect(taught(termFile('a', 'asks: [하나, 둘]\n')).asks).toEqual(['하나', '둘']);
  expect(taught(termFile('a', 'asks: { ko: [하나], en: [one, two] }\n')).asks).toEqual(['하나', 'one', 'two']);
  expect(taught(termFile('a', 'asks: { en: [one] }\n')).asks).toEqual(['one']);
});

test('a term that names itself as related is not related to itself', () => {
  const { terms, problems } = load({ 'a.md': termFile('a', 'related: [a, b]\n'), 'b.md': termFile('b') });
  expect(problems).toEqual([]);
  expect(terms[0]?.related).toEqual(['b']);
});

test('everything of a question is read', () => {
  const { questions } = taught(
    termFile(
      'a',
      `questions:
  - { type: typed, practical: true, ask: { ko: 묻기, en: Ask }, code: "kind: Pod", accept: [80, po], why: 까닭 }
  - { type: order, ask: 순서, steps: [하나, 둘, 셋], why: 까닭 }
`,
    ),
  );
  expect(questions).toMatchObject([
    {
      term: 'a',
      type: 'typed',
      practical: true,
      ask: { ko: '묻기', en: 'Ask' },
      code: 'kind: Pod',
      accept: ['80', 'po'],
      why: { ko: '까닭', en: '까닭' },
    },
    { type: 'order', practical: false, steps: [{ ko: '하나' }, { ko: '둘' }, { ko: '셋' }] },
  ]);
});

test('the id of a question stays while its text stays, wherever it stands', () => {
  const one = '  - { type: boolean, ask: 하나, answer: true, why: x }\n';
  const two = '  - { type: boolean, ask: 둘, answer: true, why: x }\n';
  const ids = (...lines: string[]) =>
    taught(termFile('a', `questions:\n${lines.join('')}`)).questions.map(({ id }) => id);
  const [first, second] = ids(one, two);
  expect(first).toMatch(/^[0-9a-z]{6}$/);
  expect(first).not.toBe(second);
  expect(ids(two, one.replace('why: x', 'why: y').replace('true', 'false'))).toEqual([second, first]);
  expect(ids(one.replace('하나', '하나둘'))).not.toContain(first);
  const other = load({ 'b.md': termFile('b', `questions:\n${one}`) });
  expect(termOf(other, 'b').questions[0]?.id).not.toBe(first);
});
