import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { container, text } from '@takumi-rs/helpers';
import { toString as plainOf } from 'mdast-util-to-string';
import stringWidth from 'string-width';
import { clip, type Picture } from '../core/reply.ts';
import { parseMarkdown } from '../text/markdown.ts';

/** The size at which chat clients and link previews show a picture whole. */
const SIZE = { width: 1200, height: 630 } as const;
/** Columns (Hangul takes two) that stay legible; beyond `small` the words are written smaller. */
const FITS = { title: 52, text: 210, quote: 330, foot: 100 } as const;
const SMALL = { title: 28, text: 130, quote: 220 } as const;

const INK = '#2b2118';
const FAINT = '#8a7a68';
const PAPER = '#fff8ec';
const QUOTE = '#fdeccb';

const FAMILY = 'IBM Plex Sans KR';
const FACES = ['korean-400', 'korean-700', 'latin-400', 'latin-700'] as const;
const stack = FACES.filter((face) => face.endsWith('400')).map((face) => `${FAMILY} ${face.split('-')[0]}`);

/** Fonts are read when the first picture is drawn: a terminal never needs them. */
async function createRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const face of FACES) {
    const [script, weight] = face.split('-');
    const file = import.meta.resolve(`@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr-${face}-normal.woff2`);
    const data = await readFile(fileURLToPath(file));
    await renderer.registerFont({ name: `${FAMILY} ${script}`, weight: Number(weight), data });
  }
  return renderer;
}

let renderer: Promise<Renderer> | undefined;

/** One line without what the font has no glyph for, of at most so many columns. */
function line(words: string, most: number): string {
  const text = words
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (let points = Array.from(text).length; ; points = Math.floor(points * 0.9)) {
    const cut = clip(text, points);
    if (stringWidth(cut) <= most) return cut;
  }
}

const box = (style: object, children: Parameters<typeof container>[0]['children'] = []) =>
  container({ style: { display: 'flex', ...style }, children });

/** A lunch box seen from above: rice with a plum, an egg roll, greens. */
const lunchBox = () =>
  box({ width: 196, height: 132, padding: 10, gap: 8, borderRadius: 24, backgroundColor: '#8c3b2e' }, [
    box(
      {
        width: 92,
        height: 112,
        borderRadius: 16,
        backgroundColor: '#fffdf7',
        alignItems: 'center',
        justifyContent: 'center',
      },
      [box({ width: 30, height: 30, borderRadius: 15, backgroundColor: '#d9485f' })],
    ),
    box({ width: 76, height: 112, flexDirection: 'column', gap: 8 }, [
      box({ width: 76, height: 52, borderRadius: 14, backgroundColor: '#f6c343' }),
      box({ width: 76, height: 52, borderRadius: 14, backgroundColor: '#6fae5f' }),
    ]),
  ]);

function layout({ title, aside, text: says, quote, foot }: Picture) {
  const name = line(title, FITS.title);
  const keep = { wordBreak: 'keep-all', lineHeight: 1.45 } as const;
  const block = (words: string, style: object) => text(words, { display: 'block', ...style });
  const is = line(says, FITS.text);
  const picture = quote === undefined ? '' : line(plainOf(parseMarkdown(quote)), FITS.quote);
  return box(
    {
      ...SIZE,
      padding: 56,
      flexDirection: 'column',
      justifyContent: 'space-between',
      backgroundColor: PAPER,
      fontFamily: stack.join(', '),
      color: INK,
    },
    [
      box({ justifyContent: 'space-between', alignItems: 'flex-start' }, [
        box({ flexDirection: 'column', maxWidth: 850 }, [
          block(name, {
            fontSize: stringWidth(name) > SMALL.title ? 56 : 80,
            fontWeight: 700,
            lineHeight: 1.15,
            wordBreak: 'keep-all',
          }),
          ...(aside === undefined ? [] : [block(line(aside, FITS.title), { fontSize: 32, color: FAINT })]),
        ]),
        lunchBox(),
      ]),
      block(is, { fontSize: stringWidth(is) > SMALL.text ? 33 : 40, fontWeight: 700, ...keep }),
      ...(picture === ''
        ? []
        : [
            box({ padding: '24px 32px', borderRadius: 20, backgroundColor: QUOTE }, [
              block(picture, { fontSize: stringWidth(picture) > SMALL.quote ? 26 : 31, ...keep }),
            ]),
          ]),
      block(line(foot, FITS.foot), { fontSize: 26, color: FAINT }),
    ],
  );
}

/** A concept card as PNG, 1200 × 630. Emoji are left out; what is too long for a card is cut. */
export async function drawCard(picture: Picture): Promise<Uint8Array> {
  renderer ??= createRenderer();
  return (await renderer).render(layout(picture), { ...SIZE, format: 'png' });
}
