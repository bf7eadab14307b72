import { resolvePath } from '../../process/paths.ts';
import type { Work } from '../../process/process.ts';
import { readLine } from '../../process/waits.ts';
import { complain, type Shell, ShellError, setVariable } from '../shell.ts';
import type { Builtin } from './builtins.ts';

const NAME = /^[A-Za-z_]\w*$/;
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const shown = (shell: Shell): [string, string][] =>
  [...shell.variables].filter(([name]) => NAME.test(name)).sort(([one], [other]) => (one < other ? -1 : 1));

/** `name=value` or a name alone, for `export`, `local` and their like. */
function* declare(shell: Shell, words: readonly string[], also: (name: string, hasValue: boolean) => void): Work {
  yield;
  for (const word of words) {
    const at = word.indexOf('=');
    const name = at < 0 ? word : word.slice(0, at);
    if (!NAME.test(name)) {
      throw new ShellError(
        shell.flavour === 'bash' ? `\`${word}': not a valid identifier` : `${name}: bad variable name`,
      );
    }
    also(name, at >= 0);
    if (at >= 0) setVariable(shell, name, word.slice(at + 1));
  }
  return 0;
}

const OPTIONS = { e: 'exitOnError', x: 'trace', u: 'unsetIsError', f: 'noGlob', n: 'noExec' } as const;
const LONG: Readonly<Record<string, keyof Shell['options']>> = {
  errexit: 'exitOnError',
  xtrace: 'trace',
  nounset: 'unsetIsError',
  noglob: 'noGlob',
  pipefail: 'pipefail',
};

function* set(shell: Shell, argv: readonly string[]): Work {
  if (argv.length === 1)
    shell.proc.out(
      shown(shell)
        .map(([name, value]) => `${name}=${quoted(value)}\n`)
        .join(''),
    );
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') {
      shell.words = argv.slice(i + 1);
      return 0;
    }
    if (!/^[-+]./.test(word)) {
      shell.words = argv.slice(i);
      return 0;
    }
    const isOn = word.startsWith('-');
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        const option = LONG[argv[++i] ?? ''];
        if (option) shell.options[option] = isOn;
        else if (argv[i] !== undefined && !['monitor', 'vi', 'emacs', 'allexport'].includes(argv[i] ?? ''))
          throw new ShellError(`set: illegal option -o ${argv[i]}`);
        continue;
      }
      if (letter === 'e' || letter === 'x' || letter === 'u' || letter === 'f' || letter === 'n')
        shell.options[OPTIONS[letter]] = isOn;
    }
  }
  return 0;
}

function* read(shell: Shell, argv: readonly string[]): Work {
  let first = 1;
  let [prompt, isRaw] = ['', false];
  for (; /^-./.test(argv[first] ?? ''); first++) {
    const word = argv[first] ?? '';
    if (word.includes('r')) isRaw = true;
    if (word.endsWith('p')) prompt = argv[++first] ?? '';
    else if (/[tnd]$/.test(word)) first++;
  }
  if (prompt) shell.proc.err(prompt);
  const names = argv.slice(first);
  const line = yield* readLine(shell.proc);
  let text = line ?? '';
  if (!isRaw) text = text.replace(/\\(.)/g, '$1');
  const separators = shell.variables.get('IFS') ?? ' \t\n';
  const isSpace = (c: string | undefined): boolean => c !== undefined && separators.includes(c) && /\s/.test(c);
  const isSeparator = (c: string | undefined): boolean => c !== undefined && separators.includes(c);
  const wanted = names.length > 0 ? names : ['REPLY'];
  let at = 0;
  let end = text.length;
  if (separators !== '') {
    while (isSpace(text[at])) at++;
    while (end > at && isSpace(text[end - 1])) end--;
  }
  for (const [nth, name] of wanted.entries()) {
    if (nth === wanted.length - 1) {
      setVariable(shell, name, text.slice(at, end));
      break;
    }
    let to = at;
    while (to < end && !isSeparator(text[to])) to++;
    setVariable(shell, name, text.slice(at, to));
    at = to;
    while (at < end && isSpace(text[at])) at++;
    if (at < end && at === to && isSeparator(text[at])) at++;
    while (at < end && isSpace(text[at])) at++;
  }
  return line === undefined ? 1 : 0;
}

function* cd(shell: Shell, argv: readonly string[]): Work {
  yield;
  const { proc } = shell;
  const wanted = argv[1] === '-' ? shell.variables.get('OLDPWD') : (argv[1] ?? shell.variables.get('HOME') ?? '/root');
  const path = resolvePath(proc.folder, wanted ?? '/');
  const { files } = proc.box.machine;
  if (!files.isFolder(path)) {
    const why = files.read(path) === undefined ? 'No such file or directory' : 'Not a directory';
    complain(
      shell,
      shell.flavour === 'bash'
        ? `cd: ${wanted}: ${why}`
        : `cd: can't cd to ${wanted}${shell.flavour === 'ash' ? `: ${why}` : ''}`,
    );
    return shell.flavour === 'ash' ? 1 : shell.flavour === 'dash' ? 2 : 1;
  }
  shell.variables.set('OLDPWD', proc.folder);
  proc.folder = path;
  shell.variables.set('PWD', path);
  if (argv[1] === '-') proc.out(`${path}\n`);
  return 0;
}

export const VARIABLES = {
  set,
  read,
  cd,
  *pwd(shell) {
    yield;
    shell.proc.out(`${shell.proc.folder}\n`);
    return 0;
  },
  *export(shell, argv) {
    const words = argv.slice(1).filter((word) => word !== '-p');
    if (words.length === 0)
      for (const [name, value] of shown(shell))
        if (shell.exported.has(name)) shell.proc.out(`export ${name}=${quoted(value)}\n`);
    return yield* declare(shell, words, (name) => shell.exported.add(name));
  },
  *readonly(shell, argv) {
    const status = yield* declare(shell, argv.slice(1), () => {});
    for (const word of argv.slice(1)) shell.readonly.add(word.split('=', 1)[0] ?? '');
    return status;
  },
  *local(shell, argv) {
    const local = shell.locals.at(-1);
    if (!local) throw new ShellError('local: not in a function');
    return yield* declare(
      shell,
      argv.slice(1).filter((word) => !/^-[a-z]+$/.test(word)),
      (name, hasValue) => {
        if (!local.has(name)) local.set(name, shell.variables.get(name));
        if (!hasValue) shell.variables.delete(name);
      },
    );
  },
  *unset(shell, argv) {
    yield;
    for (const word of argv.slice(1)) {
      if (shell.readonly.has(word)) throw new ShellError(`unset: ${word}: is read only`);
      shell.variables.delete(word);
      shell.exported.delete(word);
      if (argv[1] === '-f') shell.functions.delete(word);
    }
    return 0;
  },
  *shift(shell, argv) {
    yield;
    const by = Number(argv[1] ?? 1);
    if (by > shell.words.length) return 1;
    shell.words = shell.words.slice(by);
    return 0;
  },
  *alias(shell, argv) {
    yield;
    for (const word of argv.slice(1)) {
      const at = word.indexOf('=');
      if (at > 0) shell.aliases.set(word.slice(0, at), word.slice(at + 1));
    }
    return 0;
  },
  *umask(shell) {
    yield;
    shell.proc.out('0022\n');
    return 0;
  },
  *ulimit(shell) {
    yield;
    shell.proc.out('unlimited\n');
    return 0;
  },
} satisfies Record<string, Builtin>;
