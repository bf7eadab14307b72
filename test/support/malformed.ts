import fc from 'fast-check';
import { stringify } from 'yaml';

const TERM = `---
id: victim
title: { ko: 파드(Pod), en: Pod }
aliases: &names [포드, po, *x]
definition:
  ko: "가장 작은 단위예요."
  en: The smallest unit.
section: post#one
asks: { ko: [작은 것], en: [small one] }
questions:
  - type: single
    ask: { ko: 무엇일까요?, en: What? }
    code: |
      kind: Pod
    right: 하나
    wrong: [둘, 셋]
    why: { ko: 까닭, en: because }
---

설명 {{< glossary_tooltip text="x" term_id="y" >}} [가](term:good) ![그림](https://example.org/x.png)

> 비유 **굵게**

## English
`.replace(', *x', '');

const POST = '---\ntitle: "글"\n---\n\n# 🍱 하나 {#one}\n\n| 용어 | 설명 |\n|---|---|\n| Pod | 단위 |\n\n[a](term:b)\n';
const OFFICIAL =
  '---\ntitle: 파드(Pod)\nid: p\nshort_description: >\n  x\naka:\n- \ntags: [a]\n---\n x\n<!--more-->\ny\n';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const TOKENS = [
  '---\n',
  '\n',
  ': ',
  '- ',
  '&a ',
  '*a',
  '<<: *a\n',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '| ',
  '> ',
  '!!js/function x',
  '!!binary ',
  '%',
  '\t',
  '\0',
  '\r',
  '1e999',
  '0x',
  '.nan',
  '~',
  '__proto__: ',
  'constructor: ',
  'id: good\n',
  '{{<',
  '>}}',
  '<!--',
  '\u2028',
  '\ufeff',
  '가'.normalize('NFD'),
  '```\n',
  '#',
];

/** A good file with a few things done to its bytes: cut off, cut out, doubled, swapped, put in. */
export const mutated = fc
  .tuple(
    fc.constantFrom(TERM, POST, OFFICIAL),
    fc.array(
      fc.record({
        how: fc.constantFrom('truncate', 'remove', 'double', 'swap', 'token', 'byte'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        to: fc.double({ min: 0, max: 1, noNaN: true }),
        token: fc.constantFrom(...TOKENS),
        byte: fc.integer({ min: 0, max: 255 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce<Uint8Array>((bytes, { how, at, to, token, byte }) => {
      const list = Array.from(bytes);
      const [from, until] = [at, to].map((share) => Math.floor(share * list.length)).sort((a, b) => a - b);
      if (how === 'truncate') return bytes.slice(0, until);
      if (how === 'remove') list.splice(from ?? 0, (until ?? 0) - (from ?? 0));
      if (how === 'double') list.splice(until ?? 0, 0, ...list.slice(from, until));
      if (how === 'token') list.splice(from ?? 0, 0, ...bytesOf(token));
      if (how === 'byte') list.splice(from ?? 0, 1, byte);
      if (how === 'swap') {
        const [a = 0, b = 0] = [list[from ?? 0], list[until ?? 0]];
        list[from ?? 0] = b;
        if ((until ?? 0) < list.length) list[until ?? 0] = a;
      }
      return Uint8Array.from(list);
    }, bytesOf(text)),
  );

const KEYS = [
  'id',
  'title',
  'aliases',
  'misspellings',
  'definition',
  'section',
  'related',
  'asks',
  'questions',
  'lang',
  'short_description',
  'aka',
  '__proto__',
  'constructor',
  'toString',
];

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NaN, -0, 1e308, 2 ** 53, '9'.repeat(400), '가'.repeat(300), 'good'),
  fc.dictionary(
    fc.constantFrom('ko', 'en', 'type', 'ask', 'why', 'answer', 'right', 'wrong', '__proto__'),
    fc.jsonValue(),
  ),
  fc.array(
    fc.dictionary(
      fc.constantFrom('type', 'ask', 'why', 'accept', 'steps'),
      fc.constantFrom('typed', 'order', [], {}, [[]]),
    ),
  ),
);

/** Front matter whose keys are right and whose values are anything. */
export const anyValues = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 8 })
  .map((pairs) => bytesOf(`---\n${stringify(new Map(pairs))}---\n\n# 제목\n\n글\n`));

/** Nothing like a file of ours. */
export const noise = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => bytesOf(`---\n${text}\n---\n${text}`)),
  fc
    .array(fc.constantFrom(...TOKENS), { maxLength: 60 })
    .map((tokens) => bytesOf(`---\n${tokens.join('')}\n---\n${tokens.join('')}`)),
);
