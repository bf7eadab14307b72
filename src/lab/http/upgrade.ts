import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ApiAnswer, ApiRequest, LabClient } from '../../core/lab.ts';
import { forwardPorts } from './port-forward.ts';
import { joinProcess } from './process.ts';

const PROCESS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];
const PORTS = 'SPDY/3.1+portforward.k8s.io';
/** Bytes of one message. */
const MESSAGE = 2 ** 20;

const processes = new WebSocketServer({
  ...{ noServer: true, maxPayload: MESSAGE },
  handleProtocols: (offered) => PROCESS.find((one) => offered.has(one)) ?? false,
});
// The name of its protocol has a slash, which ws takes for a mistake: it is not shown that header.
const ports = new WebSocketServer({ noServer: true, maxPayload: MESSAGE });
ports.on('headers', (headers) => void headers.push(`Sec-WebSocket-Protocol: ${PORTS}`));

/** An answer to who wanted to go over to another protocol, which ends the connection. */
export function refuse(socket: Duplex, { status, headers, body }: ApiAnswer): void {
  const bytes = Buffer.from(body);
  const all = { ...headers, 'content-length': `${bytes.length}`, connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`), bytes]),
  );
}

const PATH = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/(exec|attach|portforward)$/;

const plain = (status: number, body: string): ApiAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

/**
 * Takes over a connection for exec, attach and port-forward. What the lab refuses is answered as it says: kubectl then asks
 * once more over SPDY, which is refused alike, and tells why.
 */
export async function upgradeTo(
  client: LabClient,
  request: ApiRequest,
  { incoming, socket, head }: { incoming: IncomingMessage; socket: Duplex; head: Buffer },
): Promise<void> {
  const checked = await client.request(request);
  if (checked.status !== 101) return refuse(socket, checked);
  const [, namespace = '', pod = '', part = ''] = PATH.exec(decodeURIComponent(request.path)) ?? [];
  if (pod === '') return refuse(socket, plain(400, 'Upgrade request required'));
  if (incoming.headers.upgrade?.toLowerCase() !== 'websocket')
    return refuse(socket, plain(400, 'unable to upgrade: a WebSocket is needed; use kubectl 1.31 or newer'));
  const offered = `${incoming.headers['sec-websocket-protocol'] ?? ''}`.split(',').map((one) => one.trim());
  const isPorts = part === 'portforward';
  if (!(isPorts ? [PORTS] : PROCESS).some((one) => offered.includes(one)))
    return refuse(socket, plain(400, `unable to negotiate protocol: client supports [${offered.join(' ')}]`));

  const { query } = request;
  const is = (name: string): boolean => query.get(name) === 'true' || query.get(name) === '1';
  const at = { namespace, pod, container: checked.headers['lab-container'] ?? '' };
  const joinPorts = (websocket: WebSocket): void => forwardPorts(websocket, client, { namespace, pod });
  const join = (websocket: WebSocket): void => {
    const isTty = is('tty');
    void joinProcess(websocket, client, {
      ...{ hasStdin: is('stdin'), hasStdout: is('stdout'), hasStderr: is('stderr') && !isTty },
      start: (lab, terminal) =>
        part === 'exec' ? lab.exec(at, query.getAll('command'), terminal, isTty) : lab.attach(at, terminal),
    }).catch(() => websocket.terminate());
  };
  if (isPorts) {
    delete incoming.headers['sec-websocket-protocol'];
    ports.handleUpgrade(incoming, socket, head, joinPorts);
  } else processes.handleUpgrade(incoming, socket, head, join);
}
