import type { Node } from '@takumi-rs/core';
import { container, text } from '@takumi-rs/helpers';
import { FAMILY } from './font.ts';
import type { Mark, Tip } from './marks.ts';
import type { Colour } from './palette.ts';

type Palette = Readonly<Record<Colour, string>>;

const SHAPES: Readonly<Record<Tip['to'], string>> = {
  right: 'polygon(0 0, 100% 50%, 0 100%)',
  left: 'polygon(100% 0, 0 50%, 100% 100%)',
  down: 'polygon(0 0, 100% 0, 50% 100%)',
  up: 'polygon(0 100%, 100% 100%, 50% 0)',
};

/** A mark as takumi paints it; every one stands where it was laid. */
export function paint(mark: Mark, palette: Palette): Node {
  const place = { position: 'absolute', left: mark.x, top: mark.y, width: mark.width, height: mark.height } as const;
  switch (mark.type) {
    case 'area':
      return container({
        style: {
          ...place,
          ...(mark.fill ? { backgroundColor: palette[mark.fill] } : {}),
          ...(mark.line
            ? { border: `${mark.stroke ?? 1}px ${mark.dashed ? 'dashed' : 'solid'} ${palette[mark.line]}` }
            : {}),
          boxSizing: 'border-box',
          borderRadius: mark.round ?? 0,
        },
        children: [],
      });
    case 'tip':
      return container({
        style: { ...place, backgroundColor: palette[mark.colour], clipPath: SHAPES[mark.to] },
        children: [],
      });
    case 'words':
      return container({
        style: {
          ...place,
          display: 'flex',
          alignItems: 'center',
          justifyContent: mark.centred ? 'center' : 'flex-start',
        },
        children: [
          text(mark.text, {
            fontFamily: FAMILY,
            fontSize: mark.size,
            fontWeight: mark.bold ? 700 : 400,
            lineHeight: 1.3,
            color: palette[mark.colour],
            whiteSpace: 'pre',
          }),
        ],
      });
    default:
      return mark satisfies never;
  }
}
