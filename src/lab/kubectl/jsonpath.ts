import { isObject } from '../../core/json.ts';
import { failed } from './errors.ts';
import { compactJson } from './print/json.ts';

type Step =
  | { type: 'field'; name: string }
  | { type: 'all' }
  | { type: 'deep' }
  | { type: 'slice'; from: number | undefined; to: number | undefined; by: number }
  | { type: 'index'; at: number }
  | { type: 'union'; of: readonly Step[][] }
  | { type: 'filter'; left: Operand; operator: string; right: Operand | undefined }
  | { type: 'root' };
type Operand = { path: readonly Step[] } | { value: unknown };
type Part =
  | { type: 'text'; text: string }
  | { type: 'path'; steps: readonly Step[] }
  | { type: 'range'; steps: readonly Step[]; body: readonly Part[] };

/** Results that an expression may have: `..` after `..` multiplies them. */
const MOST = 20_000;

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

function readPath(text: string): Step[] {
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

function compare(left: unknown, operator: string, right: unknown): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left === 'number' && typeof right === 'number')
    return { '<': left < right, '>': left > right, '<=': left <= right, '>=': left >= right }[operator] ?? false;
  const [one, other] = [String(left), String(right)];
  return { '<': one < other, '>': one > other, '<=': one <= other, '>=': one >= other }[operator] ?? false;
}

function descendants(value: unknown, into: unknown[]): void {
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (Array.isArray(value) || isObject(value)) into.push(value);
  for (const one of inner) if (into.length <= MOST) descendants(one, into);
}

function follow(value: unknown, step: Step, root: unknown): unknown[] {
  switch (step.type) {
    case 'root':
      return [root];
    case 'field':
      return isObject(value) && Object.hasOwn(value, step.name) ? [value[step.name]] : [];
    case 'all':
      return Array.isArray(value)
        ? value
        : isObject(value)
          ? Object.keys(value)
              .sort()
              .map((key) => value[key])
          : [];
    case 'deep': {
      const into: unknown[] = [];
      descendants(value, into);
      return into;
    }
    case 'index': {
      if (!Array.isArray(value)) return [];
      const at = step.at < 0 ? value.length + step.at : step.at;
      if (at < 0 || at >= value.length) {
        if (value.length === 0) return [];
        throw failed(`error executing jsonpath: array index out of bounds: index ${step.at}, length ${value.length}`);
      }
      return [value[at]];
    }
    case 'slice': {
      if (!Array.isArray(value)) return [];
      const all: unknown[] = value.slice(step.from ?? 0, step.to ?? value.length);
      return step.by > 1 ? all.filter((_, at) => at % step.by === 0) : all;
    }
    case 'union':
      return step.of.flatMap((steps) => evaluate(value, steps, root));
    case 'filter': {
      const sides = ({ path, value: fixed }: { path?: readonly Step[]; value?: unknown }, one: unknown): unknown[] =>
        path ? evaluate(one, path, root) : [fixed];
      return (Array.isArray(value) ? value : []).filter((one) => {
        const [left, right] = [sides(step.left, one), step.right ? sides(step.right, one) : []];
        if (step.operator === 'exists') return left.length > 0;
        return left.length > 0 && right.length > 0 && compare(left[0], step.operator, right[0]);
      });
    }
    default:
      return step satisfies never;
  }
}

function evaluate(value: unknown, steps: readonly Step[], root: unknown): unknown[] {
  let found = [value];
  for (const step of steps) {
    found = found.flatMap((one) => follow(one, step, root));
    if (found.length > MOST) throw failed(`error executing jsonpath: more than ${MOST} results`);
  }
  return found;
}

const printed = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === null
      ? '<nil>'
      : typeof value === 'object'
        ? compactJson(value)
        : String(value);

/** A template filled in. What is not there is left out. @throws KubectlError */
export function fillTemplate(parts: readonly Part[], value: unknown, root = value): string {
  return parts
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
        case 'path':
          return evaluate(value, part.steps, root).map(printed).join(' ');
        case 'range':
          return evaluate(value, part.steps, root)
            .map((one) => fillTemplate(part.body, one, root))
            .join('');
        default:
          return part satisfies never;
      }
    })
    .join('');
}

/** `.metadata.name`, `metadata.name` or `{.metadata.name}`, as columns and `--sort-by` take them. @throws KubectlError */
export function readField(expression: string): (value: unknown) => unknown[] {
  const inner = /^\{?\.?([^{}]*)\}?$/s.exec(expression)?.[1];
  if (inner === undefined)
    throw failed(
      `unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'`,
    );
  const steps = readPath(inner.startsWith('[') ? inner : `.${inner}`);
  return (value) => evaluate(value, steps, value);
}

export const printedAll = (values: readonly unknown[]): string => values.map(printed).join(',');
