import type { Controller } from '../engine/controller.ts';
import type { Lab } from '../engine/lab.ts';
import type { Nodes } from '../nodes/nodes.ts';

/** What brings the cluster's objects on, beside what its nodes do. */
export function controllersOf(_lab: Lab, _nodes: Pick<Nodes, 'runtime'>): readonly Controller[] {
  return [];
}
