import { isDeepStrictEqual } from 'node:util';
import { REVISION } from '../../kinds/state.ts';
import type { Item } from '../api.ts';
import type { Run } from '../command.ts';
import { createPage } from '../describe/page.ts';
import { describeTemplate } from '../describe/template.ts';
import { failed } from '../errors.ts';
import { DESCRIBE, lineUp } from '../print/tabs.ts';
import { at, number } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { bareTemplate, ownedSets, revisionOf } from '../revisions.ts';
import { type Found, pathOfFound } from '../targets.ts';

const CAUSE = 'kubernetes.io/change-cause';
/** Annotations of a Deployment that a rollback leaves (kubectl/pkg/polymorphichelpers/rollback.go). */
const KEPT = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
];

interface Revision {
  number: number;
  template: unknown;
  cause: string;
  source: Item;
}

/** The revisions of an object that are kept, oldest first. */
async function revisionsOf(run: Run, item: Item): Promise<Revision[]> {
  if (item.kind === 'Deployment') {
    const { all } = await ownedSets(run.api, item);
    return all
      .map((source) => ({
        number: revisionOf(source),
        template: at(source, 'spec.template'),
        cause: source.metadata.annotations?.[CAUSE] ?? '',
        source,
      }))
      .toSorted((one, other) => one.number - other.number);
  }
  const kind = await run.api.findKind('apps/v1', 'ControllerRevision');
  const all = kind ? await run.api.list(kind, item.metadata.namespace) : [];
  return all
    .filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === item.metadata.uid))
    .map((source) => ({
      number: number(source, 'revision'),
      template: at(source, 'data.spec.template'),
      cause: source.metadata.annotations?.[CAUSE] ?? '',
      source,
    }))
    .toSorted((one, other) => one.number - other.number);
}

/** A template told by itself, where tabs are still tabs: kubectl does not line it up. */
function templateText(template: unknown): string {
  const page = createPage();
  describeTemplate(page, template);
  return page.raw();
}

function withCause(template: unknown, cause: string): unknown {
  if (cause === '' || typeof template !== 'object' || template === null) return template;
  const metadata = at(template, 'metadata');
  return {
    ...template,
    metadata: {
      ...(typeof metadata === 'object' ? metadata : {}),
      annotations: { ...mapIn(template), [CAUSE]: cause },
    },
  };
}

const mapIn = (template: unknown): object => {
  const found = at(template, 'metadata.annotations');
  return typeof found === 'object' && found !== null ? found : {};
};

export async function printHistory(run: Run, { kind, item }: Found): Promise<void> {
  if (!['Deployment', 'DaemonSet', 'StatefulSet'].includes(item.kind))
    throw failed(
      `no history viewer has been implemented for {${JSON.stringify(kind.group)} ${JSON.stringify(item.kind)}}`,
    );
  const revisions = await revisionsOf(run, item);
  const wanted = run.flags.int('revision') ?? 0;
  if (wanted < 0) throw failed(`revision must be a positive integer: ${wanted}`);
  const name = `${kind.singular}${kind.group === '' ? '' : `.${kind.group}`}/${item.metadata.name}`;
  if (wanted > 0) {
    const found = revisions.find((one) => one.number === wanted);
    if (!found) throw failed('unable to find the specified revision');
    run.out(`${name} with revision #${wanted}\n${templateText(withCause(found.template, found.cause))}\n`);
    return;
  }
  if (revisions.length === 0) {
    run.out(`${name} \nNo rollout history found.\n`);
    return;
  }
  const lines = revisions.map((one) => `${one.number}\t${one.cause || '<none>'}`);
  run.out(`${name} \n${lineUp(['REVISION\tCHANGE-CAUSE', ...lines].join('\n'), DESCRIBE)}\n\n`);
}

export async function rollBack(run: Run, found: Found): Promise<void> {
  const { item } = found;
  const { name } = item.metadata;
  const wanted = run.flags.int('to-revision') ?? 0;
  const revisions = await revisionsOf(run, item);
  if (wanted < 0 || (wanted > 0 && !revisions.some((one) => one.number === wanted)))
    throw failed(`unable to find specified revision ${wanted} in history`);
  const meant = wanted > 0 ? revisions.find((one) => one.number === wanted) : revisions.at(-2);
  if (!meant) {
    if (item.kind === 'Deployment') throw failed(`no rollout history found for deployment ${JSON.stringify(name)}`);
    throw failed(`no last revision to roll back to`);
  }
  if (at(item, 'spec.paused') === true)
    throw failed(
      "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    );
  const template = bareTemplate(meant.template);
  if (isDeepStrictEqual(template, bareTemplate(at(item, 'spec.template'))))
    return report(run, found, `skipped rollback (current template already matches revision ${wanted})`);
  const dryRun = dryRunOf(run);
  if (dryRun !== 'client') {
    const query = { fieldManager: 'kubectl-rollout', ...dryRunQuery(dryRun) };
    if (item.kind === 'Deployment') {
      const kept = Object.fromEntries(
        Object.entries(item.metadata.annotations ?? {}).filter(([key]) => KEPT.includes(key)),
      );
      const back = Object.entries(meant.source.metadata.annotations ?? {}).filter(([key]) => !KEPT.includes(key));
      const annotations = { ...kept, ...Object.fromEntries(back) };
      const body = [
        { op: 'replace', path: '/spec/template', value: template },
        { op: 'replace', path: '/metadata/annotations', value: annotations },
      ];
      await run.api.ask(pathOfFound(found), { method: 'PATCH', type: 'application/json-patch+json', body, query });
    } else {
      const body = at(meant.source, 'data');
      await run.api.ask(pathOfFound(found), {
        method: 'PATCH',
        type: 'application/strategic-merge-patch+json',
        body,
        query,
      });
    }
  }
  report(run, found, 'rolled back');
}
