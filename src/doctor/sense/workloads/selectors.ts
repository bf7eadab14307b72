import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, isNull, textOf } from '../../spot.ts';
import { type Rule, refused } from '../rule.ts';
import { misfit, plainMisfit } from '../selecting.ts';
import { text } from './text.ts';

const ALWAYS = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController']);
const JOBS = new Set(['Job', 'CronJob']);

/** A workload's selector finds the Pods that it makes. */
export const selectors: Rule = function* (things) {
  for (const { kind, root, pod } of things) {
    if (!ALWAYS.has(kind) || pod === undefined) continue;
    const selector = dig(root, 'spec', 'selector');
    if (selector?.node.kind !== 'map') continue;
    const isPlain = kind === 'ReplicationController';
    // Labels straight in it have been named as misplaced.
    if (!isPlain && fields(selector).some(({ key }) => key !== 'matchLabels' && key !== 'matchExpressions')) continue;
    if (fields(selector).length === 0) {
      yield refused(
        'empty-selector',
        selector,
        text.both((t) => t.emptySelector(kind)),
      );
      continue;
    }
    // Labels that lost their place have been named.
    const metadata = fields(dig(pod.at, 'metadata'));
    if (metadata.some(({ key, node }) => key === 'labels' && isNull(node)) || dig(pod.at, 'labels')) continue;
    const wrong = isPlain ? plainMisfit(selector, pod.labels) : misfit(selector, pod.labels);
    if (wrong === undefined) continue;
    const wanted = textOf(wrong);
    const label = wanted === undefined ? undefined : dig(pod.labelsAt, wrong.key);
    const given = textOf(label);
    if (wanted === undefined)
      yield refused(
        'selector-mismatch',
        wrong,
        text.both((t) => t.expressionMisses),
      );
    else if (label && given !== undefined)
      yield refused(
        'selector-mismatch',
        label,
        text.both((t) => t.labelDiffers(wrong.key, given, wanted)),
        `${quotedWhere(wrong.key)}: ${quotedWhere(wanted)}`,
      );
    else if (label === undefined) {
      const at = pod.labelsAt ?? dig(pod.at, 'metadata') ?? pod.at;
      const fix = ['metadata:', '  labels:', `    ${quotedWhere(wrong.key)}: ${quotedWhere(wanted)}`]
        .slice(pod.labelsAt ? 1 : 0)
        .join('\n');
      yield refused(
        'selector-mismatch',
        { line: at.line, path: pod.labelsAt?.path ?? `${pod.at.path}.metadata.labels` },
        text.both((t) => t.labelMissing(wrong.key, wanted)),
        fix,
      );
    }
  }
};

/** How Pods of each kind may be started again. */
export const restarts: Rule = function* (things) {
  for (const { kind, pod } of things) {
    if (pod?.spec === undefined) continue;
    const at = dig(pod.spec, 'restartPolicy');
    const policy = textOf(at);
    if (ALWAYS.has(kind) && at && (policy === 'OnFailure' || policy === 'Never'))
      yield refused(
        'restart-policy',
        at,
        text.both((t) => t.alwaysOnly(kind)),
        'restartPolicy: Always',
      );
    if (!JOBS.has(kind)) continue;
    if (at && policy === 'Always')
      yield refused(
        'restart-policy',
        at,
        text.both((t) => t.neverOrOnFailure(kind)),
        'restartPolicy: OnFailure',
      );
    if (at === undefined && !fields(pod.spec).some(({ key }) => key.toLowerCase() === 'restartpolicy')) {
      const { line, path } = pod.spec;
      yield refused(
        'restart-policy',
        { line, path: `${path}.restartPolicy` },
        text.both((t) => t.restartMissing(kind)),
        'restartPolicy: OnFailure',
      );
    }
  }
};
