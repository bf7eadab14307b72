import { finding } from '../../finding.ts';
import { isBase64 } from '../../schema/base64.ts';
import { MOST_LINES, quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, isNull, type Spot } from '../../spot.ts';
import type { TypeRule } from '../rule.ts';
import { text } from './text.ts';

/** A word or number as people write a password for a class; encoded text hardly ever looks like it. */
const PLAIN = /^[A-Z]?[a-z]{0,40}\d{0,40}$/;

function isText(bytes: Uint8Array): boolean {
  try {
    return !/\p{Cc}/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/[\t\r\n]/g, ''));
  } catch {
    return false;
  }
}

/** What is wrong with a value of `data`: it is no base64, or it only happens to be. */
function wrongWith({ node }: Spot): 'not-base64' | 'plain-base64' | undefined {
  if (node.kind !== 'scalar' || isNull(node)) return undefined;
  const { value } = node;
  if (typeof value !== 'string' || !isBase64(value)) return 'not-base64';
  return PLAIN.test(value) && !isText(Buffer.from(value, 'base64')) ? 'plain-base64' : undefined;
}

const sourceOf = ({ node }: Spot): string => (node.kind === 'scalar' ? node.source.trimEnd() : '');

/** Plain text among a Secret's data. All of it is shown under one `stringData`, with the first. */
export const secret: TypeRule = function* (spot) {
  const plain = fields(dig(spot, 'data')).flatMap((one) => {
    const rule = wrongWith(one);
    return rule === undefined ? [] : [{ one, rule, line: `  ${quotedWhere(one.key)}: ${quotedWhere(sourceOf(one))}` }];
  });
  const isShort = plain.length < MOST_LINES;
  for (const [at, { one, rule, line }] of plain.entries()) {
    const lines = isShort ? plain.map((other) => other.line) : [line];
    const fix = isShort && at > 0 ? null : ['stringData:', ...lines].join('\n');
    yield rule === 'not-base64'
      ? finding(
          'error',
          rule,
          one,
          text.both((t) => t.notBase64(one.key)),
          fix,
        )
      : finding(
          'warning',
          rule,
          one,
          text.both((t) => t.plainBase64(one.key)),
          fix,
        );
  }
};
