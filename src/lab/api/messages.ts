/** A request to a lab's API and its answer, apart from how they travel. */

import type { ApiAnswer, Sink } from '../../core/lab.ts';

export type { ApiAnswer, ApiRequest, Sink } from '../../core/lab.ts';

/** `begin` starts it and returns what ends it. */
export interface ApiStream {
  status: number;
  headers: Readonly<Record<string, string>>;
  begin(sink: Sink): () => void;
}

export const JSON_TYPE = { 'content-type': 'application/json' } as const;

export const json = (body: unknown, status = 200): ApiAnswer => ({
  status,
  headers: JSON_TYPE,
  body: `${JSON.stringify(body)}\n`,
});
