import type { Finding } from '../finding.ts';
import { finding } from '../finding.ts';
import { dig, fields, isNull, items, lastKey, pathOf, type Spot, textOf } from '../spot.ts';
import { ENUMS } from './enums.ts';
import { exampleOf } from './examples.ts';
import { unknownField } from './fields.ts';
import type { Identity } from './identify.ts';
import { type Misplaced, misplacedFindings } from './misplaced.ts';
import { nearest } from './misspelt.ts';
import { rangeFinding } from './range.ts';
import { ALSO_REQUIRED, NOT_REQUIRED } from './required.ts';
import { type Shape, schema, shapeOf } from './schema.ts';
import { text } from './text.ts';
import { enumFinding, scalarFinding, wrongType } from './types.ts';

/** Findings of one object that are kept. */
const MOST = 200;

/** What is known on the way down to a value. */
export interface Within {
  /** The types around it, from the outside in, and where they stand. */
  around: readonly { type: string; spot: Spot }[];
  /** Paths that are given elsewhere, as `spec.containers` by a `containers` that stands too far up. */
  elsewhere: Set<string>;
  report(finding: Finding): void;
  /** Of a field that belongs elsewhere: told together with others of its map. */
  misplace(field: Misplaced): void;
  /** There are so many findings that more say nothing. */
  isFull(): boolean;
  /** Further rules of a type. */
  ofType(type: string, spot: Spot): Iterable<Finding>;
}

/** Compares an object with the type of its kind: unknown fields, types, words that are allowed, required fields. */
export function check(root: Spot, kind: NonNullable<Identity['kind']>, ofType: Within['ofType']): readonly Finding[] {
  const { found, missing, elsewhere } = compare(root, kind.type, ofType);
  const nameless = elsewhere.has('metadata.name') ? undefined : namelessFinding(root, kind.name);
  return [...found, ...(nameless ? [nameless] : []), ...missing.map(({ finding: one }) => one)];
}

/** Compares a part of a manifest with a type. What is missing beside its first keys may only not have been copied. */
export function checkPart(spot: Spot, type: string, ofType: Within['ofType']): readonly Finding[] {
  const { found, missing } = compare(spot, type, ofType);
  const inside = missing.filter(({ at }) => !/^(?:spec\.)?[\w-]+$/.test(at));
  return [...found, ...inside.map(({ finding: one }) => one)];
}

interface Compared {
  found: readonly Finding[];
  missing: readonly { at: string; finding: Finding }[];
  elsewhere: ReadonlySet<string>;
}

function compare(root: Spot, type: string, ofType: Within['ofType']): Compared {
  const found: Finding[] = [];
  const missing: { at: string; finding: Finding; isEmpty: boolean }[] = [];
  const elsewhere = new Set<string>();
  const within: Within = {
    around: [],
    elsewhere,
    ofType,
    report: (one) => void found.push(one),
    misplace: () => {},
    isFull: () => found.length >= MOST,
  };
  checkType(root, type, within, (at, one, isEmpty) => missing.push({ at, finding: one, isEmpty }));
  // Only now it is known what is given in another place.
  const isElsewhere = (at: string, isEmpty: boolean): boolean =>
    elsewhere.has(at) || (isEmpty && [...elsewhere].some((one) => one.startsWith(`${at}.`)));
  return {
    found: found.map((one) => withoutMistakes(one, found)),
    missing: missing.filter(({ at, isEmpty }) => !isElsewhere(at, isEmpty)),
    elsewhere,
  };
}

/** A misspelt field by its key alone, where what stands under it has mistakes of its own: the fix would repeat them. */
function withoutMistakes(one: Finding, all: readonly Finding[]): Finding {
  const { rule, path, fix, fixIsLines } = one;
  if (rule !== 'unknown-field' || !fixIsLines || fix === null) return one;
  const isUnder = (other: string): boolean =>
    other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`);
  const [key = ''] = fix.ko.split('\n');
  return all.some((other) => other !== one && isUnder(other.path)) ? { ...one, fix: { ko: key, en: key } } : one;
}

/** An object without a name. What is only asked, and not kept, has none. */
function namelessFinding(root: Spot, kind: string): Finding | undefined {
  const metadata = dig(root, 'metadata');
  const isNamed = ['name', 'generateName'].some((key) => (textOf(dig(metadata, key)) ?? '') !== '');
  if (isNamed || kind.endsWith('Review')) return undefined;
  const misspelt = fields(root).some(({ key }) => key !== 'metadata' && nearest(key, ['metadata']) !== undefined);
  const near = fields(metadata).some(({ key, node }) =>
    key === 'name' ? !isNull(node) && node.kind !== 'scalar' : nearest(key, ['name']) !== undefined,
  );
  const isTyped = dig(metadata, 'name')?.node.kind === 'scalar' && textOf(dig(metadata, 'name')) === undefined;
  if (misspelt || near || isTyped || (metadata && metadata.node.kind !== 'map')) return undefined;
  const at = fields(root).find(({ key }) => key === 'metadata') ?? root;
  return finding(
    'error',
    'missing-field',
    { line: at.line, path: 'metadata.name' },
    text.both((t) => t.nameless),
    'metadata:\n  name: my-app',
  );
}

/** `isEmpty`: its key is there, and nothing under it. */
type Missing = (path: string, finding: Finding, isEmpty: boolean) => void;

function checkType(spot: Spot, type: string, within: Within, missing: Missing): void {
  const known = schema().types[type];
  if (known === undefined || isNull(spot.node)) return;
  if (spot.node.kind !== 'map') {
    within.report(wrongType(spot, 'map', type));
    return;
  }
  const misplaced: Misplaced[] = [];
  const inside: Within = {
    ...within,
    around: [...within.around, { type, spot }],
    misplace: (one) => void misplaced.push(one),
    isFull: () => within.isFull() || misplaced.length >= MOST,
  };
  const given = new Set<string>();
  for (const field of fields(spot)) {
    const takes = known[field.key];
    const meant = takes === undefined ? unknownField(field, spot, type, inside) : field.key;
    if (meant === undefined) continue;
    const shape = shapeOf(known[meant] ?? 'any');
    if (!isNull(field.node)) given.add(meant);
    checkShape({ ...field, key: meant }, shape, `${type}.${meant}`, inside, missing);
  }
  for (const one of misplacedFindings(misplaced, spot, inside.around)) within.report(one);
  for (const one of within.ofType(type, spot)) within.report(one);
  // What the cluster writes itself is as it is.
  if (inside.around.some((one) => one.type.endsWith('Status')) || spot.path.startsWith('metadata.managedFields'))
    return;
  const required = Object.entries(known).filter(
    ([name, takes]) => takes.endsWith('!') && !NOT_REQUIRED.has(`${type}.${name}`),
  );
  for (const name of [...required.map(([one]) => one), ...(ALSO_REQUIRED[type] ?? [])]) {
    const value = dig(spot, name);
    if (given.has(name) && textOf(value) !== '') continue;
    const path = pathOf(spot.path, name);
    const here = lastKey(spot.path);
    missing(
      path,
      finding(
        'error',
        'missing-field',
        { line: (value ?? spot).line, path },
        text.both((t) => t.required(name, here)),
        exampleOf(type, name, spot) ?? text.both((t) => t.add(name)),
      ),
      fields(spot).some(({ key }) => key === name),
    );
  }
}

function checkShape(spot: Spot, shape: Shape, field: string, within: Within, missing: Missing): void {
  if (shape.holds === 'list') {
    if (isNull(spot.node)) return;
    if (spot.node.kind !== 'list') {
      within.report(wrongType(spot, 'list', shape.type));
      return;
    }
    for (const item of items(spot)) checkShape(item, shapeOf(shape.type), field, within, missing);
  } else if (shape.holds === 'map') {
    if (isNull(spot.node)) return;
    if (spot.node.kind !== 'map') {
      within.report(wrongType(spot, 'map', shape.type));
      return;
    }
    for (const value of fields(spot)) checkShape(value, shapeOf(shape.type), '', within, missing);
  } else if (schema().types[shape.type]) checkType(spot, shape.type, within, missing);
  else {
    const wrong =
      scalarFinding(spot, shape.type, field) ?? enumFinding(spot, ENUMS[field]) ?? rangeFinding(spot, field);
    if (wrong) within.report(wrong);
  }
}
