import { type Finding, finding } from '../finding.ts';
import type { Spot } from '../spot.ts';
import { text } from './text.ts';
import { quotedWhere } from './yaml.ts';

/** Go's base64: letters, digits, + and /, whole groups of four; line ends between them are passed over. */
const isBase64 = (value: string): boolean => {
  const letters = value.replace(/[\r\n]/g, '');
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters);
};

/** A value that has to be base64 and is none. @param field `Type.field`, '' of a map's values */
export function base64Finding(spot: Spot, value: string, field: string): Finding | undefined {
  if (isBase64(value)) return undefined;
  const isSecret = field === '' && spot.path.startsWith('data');
  return finding(
    'error',
    'not-base64',
    spot,
    text.both((t) => (isSecret ? t.notBase64Secret(spot.key) : t.notBase64(spot.key))),
    isSecret ? `stringData:\n  ${quotedWhere(spot.key)}: ${quotedWhere(value.trimEnd())}` : null,
  );
}
