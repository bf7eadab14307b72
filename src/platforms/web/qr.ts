import type { Element } from 'hast';
import { s } from 'hastscript';
import { encode } from 'uqr';

/** Modules of white around a code that readers need (ISO/IEC 18004: quiet zone). */
const QUIET = 4;

/** A QR code as a drawing: black on white, in the dark as well, since readers need it so. */
export function qrCode(address: string, label: string): Element {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return s('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', className: ['qr'], shapeRendering: 'crispEdges' }, [
    s('title', label),
    s('rect', { width: size, height: size, fill: '#ffffff' }),
    s('path', { d: path, fill: '#000000' }),
  ]);
}
