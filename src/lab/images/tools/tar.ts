import { bytesOfText, textOfBytes } from '../../bytes.ts';
import { resolvePath } from '../process/paths.ts';
import type { Proc, Program } from '../process/process.ts';
import { readAll } from '../process/waits.ts';
import { within } from './disk.ts';

const BLOCK = 512;
/** Bytes of a name that a header has room for. */
const NAME = 100;

type Type = 'file' | 'folder' | 'extended';
const FLAGS = { file: '0', folder: '5', extended: 'x' } as const;

/** What fills the last block of something so long. */
const padding = (length: number): Buffer => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

/** One header of POSIX' ustar format. */
function header(name: string, size: number, type: Type, seconds: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  block.write(name, 0, NAME);
  block.write(octal(type === 'folder' ? 0o755 : 0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(seconds, 12), 136);
  block.write('        ', 148);
  block.write(FLAGS[type], 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** What stands before the header of a file whose name is longer (pax, "Extended Header Records"). */
function extended(name: string, seconds: number): Buffer[] {
  const bytes = Buffer.from(` path=${name}\n`);
  if (bytes.length - 7 <= NAME) return [];
  // A record's length counts its own digits.
  const digits = String(bytes.length + String(bytes.length).length).length;
  const record = Buffer.concat([Buffer.from(String(bytes.length + digits)), bytes]);
  return [header('pax', record.length, 'extended', seconds), record, padding(record.length)];
}

/** The name that an extended header gives the file after it. */
const longName = (record: string): string | undefined => /(?:^|\n)\d{1,9} path=([^\n]*)\n/.exec(record)?.[1];

function pack(proc: Proc, folder: string, words: readonly string[]): { packed: Buffer; missing: readonly string[] } {
  const { files, now } = proc.box.machine;
  const seconds = Math.floor(now() / 1000);
  const blocks: Buffer[] = [];
  const missing: string[] = [];
  for (const word of words) {
    const path = resolvePath(folder, word);
    if (files.mode(path) === undefined) missing.push(word);
    else
      for (const each of within(proc, path).reverse()) {
        const name = `${word.replace(/^\//, '').replace(/\/$/, '')}${each.slice(path.length)}`;
        const text = files.read(each);
        const bytes = bytesOfText(text ?? '');
        proc.owe(1 + bytes.length / 512);
        const [full, type] = text === undefined ? ([`${name}/`, 'folder'] as const) : ([name, 'file'] as const);
        blocks.push(...extended(full, seconds), header(full, bytes.length, type, seconds), bytes);
        blocks.push(padding(bytes.length));
      }
  }
  return { packed: Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), missing };
}

function unpack(proc: Proc, folder: string, packed: Buffer): string | undefined {
  const { box } = proc;
  const { files } = box.machine;
  let named: string | undefined;
  for (let at = 0; at + BLOCK <= packed.length && packed[at] !== 0; ) {
    const field = (from: number, length: number): string =>
      packed.toString('utf8', at + from, at + from + length).split('\0', 1)[0] ?? '';
    const size = Number.parseInt(field(124, 12), 8) || 0;
    const prefix = field(345, 155);
    const name = named ?? `${prefix === '' ? '' : `${prefix}/`}${field(0, NAME)}`;
    named = undefined;
    const path = resolvePath(folder, name);
    const kind = field(156, 1);
    at += BLOCK;
    if (kind === '5') {
      if (!files.isFolder(path) && !files.makeFolder(path)) return name;
    } else if (kind === '0' || kind === '') {
      for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1))
        if (!files.isFolder(path.slice(0, end))) files.makeFolder(path.slice(0, end));
      const text = textOfBytes(packed.subarray(at, at + size));
      if (!box.keep(path, text.length) || !files.write(path, text)) return name;
    }
    if (kind === FLAGS.extended) named = longName(packed.toString('utf8', at, at + size));
    proc.owe(1 + size / 512);
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

/** `tar`, as far as `kubectl cp` needs it: `tar cf - PATH` and `tar -xmf - -C FOLDER`. */
export const tar: Program = function* (proc, argv) {
  const letters = argv
    .slice(1)
    .filter((word, nth) => nth === 0 || /^-[a-z]+$/.test(word))
    .join('');
  const at = argv.indexOf('-C');
  const folder = resolvePath(proc.folder, at < 0 ? '.' : (argv[at + 1] ?? '.'));
  const words = argv.slice(2).filter((word, nth) => !word.startsWith('-') && nth + 2 !== at + 1);
  if (letters.includes('x')) {
    const refused = unpack(proc, folder, bytesOfText(yield* readAll(proc)));
    if (refused === undefined) return 0;
    proc.err(`tar: ${refused}: Cannot open: ${proc.user === 0 ? 'Read-only file system' : 'Permission denied'}\n`);
    return 2;
  }
  if (!letters.includes('c')) {
    proc.err("tar: this lab's tar only packs to, and unpacks from, a pipe\n");
    return 1;
  }
  const { packed, missing } = pack(proc, folder, words);
  yield;
  for (const word of missing) proc.err(`tar: ${word}: Cannot stat: No such file or directory\n`);
  if (words.some((word) => word.startsWith('/'))) proc.err("tar: Removing leading `/' from member names\n");
  proc.out(textOfBytes(packed));
  return missing.length > 0 ? 2 : 0;
};
