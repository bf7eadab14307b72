import type { Proc, Stream, Work } from '../process/process.ts';
import { SIGNALS } from '../process/process.ts';
import { createPipe } from '../process/streams.ts';
import { LONGEST } from '../process/waits.ts';
import type { AndOr, Command, List, Pipeline } from './ast.ts';
import { createCompound } from './compound.ts';
import { createExpander } from './expand.ts';
import { parseScript } from './parse.ts';
import { type find, isOneProgram, type runProgram, waitFor } from './programs.ts';
import { createRedirector } from './redirect.ts';
import { ShellSyntaxError } from './scanner.ts';
import type { Shell } from './shell.ts';
import { complain, forkShell, ShellError } from './shell.ts';
import { createSimple } from './simple.ts';

/** What runs commands within commands. */
export interface Runner {
  runList(shell: Shell, list: List): Work;
  runCommand(shell: Shell, command: Command): Work;
  runText(shell: Shell, text: string): Work;
  fork: typeof fork;
}

/** What builtins need of the runner. */
export interface Kit {
  runText(shell: Shell, text: string): Work;
  runProgram: typeof runProgram;
  find: typeof find;
  waitFor: typeof waitFor;
}

/** Commands that stand or run in each other: a function that calls itself ends here. */
const DEEPEST = 300;

const runner: Runner = { runList, runCommand, runText, fork };
const expander = createExpander(substitute);
const redirector = createRedirector(expander.toText);
const runCompound = createCompound(expander, runner);
const runSimple = createSimple(expander, redirector, runner);

/** A process for commands of this shell; undefined where the container has too many. */
function fork(
  shell: Shell,
  streams: ReadonlyMap<number, Stream>,
  run: (shell: Shell) => Work,
  isLast = false,
): Proc | undefined {
  const { proc } = shell;
  const child = proc.box.start({
    parent: proc,
    argv: proc.argv,
    env: proc.env,
    folder: proc.folder,
    user: proc.user,
    streams,
    *work(forked) {
      const inner = forkShell(shell, forked);
      inner.isLast = isLast;
      if (!inner.variables.has(' pid')) inner.variables.set(' pid', String(proc.pid));
      return yield* finished(inner, run(inner));
    },
  });
  if (!child) throw new ShellError("can't fork: Resource temporarily unavailable");
  return child;
}

/** Runs a whole script: what goes wrong in it is told, and EXIT is trapped. */
export function* finished(shell: Shell, run: Work): Work {
  let status: number;
  try {
    status = yield* run;
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    complain(shell, error.message);
    status = error.status;
  }
  if (shell.leaving) status = shell.status;
  shell.leaving = undefined;
  const trap = shell.traps.get('EXIT');
  shell.traps.delete('EXIT');
  if (!trap) return status;
  shell.status = status;
  yield* runText(shell, trap);
  return shell.leaving ? shell.status : status;
}

function* substitute(shell: Shell, list: List): Work<string> {
  const { reader, writer } = createPipe();
  reader.open();
  const child = fork(shell, new Map(shell.proc.streams).set(1, writer), (inner) => runList(inner, list));
  let text = '';
  for (let more = reader.take(); more !== undefined; more = reader.take()) {
    text += more;
    if (text.length > LONGEST) {
      reader.close();
      throw new ShellError('out of memory');
    }
    if (more === '') yield reader.changed;
  }
  reader.close();
  if (child) shell.status = yield* waitFor(child);
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}

/** Runs what traps say for signals that came. */
function* answerSignals(shell: Shell): Work<void> {
  for (let signal = shell.proc.pending.shift(); signal; signal = shell.proc.pending.shift()) {
    const action = shell.traps.get(signal);
    const before = shell.status;
    if (action) {
      yield* runText(shell, action);
      if (!shell.leaving) shell.status = before;
    } else if (shell.isInteractive && signal === 'INT') {
      shell.status = 128 + SIGNALS.INT;
      shell.leaving = { kind: 'interrupt' };
    }
  }
}

export function* runList(shell: Shell, list: List): Work {
  for (const item of list) {
    shell.status = yield* runAndOr(shell, item);
    if (shell.proc.pending.length > 0) yield* answerSignals(shell);
    if (shell.leaving) break;
  }
  return shell.status;
}

function* runAndOr(shell: Shell, item: AndOr): Work {
  if (item.isBackground) {
    const streams = new Map(shell.proc.streams);
    const child = fork(
      shell,
      streams,
      (inner) => runAndOr(inner, { ...item, isBackground: false }),
      isOneProgram([item]),
    );
    if (child) {
      child.ignores.add('INT');
      shell.lastBackground = child.pid;
      shell.background = [...shell.background.filter(({ code }) => code === undefined), child];
      if (shell.isInteractive) shell.proc.err(`[${shell.background.length}] ${child.pid}\n`);
    }
    return 0;
  }
  if (item.rest.length > 0) shell.tested++;
  let status = yield* runPipeline(shell, item.first);
  for (const [nth, { operator, pipeline }] of item.rest.entries()) {
    if (nth === item.rest.length - 1) shell.tested--;
    if (!shell.leaving && (status === 0) === (operator === '&&')) {
      shell.status = status;
      status = yield* runPipeline(shell, pipeline);
    } else if (nth === item.rest.length - 1) return status;
  }
  return status;
}

function* runPipeline(shell: Shell, { isNegated, commands }: Pipeline): Work {
  if (isNegated) shell.tested++;
  const [only] = commands;
  let status = commands.length === 1 && only ? yield* runCommand(shell, only) : yield* runPipes(shell, commands);
  if (isNegated) {
    shell.tested--;
    return shell.leaving ? status : status === 0 ? 1 : 0;
  }
  if (shell.leaving) status = shell.status;
  else if (status !== 0 && shell.options.exitOnError && shell.tested === 0) {
    shell.status = status;
    shell.leaving = { kind: 'exit' };
  }
  return status;
}

function* runPipes(shell: Shell, commands: readonly Command[]): Work {
  const children: Proc[] = [];
  let input = shell.proc.streams.get(0);
  let held: Stream | undefined;
  try {
    for (const [nth, command] of commands.entries()) {
      const streams = new Map(shell.proc.streams);
      if (input) streams.set(0, input);
      const pipe = nth < commands.length - 1 ? createPipe() : undefined;
      if (pipe) {
        streams.set(1, pipe.writer);
        pipe.reader.open();
      }
      const child = fork(shell, streams, (inner) => runCommand(inner, command), command.kind === 'simple');
      held?.close();
      held = pipe?.reader;
      input = pipe?.reader;
      if (child) children.push(child);
    }
  } finally {
    held?.close();
  }
  const codes: number[] = [];
  for (const child of children) codes.push(yield* waitFor(child));
  const failed = codes.findLast((code) => code !== 0);
  return shell.options.pipefail && failed !== undefined ? failed : (codes.at(-1) ?? 0);
}

function* runCommand(shell: Shell, command: Command): Work {
  yield;
  if (shell.depth >= DEEPEST) throw new ShellError('maximum function nesting level exceeded');
  shell.depth++;
  const status = yield* runAny(shell, command);
  shell.depth--;
  return status;
}

function* runAny(shell: Shell, command: Command): Work {
  if (command.kind === 'simple') return yield* runSimple(shell, command);
  if (command.kind === 'function') {
    shell.functions.set(command.name, command.body);
    return 0;
  }
  if (command.redirects.length === 0) return yield* runCompound(shell, command);
  const undo = yield* redirector.redirect(shell, command.redirects);
  if (!undo) return 1;
  try {
    return yield* runCompound(shell, command);
  } finally {
    redirector.restore(shell, undo);
  }
}

/** Runs text as commands of this shell: `eval`, `.`, traps and scripts. */
export function* runText(shell: Shell, text: string): Work {
  shell.proc.owe(text.length / 64);
  yield;
  return yield* runList(shell, parse(text));
}

/** Runs the text of `-c`, whose only program takes the shell's place. */
export function* runCommandText(shell: Shell, text: string): Work {
  shell.proc.owe(text.length / 64);
  const list = parse(text);
  shell.isLast = isOneProgram(list);
  return yield* runList(shell, list);
}

function parse(text: string): List {
  try {
    return parseScript(text);
  } catch (error) {
    if (error instanceof ShellSyntaxError) throw new ShellError(error.message);
    throw error;
  }
}
