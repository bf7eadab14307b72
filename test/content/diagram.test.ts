import { expect, test } from 'vitest';
import { DIAGRAM } from '../../src/core/reply/diagram.ts';
import { complaints, load, termFile, termOf, told } from '../support/content.ts';
import { courseContent } from '../support/world.ts';

const diagram = (lines: string): string =>
  `diagram:\n  alt: { ko: 그림이에요., en: A picture. }\n  ${lines.replaceAll('\n', '\n  ')}\n`;
const drawn = (lines: string) => termOf(load({ 'a.md': termFile('a', diagram(lines)) }), 'a').diagram;
const figureOf = (lines: string) => drawn(lines)?.ko.figure;

test('a diagram is one in each language', () => {
  expect(drawn('row: [{ ko: 파드, en: Pod }, ->, { ko: 노드, en: Node }]')).toEqual({
    ko: {
      alt: '그림이에요.',
      figure: {
        type: 'group',
        way: 'row',
        items: [{ type: 'box', label: '파드' }, { type: 'arrow' }, { type: 'box', label: '노드' }],
      },
    },
    en: {
      alt: 'A picture.',
      figure: {
        type: 'group',
        way: 'row',
        items: [{ type: 'box', label: 'Pod' }, { type: 'arrow' }, { type: 'box', label: 'Node' }],
      },
    },
  });
  expect(termOf(load({ 'a.md': termFile('a') }), 'a').diagram).toBeUndefined();
});

test.each([
  ['a text', 'kubelet', { type: 'box', label: 'kubelet' }],
  ['a box', '{ box: v2, tone: focus }', { type: 'box', label: 'v2', tone: 'focus' }],
  [
    'a group',
    '{ group: 노드, tone: broken, column: [a, b] }',
    {
      type: 'group',
      label: '노드',
      tone: 'broken',
      way: 'column',
      items: [
        { type: 'box', label: 'a' },
        { type: 'box', label: 'b' },
      ],
    },
  ],
  [
    'a panel',
    '{ panel: 전, row: [a] }',
    { type: 'group', label: '전', panel: true, way: 'row', items: [{ type: 'box', label: 'a' }] },
  ],
  ['a row', '{ row: [a] }', { type: 'group', way: 'row', items: [{ type: 'box', label: 'a' }] }],
])('%s is a figure', (_, yaml, figure) => {
  expect(figureOf(`column: [${yaml}]`)).toEqual({ type: 'group', way: 'column', items: [figure] });
});

test.each([
  ['->', { type: 'arrow' }],
  ['<->', { type: 'arrow', back: '' }],
  ['{ arrow: 요청 }', { type: 'arrow', label: '요청' }],
  ['{ arrow: 요청, back: 응답 }', { type: 'arrow', label: '요청', back: '응답' }],
])('%s is an arrow', (yaml, arrow) => {
  expect(figureOf(`row: [a, ${yaml}, b]`)?.items[1]).toEqual(arrow);
});

const nested = (depth: number): string => (depth === 0 ? 'a' : `{ row: [${nested(depth - 1)}] }`);

test.each([
  ['without words', 'diagram:\n  row: [a]\n', 'a.md:6 diagram.alt is missing'],
  ['with a key of a figure', diagram('row: [a]\ntone: focus'), 'a.md:8 diagram has unknown keys (tone)'],
  ['that goes no way', 'diagram:\n  alt: x\n', 'a.md:6 diagram needs either a row or a column.'],
  ['that goes both ways', diagram('row: [a]\ncolumn: [b]'), 'a.md:6 diagram needs either a row or a column.'],
  ['that is a text', 'diagram: a picture\n', 'a.md:5 diagram must be a mapping'],
  ['with a row that is a text', diagram('row: a'), 'a.md:7 diagram.row must be a list'],
  ['with an empty row', diagram('row: []'), 'a.md:7 diagram.row is empty or too few'],
  [
    'with too many in a row',
    diagram(`row: [${Array.from({ length: DIAGRAM.items + 1 }, () => 'a').join(', ')}]`),
    `a.md:7 diagram.row is too many; write at most ${DIAGRAM.items}.`,
  ],
  ['with a number', diagram('row:\n  - a\n  - 3'), 'a.md:9 diagram.row[2] must be text, a box'],
  ['with an unknown figure', diagram('row:\n  - { circle: a }'), 'a.md:8 diagram.row[1] must be text, a box'],
  ['with an empty label', diagram("row:\n  - a\n  - { box: ' ' }"), 'a.md:9 diagram.row[2].box must be text or'],
  ['with half a label', diagram('row:\n  - { ko: 파드 }'), 'a.md:8 diagram.row[1] must be text or'],
  [
    'with a long label',
    diagram(`row:\n  - { group: 노드, row: [{ box: ${'가'.repeat(DIAGRAM.label + 1)} }] }`),
    `a.md:8 diagram.row[1].row[1].box is too long for a diagram; at most ${DIAGRAM.label} characters.`,
  ],
  [
    'with an unknown tone',
    diagram('row:\n  - { box: a, tone: red }'),
    'a.md:8 diagram.row[1].tone must be one of: focus',
  ],
  [
    'with an unknown key',
    diagram('row:\n  - { box: a, colour: red }'),
    'a.md:8 diagram.row[1] has unknown keys (colour)',
  ],
  [
    'with a group of nothing',
    diagram('row:\n  - { group: a }'),
    'a.md:8 diagram.row[1] needs either a row or a column.',
  ],
  [
    'with a group that is a panel',
    diagram('row:\n  - { group: a, panel: b, row: [c] }'),
    'a.md:8 diagram.row[1] may be a group or a panel, not both.',
  ],
  [
    'that begins with an arrow',
    diagram('row:\n  - ->\n  - a'),
    'a.md:8 diagram.row[1] is an arrow that does not stand',
  ],
  ['that ends with an arrow', diagram('row:\n  - a\n  - ->'), 'a.md:9 diagram.row[2] is an arrow that does not stand'],
  ['with two arrows', diagram('row: [a, ->, ->, b]'), 'a.md:7 diagram.row[3] is an arrow that does not stand'],
  ['that is too deep', diagram(`row: [${nested(DIAGRAM.depth)}]`), 'a.md:6 diagram is too much for a glance'],
  [
    'that is too large',
    diagram(`column: [${Array.from({ length: 6 }, () => '{ row: [a, b, c, d, e] }').join(', ')}]`),
    'a.md:6 diagram is too much for a glance',
  ],
  [
    'that is told at length',
    `diagram:\n  alt: ${'말'.repeat(DIAGRAM.alt + 1)}\n  row: [a]\n`,
    `a.md:6 diagram.alt is too long to describe a diagram; at most ${DIAGRAM.alt} characters.`,
  ],
])('a diagram %s is named with its line', (_, more, expected) => {
  const [problem, ...others] = told({ 'a.md': termFile('a', more) });
  expect(others).toEqual([]);
  expect(`${problem?.at} ${problem?.en}`).toContain(expected);
  expect(problem?.ko).toMatch(/요/);
});

test('every mistake of a diagram is named at once', () => {
  const wrong = diagram('row:\n  - { box: a, colour: red }\n  - { group: b, row: [3] }\n  - { box: c, tone: red }');
  expect(complaints({ 'a.md': termFile('a', wrong) }).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'a.md:8 diagram.row[1]',
    'a.md:9 diagram.row[2].row[1]',
    'a.md:10 diagram.row[3].tone',
  ]);
});

test('the five functions of the chapter and the main objects have a diagram that is told in both languages', () => {
  const { terms } = courseContent();
  const drawnTerms = terms.filter((term) => term.diagram);
  expect(drawnTerms.length).toBeGreaterThanOrEqual(40);
  expect(drawnTerms.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      ...['automated-rollout', 'autoscaling', 'self-healing', 'load-balancing', 'service-discovery'],
      ...['pod', 'container', 'node', 'cluster', 'control-plane', 'deployment', 'replicaset', 'service', 'ingress'],
      ...['namespace', 'configmap', 'secret', 'volume', 'persistent-volume-claim', 'statefulset', 'daemonset', 'job'],
    ]),
  );
  for (const { id, diagram } of drawnTerms) {
    expect(diagram?.ko.alt, id).toMatch(/[가-힣]요\.$/);
    expect(diagram?.en.alt, id).toMatch(/^[^가-힣]+\.$/);
    expect(JSON.stringify(diagram?.en.figure), id).not.toMatch(/[가-힣]/);
  }
});
