/** A request to a lab's API and its answer, apart from how they travel. */

export interface ApiRequest {
  method: string;
  /** Such as `/api/v1/namespaces/default/pods`, still encoded. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** Where a stream's pieces go. `isFull` while the other end does not read. */
export interface Sink {
  write(piece: string): void;
  end(): void;
  isFull(): boolean;
}

export interface ApiAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

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
