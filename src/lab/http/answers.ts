import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ApiAnswer, ApiRequest, LabClient } from '../../core/lab.ts';
import { askProxied } from './proxied.ts';

/** Bytes that wait for who does not read. */
const UNREAD = 512 * 1024;
/** Answers of so many bytes are packed, as the API server does. */
const LARGE = 128 * 1024;

const BODILESS = [204, 205, 304];
/** What a program of a lab answers is no page of the server's, whatever a browser is told. */
const APART = { 'content-security-policy': 'sandbox allow-scripts allow-forms', 'x-content-type-options': 'nosniff' };

const packed = promisify(gzip);

/** An answer of a lab as one over HTTP. */
export async function answered({ headers: asked, method }: ApiRequest, answer: ApiAnswer): Promise<Response> {
  const { status, body } = answer;
  const headers = { ...answer.headers, ...APART };
  // A process or a port, asked for without a WebSocket.
  if (status === 101) return new Response('Upgrade request required', { status: 400 });
  if (method === 'HEAD' || BODILESS.includes(status)) return new Response(null, { status, headers });
  if (body.length <= LARGE || !(asked['accept-encoding'] ?? '').includes('gzip'))
    return new Response(body, { status, headers });
  const all = { ...headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return new Response(new Uint8Array(await packed(body, { level: 1 })), { status, headers: all });
}

/** A watch or a log goes on for as long as both ends like; who does not read is cut off by the lab. */
export async function streamed(client: LabClient, request: ApiRequest): Promise<Response> {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  let isOver = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      cancel() {
        isOver = true;
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: UNREAD }),
  );
  const begun = await client.stream(request, {
    write: (piece) => isOver || controller?.enqueue(encoder.encode(piece)),
    end() {
      if (!isOver) controller?.close();
      isOver = true;
    },
    isFull: () => isOver || (controller?.desiredSize ?? 0) <= 0,
  });
  if ('answer' in begun) {
    const { answer } = begun;
    const isProxied = answer.status === 101 && answer.headers['lab-pod'] !== undefined;
    return answered(request, isProxied ? await askProxied(client, request, answer.headers) : answer);
  }
  stop = begun.stop;
  return new Response(body, { status: 200, headers: { ...begun.headers, ...APART } });
}
