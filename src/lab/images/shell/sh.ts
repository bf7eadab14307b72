import { resolvePath } from '../process/paths.ts';
import type { Program, Work } from '../process/process.ts';
import { readLine } from '../process/waits.ts';
import { parseScript } from './parse.ts';
import { finished, runCommandText, runList, runText } from './run.ts';
import { ShellSyntaxError } from './scanner.ts';
import { complain, createShell, type Flavour, type Shell, ShellError } from './shell.ts';

/** The prompt of each shell, as its images show it. */
function promptOf({ flavour, proc }: Shell): string {
  const home = proc.user === 0 ? '/root' : '/home';
  const folder = proc.folder === home ? '~' : proc.folder;
  const sign = proc.user === 0 ? '#' : '$';
  if (flavour === 'ash') return `${folder} ${sign} `;
  const user = proc.user === 0 ? 'root' : 'I have no name!';
  return flavour === 'dash' ? `${sign} ` : `${user}@${proc.box.machine.hostname}:${folder}${sign} `;
}

/** Runs one piece that was typed. False where more has to follow. */
function* runTyped(shell: Shell, text: string): Work<boolean> {
  shell.proc.owe(text.length / 64);
  try {
    const list = parseScript(text);
    shell.status = yield* runList(shell, list);
  } catch (error) {
    if (error instanceof ShellSyntaxError) {
      if (error.isUnfinished) return false;
      complain(shell, error.message);
      shell.status = 2;
    } else if (error instanceof ShellError) {
      complain(shell, error.message);
      shell.status = error.status;
      if (!shell.isInteractive) shell.leaving = { kind: 'exit' };
    } else throw error;
  }
  return true;
}

/** Reads commands line by line, from a person or a pipe. */
function* readCommands(shell: Shell): Work {
  const { proc } = shell;
  let text = '';
  if (shell.isInteractive) proc.handles.add('INT').add('TERM').add('QUIT');
  for (;;) {
    if (shell.isInteractive) proc.err(text === '' ? promptOf(shell) : '> ');
    const line = yield* readLine(proc);
    if (line === undefined && proc.pending.length > 0) {
      proc.pending.length = 0;
      text = '';
      proc.err('\n');
      continue;
    }
    if (line === undefined) {
      if (text !== '' && !(yield* runTyped(shell, text))) {
        complain(shell, 'syntax error: unexpected end of file');
        return 2;
      }
      if (shell.isInteractive && shell.flavour === 'bash') proc.err('exit\n');
      return shell.status;
    }
    text += `${line}\n`;
    const isDone = yield* runTyped(shell, text);
    if (isDone) text = '';
    if (shell.leaving?.kind === 'exit') return shell.status;
    if (shell.leaving) proc.err('\n');
    shell.leaving = undefined;
    shell.tested = 0;
    shell.loops = 0;
    shell.depth = 0;
  }
}

/** `sh`, `ash`, `bash`: with `-c`, a script, or what is typed. */
export const createSh = (flavour: Flavour): Program =>
  function* sh(proc, argv) {
    const options: string[] = [];
    let at = 1;
    for (; /^[-+]./.test(argv[at] ?? ''); at++) {
      const word = argv[at] ?? '';
      if (word === '--') {
        at++;
        break;
      }
      if (word.startsWith('--')) continue;
      options.push(...word.slice(1));
      if (word.endsWith('o') && argv[++at] === 'pipefail') options.push('pipefail');
    }
    const called = (argv[0] ?? 'sh').split('/').at(-1) ?? 'sh';
    const name = called.replace(/^-/, '');
    const isCommand = options.includes('c');
    const words = argv.slice(at);
    const shell = createShell(
      proc,
      flavour,
      isCommand ? (words[1] ?? name) : (words[0] ?? name),
      isCommand ? words.slice(2) : words.slice(1),
    );
    shell.options.exitOnError = options.includes('e');
    shell.options.trace = options.includes('x');
    shell.options.unsetIsError = options.includes('u');
    shell.options.pipefail = options.includes('pipefail');
    if (isCommand) {
      const [script] = words;
      if (script !== undefined) return yield* finished(shell, runCommandText(shell, script));
      proc.err(`${name}: -c requires an argument\n`);
      return 2;
    }
    const [path] = words;
    if (path !== undefined && !options.includes('s')) {
      const text = proc.box.machine.files.read(resolvePath(proc.folder, path));
      if (text !== undefined) return yield* finished(shell, runText(shell, text));
      const why =
        flavour === 'bash'
          ? `${path}: No such file or directory`
          : flavour === 'dash'
            ? `0: cannot open ${path}: No such file`
            : `can't open '${path}': No such file or directory`;
      proc.err(`${name}: ${why}\n`);
      return flavour === 'bash' ? 127 : 2;
    }
    shell.isInteractive = options.includes('i') || (proc.streams.get(0)?.isTty ?? false);
    return yield* finished(shell, readCommands(shell));
  };
