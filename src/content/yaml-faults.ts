/** What is wrong with a place in YAML that cannot be read. */
export type YamlFault =
  | 'openQuote'
  | 'openBracket'
  | 'noComma'
  | 'twice'
  | 'mark'
  | 'colon'
  | 'afterEnd'
  | 'noSpace'
  | 'indentation'
  | 'escape'
  | 'invisible'
  | 'line';

/** What js-yaml's words say by themselves. */
const REASONS: readonly (readonly [RegExp, YamlFault])[] = [
  [/quoted scalar/, 'openQuote'],
  [/end of the stream within a flow collection/, 'openBracket'],
  [/missed comma/, 'noComma'],
  [/duplicated mapping key/, 'twice'],
  [/alias|anchor|\btag\b/, 'mark'],
  [/escape sequence|hexadecimal/, 'escape'],
  [/non-printable|null byte|valid JSON character/, 'invisible'],
];

/** Marks that mean something to YAML where a text begins with them. */
const MARKS = '@`%,]}*&!|>';
const CLOSING = new Map([
  ['"', '"'],
  ["'", "'"],
  ['[', ']'],
  ['{', '}'],
]);

/** `  - key: value` -> `value`; a line without a key is all value. */
function valueIn(line: string): string {
  const said = line.trim().replace(/^(?:- +)+/, '');
  const colon = said.indexOf(': ');
  return colon < 0 || /^["'[{]/.test(said) ? said : said.slice(colon + 2).trimStart();
}

/** What can be seen in a line by itself. */
function faultOf(line: string): YamlFault | undefined {
  const value = valueIn(line);
  if (MARKS.includes(value.slice(0, 1)) && value !== '') return 'mark';
  const closing = CLOSING.get(value.slice(0, 1));
  if (closing !== undefined) {
    const rest = value.slice(value.lastIndexOf(closing) + 1).trim();
    return value.lastIndexOf(closing) > 0 && rest !== '' && !rest.startsWith('#') ? 'afterEnd' : undefined;
  }
  if (value.includes(': ')) return 'colon';
  return value === line.trim() && /^[\w-]+:[^\s:/]/.test(value) ? 'noSpace' : undefined;
}

/**
 * What is wrong, and at which of the lines, from 0. js-yaml's words tell of its own state; where they fit several faults, the
 * line that it names tells, or the one above it, which it only then has finished.
 */
export function faultIn(lines: readonly string[], reason: string, at: number): { fault: YamlFault; at: number } {
  const known = REASONS.find(([words]) => words.test(reason))?.[1];
  if (known !== undefined) return { fault: known, at };
  const own = faultOf(lines[at] ?? '');
  if (own !== undefined) return { fault: own, at };
  if (/indentation/.test(reason)) return { fault: 'indentation', at };
  const above = lines.findLastIndex((line, i) => i < at && line.trim() !== '');
  const isAbove = /multiline key|end of the stream/.test(reason) && above > 0;
  const fault = isAbove ? faultOf(lines[above] ?? '') : undefined;
  if (fault !== undefined) return { fault, at: above };
  return { fault: 'line', at: /multiline key/.test(reason) && isAbove ? above : at };
}
