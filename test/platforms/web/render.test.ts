/** Whatever a reply says, a page shows as text, and what it offers can be pressed without scripts. */
import fc from 'fast-check';
import { DomUtils, Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { choiceControls, dontKnow } from '../../../src/core/reply/controls.ts';
import { withoutControls } from '../../../src/language/normalize.ts';
import { markdownTree } from '../../../src/platforms/web/render/markdown.ts';
import { htmlOf, render } from '../../../src/platforms/web/render/render.ts';
import type { View } from '../../../src/platforms/web/render/view.ts';
import { anyReply } from '../../support/any-reply.ts';
import { runs } from '../../support/sample.ts';
import { attribute, type Element, elementsIn, parsed } from '../../support/web-html.ts';

const view: View = {
  locale: 'ko',
  action: '/say',
  token: 'a-token',
  marks: 'numbers',
  pictureUrl: (_, theme) => `/picture/a/b/${theme}.png`,
};

const VOID = new Set(['input', 'img', 'br', 'hr', 'source', 'rect', 'path']);

/** What a page of replies is made of, and nothing else. */
const TAGS = new Set(
  [
    'article h2 h3 h4 h5 h6 span p a strong em del code pre blockquote ul ol li br hr dl div dt dd section sup table',
    'caption thead tbody tr th td form button input label fieldset legend select option textarea picture source img',
    'figure figcaption svg rect details summary',
  ]
    .join(' ')
    .split(' '),
);
const ATTRIBUTES = new Set(
  [
    'class id lang type name value method action disabled hidden checked selected required placeholder rows maxlength',
    'autocomplete autocapitalize spellcheck href target rel download srcset src media alt loading width height tabindex',
    'role scope x y viewbox preserveaspectratio start align formnovalidate',
  ]
    .join(' ')
    .split(' '),
);

const elementsOf = (html: string): Element[] => elementsIn(parsed(html).children, () => true);

/** Each tag closes by itself, in the order in which they were opened. */
function expectWellFormed(html: string): void {
  const implied: string[] = [];
  const parser = new Parser({
    onclosetag(name, isImplied) {
      if (isImplied && !VOID.has(name)) implied.push(name);
    },
  });
  parser.end(html);
  expect(implied, html).toEqual([]);
}

/** A link to the web, a file that is handed over, or a place of the page. */
function isHarmless(one: Element): boolean {
  const href = attribute(one, 'href');
  if (href === undefined) return true;
  if (attribute(one, 'download') !== undefined) return href.startsWith('data:application/octet-stream;');
  return /^(?:https?:|mailto:|#)/i.test(href);
}

/** No tag, attribute or address but the renderer's own. */
function expectHarmless(html: string): void {
  for (const one of elementsOf(html)) {
    expect(TAGS, html).toContain(one.name);
    for (const name of Object.keys(one.attribs))
      expect(ATTRIBUTES.has(name) || /^(?:aria|data)-[a-z-]+$/.test(name), `${name} in ${html}`).toBe(true);
    for (const name of ['src', 'srcset'])
      expect(attribute(one, name) ?? '/picture/a/b/light.png').toMatch(/^\/picture\/a\/b\/(?:light|dark)\.png$/);
    expect(attribute(one, 'action') ?? '/say').toBe('/say');
    expect(isHarmless(one), html).toBe(true);
  }
  // Controls and what turns the direction of the text around it.
  expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
}

const letters = (text: string): string => withoutControls(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Plain texts of a block that stand where a person reads them. */
function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text, block.aside ?? ''];
    case 'fields':
      return block.fields.flatMap(({ name, value }) => [name, value]);
    case 'mentions':
      return [block.name];
    case 'file':
      return [block.name, block.text];
    case 'buttons':
      return block.buttons.map(({ label }) => label);
    case 'choice':
      return block.options.map(({ label }) => label);
    case 'menus':
      return block.menus.flatMap(({ label, options }) => [label, ...options.map((one) => one.label)]);
    case 'input':
      return [block.label];
    case 'form':
      return [block.title];
    case 'board':
      return [block.title, block.foot];
    case 'chart':
      return [block.title, block.foot, ...block.figures.flatMap(({ name, value }) => [name, value])];
    case 'heat':
      return [block.title, block.foot, ...block.groups.map(({ name }) => name), ...block.legend];
    case 'countdown':
      return [block.before, block.after];
    case 'footer':
      return [block.text];
    case 'text':
    case 'quote':
    case 'picture':
    case 'cluster':
      return [];
    default:
      return block satisfies never;
  }
}

/** Lines of a block that something on the page sends, without what is picked or typed. */
function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'buttons':
      return block.buttons.map(({ line }) => line);
    case 'choice': {
      const { way, options, dontKnow: pass } = choiceControls(block, 'ko');
      return [...(way === 'several' ? [block.line] : options.map(({ button }) => button.line)), pass.line];
    }
    case 'menus':
      return [block.line, dontKnow(block.line, block.menus.length + 1, 'ko').line];
    case 'input':
      return [block.line, dontKnow(block.line, 1, 'ko').line];
    default:
      return [];
  }
}

/** What an attribute keeps of a line. */
const inAttribute = (line: string): string => withoutControls(line).replace(/[\n\0]/g, '');

test('any reply is well-formed HTML of our own tags, in which every text is text and every line can be sent', () => {
  fc.assert(
    fc.property(anyReply, fc.constantFrom('numbers' as const, 'letters' as const), (reply, marks) => {
      const html = render(reply, { ...view, marks }, 'post-1');
      expectWellFormed(html);
      expectHarmless(html);
      const read = letters(DomUtils.textContent(parsed(html).children));
      for (const text of reply.blocks.flatMap(textsOf)) expect(read).toContain(letters(text));
      const sent = elementsOf(html).flatMap((one) => attribute(one, 'value') ?? []);
      const lines = new Set(sent.map(inAttribute));
      for (const line of reply.blocks.flatMap(linesOf)) expect(lines).toContain(inAttribute(line));
    }),
    { numRuns: runs(200) },
  );
});

const EVIL = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><svg onload=alert(1)>',
  '</option></select><iframe src=//x.example>',
  '</title><style>*{}</style>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&#58;alert(1))',
  '[a](java\tscript:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '![a](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![a](http://x.example/track.png)',
  '<javascript:alert(1)>',
  '[a][b]\n\n[b]: vbscript:alert(1)',
  '[a](//x.example)',
  '![a][b]\n\n[b]: http://x.example/track.png',
  '[^1]\n\n[^1]: <b onclick=alert(1)>note</b>',
  '```"><script>\nx\n```',
  '| <b> | `<script>` |\n|--|--|\n| &lt;script&gt; | "><i |',
  '&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;',
  '- [ ] <input autofocus onfocus=alert(1)>',
  '\u202edlrow\u2066',
  '&#8238;dlrow &#x9b;2J &#27;[31m',
  '\ud83d <b>',
  '<!-- --><![CDATA[x]]><?php x ?>',
];

const everywhere = (text: string): Reply => ({
  visibility: 'caller',
  accent: 'info',
  blocks: [
    { type: 'heading', text, aside: text },
    { type: 'text', markdown: text },
    { type: 'text', markdown: `> ${text}\n\n# ${text}\n\n- ${text}` },
    { type: 'quote', markdown: text },
    { type: 'fields', fields: [{ name: text, value: text }] },
    { type: 'buttons', buttons: [{ label: text, line: text }] },
    {
      type: 'choice',
      ...{ line: 'drill x', min: 1, max: 1, ordered: false, picked: [] },
      options: [{ value: 'a', label: text }],
    },
    { type: 'menus', line: 'drill x', menus: [{ label: text, options: [{ value: 'a', label: text }] }], picked: [] },
    { type: 'input', line: text, label: text },
    {
      type: 'form',
      ...{ line: text, open: text, title: text, sends: 'class setup', typed: text, fixed: { a: text } },
      parts: [
        { kind: 'text', name: 'a', label: text, hint: text, value: text, lines: true },
        { kind: 'text', name: 'b', label: text, hint: text, value: text },
        { kind: 'one', name: 'c', label: text, options: [{ value: text, label: text }], value: text },
        { kind: 'several', name: 'd', label: text, options: [{ value: text, label: text }] },
      ],
    },
    { type: 'file', name: 'a.txt', text },
    { type: 'picture', title: text, aside: text, text, quote: text, foot: text },
    {
      type: 'board',
      ...{ look: 'podium', title: text, unnamed: text, foot: text },
      rows: [{ mark: text, name: text, value: text, share: 1, best: true }],
    },
    { type: 'countdown', before: text, after: text, left: text, ends: 1, whole: 1 },
    { type: 'footer', text },
  ],
});

test.each(EVIL)('%j is text wherever it stands', (text) => {
  const html = render(everywhere(text), view, 'post-1');
  expectWellFormed(html);
  expectHarmless(html);
  expect(letters(DomUtils.textContent(parsed(html).children))).toContain(letters(text));
  const table: Reply = {
    ...{ visibility: 'caller', accent: 'info', blocks: [] },
    tabled: [{ type: 'table', caption: text, columns: [text], rows: [[text], [{ value: 1, text }]], pageSize: 5 }],
  };
  expectHarmless(render(table, view));
});

test('any markdown is our own tags, and links lead to the web alone', () => {
  const part = fc.oneof(
    fc.constantFrom(...EVIL),
    fc.string({ maxLength: 20 }),
    fc.constantFrom('\n', '\n\n', '> ', '**'),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const reply: Reply = {
        ...{ visibility: 'caller', accent: 'info' },
        blocks: [{ type: 'text', markdown: parts.join('') }],
      };
      expectHarmless(render(reply, view));
    }),
    { numRuns: runs(300) },
  );
});

test('a link to the web is one that leads out without telling from where; a command is no link', () => {
  const html = htmlOf(
    markdownTree('[말](https://x.example/a?b=c&d) <https://y.example> ![그림](http://z.example/p.png)'),
  );
  const links = elementsOf(html).filter(({ name }) => name === 'a');
  expect(links.map((one) => attribute(one, 'href'))).toEqual([
    ...['https://x.example/a?b=c&d', 'https://y.example', 'http://z.example/p.png'],
  ]);
  for (const one of links) expect(one.attribs).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
});
