import { resolvePath } from '../process/paths.ts';
import type { Stream, Work } from '../process/process.ts';
import { createFileWriter, createReader, NULL } from '../process/streams.ts';
import type { Redirect, Word } from './ast.ts';
import { complain, type Shell, setStream } from './shell.ts';

/** What a redirection replaced: undefined where nothing was open. */
export type Undo = readonly (readonly [fd: number, before: Stream | undefined])[];

/** POSIX 2.7. */
export function createRedirector(toText: (shell: Shell, word: Word) => Work<string>) {
  function opened(shell: Shell, path: string, operator: Redirect['operator']): Stream | undefined {
    const { proc, flavour } = shell;
    const { files } = proc.box.machine;
    const full = resolvePath(proc.folder, path);
    if (full === '/dev/null') return NULL;
    if (full === '/dev/stdout' || full === '/proc/self/fd/1') return proc.streams.get(1);
    if (full === '/dev/stderr' || full === '/proc/self/fd/2') return proc.streams.get(2);
    if (full === '/dev/stdin') return proc.streams.get(0);
    if (full === '/dev/tty') return proc.streams.get(1);
    const main = /^\/proc\/1\/fd\/([12])$/.exec(full)?.[1];
    if (main) return proc.box.processes.get(1)?.streams.get(Number(main));
    const isRead = operator === '<' || operator === '<>';
    const fail = (why: string): undefined => {
      const what =
        flavour === 'bash'
          ? `${path}: ${why}`
          : `can't ${isRead ? 'open' : 'create'} ${path}: ${why.replace('No such file or directory', isRead ? 'no such file' : 'nonexistent directory')}`;
      const dash = `cannot ${isRead ? 'open' : 'create'} ${path}: ${why.replace('No such file or directory', isRead ? 'No such file' : 'Directory nonexistent')}`;
      complain(shell, flavour === 'dash' ? dash : what);
      return undefined;
    };
    if (files.isFolder(full)) return fail('Is a directory');
    if (isRead) {
      const text = files.read(full);
      return text === undefined ? fail('No such file or directory') : createReader(text);
    }
    const folder = resolvePath(full, '..');
    if (!files.isFolder(folder)) return fail('No such file or directory');
    return (
      createFileWriter(proc.box, full, operator === '>>') ??
      fail(proc.user === 0 ? 'Read-only file system' : 'Permission denied')
    );
  }

  function restore({ proc }: Shell, undo: Undo): void {
    for (const [fd, before] of [...undo].reverse()) {
      proc.streams.get(fd)?.close();
      setStream(proc, fd, before);
    }
  }

  return {
    restore,
    /** Undefined, with its word, where something cannot be opened. What was open stays open for `restore`. */
    *redirect(shell: Shell, redirects: readonly Redirect[]): Work<Undo | undefined> {
      const { proc } = shell;
      const undo: (readonly [number, Stream | undefined])[] = [];
      const put = (fd: number, stream: Stream | undefined): void => {
        stream?.open();
        undo.push([fd, proc.streams.get(fd)]);
        setStream(proc, fd, stream);
      };
      for (const { fd, operator, target } of redirects) {
        const text = yield* toText(shell, target);
        if (operator === '<<') put(fd, createReader(text));
        else if (operator === '<<<') put(fd, createReader(`${text}\n`));
        else if ((operator === '>&' || operator === '<&') && /^(?:\d{1,3}|-)$/.test(text)) {
          const from = text === '-' ? undefined : proc.streams.get(Number(text));
          if (text !== '-' && !from) {
            complain(shell, `${text}: Bad file descriptor`);
            restore(shell, undo);
            return undefined;
          }
          put(fd, from);
        } else {
          const stream = opened(shell, text, operator === '&>' || operator === '>&' ? '>' : operator);
          if (!stream) {
            restore(shell, undo);
            return undefined;
          }
          put(fd, stream);
          if (operator === '&>' || operator === '>&') put(2, stream);
        }
      }
      return undo;
    },
  };
}

export type Redirector = ReturnType<typeof createRedirector>;
