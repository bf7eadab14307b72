import { BARE } from '../process/box.ts';
import type { Proc, Stream, Work } from '../process/process.ts';
import { SIGNALS } from '../process/process.ts';
import { createPipe } from '../process/streams.ts';
import { LONGEST } from '../process/waits.ts';
import type { AndOr, Command, List, Pipeline } from './ast.ts';
import { BUILTINS } from './builtins/builtins.ts';
import { evaluate } from './builtins/test.ts';
import { createExpander } from './expand.ts';
import { parseScript } from './parse.ts';
import { matchesPattern } from './pattern.ts';
import { createRedirector } from './redirect.ts';
import { ShellSyntaxError } from './scanner.ts';
import { complain, environment, forkShell, type Shell, ShellError, setVariable } from './shell.ts';

/** Commands that stand or run in each other: a function that calls itself ends here. */
const DEEPEST = 300;

const { toText, toPattern, toWords, arithmetic } = createExpander(substitute);
const { redirect, restore } = createRedirector(toText);

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

/** Is this one program alone, whose process can take the shell's place? */
export const isOneProgram = (list: List): boolean => {
  const [item, second] = list;
  if (item === undefined || second || item.rest.length > 0 || item.first.isNegated) return false;
  return item.first.commands.length === 1 && item.first.commands[0]?.kind === 'simple';
};

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

/** Waits for a child; a trapped signal is answered once it has ended. */
export function* waitFor(child: Proc): Work {
  while (child.code === undefined) yield child.ended;
  return child.code;
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
  const undo = yield* redirect(shell, command.redirects);
  if (!undo) return 1;
  try {
    return yield* runCompound(shell, command);
  } finally {
    restore(shell, undo);
  }
}

function* tested(shell: Shell, list: List): Work {
  shell.tested++;
  const status = yield* runList(shell, list);
  shell.tested--;
  return status;
}

/** Runs a loop's body once. True where the loop is left. */
function* loopBody(shell: Shell, body: List): Work<boolean> {
  shell.loops++;
  yield* runList(shell, body);
  shell.loops--;
  const { leaving } = shell;
  if (!leaving) return false;
  if (leaving.kind !== 'break' && leaving.kind !== 'continue') return true;
  if (leaving.levels > 1 && shell.loops > 0) {
    shell.leaving = { ...leaving, levels: leaving.levels - 1 };
    return true;
  }
  shell.leaving = undefined;
  return leaving.kind === 'break';
}

type Compound = Exclude<Command, { kind: 'simple' | 'function' }>;

function* runCompound(shell: Shell, command: Compound): Work {
  switch (command.kind) {
    case 'if':
      for (const { test, body } of command.branches) {
        const status = yield* tested(shell, test);
        if (shell.leaving) return shell.status;
        if (status === 0) return yield* runList(shell, body);
      }
      shell.status = 0;
      return command.otherwise ? yield* runList(shell, command.otherwise) : 0;
    case 'loop': {
      let status = 0;
      for (;;) {
        const test = yield* tested(shell, command.test);
        if (shell.leaving) return shell.status;
        if ((test === 0) === command.isUntil) return status;
        const isLeft = yield* loopBody(shell, command.body);
        status = shell.status;
        if (isLeft) return status;
        yield;
      }
    }
    case 'for':
      shell.status = 0;
      for (const value of command.words ? yield* toWords(shell, command.words) : shell.words) {
        setVariable(shell, command.name, value);
        if (yield* loopBody(shell, command.body)) break;
        yield;
      }
      return shell.status;
    case 'count':
      shell.status = 0;
      yield* arithmetic(shell, command.first);
      while (command.test.length === 0 || (yield* arithmetic(shell, command.test)) !== 0n) {
        if (yield* loopBody(shell, command.body)) break;
        yield* arithmetic(shell, command.step);
        yield;
      }
      return shell.status;
    case 'case': {
      const text = yield* toText(shell, command.word);
      for (const { patterns, body } of command.cases)
        for (const word of patterns) {
          const pattern = yield* toPattern(shell, word);
          shell.proc.owe((text.length * pattern.length) / 2000);
          if (!matchesPattern(pattern, text)) continue;
          shell.status = 0;
          return yield* runList(shell, body);
        }
      return 0;
    }
    case 'group':
      return yield* runList(shell, command.body);
    case 'subshell': {
      const child = fork(shell, shell.proc.streams, (inner) => runList(inner, command.body));
      return child ? yield* waitFor(child) : 1;
    }
    case 'arithmetic':
      return (yield* arithmetic(shell, command.word)) === 0n ? 1 : 0;
    case 'test': {
      const words: { text: string; pattern: string }[] = [];
      for (const word of command.words)
        words.push({ text: yield* toText(shell, word), pattern: yield* toPattern(shell, word) });
      return evaluate(
        shell,
        words.map(({ text }) => text),
        words.map(({ pattern }) => pattern),
      );
    }
    default:
      command satisfies never;
      return 1;
  }
}

function* runSimple(shell: Shell, { assignments, words, redirects }: Command & { kind: 'simple' }): Work {
  shell.status = words.length === 0 ? 0 : shell.status;
  const before = shell.status;
  const argv = yield* toWords(shell, words);
  const values: [string, string][] = [];
  for (const { name, value, isAppended } of assignments)
    values.push([name, (isAppended ? (shell.variables.get(name) ?? '') : '') + (yield* toText(shell, value))]);
  if (shell.options.trace) trace(shell, argv, values);
  const [name] = argv;
  const undo = redirects.length > 0 ? yield* redirect(shell, redirects) : [];
  if (!undo) return 1;
  if (name === 'exec' && argv.length === 1) return 0;
  let isKept = false;
  try {
    if (name === undefined) {
      for (const [variable, value] of values) setVariable(shell, variable, value);
      return shell.status === before && words.length > 0 ? 0 : shell.status;
    }
    const body = shell.functions.get(name);
    const builtin = BUILTINS[name];
    if (body || builtin) {
      const hidden = values.map(([variable]) => [variable, shell.variables.get(variable)] as const);
      for (const [variable, value] of values) setVariable(shell, variable, value);
      const status = body ? yield* call(shell, body, argv) : builtin ? yield* builtin(shell, argv, KIT) : 0;
      for (const [variable, value] of hidden)
        if (value === undefined) shell.variables.delete(variable);
        else shell.variables.set(variable, value);
      isKept = name === 'exec';
      return status;
    }
    return yield* runProgram(shell, argv, values);
  } finally {
    if (!isKept) restore(shell, undo);
  }
}

function trace(shell: Shell, argv: readonly string[], values: readonly [string, string][]): void {
  const quoted = (text: string): string =>
    /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  const words = [...values.map(([name, value]) => `${name}=${quoted(value)}`), ...argv.map(quoted)];
  shell.proc.err(`+ ${words.join(' ')}\n`);
}

function* call(shell: Shell, body: Command, argv: readonly string[]): Work {
  const { words, loops } = shell;
  shell.words = argv.slice(1);
  shell.loops = 0;
  shell.locals.push(new Map());
  const status = yield* runCommand(shell, body);
  shell.words = words;
  shell.loops = loops;
  for (const [name, value] of shell.locals.pop() ?? [])
    if (value === undefined) shell.variables.delete(name);
    else shell.variables.set(name, value);
  if (shell.leaving?.kind !== 'return') return shell.leaving ? shell.status : status;
  shell.leaving = undefined;
  return shell.status;
}

/** What a word that no shell has runs; undefined, once it was told why there is none. */
function find(shell: Shell, name: string) {
  const { proc, flavour } = shell;
  const program = proc.box.find(name, proc.folder, shell.variables.get('PATH'));
  if (typeof program === 'function') return program;
  const isPath = name.includes('/');
  if (program === 'denied') complain(shell, `${name}: Permission denied`);
  else if (flavour === 'bash')
    complain(shell, `${name}: ${isPath ? 'No such file or directory' : 'command not found'}`);
  else complain(shell, `${name}: not found`);
  shell.status = program === 'denied' ? 126 : 127;
  return undefined;
}

function* runProgram(shell: Shell, argv: readonly string[], values: readonly [string, string][]): Work {
  const [name = ''] = argv;
  const program = find(shell, name);
  if (!program) return shell.status;
  const { proc } = shell;
  const env = environment(shell);
  for (const [variable, value] of values) env.set(variable, value);
  if (shell.isLast && shell.traps.size === 0) {
    proc.argv = argv;
    proc.env = env;
    proc.hold(BARE);
    return yield* program(proc, argv);
  }
  const child = proc.box.start({
    parent: proc,
    argv,
    env,
    folder: proc.folder,
    user: proc.user,
    streams: proc.streams,
    work: (started) => program(started, argv),
  });
  if (!child) throw new ShellError("can't fork: Resource temporarily unavailable");
  const code = yield* waitFor(child);
  if (code === 128 + SIGNALS.KILL) proc.err('Killed\n');
  if (code === 128 + SIGNALS.TERM) proc.err('Terminated\n');
  return code;
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

/** What builtins need of the runner. */
const KIT = { runText, runProgram, find, waitFor, call };
export type Kit = typeof KIT;
