import type { Pod } from '../../kinds/types.ts';
import { scoreAffinity } from './affinity.ts';
import type { Scene } from './filters.ts';
import { amount, type NodeInfo, requestsOf } from './info.ts';
import { scoreSpread } from './spread.ts';
import { isTolerated, meetsTerm } from './terms.ts';

/** What is reckoned for a container that asks for nothing (scheduler/util, DefaultMilliCPURequest and its memory). */
const UNSAID: Readonly<Record<string, number>> = { cpu: 100, memory: 200 * 2 ** 20 };

function shareOf(name: string, pod: Pod, { node, pods }: NodeInfo): number {
  const most = amount(name, node.status.allocatable[name]);
  let sum = 0;
  for (const one of [...pods, pod])
    sum += requestsOf(one).get(name) || (UNSAID[name] ?? 0) * one.spec.containers.length;
  return most === 0 ? 1 : Math.min(1, sum / most);
}

/** Nodes on which less is asked for are better, and those on which processor and memory are alike. */
function scoreRoom(pod: Pod, info: NodeInfo): number {
  const [cpu, memory] = [shareOf('cpu', pod, info), shareOf('memory', pod, info)];
  const least = ((1 - cpu) * 100 + (1 - memory) * 100) / 2;
  const balance = (1 - Math.abs(cpu - memory) / 2) * 100;
  return least + balance;
}

function scoreTerms({ spec }: Pod, { node }: NodeInfo): number {
  const preferred = spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return preferred.reduce((sum, { weight, preference }) => sum + (meetsTerm(node, preference) ? weight : 0), 0);
}

const scoreTaints = (pod: Pod, { node }: NodeInfo): number =>
  -(node.spec.taints ?? []).filter((taint) => taint.effect === 'PreferNoSchedule' && !isTolerated(pod, taint)).length;

/** From 0 to 100 between the worst and the best; all alike count nothing. */
function spreadOut(scores: readonly number[]): number[] {
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return scores.map((score) => (most === least ? 0 : ((score - least) / (most - least)) * 100));
}

/** Which of the nodes that do is best: the scheduler's plugins by their weights; of equal ones any. */
export function best(pod: Pod, fit: readonly NodeInfo[], scene: Scene, random: () => number): NodeInfo | undefined {
  if (fit.length < 2) return fit[0];
  const parts = [
    { weight: 1, scores: fit.map((info) => scoreRoom(pod, info)) },
    { weight: 2, scores: spreadOut(fit.map((info) => scoreTerms(pod, info))) },
    { weight: 3, scores: spreadOut(fit.map((info) => scoreTaints(pod, info))) },
    { weight: 2, scores: spreadOut(fit.map((info) => scoreSpread(pod, info, scene))) },
    { weight: 2, scores: spreadOut(fit.map((info) => scoreAffinity(pod, info, scene))) },
  ];
  const sums = fit.map((info, i) => ({
    info,
    score: Math.round(parts.reduce((sum, { weight, scores }) => sum + weight * (scores[i] ?? 0), 0)),
  }));
  const most = Math.max(...sums.map(({ score }) => score));
  const equal = sums.filter(({ score }) => score === most);
  return equal[Math.floor(random() * equal.length)]?.info;
}
