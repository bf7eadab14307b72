import type { Finding } from '../../finding.ts';
import { nearest } from '../../schema/misspelt.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, textOf } from '../../spot.ts';
import { near, related } from '../near.ts';
import { type Rule, type Thing, together, unmeant } from '../rule.ts';
import { type Reference, referencesOf } from './collect.ts';
import { ports, subjects, targetOf } from './targets.ts';
import { text } from './text.ts';

const isSought = ({ from, namespace }: Reference, thing: Thing): boolean =>
  namespace === undefined ? together(from, thing) : thing.namespace === undefined || thing.namespace === namespace;

/** The object of the file that was meant, where the name of none is this one. */
function meantBy(one: Reference, candidates: readonly Thing[], named: ReadonlySet<Thing>): Thing | undefined {
  const close = candidates.filter(({ name }) => name !== undefined && near(one.name, name));
  // What nothing names may be what a name that is somewhat alike stands for.
  const unused = candidates.filter(
    (thing) => !named.has(thing) && thing.name !== undefined && related(one.name, thing.name),
  );
  return close.find((thing) => !named.has(thing)) ?? close[0] ?? (unused.length === 1 ? unused[0] : undefined);
}

function* keysOf({ kind, keys, optional }: Reference, thing: Thing): Generator<Finding> {
  if (optional || keys.length === 0) return;
  const known = ['data', 'stringData', 'binaryData'].flatMap((part) =>
    fields(dig(thing.root, part)).map(({ key }) => key),
  );
  for (const at of keys) {
    const key = textOf(at);
    if (key === undefined || known.includes(key)) continue;
    const meant = nearest(key, known) ?? (known.length === 1 ? known[0] : undefined);
    yield unmeant(
      'unknown-key',
      at,
      text.both((t) => t.noKey(kind, thing.name ?? '', key, known)),
      meant === undefined ? null : `key: ${quotedWhere(meant)}`,
    );
  }
}

/** Objects of a kind that a name is compared with: a file with hundreds of them is no lesson. */
const MOST_COMPARED = 50;

/** What names another object of the file names it right. What the file does not have may be in the cluster. */
export const references: Rule = function* (things) {
  const all = things.flatMap(referencesOf);
  const byName = new Map<string, Thing[]>();
  const byKind = new Map<string, Thing[]>();
  const keep = (map: Map<string, Thing[]>, key: string, thing: Thing): void => {
    const known = map.get(key);
    if (known) known.push(thing);
    else map.set(key, [thing]);
  };
  for (const thing of things) {
    keep(byName, `${thing.kind} ${thing.name}`, thing);
    keep(byKind, thing.kind, thing);
  }
  const exact = (one: Reference): Thing | undefined =>
    byName.get(`${one.kind} ${one.name}`)?.find((thing) => isSought(one, thing));
  const named = new Set(all.flatMap((one) => exact(one) ?? []));
  for (const one of all) {
    const found = exact(one);
    if (found) yield* keysOf(one, found);
    const candidates = (byKind.get(one.kind) ?? []).slice(0, MOST_COMPARED).filter((thing) => isSought(one, thing));
    const meant = found || one.optional ? undefined : meantBy(one, candidates, named);
    if (meant?.name !== undefined) {
      const right = meant.name;
      yield unmeant(
        'unknown-reference',
        one.at,
        text.both((t) => t.notNamed(one.kind, one.name, right)),
        `${one.at.key}: ${quotedWhere(right)}`,
      );
    }
    yield* targetOf(one, found, byName);
  }
  yield* ports(things, byName);
  yield* subjects(things, byName);
};
