import type { Files } from '../../images/machine.ts';

/** What a container, or a volume, may be written full with, and all of a lab: what is more is refused, as by a full disk. */
const MOST = { characters: 1_000_000, files: 5000, disk: 16_000_000 } as const;

/** The disk of all nodes of a lab together. */
export interface Disk {
  used: number;
}

/** A tree of files by path, without a leading slash. */
export interface Tree {
  files: Map<string, string>;
  folders: Set<string>;
  /** Of those that differ from `mode`, which all its files have. */
  modes: Map<string, number>;
  mode: number;
  readOnly: boolean;
  /** Characters that were written since it was made. */
  written: number;
  /** Files whose text is made when it is read; `files` has their names. */
  live?: ReadonlyMap<string, () => string>;
}

export const newTree = (files: Iterable<readonly [string, string]> = [], readOnly = false, mode = 0o644): Tree => ({
  ...{
    files: new Map(files),
    folders: new Set<string>(),
    modes: new Map<string, number>(),
    mode,
    readOnly,
    written: 0,
  },
});

/** A tree, or a part of it, in its place in a container. */
export interface Mount {
  /** From the root, without a slash at either end. */
  at: string;
  tree: Tree;
  /** The part of the tree; all of it where it is empty. */
  from: string;
  readOnly: boolean;
}

/** `/a/../b/./c/` -> `b/c`. */
export function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
}

const join = (folder: string, path: string): string =>
  folder === '' || path === '' ? `${folder}${path}` : `${folder}/${path}`;
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** Folders of every container. */
const USUAL = ['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sys', 'tmp', 'usr/bin', 'var/log', 'var/run', 'run'];

interface Parts {
  /** The files of the image by path. */
  image: Readonly<Record<string, string>>;
  /** What every container has beside its image: `/etc/hosts` and the like. */
  own: Readonly<Record<string, string>>;
  folder: string;
  mounts: readonly Mount[];
  readOnly: boolean;
  disk: Disk;
}

/** What was written to a tree is gone with it. */
export function release(disk: Disk, tree: Tree): void {
  disk.used -= tree.written;
  tree.written = 0;
}

/** The files of one container: its image's, volumes over them, and what was written since it started. */
export function createFiles({ image, own, folder, mounts, readOnly, disk }: Parts): { files: Files; root: Tree } {
  const root = newTree(
    [...Object.entries(image), ...Object.entries(own)].map(([path, text]): [string, string] => [tidy(path), text]),
    readOnly,
  );
  for (const path of [...USUAL, tidy(folder)]) root.folders.add(path);
  for (const { at, tree, from } of mounts) if (!tree.files.has(from) || from === '') root.folders.add(at);
  // The innermost mount holds a path.
  const inner = mounts.toSorted((one, other) => other.at.length - one.at.length);

  function find(path: string): { tree: Tree; path: string; readOnly: boolean } {
    const clean = tidy(path);
    const mount = inner.find(({ at }) => clean === at || isBelow(clean, at));
    if (mount === undefined) return { tree: root, path: clean, readOnly };
    return { tree: mount.tree, path: join(mount.from, clean.slice(mount.at.length + 1)), readOnly: mount.readOnly };
  }
  function isFolderOf({ files, folders }: Tree, path: string): boolean {
    if (path === '' || folders.has(path)) return true;
    for (const one of folders) if (isBelow(one, path)) return true;
    for (const one of files.keys()) if (isBelow(one, path)) return true;
    return false;
  }
  const isFolder = (path: string): boolean => {
    const place = find(path);
    if (place.tree.files.has(place.path)) return false;
    return isFolderOf(place.tree, place.path) || mounts.some(({ at }) => at === tidy(path) || isBelow(at, tidy(path)));
  };
  /** False where the disk is full. */
  function grow(tree: Tree, by: number): boolean {
    if (by > 0 && (tree.written + by > MOST.characters || disk.used + by > MOST.disk)) return false;
    tree.written += by;
    disk.used += by;
    return true;
  }
  const files: Files = {
    read: (path) => {
      const { tree, path: inside } = find(path);
      return tree.live?.get(inside)?.() ?? tree.files.get(inside);
    },
    write(path, text) {
      const place = find(path);
      if (place.readOnly || place.tree.readOnly || isFolder(path)) return false;
      if (!isFolder(`/${parentOf(tidy(path))}`)) return false;
      const { tree } = place;
      const before = tree.files.get(place.path);
      if (before === undefined && tree.files.size >= MOST.files) return false;
      if (!grow(tree, text.length - (before?.length ?? 0))) return false;
      tree.files.set(place.path, text);
      return true;
    },
    remove(path) {
      const place = find(path);
      if (place.readOnly || place.tree.readOnly || mounts.some(({ at }) => at === tidy(path))) return false;
      const { tree } = place;
      const isIn = (one: string): boolean => one === place.path || isBelow(one, place.path);
      const [gone, left] = [[...tree.files].filter(([one]) => isIn(one)), [...tree.folders].filter(isIn)];
      for (const [one, text] of gone) {
        grow(tree, -text.length);
        tree.files.delete(one);
      }
      for (const one of left) tree.folders.delete(one);
      return gone.length + left.length > 0;
    },
    makeFolder(path) {
      const place = find(path);
      if (place.readOnly || place.tree.readOnly || place.tree.files.has(place.path)) return false;
      if (place.tree.folders.size >= 1000) return false;
      place.tree.folders.add(place.path);
      return true;
    },
    list(path) {
      if (!isFolder(path)) return undefined;
      const clean = tidy(path);
      const place = find(path);
      const names = new Set<string>();
      const add = (one: string, below: string): void => {
        const rest = below === '' ? one : one.slice(below.length + 1);
        const [name = ''] = rest.split('/', 1);
        if (name !== '') names.add(name);
      };
      for (const one of [...place.tree.files.keys(), ...place.tree.folders])
        if (isBelow(one, place.path)) add(one, place.path);
      for (const { at } of mounts) if (isBelow(at, clean)) add(at, clean);
      return [...names].toSorted();
    },
    isFolder,
    mode(path) {
      const { tree, path: inside } = find(path);
      if (!tree.files.has(inside)) return isFolder(path) ? (tree.modes.get(inside) ?? 0o755) : undefined;
      return tree.modes.get(inside) ?? tree.mode;
    },
    setMode(path, mode) {
      const place = find(path);
      if (place.readOnly || place.tree.readOnly) return false;
      if (!place.tree.files.has(place.path) && !isFolder(path)) return false;
      place.tree.modes.set(place.path, mode);
      return true;
    },
  };
  return { files, root };
}
