import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

/** Quotes as word processors and messengers write them. */
const SMART = /[\u201C-\u201F\u300C\u300D\uFF02]/;
const SMART_SINGLE = /[\u2018-\u201B\u00B4\uFF07]/;
const anySmart = (sign: string | undefined): boolean =>
  sign !== undefined && (SMART.test(sign) || SMART_SINGLE.test(sign));

const PLAIN: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '－': '-',
};

/** What stands in plain quotes, of either kind. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g;
const withoutQuoted = (text: string): string => text.replace(QUOTED, '""');

/** A text with brackets: signs of full width and quotes of word processors outside of quotes, as YAML has them. */
function plain(part: string): string {
  let quote: string | undefined;
  let written = '';
  for (const sign of part) {
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
      written += sign;
    } else if (sign === '"' || (sign === "'" && /(?:[\s,[{]|^)$/.test(written))) {
      quote = sign;
      written += sign;
    } else if (SMART.test(sign) || SMART_SINGLE.test(sign)) written += '"';
    else {
      const own = PLAIN[sign];
      written += own === undefined ? sign : own === ',' || own === ':' ? `${own} ` : own;
    }
  }
  // The quote of the other kind at the end of what began with a plain one.
  return written.replace(/([,:]) {2,}/g, '$1 ');
}

/** Signs of full width: `replicas：2`, `["a"，"b"]`, `［"a"］`. */
export function fullWidth({ lines, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    const { text: whole, role, value, valueAt, start, key, bracketed } = line;
    if (role === 'inside' ? !bracketed : role !== 'code') continue;
    const colon = key === undefined ? /^(["']?[A-Za-z][\w./-]*["']?)\s*：\s*/.exec(whole.slice(start)) : null;
    if (colon?.[1] !== undefined) {
      write(at, `${whole.slice(0, start)}${colon[1]}: ${whole.slice(start + colon[0].length)}`);
      slip(
        at,
        'full-width',
        text.both((t) => t.fullWidth('：', ':')),
      );
      continue;
    }
    const dash = role === 'code' ? /^－\s*/.exec(whole.slice(start)) : null;
    if (dash) {
      write(at, `${whole.slice(0, start)}- ${whole.slice(start + dash[0].length)}`);
      slip(
        at,
        'full-width',
        text.both((t) => t.fullWidth('－', '-')),
      );
      continue;
    }
    const isFlow = role === 'inside' || /^[[{［｛]/.test(value);
    if (!isFlow) continue;
    const from = role === 'inside' ? 0 : valueAt;
    const part = whole.slice(from);
    const outside = withoutQuoted(part).replace(/"(?:[^"\\]|\\.)*$/, '""');
    const sign = /[：，、［］｛｝]/.exec(outside)?.[0];
    if (sign === undefined) continue;
    write(at, whole.slice(0, from) + plain(part));
    slip(
      at,
      'full-width',
      text.both((t) => t.fullWidth(sign, PLAIN[sign] ?? sign)),
    );
  }
}

/** Curly quotes around a key, a value or the items of a list. */
export function smartQuotes({ lines, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    const { text: whole, role, value, valueAt, start, key, bracketed } = line;
    if (role === 'inside' ? !bracketed : role !== 'code') continue;
    const isFlow = role === 'inside' || /^[[{]/.test(value);
    const outside = withoutQuoted(whole.slice(role === 'inside' ? 0 : start));
    const isKey = role === 'code' && anySmart((key ?? whole.slice(start))[0]);
    const last = value.at(-1);
    const isValue = anySmart(value[0])
      ? anySmart(last) || last === '"' || last === "'"
      : /^["']/.test(value) && anySmart(last);
    const isItem =
      isFlow && /[\u2018-\u201F\uFF02]/.test(outside) && /(?:^|[[{,:\s])[\u2018-\u201F\uFF02]/.test(outside);
    if (!isKey && !isItem && !(isValue && value.length > 1)) continue;
    slip(
      at,
      'smart-quotes',
      text.both((t) => t.smartQuotes),
      { severity: 'warning' },
    );
    if (isItem || isKey) {
      const from = role === 'inside' ? 0 : start;
      write(at, whole.slice(0, from) + plain(whole.slice(from)));
      continue;
    }
    const inner = value.slice(1, -1);
    const quoted = inner.includes('"') && !inner.includes("'") ? `'${inner}'` : `"${inner.replaceAll('"', '\\"')}"`;
    write(at, whole.slice(0, valueAt) + quoted + whole.slice(valueAt + value.length));
  }
}
