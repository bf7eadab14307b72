import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; `size`: what its headers say of its size, where that is a lie. */
export interface Zipped {
  name: string;
  data: Uint8Array | string;
  size?: number;
  stored?: boolean;
}

const number = (bytes: 2 | 4, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value);
  return buffer;
};

/** A zip file (APPNOTE.TXT 4.3), as other programs write it, or with lies in it; names are UTF-8. */
export function zipOf(files: readonly Zipped[], { copies = 1 }: { copies?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data, size, stored = false } of files) {
    const bytes = Buffer.from(data);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const shared = Buffer.concat([
      ...[number(2, 20), number(2, 0x800), number(2, stored ? 0 : 8), number(4, 0), number(4, crc32(bytes))],
      ...[number(4, packed.length), number(4, size ?? bytes.length), number(2, path.length), number(2, 0)],
    ]);
    const local = Buffer.concat([number(4, 0x04034b50), shared, path, packed]);
    for (let i = 0; i < copies; i++)
      central.push(
        Buffer.concat([
          ...[number(4, 0x02014b50), number(2, 20), shared, number(2, 0), number(2, 0), number(2, 0), number(4, 0)],
          ...[number(4, at), path],
        ]),
      );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const entries = Math.min(0xffff, central.length);
  const end = [number(4, 0x06054b50), number(2, 0), number(2, 0), number(2, entries), number(2, entries)];
  return Buffer.concat([...locals, directory, ...end, number(4, directory.length), number(4, at), number(2, 0)]);
}
