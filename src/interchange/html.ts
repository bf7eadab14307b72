import { Parser } from 'htmlparser2';
import { escapeMarkdown } from '../markdown/escape.ts';
import { clean, cleanLine, escapeOpener, markdownOf } from './markup.ts';

/** What text cannot hold. */
export type Medium = 'picture' | 'sound';

export interface FromHtml {
  /** Says what the HTML said, with its bold, italics, code, lists and lines. */
  markdown: string;
  /** The same without any marks. */
  plain: string;
  /** What was left out, once each time. */
  lost: readonly Medium[];
}

/** Some text, and how it looks; or a line's end (1) or a paragraph's (2). */
type Piece = { text: string; bold: boolean; italic: boolean; code: boolean } | { ends: 1 | 2; item?: true };

/** More levels within one another are no text that somebody wrote. */
const DEEPEST = 100;

const BLOCKS = new Set(
  'p div section article header footer main aside blockquote pre table ul ol dl h1 h2 h3 h4 h5 h6 figure hr form'.split(
    ' ',
  ),
);
const LINES = new Set(['tr', 'dt', 'dd', 'figcaption', 'caption']);
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ITALIC = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const CODE = new Set(['code', 'pre', 'tt', 'kbd', 'samp']);
/** Their text is not for readers. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'iframe', 'object']);
const MEDIA: Readonly<Record<string, Medium>> = {
  ...{ img: 'picture', svg: 'picture', canvas: 'picture', picture: 'picture', iframe: 'picture', object: 'picture' },
  ...{ video: 'picture', embed: 'picture', audio: 'sound' },
};
const OTHERS =
  'a abbr br col colgroup del details font ins label li link mark meta nobr param q rp rt ruby s small source span strike sub summary sup tbody td tfoot thead time track u wbr body html center';
const NAMES = [
  ...BLOCKS,
  ...LINES,
  ...BOLD,
  ...ITALIC,
  ...CODE,
  ...SILENT,
  ...Object.keys(MEDIA),
  ...OTHERS.split(' '),
];
const KNOWN = new Set(NAMES);

const RAISED: Readonly<Record<string, string>> = {
  ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', n: 'ⁿ' },
};
const LOWERED: Readonly<Record<string, string>> = {
  ...{ 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋' },
};

/** `x<sup>2</sup>` -> `x²`; what has no such letters stays, after `^` or `_`. */
function shifted(text: string, letters: Readonly<Record<string, string>>, mark: string): string {
  const all = Array.from(text.trim());
  return all.every((one) => letters[one] !== undefined) ? all.map((one) => letters[one]).join('') : `${mark}${text}`;
}

/** `<port>`, `a <b`: a sign that begins no element of HTML is text. */
const withoutStraySigns = (html: string): string =>
  html.replace(
    /<(?!!--)(\/?([a-z][a-z0-9]*)(?=[\s/>])[^<>]*>)?/gi,
    (tag: string, rest: string | undefined, name = '') =>
      rest !== undefined && KNOWN.has(String(name).toLowerCase()) ? tag : `&lt;${rest ?? ''}`,
  );

function read(html: string): { pieces: Piece[]; lost: Medium[] } | undefined {
  const pieces: Piece[] = [];
  const lost: Medium[] = [];
  const open = { bold: 0, italic: 0, code: 0, silent: 0, raised: 0, lowered: 0, pre: 0 };
  const count = (name: string, by: 1 | -1): void => {
    if (BOLD.has(name)) open.bold += by;
    if (ITALIC.has(name)) open.italic += by;
    if (CODE.has(name)) open.code += by;
    if (SILENT.has(name)) open.silent += by;
    if (name === 'sup') open.raised += by;
    if (name === 'sub') open.lowered += by;
    if (name === 'pre') open.pre += by;
  };
  const say = (text: string): void => {
    if (open.silent > 0) return;
    const inLine = open.pre > 0 ? text : text.replace(/[^\S\u00a0]+/g, ' ');
    const said =
      open.raised > 0 ? shifted(inLine, RAISED, '^') : open.lowered > 0 ? shifted(inLine, LOWERED, '_') : inLine;
    const [first = '', ...lines] = said.replaceAll('\u00a0', ' ').split('\n');
    const style = { bold: open.bold > 0, italic: open.italic > 0, code: open.code > 0 };
    pieces.push(
      { text: first, ...style },
      ...lines.flatMap((line): Piece[] => [{ ends: 1 }, { text: line, ...style }]),
    );
  };
  let depth = 0;
  let isDeep = false;
  const parser = new Parser({
    onopentag(name, { alt }) {
      if (++depth > DEEPEST) isDeep = true;
      const medium = MEDIA[name];
      if (medium !== undefined && open.silent === 0) {
        lost.push(medium);
        say(alt ?? '');
      }
      count(name, 1);
      if (name === 'br') pieces.push({ ends: 1 });
      else if (BLOCKS.has(name)) pieces.push({ ends: 2 });
      else if (name === 'li') pieces.push({ ends: 1, item: true });
      else if (LINES.has(name)) pieces.push({ ends: 1 });
    },
    ontext(text) {
      if (!isDeep) say(text);
    },
    onclosetag(name) {
      depth--;
      count(name, -1);
      if (BLOCKS.has(name)) pieces.push({ ends: 2 });
      else if (name === 'td' || name === 'th') say(' ');
    },
  });
  // The parser looks through all open elements for each end: in small steps it is stopped where there are too many.
  for (let at = 0; at < html.length && !isDeep; at += STEP) parser.write(html.slice(at, at + STEP));
  if (isDeep) return undefined;
  parser.end();
  return { pieces, lost };
}

/** Letters that are parsed at a time. */
const STEP = 4096;

/** Text between marks, which stand next to a letter: ` a ` in bold is ` **a** `. */
function marked(text: string, mark: string): string {
  const inner = text.trim();
  if (inner === '' || mark === '') return text;
  const start = text.length - text.trimStart().length;
  return text.slice(0, start) + mark + inner + mark + text.slice(start + inner.length);
}

function markdownOfPiece(piece: Extract<Piece, { text: string }>): string {
  const { text, bold, italic, code } = piece;
  if (code) return text.includes('`') ? escapeMarkdown(text) : marked(text, '`');
  return marked(escapeMarkdown(text), `${bold ? '**' : ''}${italic ? '*' : ''}`);
}

const isText = (piece: Piece): piece is Extract<Piece, { text: string }> => 'text' in piece;

/** Neighbours that look alike are one: marks between them would close and open at one place. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const isAlike =
      last &&
      isText(last) &&
      isText(piece) &&
      last.bold === piece.bold &&
      last.italic === piece.italic &&
      last.code === piece.code;
    if (isAlike) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else if (!isText(piece) || piece.text !== '') all.push(piece);
  }
  return all;
}

/** Lines as they follow one another, an empty one between paragraphs. */
function lay(pieces: readonly Piece[], say: (piece: Extract<Piece, { text: string }>) => string): string[] {
  const lines: string[] = [''];
  for (const piece of pieces) {
    if (isText(piece)) lines[lines.length - 1] += say(piece);
    else {
      if (piece.ends === 2 && lines.at(-1)?.trim() !== '') lines.push('');
      lines.push(piece.item ? '- ' : '');
    }
  }
  return lines.map((line) => line.trim());
}

/** HTML, as authors of cards and questions write it, as text: nothing of it runs, and what cannot be text is counted. */
export function fromHtml(html: string): FromHtml {
  const found = read(withoutStraySigns(html));
  if (!found) return { markdown: markdownOf(html), plain: clean(html), lost: [] };
  const pieces = joined(found.pieces);
  const plain = clean(
    lay(pieces, ({ text }) => text)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n'),
  );
  const isBare = pieces.every((piece) => !isText(piece) || !(piece.bold || piece.italic || piece.code));
  if (isBare && !pieces.some((piece) => !isText(piece) && piece.item))
    return { markdown: markdownOf(plain), plain, lost: found.lost };
  const lines = lay(pieces, markdownOfPiece).map((line) => (line.startsWith('- ') ? line : escapeOpener(line)));
  // A line's end within a paragraph is two spaces, but for items, which end their own.
  const markdown = lines
    .map((line, i) => (line !== '' && lines[i + 1] && !lines[i + 1]?.startsWith('- ') ? `${line}  ` : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  return { markdown: clean(markdown), plain, lost: found.lost };
}

/** The same as a label: one line of plain text, its code as `code`. */
export function labelFromHtml(html: string): { label: string; lost: readonly Medium[] } {
  const found = read(withoutStraySigns(html));
  if (!found) return { label: cleanLine(html), lost: [] };
  const say = ({ text, code }: Extract<Piece, { text: string }>): string =>
    code && !text.includes('`') ? marked(text, '`') : text;
  return { label: cleanLine(lay(joined(found.pieces), say).join(' ')), lost: found.lost };
}
