import { number32 } from './dictionary.ts';
import { createFrames } from './frames.ts';
import { createHeaderReader, createHeaderWriter } from './headers.ts';

/** A stream that the other end has opened. */
export interface SpdyStream {
  headers: ReadonlyMap<string, string>;
  write(data: Uint8Array): void;
  /** Nothing more is written. */
  end(): void;
}

/** Who takes the other end's streams. */
interface Taker {
  opened(stream: SpdyStream): { data(bytes: Buffer): void; ended(): void };
  /** What the other end sent makes no sense. */
  broken(): void;
}

const SYN_STREAM = 1;
const SYN_REPLY = 2;
const RST_STREAM = 3;
const PING = 6;
const GO_AWAY = 7;
const FIN = 1;

/** Bytes of one frame, and streams that are open at once. */
const MOST = { frame: 2 ** 20, streams: 256 };

/**
 * The server's end of SPDY/3.1, as `kubectl port-forward` speaks it within a WebSocket. The windows of the protocol are not
 * kept: neither does kubectl's end.
 */
export function createSpdy(send: (bytes: Buffer) => void, { opened, broken }: Taker) {
  const reader = createHeaderReader();
  const writer = createHeaderWriter();
  const streams = new Map<number, ReturnType<Taker['opened']>>();
  const frames = createFrames(MOST.frame);
  let isOver = false;
  /** Frames are taken in order, and headers are unpacked later than they come. */
  let work = Promise.resolve();

  const control = (type: number, payload: Buffer, flags = 0): void => {
    const head = Buffer.alloc(8);
    head.writeUInt16BE(0x8003, 0);
    head.writeUInt16BE(type, 2);
    head.writeUInt32BE((flags << 24) + payload.length, 4);
    send(Buffer.concat([head, payload]));
  };
  function data(id: number, bytes: Uint8Array, flags = 0): void {
    if (isOver) return;
    const head = Buffer.alloc(8);
    head.writeUInt32BE(id, 0);
    head.writeUInt32BE((flags << 24) + bytes.length, 4);
    send(Buffer.concat([head, bytes]));
  }
  async function open(payload: Buffer, flags: number): Promise<void> {
    const id = payload.readUInt32BE(0) & 0x7fff_ffff;
    const headers = await reader.read(payload.subarray(10));
    if (isOver) return;
    if (streams.size >= MOST.streams) return control(RST_STREAM, Buffer.concat([number32(id), number32(3)]));
    control(SYN_REPLY, Buffer.concat([number32(id), await writer.none()]));
    let hasEnded = false;
    const stream = opened({
      headers,
      write: (bytes) => hasEnded || data(id, bytes),
      end() {
        if (hasEnded) return;
        hasEnded = true;
        data(id, new Uint8Array(), FIN);
      },
    });
    streams.set(id, stream);
    if (flags & FIN) stream.ended();
  }
  function close(id: number): void {
    streams.get(id)?.ended();
    streams.delete(id);
  }
  async function take(frame: Buffer): Promise<void> {
    const flags = frame.readUInt8(4);
    const payload = frame.subarray(8);
    if (frame.readUInt8(0) < 0x80) {
      const id = frame.readUInt32BE(0);
      streams.get(id)?.data(payload);
      if (flags & FIN) close(id);
      return;
    }
    switch (frame.readUInt16BE(2)) {
      case SYN_STREAM:
        return open(payload, flags);
      case RST_STREAM:
        return close(payload.readUInt32BE(0) & 0x7fff_ffff);
      case PING:
        return control(PING, payload);
      case GO_AWAY:
        return;
    }
  }
  return {
    /** What the other end sent, in pieces of any size. */
    receive(bytes: Buffer): void {
      const got = frames(bytes);
      if (got === undefined) return void broken();
      for (const frame of got) work = work.then(() => (isOver ? undefined : take(frame))).catch(() => broken());
    },
    close(): void {
      isOver = true;
      for (const stream of streams.values()) stream.ended();
      streams.clear();
      reader.close();
      writer.close();
    },
  };
}
