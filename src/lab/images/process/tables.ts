import type { Box, Listener, Proc } from './process.ts';

/** Characters in files that were written since the container started. */
const DISK = 8_388_608;

/** Which process answers on which port; `isTaken` tells of other containers. */
export function createPorts(
  isTaken: (port: number) => boolean,
): Pick<Box, 'listen' | 'unlisten' | 'listener' | 'ports'> {
  const listeners = new Map<number, { proc: Proc; listener: Listener }>();
  return {
    listen(proc, port, listener) {
      if (listeners.has(port) || isTaken(port)) return false;
      listeners.set(port, { proc, listener });
      return true;
    },
    unlisten(proc) {
      for (const [port, { proc: owner }] of listeners) if (owner === proc) listeners.delete(port);
    },
    listener: (port) => listeners.get(port)?.listener,
    ports: () => [...listeners.keys()],
  };
}

/** Counts what files take. */
export function createDisk(): Box['keep'] {
  const written = new Map<string, number>();
  let disk = 0;
  return (path, length) => {
    const more = length - (written.get(path) ?? 0);
    if (disk + more > DISK) return false;
    disk += more;
    written.set(path, length);
    return true;
  };
}
