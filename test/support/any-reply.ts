import fc from 'fast-check';
import type { Block, Picture, Reply } from '../../src/core/reply/blocks.ts';
import type { Board } from '../../src/core/reply/board.ts';
import type { Chart } from '../../src/core/reply/chart.ts';
import type { ClusterFrame, ClusterPicture, PodTile, VersionTone } from '../../src/core/reply/cluster.ts';
import type { HeatMap } from '../../src/core/reply/heat.ts';
import { anyFigures } from './any-diagram.ts';

const HANGUL = '가각갆힣파드노드서비스ㅋㅂㅏ'.normalize('NFC');
const AWKWARD = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b[2J',
  '\u009b1m',
  '\r',
  '\t',
  '\b',
  '\0',
  '\u200b',
  '\u2028',
  '\ud83d',
  '👩‍👩‍👧',
  '🇰🇷',
  '파드'.normalize('NFD'),
  'ｗｉｄｅ',
  '\u00a0',
  '\u202e',
  '\u2066',
];
const MARKS = [
  '**',
  '*',
  '`',
  '```\n',
  '~~',
  '> ',
  '- ',
  '1. ',
  '# ',
  '| a | 나 |\n|--|--|\n| 1 | 둘 |\n',
  '|',
  '---\n',
  '<b>',
  '[말](http://x.example)',
  '![그림](x)',
  '\\',
  '\n',
  '\n\n',
  '    ',
  '&amp;',
  '&#27;[31m',
  '&#x9b;2J',
  '&#8238;',
  '[말](<http://x&#27;]0;a&#7;>)',
  '![a&#10;b&#27;](x)',
  '| ![a&#10;b](x) | &#27; |\n|--|--|\n| &#x9b;1m | 둘 |\n',
];

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...HANGUL), maxLength: 60 }),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Any text that could be in a reply: Hangul, long words, Markdown, escape codes, half a surrogate pair. */
export const awkwardText = fc
  .array(fc.oneof(word, fc.constantFrom(...AWKWARD), fc.constantFrom(...MARKS)), { maxLength: 12 })
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));

const buttons = fc.record({
  type: fc.constant('buttons' as const),
  buttons: fc.array(
    fc.record(
      {
        label: awkwardText,
        line: fc.string({ minLength: 1 }),
        primary: fc.boolean(),
        danger: fc.constant(true as const),
      },
      { requiredKeys: ['label', 'line'] },
    ),
    {
      maxLength: 10,
    },
  ),
});

const choice = fc
  .record({
    labels: fc.array(awkwardText, { minLength: 1, maxLength: 12 }),
    ordered: fc.boolean(),
    max: fc.nat(11),
    picked: fc.nat(11),
  })
  .map(({ labels, ordered, max, picked }): Block => {
    const options = labels.map((label, i) => ({ value: String.fromCharCode(97 + i), label }));
    const most = 1 + (max % labels.length);
    return {
      type: 'choice',
      line: 'drill x',
      options,
      min: 1,
      max: most,
      ordered,
      picked: options.slice(0, picked % most).map(({ value }) => value),
    };
  });

const menus = fc
  .record({
    labels: fc.array(awkwardText, { minLength: 1, maxLength: 5 }),
    offered: fc.array(awkwardText, { minLength: 2, maxLength: 8 }),
    picked: fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 5 }),
  })
  .map(({ labels, offered, picked }): Block => {
    const options = offered.map((label, i) => ({ value: String.fromCharCode(97 + i), label }));
    return { type: 'menus', line: 'drill x', menus: labels.map((label) => ({ label, options })), picked };
  });

export const anyPicture: fc.Arbitrary<Picture> = fc.record(
  {
    type: fc.constant('picture' as const),
    title: awkwardText,
    aside: awkwardText,
    text: awkwardText,
    quote: awkwardText,
    diagram: fc.record({ alt: awkwardText, figure: anyFigures }),
    foot: awkwardText,
  },
  { requiredKeys: ['type', 'title', 'text', 'foot'] },
);

const counts = fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200));

export const anyChart: fc.Arbitrary<Chart> = fc.record({
  type: fc.constant('chart' as const),
  title: awkwardText,
  figures: fc.array(fc.record({ name: awkwardText, value: awkwardText }), { maxLength: 4 }),
  parts: fc.tuple(awkwardText, awkwardText, awkwardText),
  bars: fc.array(fc.record({ name: awkwardText, counts }), { maxLength: 11 }),
  foot: awkwardText,
});

export const anyBoard: fc.Arbitrary<Board> = fc.record({
  type: fc.constant('board' as const),
  look: fc.constantFrom('bars' as const, 'podium' as const),
  title: awkwardText,
  rows: fc.array(
    fc.record({
      mark: awkwardText,
      name: awkwardText,
      value: awkwardText,
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      best: fc.boolean(),
    }),
    { maxLength: 13 },
  ),
  unnamed: awkwardText,
  foot: awkwardText,
});

const anyCell = fc
  .record({ name: awkwardText, answered: fc.nat(60), right: fc.nat(60) })
  .map(({ right, ...cell }) => ({ ...cell, right: Math.min(right, cell.answered) }));

export const anyHeat: fc.Arbitrary<HeatMap> = fc.record({
  type: fc.constant('heat' as const),
  title: awkwardText,
  again: fc.record({ title: awkwardText, cells: fc.array(anyCell, { maxLength: 7 }) }),
  groups: fc.array(fc.record({ name: awkwardText, cells: fc.array(anyCell, { maxLength: 40 }) }), { maxLength: 12 }),
  legend: fc.tuple(awkwardText, awkwardText, awkwardText, awkwardText, awkwardText, awkwardText),
  columns: fc.tuple(awkwardText, awkwardText, awkwardText),
  figures: awkwardText,
  foot: awkwardText,
});

const anyTile: fc.Arbitrary<PodTile> = fc.record({
  ...{ name: awkwardText, short: awkwardText, says: awkwardText },
  look: fc.constantFrom('ready', 'unready', 'starting', 'broken', 'leaving', 'waiting', 'lost', 'done'),
  tone: fc.constantFrom<VersionTone[]>(0, 1, 2, 'none'),
  behind: fc.subarray([0, 1, 2]),
  leftOut: fc.constant<number[]>([]),
});
const anyFrame: fc.Arbitrary<ClusterFrame> = fc.record({
  news: fc.array(awkwardText, { minLength: 1, maxLength: 3 }),
  workloads: fc.array(
    fc.record({
      ...{ name: awkwardText, says: awkwardText, scaling: awkwardText },
      versions: fc.array(fc.record({ tone: fc.constantFrom(0, 1, 2), name: awkwardText, count: awkwardText }), {
        maxLength: 4,
      }),
    }),
    { maxLength: 4 },
  ),
  services: fc.array(fc.record({ name: awkwardText, says: awkwardText }), { minLength: 3, maxLength: 3 }),
  nodes: fc.array(
    fc.record({
      ...{ name: awkwardText, says: awkwardText },
      look: fc.constantFrom('ready', 'down', 'cordoned'),
      pods: fc.array(anyTile, { maxLength: 12 }),
    }),
    { maxLength: 4 },
  ),
  waiting: fc.record({ title: awkwardText, pods: fc.array(anyTile, { maxLength: 9 }) }),
});

export const anyCluster: fc.Arbitrary<ClusterPicture> = fc.record({
  type: fc.constant('cluster' as const),
  title: awkwardText,
  frames: fc.array(anyFrame, { minLength: 1, maxLength: 7 }),
  legend: fc.array(fc.record({ look: fc.constantFrom('ready', 'broken'), words: awkwardText }), { maxLength: 3 }),
  ...{ foot: awkwardText, alt: awkwardText },
});

/** Its words are our own; what it holds may be what a person has typed. */
const form = fc.record({ hour: awkwardText, day: fc.option(awkwardText, { nil: undefined }) }).map(
  ({ hour, day }): Block => ({
    type: 'form',
    line: 'classform',
    open: '열기',
    title: '설정',
    sends: 'class setup',
    typed: 'class 설정',
    fixed: {},
    parts: [
      { kind: 'channel', name: 'channel', label: '채널', value: hour },
      { kind: 'time', name: 'time', label: '시각', hint: '9시', value: hour },
      {
        kind: 'several',
        name: 'days',
        label: '요일',
        options: [{ value: 'mon', label: '월' }],
        ...(day === undefined ? {} : { value: day }),
      },
    ],
  }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: awkwardText, aside: awkwardText }),
  fc.record({ type: fc.constant('text' as const), markdown: awkwardText }),
  fc.record({ type: fc.constant('quote' as const), markdown: awkwardText }),
  fc.record({
    type: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: awkwardText, value: awkwardText }), { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('mentions' as const),
    name: awkwardText,
    // Made by mentionOf() alone. People are named only to the caller, so that nobody is called.
    mentions: fc.array(fc.constantFrom('<#123456789012345678>', '<#C0CLASS>'), { maxLength: 30 }),
  }),
  anyPicture,
  anyChart,
  anyBoard,
  anyHeat,
  anyCluster,
  fc.record({ type: fc.constant('file' as const), name: fc.constant('dosirak.json'), text: awkwardText }),
  buttons,
  choice,
  menus,
  form,
  fc.record(
    {
      type: fc.constant('input' as const),
      line: fc.constant('drill x'),
      label: awkwardText,
      boxes: fc.integer({ min: 2, max: 5 }),
    },
    { requiredKeys: ['type', 'line', 'label'] },
  ),
  fc.record({
    type: fc.constant('countdown' as const),
    before: awkwardText,
    after: awkwardText,
    ends: fc.integer({ min: 0, max: 8.64e15 }),
    whole: fc.integer({ min: 0, max: 8.64e15 }),
    left: awkwardText,
  }),
  fc.record({ type: fc.constant('footer' as const), text: awkwardText }),
);

export const anyReply: fc.Arbitrary<Reply> = fc.record({
  visibility: fc.constantFrom('caller' as const, 'channel' as const),
  accent: fc.constantFrom('info' as const, 'success' as const, 'warning' as const, 'error' as const),
  blocks: fc.array(block, { maxLength: 6 }),
});
