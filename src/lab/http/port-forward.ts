import { createServer } from 'node:http';
import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { LabClient } from '../../core/lab.ts';
import { bytesOfText, textOfBytes } from '../bytes.ts';
import { bytesOf } from './process.ts';
import { createSpdy, type SpdyStream } from './spdy/connection.ts';

/** Bytes that a request over a forwarded port may have. */
const BODY = 2 ** 20;

/** A stream of SPDY as a connection that a server of HTTP takes. */
function connectionOf(stream: SpdyStream): Duplex {
  return new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      stream.write(chunk);
      done();
    },
    final(done) {
      stream.end();
      done();
    },
    destroy(_error, done) {
      stream.end();
      done(null);
    },
  });
}

const refused = (port: number, pod: string): string =>
  `error forwarding port ${port} to pod ${pod}, uid : failed to execute portforward in network namespace: failed to connect to localhost:${port} inside namespace, IPv4: dial tcp4 127.0.0.1:${port}: connect: connection refused`;

/**
 * Ports of a Pod over one WebSocket (`SPDY/3.1+portforward.k8s.io`): of each connection a stream for what goes wrong and one
 * for what is said, by the same number. Programs in a lab speak HTTP alone.
 */
export function forwardPorts(socket: WebSocket, client: LabClient, at: { namespace: string; pod: string }): void {
  const errors = new Map<string, SpdyStream>();
  const server = createServer({ maxHeaderSize: 16_384 });
  const targets = new WeakMap<Duplex, { port: number; fail: (why: string) => void }>();

  function connect(stream: SpdyStream, port: number, request: string) {
    const connection = connectionOf(stream);
    const fail = (why: string): void => {
      errors.get(request)?.write(Buffer.from(why));
      connection.destroy();
    };
    connection.on('error', () => {});
    connection.once('close', () => {
      errors.get(request)?.end();
      errors.delete(request);
    });
    targets.set(connection, { port, fail });
    server.emit('connection', connection);
    return {
      data: (bytes: Buffer) => void connection.push(bytes),
      ended: () => void connection.push(null),
    };
  }
  server.on('clientError', (_error, connection) => connection.destroy());
  server.on('request', async (incoming, outgoing) => {
    const to = targets.get(incoming.socket);
    if (to === undefined) return void outgoing.destroy();
    try {
      const pieces: Buffer[] = [];
      let length = 0;
      for await (const piece of incoming) {
        length += piece.length;
        if (length > BODY) return void outgoing.writeHead(413).end();
        pieces.push(piece);
      }
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, `${value ?? ''}`]),
      );
      const answer = await client.ask(at, to.port, {
        ...{ method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers },
        body: textOfBytes(Buffer.concat(pieces)),
      });
      if (answer === undefined) return to.fail(refused(to.port, at.pod));
      outgoing.statusCode = answer.status;
      for (const [name, value] of Object.entries(answer.headers)) outgoing.setHeader(name, value);
      const bytes = bytesOfText(answer.body);
      if (!outgoing.hasHeader('content-length')) outgoing.setHeader('content-length', bytes.length);
      outgoing.end(bytes);
    } catch {
      // The lab has gone, or the client has while it sent.
      outgoing.destroy();
    }
  });

  const spdy = createSpdy((bytes) => socket.send(bytes), {
    opened(stream) {
      const { headers } = stream;
      const request = headers.get('requestid') ?? '';
      const port = Number(headers.get('port'));
      if (headers.get('streamtype') === 'error') {
        errors.set(request, stream);
        return { data() {}, ended() {} };
      }
      return connect(stream, port, request);
    },
    broken: () => socket.close(1002),
  });
  socket.on('message', (data) => spdy.receive(bytesOf(data)));
  socket.on('close', () => spdy.close());
  socket.on('error', () => spdy.close());
}
