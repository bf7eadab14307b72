import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';

const TOO_LARGE = new HTTPException(413, { message: 'too large\n' });

/** The same bytes; reading fails where there are more than `most`. */
const counted = (body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> => {
  let length = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        length += chunk.byteLength;
        if (length > most) controller.error(TOO_LARGE);
        else controller.enqueue(chunk);
      },
    }),
  );
};

/**
 * Refuses bodies of more than `most` bytes: at once where a header says the length, else while they are read. hono's own
 * body-limit makes a Request of a Request. That works only where @hono/node-server has replaced the global class, which
 * our libraries use as well.
 */
export const limitBody =
  (most: number): MiddlewareHandler =>
  async (c, next) => {
    const { raw } = c.req;
    if (Number(raw.headers.get('content-length') ?? 0) > most) throw TOO_LARGE;
    if (raw.headers.has('transfer-encoding') && raw.body) {
      const { url, method, headers, signal } = raw;
      c.req.raw = new Request(url, { method, headers, signal, body: counted(raw.body, most), duplex: 'half' });
    }
    await next();
  };

/**
 * The same response, whose stream calls `failed` where it fails and then just ends: @hono/node-server would print the
 * error, and send its message to the caller.
 */
export function guarded(response: Response, failed: (error: unknown) => void): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  let isGone = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const read = await reader.read().catch((error: unknown) => {
        failed(error);
        return { done: true, value: undefined } as const;
      });
      // Its reader may have gone meanwhile.
      if (isGone) return;
      if (read.done) controller.close();
      else controller.enqueue(read.value);
    },
    cancel(reason) {
      isGone = true;
      return reader.cancel(reason);
    },
  });
  return new Response(body, response);
}
