import { messageOf } from './errors.ts';
import { runWithin, type Timers } from './timers.ts';

/** What became of a download; `refused` by whom it was asked of, `lost` on the way. */
export type Downloaded =
  /** `type`: the media type, as it was said. */
  | { kind: 'done'; bytes: Uint8Array; type: string }
  | { kind: 'tooLarge' }
  | { kind: 'refused'; status: number }
  | { kind: 'lost'; reason: string };

/** The body, undefined where it is larger than `most` bytes; of that no more is read. */
async function readAtMost(most: number, body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Downloads at most `most` bytes, whatever their sender says of their size, within `within` ms. Redirects are not
 * followed: they would take the headers, and the caller, elsewhere.
 */
export async function download(
  url: URL,
  {
    headers = {},
    most,
    within,
    timers,
  }: { headers?: Readonly<Record<string, string>>; most: number; within: number; timers: Timers },
): Promise<Downloaded> {
  try {
    return await runWithin(within, timers, async (signal): Promise<Downloaded> => {
      const response = await fetch(url, { headers, redirect: 'manual', signal });
      const { status, ok, body } = response;
      if (!ok) {
        await body?.cancel();
        return status >= 500 ? { kind: 'lost', reason: `status ${status}` } : { kind: 'refused', status };
      }
      const bytes = await readAtMost(most, body);
      return bytes ? { kind: 'done', bytes, type: response.headers.get('content-type') ?? '' } : { kind: 'tooLarge' };
    });
  } catch (error) {
    return { kind: 'lost', reason: messageOf(error) };
  }
}
