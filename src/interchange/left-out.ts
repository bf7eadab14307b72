import type { ExchangedKind } from '../questions/exchange.ts';

/** What a format cannot hold of a course. */
export type LeftOutKind = ExchangedKind | 'definitions' | 'units' | 'nearest' | 'guides' | 'arrows' | 'untold';

/** How often something was left out. */
export type LeftOut = Map<LeftOutKind, number>;

export function leaveOut(left: LeftOut, what: LeftOutKind, count = 1): void {
  if (count > 0) left.set(what, (left.get(what) ?? 0) + count);
}

/** A file in some format. */
export interface Written {
  text: string;
  questions: number;
  terms: number;
  left: LeftOut;
}
