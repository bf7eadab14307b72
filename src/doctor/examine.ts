import type { Examination, Finding, ManifestDocument } from './finding.ts';
import { readFile } from './read/read.ts';
import { check, checkPart } from './schema/check.ts';
import { identify } from './schema/identify.ts';
import { kindlessOf } from './schema/kindless.ts';
import { type Thing, thingOf } from './sense/rule.ts';
import { ofType, senseOf } from './sense/sense.ts';
import { dig, fields, items, type Spot, spotOf, textOf } from './spot.ts';

/** More are of no use to a reader: the file is something else than a manifest. */
const MOST_FINDINGS = 2000;

/** A document's objects: itself, or what a List holds. */
function objectsOf(root: Spot): Spot[] {
  const kind = textOf(dig(root, 'kind'));
  const list = dig(root, 'items');
  return kind?.endsWith('List') && list?.node.kind === 'list' ? items(list) : [root];
}

function documentOf(spot: Spot): ManifestDocument {
  return {
    line: fields(spot)[0]?.line ?? spot.line,
    apiVersion: textOf(dig(spot, 'apiVersion')),
    kind: textOf(dig(spot, 'kind')),
    name: textOf(dig(spot, 'metadata', 'name')),
    namespace: textOf(dig(spot, 'metadata', 'namespace')),
    root: spot.node,
  };
}

/**
 * Reads a manifest as kubectl does and finds its mistakes: of YAML, of Kubernetes' schema, of sense. Takes any text and
 * never throws; what is no Kubernetes object is read as YAML alone, and a part of one is examined as far as it can be.
 */
export function examine(text: string): Examination {
  const { roots, findings: ofYaml } = readFile(text);
  const findings: Finding[] = [];
  const say = (more: Iterable<Finding>): void => {
    for (const one of more) if (findings.length < MOST_FINDINGS) findings.push(one);
  };
  say(ofYaml);
  const documents: ManifestDocument[] = [];
  const things: Thing[] = [];
  /** Lines of keys that kubectl never reads, such as `on:` of a workflow. */
  const foreign = new Set<number>();
  for (const root of roots)
    for (const spot of objectsOf(spotOf(root))) {
      documents.push(documentOf(spot));
      const kindless = kindlessOf(spot);
      if (kindless?.is === 'foreign') {
        for (const { line } of fields(spot)) foreign.add(line);
        continue;
      }
      if (kindless?.is === 'part') {
        for (const one of kindless.of) say(checkPart(one.spot, one.type, ofType));
        if (kindless.kind !== undefined) things.push(thingOf(kindless.kind, spot));
        continue;
      }
      const identity = identify(spot);
      say(identity.findings);
      if (identity.kind === undefined) continue;
      say(check(spot, identity.kind, ofType));
      things.push(thingOf(identity.kind.name, spot));
    }
  say(senseOf(things));
  return {
    documents,
    findings: inOrder(findings.filter(({ rule, line }) => rule !== 'bad-key' || !foreign.has(line))),
  };
}

/** Rules of YAML after which a value is only a guess. */
const READ_OTHERWISE = new Set([
  'template',
  'smart-quotes',
  'stray-quote',
  'needs-quotes',
  'unclosed-quote',
  'text-after-quote',
]);

/** By line; the same thing of the same place is said once, as where an alias brings it in again. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  // A value that YAML reads otherwise is not judged as it is read.
  const ofYaml = new Set(
    findings.flatMap(({ rule, line, path }) => (READ_OTHERWISE.has(rule) ? [`${line} ${path}`] : [])),
  );
  return findings
    .filter(({ rule, line, path }) => READ_OTHERWISE.has(rule) || !ofYaml.has(`${line} ${path}`))
    .filter(({ line, rule, message }) => {
      const key = `${line} ${rule} ${message.en}`;
      return !said.has(key) && said.add(key);
    })
    .sort((one, other) => one.line - other.line);
}
