/** Faults that tests ask for. */
import type { Fault, FaultMatch, Striking } from './types.ts';

export interface Faults {
  add(match: FaultMatch, what: Fault): Striking;
  /** The fault that strikes this call. */
  take(method: string): Fault | undefined;
}

export function createFaults(): Faults {
  const planned: { match: FaultMatch; left: number; struck: number; what: Fault }[] = [];
  return {
    add: (match, what) => {
      const fault = { match, left: match.times ?? 1, struck: 0, what };
      planned.push(fault);
      const end = (): void => {
        fault.left = 0;
      };
      return Object.assign(end, { struck: () => fault.struck });
    },
    take: (method) => {
      const found = planned.find(({ match, left }) => left > 0 && method.search(match.method) >= 0);
      if (!found) return undefined;
      found.left -= 1;
      found.struck += 1;
      if (found.left === 0) planned.splice(planned.indexOf(found), 1);
      return found.what;
    },
  };
}
