import { badRequest } from '../../engine/errors.ts';

/** A field as it travels: its number, and its bytes or its number. */
export interface Wire {
  number: number;
  value: bigint | Uint8Array;
}

const broken = () => badRequest('the object provided is unrecognized: it is no protobuf');

/** The fields of a protobuf message in their order (protobuf.dev/programming-guides/encoding). @throws ApiError */
export function* wiresOf(bytes: Uint8Array): Generator<Wire> {
  let at = 0;
  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw broken();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw broken();
  }
  /** A key or a length: far below what a number holds exactly. */
  function small(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 35; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw broken();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw broken();
  }
  function take(length: number): Uint8Array {
    if (length > bytes.length - at) throw broken();
    at += length;
    return bytes.subarray(at - length, at);
  }
  while (at < bytes.length) {
    const key = small();
    const number = Math.floor(key / 8);
    switch (key % 8) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        yield { number, value: take(8) };
        break;
      case 2:
        yield { number, value: take(small()) };
        break;
      case 5:
        yield { number, value: take(4) };
        break;
      default:
        throw broken();
    }
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @throws ApiError */
export function textIn(value: Wire['value']): string {
  if (typeof value === 'bigint') throw broken();
  try {
    return decoder.decode(value);
  } catch {
    throw broken();
  }
}

/** @throws ApiError */
export function bytesIn(value: Wire['value']): Uint8Array {
  if (typeof value === 'bigint') throw broken();
  return value;
}

/** @throws ApiError */
export function numberIn(value: Wire['value']): number {
  if (typeof value !== 'bigint') throw broken();
  return Number(BigInt.asIntN(64, value));
}
