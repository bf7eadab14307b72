import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Node, Renderer } from '@takumi-rs/core';
import { container, text } from '@takumi-rs/helpers';

export const FAMILY = 'IBM Plex Sans KR';
const WEIGHTS = { regular: 400, bold: 700 } as const;

/** All that the font has besides the syllables and letters of Hangul, which are all equally wide. */
const OTHERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~¢£¤¥©«¬®°±²³¶·¹»¼½¾×÷–—‘’“”•…′″⁄€™↑↓−';
const HAS = new Set(OTHERS);
const HANGUL = /[가-힣ㄱ-ㅣ]/;

/** What the font has another sign for. */
const SIGNS: Readonly<Record<string, string>> = {
  '→': '>',
  '←': '<',
  '➜': '>',
  '⇒': '>',
  '‑': '-',
  '～': '~',
  '√': '',
};

/** One line of what the font can show: accents are left off, what it has no glyph for (emoji, hanja) is left out. */
export function drawableText(words: string): string {
  const letters = Array.from(words.normalize('NFC').replace(/\s+/g, ' '), (sign) => {
    if (HAS.has(sign) || HANGUL.test(sign)) return sign;
    const plain = SIGNS[sign] ?? sign.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
    return Array.from(plain).every((one) => HAS.has(one) || HANGUL.test(one)) ? plain : '';
  });
  return letters.join('').replace(/ +/g, ' ').trim();
}

/** Width in em of a line that drawableText() gave; a little more than it takes, since pairs are set closer. */
export type WidthOf = (words: string, bold: boolean) => number;

export interface Font {
  renderer: Renderer;
  widthOf: WidthOf;
}

/** At this size advances are measured: large, since they are rounded to the 64th of a pixel. */
const MEASURED = 200;

const letter = (sign: string, weight: number): Node =>
  text(sign, { display: 'block', fontFamily: FAMILY, fontWeight: weight, fontSize: MEASURED, whiteSpace: 'pre' });

async function advances(renderer: Renderer, weight: number): Promise<ReadonlyMap<string, number>> {
  const signs = ['가', ...OTHERS];
  const column = container({
    style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
    children: signs.map((sign) => letter(sign, weight)),
  });
  const { children } = await renderer.measure(column, { width: 2 * MEASURED, height: signs.length * 2 * MEASURED });
  return new Map(signs.map((sign, i) => [sign, (children[i]?.width ?? MEASURED) / MEASURED]));
}

/** The card's font, and how wide it sets words; both of its weights have Latin letters as well. */
export async function loadFont(): Promise<Font> {
  // What is drawn is kept as PNG; nothing in it is drawn twice.
  const renderer = new Renderer({ cacheMaxBytes: 0 });
  for (const weight of Object.values(WEIGHTS)) {
    const file = `@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr-korean-${weight}-normal.woff2`;
    const data = await readFile(fileURLToPath(import.meta.resolve(file)));
    await renderer.registerFont({ name: FAMILY, weight, data });
  }
  const [regular, bold] = [await advances(renderer, WEIGHTS.regular), await advances(renderer, WEIGHTS.bold)];
  const of = (widths: ReadonlyMap<string, number>, sign: string): number => widths.get(sign) ?? widths.get('가') ?? 1;
  return {
    renderer,
    widthOf: (words, isBold) => Array.from(words).reduce((sum, sign) => sum + of(isBold ? bold : regular, sign), 0),
  };
}
