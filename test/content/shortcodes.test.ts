import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutShortcodes } from '../../src/content/shortcodes.ts';

test.each([
  ['{{< glossary_tooltip text="파드" term_id="pod" >}}가', '파드가', ['pod']],
  ['{{% glossary_tooltip term_id="pod" text="파드" %}}가', '파드가', ['pod']],
  ["{{<glossary_tooltip text='파드' term_id='pod'>}}", '파드', ['pod']],
  ['{{< glossary_tooltip term_id = "api-server" >}}', 'api server', ['api-server']],
  ['{{< glossary_definition term_id="node" length="all" >}}', 'node', ['node']],
  ['{{< glossary_tooltip text="파드" >}}', '파드', []],
  ['{{< glossary_tooltip >}}', '', []],
  ['a {{< note >}}b{{< /note >}} c', 'a b c', []],
  ['{{% code_sample file="x.yaml" %}}끝', '끝', []],
  ['{% include x.html %}글 {{ page.title }}', '글 ', []],
  ['하나\n{: .table .wide}\n둘', '하나\n\n둘', []],
  ['하나 <!-- 둘\n셋 --> 넷<!--more-->', '하나  넷', []],
])('%j is read as %j', (text, plain, terms) => {
  expect(withoutShortcodes(text)).toEqual({ text: plain, terms });
});

test('tooltips are named in the order of the text, as often as they stand there', () => {
  const tooltip = (id: string): string => `{{< glossary_tooltip text="x" term_id="${id}" >}}`;
  expect(withoutShortcodes(`${tooltip('b')} ${tooltip('a')} ${tooltip('b')}`).terms).toEqual(['b', 'a', 'b']);
});

test('a tooltip without words is the name that its id is given', () => {
  const text = '{{< glossary_tooltip term_id="pod" >}} {{< glossary_tooltip term_id="pod" text="Pods" >}}';
  expect(withoutShortcodes(text, (id) => `<${id}>`)).toEqual({ text: '<pod> Pods', terms: ['pod', 'pod'] });
});

test('text without braces and comments stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = text.replace(/[{}<]/g, '');
      expect(withoutShortcodes(plain)).toEqual({ text: plain, terms: [] });
    }),
  );
});

test('shortcodes that never end are left as they are', () => {
  for (const text of ['{{< glossary_tooltip term_id="pod"', '{{ x', '{% x', '<!-- x', '{{<'])
    expect(withoutShortcodes(text)).toEqual({ text, terms: [] });
});
