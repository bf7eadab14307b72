import type { Finding } from '../../finding.ts';
import { nearest } from '../../schema/misspelt.ts';
import { amountOf } from '../../schema/quantity.ts';
import { yamlOf } from '../../schema/yaml.ts';
import { dig, fields, type Spot } from '../../spot.ts';
import { refused, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

const BYTES = /^(?:memory|storage|ephemeral-storage|hugepages-.+)$/;
const KNOWN = ['cpu', 'memory', 'ephemeral-storage'];
const MANY_CORES = 1000;
/** More cores than the nodes of a class have; the largest machines that one can hire have some hundreds. */
const CORES_OF_A_NODE = 64;
/** Less memory than any program has. */
const FEW_BYTES = 1024 * 1024;

const sourceOf = (spot: Spot): string => (spot.node.kind === 'scalar' ? spot.node.source : '');
const line = (spot: Spot, value: string): string => `${spot.key}: ${value}`;

/** A quantity that is read, and not as it was meant. @param isAsked a node has to have as much left, or no Pod is placed */
function* quantity(spot: Spot, isAsked: boolean): Generator<Finding> {
  const source = sourceOf(spot);
  const amount = amountOf(source);
  if (amount === undefined) return;
  if (amount < 0)
    yield refused(
      'bad-quantity',
      spot,
      text.both((t) => t.negative(source)),
    );
  else if (BYTES.test(spot.key) && /^[\d.]+m$/.test(source))
    yield unmeant(
      'odd-quantity',
      spot,
      text.both((t) => t.memoryMilli(source)),
      line(spot, `${source.slice(0, -1)}Mi`),
    );
  else if (BYTES.test(spot.key) && /^\d+$/.test(source) && amount > 0 && amount < FEW_BYTES)
    yield unmeant(
      'odd-quantity',
      spot,
      text.both((t) => t.memoryTiny(source)),
      line(spot, `${source}Mi`),
    );
  else if (spot.key === 'cpu' && amount >= MANY_CORES && /[A-Za-z]$/.test(source))
    yield unmeant(
      'odd-quantity',
      spot,
      text.both((t) => t.cpuHuge(source)),
      line(spot, source.replace(/(?<![A-Za-z])[A-Za-z]+$/, 'm')),
    );
  else if (spot.key === 'cpu' && amount > CORES_OF_A_NODE && /^\d+$/.test(source))
    yield unmeant(
      'odd-quantity',
      spot,
      text.both((t) => t.cpuCores(source, amount / 1000, isAsked)),
      line(spot, `${source}m`),
    );
}

/** What a container, or a claim, asks for and may take. */
export const resources: TypeRule = function* (spot) {
  const limits = dig(spot, 'limits');
  const requests = dig(spot, 'requests');
  // Of a quantity that was not meant nothing follows.
  const odd = new Set<string>();
  const asked = fields(requests).map((one) => ({ one, isAsked: true }));
  // What has a limit alone asks for as much.
  const most = fields(limits).map((one) => ({ one, isAsked: dig(requests, one.key) === undefined }));
  for (const { one, isAsked } of [...asked, ...most])
    for (const finding of quantity(one, isAsked)) {
      odd.add(one.path);
      yield finding;
    }
  for (const request of fields(requests)) {
    const limit = dig(limits, request.key);
    const [asked, most] = [amountOf(sourceOf(request)), limit && amountOf(sourceOf(limit))];
    if (limit === undefined || odd.has(request.path) || odd.has(limit.path)) continue;
    if (asked !== undefined && most !== undefined && asked > most)
      yield refused(
        'request-over-limit',
        request,
        text.both((t) => t.requestOverLimit(request.key, sourceOf(request), sourceOf(limit))),
        yamlOf(request.key, limit.node),
      );
  }
};

/** The resources of a container have names of their own. */
export const containerResources: TypeRule = function* (spot) {
  yield* resources(spot);
  for (const one of [...fields(dig(spot, 'requests')), ...fields(limitsOf(spot))]) {
    if (KNOWN.includes(one.key) || one.key.includes('/') || one.key.startsWith('hugepages-')) continue;
    const meant =
      one.key === 'storage'
        ? 'ephemeral-storage'
        : one.key === 'mem' || one.key === 'ram'
          ? 'memory'
          : nearest(one.key, KNOWN);
    yield refused(
      'unknown-resource',
      one,
      text.both((t) => t.unknownResource(one.key)),
      meant === undefined ? null : yamlOf(meant, one.node),
    );
  }
};

const limitsOf = (spot: Spot): Spot | undefined => dig(spot, 'limits');
