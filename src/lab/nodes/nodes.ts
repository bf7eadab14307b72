import type { Controller } from '../engine/controller.ts';
import type { Lab, Runtime } from '../engine/lab.ts';
import type { Pod } from '../kinds/types.ts';

/** The machines of a lab, with what a person may do to them from outside. */
export interface Nodes {
  /** The scheduler, the kubelets, and what watches over nodes. */
  controllers: readonly Controller[];
  runtime: Runtime;
  /** Has these Pods use so many millicores together, each alike, until told otherwise; 0 ends it. */
  load(pods: () => readonly Pod[], millicores: number): void;
  /** Cuts a node off, as a power failure would; false where there is none. */
  down(node: string): boolean;
  up(node: string): boolean;
}

export function createNodes(_lab: Lab, _failed: (error: unknown, where: string) => void): Nodes {
  return {
    controllers: [],
    runtime: {
      logs: () => undefined,
      follow: () => () => {},
      exec: () => undefined,
      attach: () => undefined,
      ask: async () => undefined,
      usage: () => undefined,
    },
    load() {},
    down: () => false,
    up: () => false,
  };
}
