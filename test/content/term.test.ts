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

const idsOf = (...questions: string[]): string[] =>
  taught(
    termFile('a', `questions:\n${questions.map((one) => `  - { ask: 무엇?, why: x, ${one} }\n`).join('')}`),
  ).questions.map(({ id }) => id);

test.each([
  ['single', 'type: single, right: a, wrong: [b, c]', 'type: single, right: c, wrong: [b, a]'],
  ['multiple', 'type: multiple, right: [a, b], wrong: [c]', 'type: multiple, right: [c], wrong: [b, a]'],
  ['boolean', 'type: boolean, answer: true', 'type: boolean, answer: false'],
  ['order', 'type: order, steps: [a, b, c]', 'type: order, steps: [c, a, b]'],
  ['typed', 'type: typed, accept: [a]', 'type: typed, accept: [b, c]'],
])('the id of a %s question does not tell which answer is right', (_, one, other) => {
  expect(idsOf(one)).toEqual(idsOf(other));
});

test('two questions that ask the same with other options, other words or other code have ids of their own', () => {
  const ids = idsOf(
    'type: single, right: a, wrong: [b]',
    'type: single, right: a, wrong: [c]',
    'type: single, right: a, wrong: [b, c]',
    'type: single, right: { ko: a, en: z }, wrong: [b]',
    'type: single, right: a, wrong: [b], code: "kind: Pod"',
    'type: single, right: a, wrong: [b], code: "kind: Node"',
    'type: multiple, right: [d, e], wrong: [f]',
    'type: order, steps: [a, b, d]',
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(['pod', 'k8s', '파드', '1-파드', 'kube-proxy-2'])('%s is an id of a term', (id) => {
  expect(load({ 'a.md': termFile(id) })).toMatchObject({ problems: [], terms: [{ id }] });
});

test.each(['Pod', 'kube-Proxy', 'ＰＯＤ', '"123"', '1-2', 'pod-', 'kube_proxy'])('%s is none', (id) => {
  const { terms, problems } = load({ 'a.md': termFile(id) });
  expect(terms).toEqual([]);
  expect(problems).toMatchObject([{ line: 2, message: { ko: expect.stringContaining('소문자와 숫자') } }]);
});
