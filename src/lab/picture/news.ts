import type { ClusterView, News, PodView, WorkloadView } from './cluster-view.ts';

/** Milliseconds of the lab for which a container that was started again is news. */
const NEW = 120_000;

type Shown = Omit<ClusterView, 'news'>;

const isWell = ({ look }: PodView): boolean => look === 'ready' || look === 'unready' || look === 'starting';

/** Its versions change: Pods of an older one are still there. */
function rolloutOf(workload: WorkloadView, pods: readonly PodView[]): News | undefined {
  const own = pods.filter(({ of, look }) => of === workload.of && look !== 'leaving' && look !== 'lost');
  const old = own.filter(({ isOld }) => isOld);
  const fresh = own.filter(({ isOld }) => !isOld);
  const to = workload.versions.find(({ isNewest }) => isNewest)?.name;
  const from = workload.versions.find(({ isNewest }) => !isNewest)?.name;
  if (old.length === 0 || to === undefined || from === undefined) return undefined;
  const broken = fresh.find(({ look }) => look === 'broken');
  const { name, wanted } = workload;
  const isReady = ({ look }: PodView): boolean => look === 'ready';
  return broken
    ? { type: 'stuck', name, version: to, reason: broken.reason, old: old.filter(isReady).length }
    : { type: 'rollout', name, from, to, wanted, old: old.length, fresh: fresh.filter(isReady).length };
}

/** It has other than the wanted number of Pods. */
function countOf({ of, name, wanted, ready, scaler }: WorkloadView, pods: readonly PodView[]): News | undefined {
  const own = pods.filter((pod) => pod.of === of);
  const there = own.filter(isWell).length;
  const leaving = own.filter(({ look }) => look === 'leaving').length;
  const coming = own.filter(({ look }) => look === 'starting' || look === 'waiting').length;
  if (scaler?.percent !== undefined && scaler.target !== undefined) {
    const isHigh = scaler.percent > scaler.target;
    if ((scaler.wanted > ready || there < wanted) && isHigh) return { type: 'scaling-up', name, scaler, pods: ready };
    if (scaler.wanted < there && leaving === 0 && !isHigh) return { type: 'scaling-down', name, scaler, pods: there };
    if (leaving > 0 && there <= wanted && !isHigh) return { type: 'scaling-down', name, scaler, pods: wanted };
    if (ready === wanted) return { type: 'scaled', name, scaler, pods: ready };
  }
  if (ready < wanted && (coming > 0 || there < wanted)) return { type: 'too-few', name, wanted, ready, coming };
  if (leaving > 0 && there >= wanted) return { type: 'too-many', name, wanted, leaving };
  return undefined;
}

/** What goes on, the most telling first; at least one. Pure. */
export function newsOf({ nodes, pods, workloads, services }: Shown, now: number): News[] {
  const news: News[] = [];
  const off = nodes.filter(({ look }) => look === 'off');
  if (off.length > 0)
    news.push({
      type: 'nodes-off',
      nodes: off.map(({ name }) => name),
      seconds: Math.max(...off.map(({ seconds = 0 }) => seconds)),
    });
  const down = nodes.filter(({ look }) => look === 'down').map(({ name }) => name);
  if (down.length > 0)
    news.push({ type: 'nodes-down', nodes: down, lost: pods.filter(({ look }) => look === 'lost').length });
  const rollouts = workloads.flatMap((one) => rolloutOf(one, pods) ?? []);
  news.push(...rollouts);
  const stuck = new Set(rollouts.flatMap((one) => (one.type === 'stuck' ? [one.name] : [])));
  const rolling = new Set(rollouts.flatMap((one) => ('name' in one ? [one.name] : [])));
  const broken = pods.filter(({ look, of }) => look === 'broken' && !stuck.has(of.split('/').slice(1).join('/')));
  const [first] = broken;
  if (first)
    news.push({
      type: 'broken',
      name: first.of.split('/').slice(1).join('/') || first.of,
      pods: broken.length,
      reason: first.reason,
      restarts: Math.max(...broken.map(({ restarts }) => restarts)),
    });
  if (down.length > 0)
    for (const { name, ready, wanted } of workloads)
      if (ready >= wanted && !rolling.has(name)) news.push({ type: 'recovered', name, pods: ready });
  news.push(...workloads.flatMap((one) => (rolling.has(one.name) ? [] : (countOf(one, pods) ?? []))));
  for (const { name, ready, leftOut } of services)
    if (leftOut > 0) news.push({ type: 'left-out', service: name, ready, leftOut });
  const unready = pods.filter(({ look, leftOut }) => look === 'unready' && leftOut.length === 0);
  if (unready.length > 0) news.push({ type: 'unready', pods: unready.length });
  const waiting = pods.filter(({ look }) => look === 'waiting').length;
  if (waiting > 0) news.push({ type: 'waiting', pods: waiting });
  const cordoned = nodes.filter(({ look }) => look === 'cordoned').map(({ name }) => name);
  if (cordoned.length > 0) news.push({ type: 'cordoned', nodes: cordoned });
  for (const { look, name, restarts, restartedAt = 0 } of pods)
    if (look === 'ready' && restarts > 0 && now - restartedAt < NEW)
      news.push({ type: 'restarted', pod: name, restarts });
  if (news.length > 0) return news;
  return pods.length === 0
    ? [{ type: 'empty', nodes: nodes.length }]
    : [{ type: 'calm', nodes: nodes.length, pods: pods.length }];
}
