import type { Terminal } from '../../engine/lab.ts';
import type { Machine, Process } from '../machine.ts';
import type { Box, Program, Stream } from './process.ts';
import { createPipe, END } from './streams.ts';
import { createTerminalStreams } from './terminal.ts';
import { createTyping } from './typing.ts';

type OwnBox = Box & { end(): void };

/** Starts a container's process, or one of `exec`, with its streams on the terminal. */
export function startProcess(
  box: OwnBox,
  machine: Machine,
  program: Program,
  argv: readonly string[],
  terminal: Terminal,
  isTty: boolean,
): Process | undefined {
  const input = createPipe(isTty);
  input.writer.open();
  const { out, err } = createTerminalStreams(machine, terminal, isTty);
  const streams = new Map<number, Stream>([
    [0, input.reader],
    [1, out],
    [2, err],
  ]);
  const env = new Map(Object.entries(machine.env));
  const proc = box.start({
    parent: undefined,
    argv,
    env,
    folder: machine.folder,
    user: machine.user,
    streams,
    work: (started) => program(started, argv),
  });
  if (!proc) return undefined;
  const isMain = proc.pid === 1;
  let isGone = false;
  let isInputOpen = true;
  const endInput = (): void => {
    if (isInputOpen) input.writer.close();
    isInputOpen = false;
  };
  proc.ended(() => {
    if (isGone) return;
    isGone = true;
    terminal.ended(proc.code ?? 0);
  });
  const typing = createTyping({
    isTty,
    send: (text) => void (isInputOpen && input.writer.write(text)),
    show: terminal.out,
    end: () => void (isInputOpen && input.writer.write(END)),
    interrupt() {
      for (const { pid, session } of [...box.processes.values()]) if (session === proc.session) box.signal(pid, 'INT');
    },
  });
  return {
    signal: (name) => void box.signal(proc.pid, name),
    kill() {
      isGone = true;
      if (isMain) box.end();
      else if (proc.code === undefined) box.signal(proc.pid, 'KILL');
    },
    ports: () => (isMain ? box.ports() : []),
    serve(port, asked) {
      const listener = box.listener(port);
      return listener ? listener(asked) : { status: 502, headers: {}, body: '' };
    },
    input: typing,
    inputEnded: endInput,
  };
}
