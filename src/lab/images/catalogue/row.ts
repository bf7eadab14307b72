import type { Image } from '../machine.ts';
import type { Program } from '../process/process.ts';

/** Which programs an image brings, besides its own. */
type Kit = 'busybox' | 'debian' | 'none';

/** An image of the catalogue with all its tags. */
export interface ImageRow {
  /** Names under which registries have it, the usual one first: `docker.io/library/nginx`. */
  names: readonly string[];
  tags: readonly string[];
  /** Bytes, as they are pulled. */
  size: number;
  kit: Kit | ((tag: string) => Kit);
  /** What only this image has, by the program's name or path. */
  programs?: (tag: string) => Readonly<Record<string, Program>>;
  entrypoint?: readonly string[] | ((tag: string) => readonly string[]);
  command?: readonly string[];
  env?: Readonly<Record<string, string>>;
  folder?: string;
  user?: number;
  ports?: readonly number[];
  stopSignal?: Image['stopSignal'];
  files?: (tag: string) => Readonly<Record<string, string>>;
}

export const MIB = 1_048_576;

export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Words that stand one after the other. */
export const list = (text: string): readonly string[] => text.split(/\s+/);
