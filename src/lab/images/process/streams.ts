import type { Box, Stream, Wait } from './process.ts';

/** Characters that a pipe holds before its writer waits, as on Linux. */
const PIPE = 65_536;
/** Characters that it never holds more of, however much is sent to a process that does not read. */
const MOST_WAITING = 1_048_576;
/** The longest file that a process may write. */
const MOST = 262_144;

/** What ends the input of one reader of a terminal: Ctrl-D. */
export const END = '\u0004';

/** Who waits for a change: each is called once. */
export function createBell(): { ring(): void; wait: Wait } {
  let waiting = new Set<() => void>();
  return {
    ring() {
      const woken = waiting;
      waiting = new Set();
      for (const wake of woken) wake();
    },
    wait(wake) {
      waiting.add(wake);
      return () => void waiting.delete(wake);
    },
  };
}

export const NULL: Stream = {
  take: () => undefined,
  putBack() {},
  write: () => 'written',
  isFull: () => false,
  changed: () => () => {},
  open() {},
  close() {},
  isTty: false,
};

/** Both ends of a pipe. An end is closed once every process that had it open has closed it. */
export function createPipe(isTty = false): { reader: Stream; writer: Stream } {
  const bell = createBell();
  let text = '';
  let [readers, writers] = [0, 0];
  let wasWritten = false;
  const shared = { isFull: () => text.length >= PIPE && readers > 0, changed: bell.wait, isTty };
  return {
    reader: {
      ...shared,
      take() {
        if (text === '') return wasWritten && writers === 0 ? undefined : '';
        if (isTty && text.startsWith(END)) {
          text = text.slice(1);
          return undefined;
        }
        const end = isTty ? text.indexOf(END) : -1;
        const taken = end < 0 ? text : text.slice(0, end);
        text = end < 0 ? '' : text.slice(end);
        bell.ring();
        return taken;
      },
      putBack(back) {
        text = back + text;
      },
      write: () => 'closed',
      open: () => void readers++,
      close() {
        readers--;
        bell.ring();
      },
    },
    writer: {
      ...shared,
      take: () => undefined,
      putBack() {},
      write(more) {
        if (readers === 0) return 'closed';
        if (text.length + more.length > MOST_WAITING) return 'full';
        text += more;
        bell.ring();
        return 'written';
      },
      open() {
        writers++;
        wasWritten = true;
      },
      close() {
        writers--;
        bell.ring();
      },
    },
  };
}

/** A text to read, such as a file or what follows `<<`. */
export function createReader(text: string): Stream {
  let left: string | undefined = text;
  return {
    ...NULL,
    take() {
      const taken = left === '' ? undefined : left;
      left = undefined;
      return taken;
    },
    putBack(back) {
      left = back + (left ?? '');
    },
    write: () => 'closed',
  };
}

/** A file to write. Undefined where it may not be written. */
export function createFileWriter(box: Box, path: string, isAppended: boolean): Stream | undefined {
  const { files } = box.machine;
  if (!files.write(path, isAppended ? (files.read(path) ?? '') : '')) return undefined;
  return {
    ...NULL,
    write(more) {
      const text = (files.read(path) ?? '') + more;
      if (text.length > MOST || !box.keep(path, text.length)) return 'full';
      return files.write(path, text) ? 'written' : 'full';
    },
  };
}
