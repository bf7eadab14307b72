import { failed } from '../errors.ts';

export type Step =
  | { type: 'field'; name: string }
  | { type: 'all' }
  | { type: 'deep' }
  | { type: 'slice'; from: number | undefined; to: number | undefined; by: number }
  | { type: 'index'; at: number }
  | { type: 'union'; of: readonly Step[][] }
  | { type: 'filter'; left: Operand; operator: string; right: Operand | undefined }
  | { type: 'root' };

type Operand = { path: readonly Step[] } | { value: unknown };

export type Part =
  | { type: 'text'; text: string }
  | { type: 'path'; steps: readonly Step[] }
  | { type: 'range'; steps: readonly Step[]; body: readonly Part[] };

/** Finds where a bracket that is open at `from` closes, quotes aside. */
function closing(text: string, from: number, open: string, close: string): number {
  let quote = '';
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote !== '') {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === open) depth++;
    else if (letter === close && --depth === 0) return at;
  }
  return -1;
}

const unquoted = (text: string): string | undefined => {
  const [quote] = text;
  if ((quote !== '"' && quote !== "'") || text.length < 2 || !text.endsWith(quote)) return undefined;
  return text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);
};

function operand(text: string): Operand {
  const trimmed = text.trim();
  const quoted = unquoted(trimmed);
  if (quoted !== undefined) return { value: quoted };
  if (/^-?\d+(?:\.\d+)?$/.test(trimmed)) return { value: Number(trimmed) };
  if (trimmed === 'true' || trimmed === 'false') return { value: trimmed === 'true' };
  return { path: readPath(trimmed) };
}

/** At commas that stand outside of quotes. */
function pieces(text: string): string[] {
  const found = [''];
  let quote = '';
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    if (letter === ',' && quote === '') found.push('');
    else found[found.length - 1] += letter;
  }
  return found;
}

function bracket(inside: string): Step {
  const text = inside.trim();
  if (text === '*') return { type: 'all' };
  if (text.startsWith('?(') && text.endsWith(')')) {
    const test = text.slice(2, -1);
    const [, left = '', operator = '', right = ''] = splitAtOperator(test);
    if (operator === '') return { type: 'filter', left: operand(test), operator: 'exists', right: undefined };
    return { type: 'filter', left: operand(left), operator, right: operand(right) };
  }
  const parts = pieces(text);
  if (parts.length > 1) return { type: 'union', of: parts.map((one) => [bracket(one)]) };
  const quoted = unquoted(text);
  if (quoted !== undefined) return { type: 'field', name: quoted };
  if (/^-?\d+$/.test(text)) return { type: 'index', at: Number(text) };
  const slice = /^(-?\d*):(-?\d*)(?::(-?\d*))?$/.exec(text);
  if (!slice) throw failed(`invalid array index ${text}`);
  const number = (given: string | undefined): number | undefined =>
    given === undefined || given === '' ? undefined : Number(given);
  return { type: 'slice', from: number(slice[1]), to: number(slice[2]), by: number(slice[3]) ?? 1 };
}

/** `@.x == "y"` at its operator, which stands outside of quotes. */
function splitAtOperator(test: string): string[] {
  let quote = '';
  for (let at = 0; at < test.length; at++) {
    const letter = test[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else {
      const two = test.slice(at, at + 2);
      const operator = ['==', '!=', '<=', '>='].includes(two) ? two : ['<', '>'].includes(letter) ? letter : '';
      if (operator !== '') return ['', test.slice(0, at), operator, test.slice(at + operator.length)];
    }
  }
  return [];
}

export function readPath(text: string): Step[] {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? '';
    if (letter === '$') {
      if (at === 0) steps.push({ type: 'root' });
      at++;
    } else if (letter === '@' || letter === ' ') at++;
    else if (letter === '[') {
      const end = closing(text, at, '[', ']');
      if (end < 0) throw failed('unterminated array');
      steps.push(bracket(text.slice(at + 1, end)));
      at = end + 1;
    } else if (letter === '.' && text[at + 1] === '.') {
      steps.push({ type: 'deep' });
      at += text[at + 2] === '[' || text[at + 2] === '*' ? 2 : 1;
      // The field that follows begins with the second dot.
    } else {
      if (letter === '.') at++;
      let name = '';
      while (at < text.length && !'.[ '.includes(text[at] ?? '')) {
        if (text[at] === '\\') at++;
        name += text[at++] ?? '';
      }
      if (name === '*') steps.push({ type: 'all' });
      else if (name !== '') steps.push({ type: 'field', name });
    }
  }
  return steps;
}

/** Reads a template, text and `{expressions}`. @throws KubectlError */
export function readTemplate(template: string): readonly Part[] {
  const top: Part[] = [];
  const open: { steps: readonly Step[]; body: Part[] }[] = [];
  const here = (): Part[] => open.at(-1)?.body ?? top;
  let at = 0;
  const wrong = (why: string): Error => failed(`error parsing jsonpath ${template}, ${why}`);
  while (at < template.length) {
    const from = template.indexOf('{', at);
    if (from < 0) {
      here().push({ type: 'text', text: template.slice(at) });
      break;
    }
    if (from > at) here().push({ type: 'text', text: template.slice(at, from) });
    const to = closing(template, from, '{', '}');
    if (to < 0) throw wrong('unclosed action');
    const inside = template.slice(from + 1, to).trim();
    const quoted = unquoted(inside);
    if (quoted !== undefined) here().push({ type: 'text', text: quoted });
    else if (inside === 'end') {
      const done = open.pop();
      if (!done) throw wrong('not in range, nothing to end');
      here().push({ type: 'range', ...done });
    } else if (/^range\s/.test(inside)) open.push({ steps: readPath(inside.slice(5).trim()), body: [] });
    else here().push({ type: 'path', steps: readPath(inside) });
    at = to + 1;
  }
  if (open.length > 0) throw wrong('unclosed range');
  return top;
}
