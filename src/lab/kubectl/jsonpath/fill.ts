import { isObject } from '../../../core/json.ts';
import { failed } from '../errors.ts';
import { compactJson } from '../print/json.ts';
import { type Part, readPath, type Step } from './read.ts';

/** Values that a template may come by: `..` after `..`, or a filter within a filter, multiplies them. */
const MOST = 200_000;

/** The value that `$` is, and how much may still be looked at. */
interface Around {
  root: unknown;
  left: number;
}

const around = (root: unknown): Around => ({ root, left: MOST });

function spend(on: Around): void {
  if (--on.left < 0) throw failed(`error executing jsonpath: more than ${MOST} values`);
}

function compare(left: unknown, operator: string, right: unknown): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left === 'number' && typeof right === 'number')
    return { '<': left < right, '>': left > right, '<=': left <= right, '>=': left >= right }[operator] ?? false;
  const [one, other] = [String(left), String(right)];
  return { '<': one < other, '>': one > other, '<=': one <= other, '>=': one >= other }[operator] ?? false;
}

function descendants(value: unknown, into: unknown[], on: Around): void {
  spend(on);
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (Array.isArray(value) || isObject(value)) into.push(value);
  for (const one of inner) descendants(one, into, on);
}

function follow(value: unknown, step: Step, on: Around): unknown[] {
  spend(on);
  switch (step.type) {
    case 'root':
      return [on.root];
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
      descendants(value, into, on);
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
      return step.of.flatMap((steps) => evaluate(value, steps, on));
    case 'filter': {
      const sides = ({ path, value: fixed }: { path?: readonly Step[]; value?: unknown }, one: unknown): unknown[] =>
        path ? evaluate(one, path, on) : [fixed];
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

function evaluate(value: unknown, steps: readonly Step[], on: Around): unknown[] {
  let found = [value];
  for (const step of steps) {
    found = found.flatMap((one) => follow(one, step, on));
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
export function fillTemplate(parts: readonly Part[], value: unknown, on = around(value)): string {
  return parts
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
        case 'path':
          return evaluate(value, part.steps, on).map(printed).join(' ');
        case 'range':
          return evaluate(value, part.steps, on)
            .map((one) => fillTemplate(part.body, one, on))
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
  return (value) => evaluate(value, steps, around(value));
}

/** What the expressions of a template find, as values. @throws KubectlError */
export const findAll = (parts: readonly Part[], value: unknown): unknown[] =>
  parts.flatMap((part) => (part.type === 'path' ? evaluate(value, part.steps, around(value)) : []));
