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
    '보통 디플로이먼트가 돌보고 worker-node에 놓인다. [더 읽기](https://kubernetes.io/docs/concepts/workloads/pods/)와 [밖](https://example.org).',
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

test.each([
  ['컨피그맵 (원문, ConfigMap)', '컨피그맵', 'ConfigMap', []],
  [
    '리소스 (인프라) (원문, Resource (infrastructure))',
    '리소스 (인프라)',
    'Resource (infrastructure)',
    ['리소스', 'Resource'],
  ],
  [
    'CLA(사용권 계약) (원문, CLA (Contributor License Agreement))',
    '사용권 계약',
    'CLA (Contributor License Agreement)',
    ['CLA', 'Contributor License Agreement'],
  ],
  ['네트워크 인터페이스(Network interface, CNI)', '네트워크 인터페이스', 'Network interface', ['CNI']],
  ['Upstream (disambiguation)', 'Upstream (disambiguation)', 'Upstream (disambiguation)', ['Upstream']],
  ['(원문, Pod)', '(원문, Pod)', '(원문, Pod)', []],
])('the title %s is %s and %s', (title, ko, en, aliases) => {
  const { terms } = load({ 'a.md': file(`title: ${title}\nid: a\nshort_description: x`, 'x') });
  expect(terms).toMatchObject([{ title: { ko, en }, aliases }]);
});

test('a name that is listed twice is there once, and a title is no other name', () => {
  const { terms } = load({ 'a.md': plain('PROXY', 'aka: [proxy, MVP, MVP]\n') });
  expect(terms).toMatchObject([{ title: { en: 'PROXY' }, aliases: ['MVP'] }]);
  const both = { 'en/pod.md': POD_EN.replace('- po', '- 파드'), 'ko/pod.md': POD_KO };
  expect(termOf(load(both), 'pod').aliases).toEqual([]);
});

const told = (description: string, body: string): string =>
  termOf(load({ 'a.md': file(`title: A\nid: a\nshort_description: ${description}`, body) }), 'a').explanation.ko;

test('what stands above <!--more--> is dropped only where it says no more than the short description', () => {
  expect(told('A set of paths in the API.', ' A set of [paths](/a) in API.\n\n<!--more-->\n\nMore.\n')).toBe('More.');
  expect(told('An endpoint.', 'An entity of the type system.\nSome are objects.\n<!--more-->\nMore.\n')).toBe(
    'An entity of the type system.\nSome are objects.\n\nMore.',
  );
});

test('a sentence that goes on below <!--more--> is whole', () => {
  expect(told('A pod of the kubelet.', 'A pod of the kubelet,\n<!--more-->\n\nwithout the API.\n\nMore.')).toBe(
    'A pod of the kubelet, without the API.\n\nMore.',
  );
});

test('links and emphasis in a short description are words, code stays', () => {
  const description = `'Go''s [time.Duration](https://pkg.go.dev/time), *in order*, as \`5s\`.'`;
  const { terms } = load({ 'a.md': file(`title: A\nid: a\nshort_description: ${description}`, 'x') });
  expect(terms).toMatchObject([{ definition: { ko: "Go's time.Duration, in order, as `5s`." } }]);
});

test('a short description that is too tangled to be parsed is taken as it is, at once', () => {
  for (const mark of ['*a ', '[', '![', '`a``', '[a](<b', '> '])
    expect(told(`'${mark.repeat(20_000)}'`, 'About it.\n\n<!--more-->\n\nMore.')).toBe('About it.\n\nMore.');
});

test('links that a shortcode would complete are words, and those within the glossary lead to it', () => {
  expect(told('x', '[Eviction API](/docs/api/{{<param "version">}}/#eviction) and [members](#term-member).')).toBe(
    'Eviction API and [members](https://kubernetes.io/docs/reference/glossary/?all=true#term-member).',
  );
});

test('related terms in the front matter come after those that the text links to', () => {
  const tooltip = '{{< glossary_tooltip text="B" term_id="b" >}}';
  const related = (fields: string): readonly string[] =>
    termOf(
      load({
        'a.md': file(`title: A\nid: a\nshort_description: x\n${fields}`, tooltip),
        'b.md': plain('b'),
        'c.md': plain('c'),
      }),
      'a',
    ).related;
  expect(related('related:\n - c\n - b\n - nowhere\n - a\n - \n')).toEqual(['b', 'c']);
  expect(related('related: c')).toEqual(['b', 'c']);
  expect(related('related:')).toEqual(['b']);
});

test('a tooltip without words is the title of its term, in the language of the text around it', () => {
  const tooltip = (id: string): string => `{{< glossary_tooltip term_id="${id}" >}}`;
  const content = load({
    'ko/a.md': file(
      `title: 가\nid: a\nshort_description: '${tooltip('pod')}의 뜻'`,
      `${tooltip('Pod')}와 ${tooltip('no-term')}`,
    ),
    'en/b.md': file('title: B\nid: b\nshort_description: x', `${tooltip('pod')} and ${tooltip('cri-o')}`),
    'en/cri-o.md': plain('cri-o'),
    'pod.md': POD_KO,
  });
  expect(termOf(content, 'a')).toMatchObject({
    definition: { ko: '파드의 뜻' },
    explanation: { ko: '파드와 no term' },
  });
  expect(termOf(content, 'b').explanation).toEqual({ ko: 'Pod and cri-o', en: 'Pod and cri-o' });
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
  ['title: x\nshort_description: ', 'a.md:3 short_description is empty'],
  ["title: ''\nshort_description: x", 'a.md:2 title is empty or too few; write at least 1.'],
  ['short_description: x', 'a.md:1 title is missing'],
  ['title: x\nshort_description: x\naka: { a: b }', 'a.md:4 aka must be text'],
])('an official file that is broken is named: %j', (fields, expected) => {
  expect(complaints({ 'a.md': file(fields, 'text\n') })).toEqual([expect.stringContaining(expected)]);
});
