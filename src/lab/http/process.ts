import type { RawData, WebSocket } from 'ws';
import type { LabClient, Running, Terminal } from '../../core/lab.ts';
import { bytesOfText, createBytesReader } from '../bytes.ts';

/** Channels of a process's input and output (apimachinery/pkg/util/remotecommand): the first byte of each message. */
const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const ERROR = 3;
/** `v5.channel.k8s.io`: the channel that is named behind it has ended. */
const CLOSE = 255;

/** Bytes that wait for who does not read, at which the process is ended. */
const UNREAD = 2 ** 20;

interface Wanted {
  hasStdin: boolean;
  hasStdout: boolean;
  hasStderr: boolean;
  start(client: LabClient, terminal: Terminal): Promise<Running | string>;
}

const success = { metadata: {}, status: 'Success' };
const failure = (code: number): object => ({
  ...{ metadata: {}, status: 'Failure', reason: 'NonZeroExitCode' },
  message: `command terminated with non-zero exit code: exit status ${code}`,
  details: { causes: [{ reason: 'ExitCode', message: `${code}` }] },
});
const impossible = (why: string): object => {
  // A program that the container does not have is the runtime's error, not one of the connection.
  const said = why.startsWith('error executing command') ? why : `unable to upgrade connection: ${why}`;
  return {
    ...{ metadata: {}, status: 'Failure', reason: 'InternalError', code: 500 },
    message: `Internal error occurred: ${said}`,
    details: { causes: [{ message: said }] },
  };
};

/** A message's bytes, in whatever pieces it came. */
export function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

/** Joins a process in a container to a WebSocket (`v4.channel.k8s.io`, `v5.channel.k8s.io`), for exec and attach. */
export async function joinProcess(socket: WebSocket, client: LabClient, wanted: Wanted): Promise<void> {
  let running: Running | undefined;
  let isOver = false;
  const early: (() => void)[] = [];
  const reader = createBytesReader();
  const soon = (act: (one: Running) => void): void => {
    if (running) act(running);
    else early.push(() => running && act(running));
  };
  const typed = (text: string): void => {
    if (text !== '') soon((one) => one.input(text));
  };
  const send = (channel: number, text: string): void => {
    if (isOver) return;
    socket.send(Buffer.concat([Buffer.of(channel), bytesOfText(text)]));
    // Who does not read is cut off: what a program prints may have no end.
    if (socket.bufferedAmount > UNREAD) socket.terminate();
  };
  const end = (status: object): void => {
    send(ERROR, JSON.stringify(status));
    isOver = true;
    socket.close(1000);
  };
  socket.on('message', (given) => {
    const bytes = bytesOf(given);
    const [channel, closed] = bytes;
    if (channel === STDIN && wanted.hasStdin) typed(reader.read(bytes.subarray(1)));
    if (channel === CLOSE && closed === STDIN) {
      typed(reader.rest());
      soon((one) => one.inputEnded());
    }
  });
  const leave = (): void => {
    if (isOver) return;
    isOver = true;
    soon((one) => one.stop());
  };
  socket.on('close', leave);
  socket.on('error', leave);

  const started = await wanted.start(client, {
    out: (text) => wanted.hasStdout && send(STDOUT, text),
    err: (text) => wanted.hasStderr && send(STDERR, text),
    ended: (code) => isOver || end(code === 0 ? success : failure(code)),
  });
  if (typeof started === 'string') {
    if (!isOver) end(impossible(started));
    return;
  }
  running = started;
  if (!wanted.hasStdin) started.inputEnded();
  for (const act of early) act();
}
