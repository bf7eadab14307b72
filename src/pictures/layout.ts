import { toString as plainOf } from 'mdast-util-to-string';
import type { Picture } from '../core/reply/blocks.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { createDiagramLayout } from './diagram.ts';
import { type DiagramCard, layOutBelow, layOutBeside } from './diagram-card.ts';
import { drawableText, type WidthOf } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, SIZE } from './marks.ts';
import { createSetter, type Said, type Setter, sizes } from './text.ts';

/** What a card says; beside a reply that says it, the diagram has the room of its words. */
function saidOf({ title, aside = '', text, quote = '', foot, diagram, isToldBeside }: Picture): Said {
  const isSaid = isToldBeside !== undefined && diagram !== undefined;
  return {
    title: drawableText(title),
    aside: drawableText(aside),
    text: isSaid ? '' : drawableText(text),
    quote: isSaid ? '' : drawableText(plainOf(parseMarkdown(quote))),
    foot: drawableText(foot),
  };
}

const MARGIN = 52;
const INSIDE = SIZE.width - 2 * MARGIN;
const BOX = { width: 190, height: 128 } as const;
const PAD = { x: 36, y: 24 } as const;
/** Pixels of the definition's letters and the analogy's, at most; the first that leave enough air around them are taken. */
const LARGEST = [
  [44, 33],
  [40, 31],
  [37, 29],
  [34, 27],
  [31, 25],
] as const;
const AIR = 24;

/** A card of words: its name large, what it is, what it is like. */
function wordsOnly({ title, aside, text, quote, foot }: Said, set: Setter): Mark[] {
  const beside = INSIDE - BOX.width - 40;
  const name = set(title, { width: beside, height: 150, sizes: sizes(84, 44, 4), bold: true, leading: 1.2 });
  const other = set(aside, { width: beside, height: 48, sizes: sizes(34, 24), bold: false, leading: 1.35 });
  const small = set(foot, { width: INSIDE, height: 34, sizes: sizes(26, 20), bold: false, leading: 1.3 });
  const head = Math.max(name.height + other.height, BOX.height);
  const foots = SIZE.height - MARGIN - small.height + 8;
  /** The definition and the analogy at most so large; what room they leave stands around the definition. */
  const said = ([large, less]: readonly [number, number]) => {
    const is = set(text, { width: INSIDE, height: 170, sizes: sizes(large, 28), bold: true, leading: 1.42 });
    const inner = INSIDE - 2 * PAD.x;
    const like = set(quote, { width: inner, height: 176, sizes: sizes(less, 24, 1), bold: false, leading: 1.5 });
    const panel = like.height === 0 ? 0 : like.height + 2 * PAD.y;
    const spare = Math.max(0, foots - MARGIN - head - is.height - panel);
    return { is, like, panel, gap: spare / (panel === 0 ? 2 : 3) };
  };
  const tries = LARGEST.map(said);
  const { is, like, panel, gap } = tries.find((one) => one.gap >= AIR) ?? said([28, 24]);
  const top = MARGIN + head + gap;
  const y = top + is.height + gap;
  return [
    ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: MARGIN, ...BOX }),
    ...name.at(MARGIN, MARGIN - 10, 'ink', 'paper'),
    ...other.at(MARGIN, MARGIN - 10 + name.height, 'faint', 'paper'),
    ...is.at(MARGIN, top, 'ink', 'paper'),
    ...(panel === 0
      ? []
      : [
          { type: 'area', x: MARGIN, y, width: INSIDE, height: panel, fill: 'quote', round: 22 } as const,
          ...like.at(MARGIN + PAD.x, y + PAD.y, 'ink', 'quote'),
        ]),
    ...small.at(MARGIN, foots, 'faint', 'paper'),
  ];
}

/** Beyond this a diagram's letters (pixels) gain nothing; below it, words that were cut cost less than small letters. */
const ENOUGH = 30;
const CUT = 0.85;

const worth = ({ size, whole }: DiagramCard): number => Math.min(size, ENOUGH) * (whole ? 1 : CUT);

/** A card as what it is painted of. Nothing leaves the card, and no text its place, whatever it says. */
export function layOut(picture: Picture, widthOf: WidthOf): Mark[] {
  const said = saidOf(picture);
  const { diagram } = picture;
  const set = createSetter(widthOf);
  if (diagram === undefined) return wordsOnly(said, set);
  const lay = createDiagramLayout(diagram, widthOf);
  if (picture.isToldBeside) return layOutBelow(said, lay, set).marks();
  const others = [448, 384].map((width) => layOutBeside(said, width, lay, set));
  // One after the other must be clearly better to be taken.
  const best = others.reduce(
    (one, other) => (worth(other) > worth(one) * 1.06 ? other : one),
    layOutBelow(said, lay, set),
  );
  return best.marks();
}
