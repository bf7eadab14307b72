/** Faults that tests ask for. */
import type { Fault, FaultMatch } from './types.ts';

export interface Faults {
  add(match: FaultMatch, what: Fault): () => void;
  /** The fault that strikes this call. */
  take(method: string): Fault | undefined;
}

export function createFaults(): Faults {
  const planned: { match: FaultMatch; left: number; what: Fault }[] = [];
  return {
    add: (match, what) => {
      const fault = { match, left: match.times ?? 1, what };
      planned.push(fault);
      return () => {
        fault.left = 0;
      };
    },
    take: (method) => {
      const found = planned.find(({ match, left }) => left > 0 && method.search(match.method) >= 0);
      if (!found) return undefined;
      found.left -= 1;
      if (found.left === 0) planned.splice(planned.indexOf(found), 1);
      return found.what;
    },
  };
}
