import { expect, test } from 'vitest';
import { complaints, load, termFile, termOf } from '../support/content.ts';

const file = (fields: string, body: string): string => `---\n${fields}\n---\n${body}`;

const POD_KO = file(
  `title: 파드(Pod)
id: pod
date: 2018-04-12
full_link: /docs/concepts/workloads/pods/
short_description: >
  함께 뜨는 {{< glossary_tooltip text="컨테이너" term_id="container" >}}의 묶음.

aka:
tags:
- core-object
- fundamental`,
  ` 함께 뜨는 {{< glossary_tooltip text="컨테이너" term_id="container" >}}의 묶음.

<!--more-->

보통 {{% glossary_tooltip term_id="deployment" text="디플로이먼트" %}}가 돌보고 {{< glossary_tooltip
term_id="worker-node" >}}에 놓인다. [더 읽기](/docs/concepts/workloads/pods/)와 [밖](https://example.org).
`,
);

const POD_EN = file(
  'title: Pod\nid: pod\nshort_description: >\n  A group of containers.\naka:\n- po\n- \ntags:\n- fundamental',
  ' A group of containers.\n\n<!--more-->\n\nIt runs on a {{< glossary_tooltip term_id="node" >}}.\n',
);

const plain = (id: string, more = ''): string =>
  file(`title: ${id}\nid: ${id}\nshort_description: >\n  About ${id}.\n${more}tags:\n- fundamental`, ` About ${id}.\n`);

const GLOSSARY = {
  'glossary/_index.md': file('title: 표준 용어집\nlayout: glossary\nnoedit: true\ndefault_active_tag: fundamental', ''),
  'glossary/pod.md': POD_KO,
  'glossary/container.md': plain('container', 'aka: \n- \n- 박스\n- ""\n- " "\n- null\n'),
  'glossary/deployment.md': plain('deployment', 'aka: 배포\nrelated:\n - anything\n'),
  'glossary/worker-node.md': plain('worker-node', 'aka: []\n'),
};

test('a folder of the Kubernetes documentation is taught as it is, without complaints', () => {
  const content = load(GLOSSARY);
  expect(content.problems).toEqual([]);
  expect(content.chapters).toEqual([]);
  expect(content.terms.map((term) => term.id).sort()).toEqual(['container', 'deployment', 'pod', 'worker-node']);
});

test('a title such as 파드(Pod) is a name in each language, and tooltips are words and related terms', () => {
  expect(termOf(load(GLOSSARY), 'pod')).toMatchObject({
    title: { ko: '파드', en: 'Pod' },
    definition: { ko: '함께 뜨는 컨테이너의 묶음.' },
    related: ['container', 'deployment', 'worker-node'],
    aliases: [],
    questions: [],
    section: undefined,
  });
});

test('the explanation is what stands below <!--more-->, with links to the documentation made whole', () => {
  expect(termOf(load(GLOSSARY), 'pod').explanation.ko).toBe(
    '보통 디플로이먼트가 돌보고 worker node에 놓인다. [더 읽기](https://kubernetes.io/docs/concepts/workloads/pods/)와 [밖](https://example.org).',
  );
  expect(termOf(load(GLOSSARY), 'container').explanation.ko).toBe('About container.');
});

test('other names may be missing, null, one text or a list with empty entries', () => {
  const content = load(GLOSSARY);
  const aliases = ['pod', 'container', 'deployment', 'worker-node'].map((id) => termOf(content, id).aliases);
  expect(aliases).toEqual([[], ['박스'], ['배포'], []]);
});

test('terms that a part of the documentation links to and does not have are left out in silence', () => {
  const content = load({ 'pod.md': POD_KO, 'container.md': plain('container') });
  expect(content.problems).toEqual([]);
  expect(termOf(content, 'pod').related).toEqual(['container']);
});

test('an id in capitals is found by tooltips in capitals', () => {
  const tooltip = '{{< glossary_tooltip text="CRD" term_id="CustomResourceDefinition" >}}';
  const content = load({
    'crd.md': plain('CustomResourceDefinition'),
    'cr.md': file('title: 커스텀 리소스\nid: custom-resource\nshort_description: x', `${tooltip}로 만든다. ${tooltip}`),
  });
  expect(termOf(content, 'custom-resource').related).toEqual(['customresourcedefinition']);
  expect(termOf(content, 'customresourcedefinition').title.en).toBe('CustomResourceDefinition');
});

test('two names of one thing in a title are both found', () => {
  const content = load({ 'cla.md': file('title: CLA (Contributor License Agreement)\nshort_description: x', 'x') });
  expect(content.terms).toMatchObject([{ aliases: ['CLA', 'Contributor License Agreement'] }]);
});

test('the Korean and the English documentation together are one term in two languages', () => {
  for (const [first, second] of [
    ['en', 'ko'],
    ['zz', 'aa'],
  ]) {
    const content = load({ [`${first}/pod.md`]: POD_EN, [`${second}/pod.md`]: POD_KO, 'node.md': plain('node') });
    expect(content.problems).toEqual([]);
    expect(termOf(content, 'pod')).toMatchObject({
      title: { ko: '파드', en: 'Pod' },
      definition: { ko: '함께 뜨는 컨테이너의 묶음.', en: 'A group of containers.' },
      explanation: { ko: expect.stringContaining('돌보고'), en: 'It runs on a node.' },
      aliases: ['po'],
      related: ['node'],
    });
  }
});

test('an id that the documentation has twice in one language, or that our glossary has, too, is named', () => {
  expect(complaints({ 'a.md': POD_EN, 'b.md': POD_EN })).toEqual([
    expect.stringMatching(/^b\.md:3 .*"pod" is also used/),
  ]);
  const both = { 'a.md': termFile('pod'), 'b.md': POD_EN };
  expect(complaints(both)).toEqual([expect.stringMatching(/^b\.md:3 .*"pod" is also used/)]);
  expect(termOf(load(both), 'pod').explanation.ko).toBe('설명이에요.');
  expect(complaints({ 'a.md': POD_EN, 'b.md': termFile('pod') })).toEqual([expect.stringMatching(/^b\.md:2 /)]);
});

test.each([
  ['title: x\nshort_description: ', 'a.md:3 short_description must be a text.'],
  ["title: ''\nshort_description: x", 'a.md:2 title is empty or too few; write at least 1.'],
  ['short_description: x', 'a.md:1 title is missing'],
  ['title: x\nshort_description: x\naka: { a: b }', 'a.md:4 aka must be one text'],
])('an official file that is broken is named: %j', (fields, expected) => {
  expect(complaints({ 'a.md': file(fields, 'text\n') })).toEqual([expect.stringContaining(expected)]);
});
