import type { LabClient } from '../../core/lab.ts';
import { pause, type Timers } from '../../core/timers.ts';
import { createApi } from './api.ts';
import { type Command, GLOBAL, type Hint, type Run } from './command.ts';
import { COMMANDS } from './commands/commands.ts';
import { failed, KubectlError } from './errors.ts';
import { readFlags } from './flags.ts';
import { splitWords } from './words.ts';

export interface Result {
  stdout: string;
  stderr: string;
  code: number;
  /** What a chat says besides. */
  hints: readonly Hint[];
  /** The namespace for lines from now on, where the line chose another one. */
  namespace?: string;
}

export interface Around {
  client: LabClient;
  /** What `-n` is where it is left out. */
  namespace: string;
  timers: Timers;
  /** Milliseconds that a command may wait for what it waits for. */
  patience: number;
}

/** Milliseconds between two looks of a command that waits. */
const LOOK = 250;

/** The words of a line after `kubectl`, or `k`, where it begins with that. */
function wordsOf(line: string): string[] {
  const words = splitWords(line);
  const [first, ...rest] = words;
  return first === 'kubectl' || first === 'k' ? rest : words;
}

/** Letters that are put in, left out or others (Levenshtein), as cobra counts them: two that are swapped are two. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = (before[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1]);
      row.push(Math.min(same, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[other.length] ?? 0;
}

/** Names like a word: nearly it, or begun by it (cobra, SuggestionsFor). */
export const suggestions = (word: string, commands: readonly Command[]): string[] =>
  commands
    .filter(({ name }) => slips(word.toLowerCase(), name) <= 2 || name.startsWith(word.toLowerCase()))
    .map(({ name }) => name);

function unknown(word: string): KubectlError {
  const names = suggestions(word, COMMANDS);
  const guess = names.length === 0 ? '' : `\n\nDid you mean this?\n${names.map((name) => `\t${name}`).join('\n')}\n`;
  return failed(`unknown command ${JSON.stringify(word)} for "kubectl"${guess}`);
}

const isNamed = (word: string) => (command: Command) =>
  command.name === word || command.aliases?.includes(word) === true;

/** The command that words name, and what is left of them. Flags before the command's name are its own. */
function findCommand(words: readonly string[]): { command: Command; path: string; rest: string[] } {
  const flags: string[] = [];
  let at = 0;
  while (words[at]?.startsWith('-')) {
    const word = words[at] ?? '';
    const takesValue = GLOBAL.some(
      ({ name, short, type }) => type !== 'bool' && (word === `--${name}` || word === `-${short ?? ''}`),
    );
    flags.push(...words.slice(at, at + (takesValue ? 2 : 1)));
    at += takesValue ? 2 : 1;
  }
  const word = words[at];
  if (word === undefined) return { command: HELP, path: '', rest: [] };
  const found = COMMANDS.find(isNamed(word));
  if (!found) throw unknown(word);
  let command = found;
  let path = found.name;
  let rest = [...flags, ...words.slice(at + 1)];
  while (command.children) {
    const next = rest.findIndex((one) => !one.startsWith('-'));
    const child = next < 0 ? undefined : command.children.find(isNamed(rest[next] ?? ''));
    if (!child) {
      if (next >= 0 && !command.run)
        throw failed(
          `unknown command ${JSON.stringify(rest.slice(next).join(' '))}\nSee 'kubectl ${path} -h' for help and examples`,
        );
      break;
    }
    command = child;
    path = `${path} ${child.name}`;
    rest = rest.filter((_, i) => i !== next);
  }
  return { command, path, rest };
}

/** What a command is, and what may follow it. */
function helpOf(path: string, { short, flags = [], children = [] }: Command): string {
  const rows = children.map(({ name, short: about }) => `  ${name.padEnd(15)} ${about}\n`).join('');
  const named = flags
    .map(({ name, short: letter }) => `  ${letter === undefined ? '    ' : `-${letter}, `}--${name}\n`)
    .join('');
  return [
    `${short}.\n`,
    ...(rows === '' ? [] : [`\nAvailable Commands:\n${rows}`]),
    ...(named === '' ? [] : [`\nOptions:\n${named}`]),
    `\nUsage:\n  kubectl${path === '' ? '' : ` ${path}`}${rows === '' ? '' : ' SUBCOMMAND'}${named === '' ? '' : ' [options]'}\n`,
  ].join('');
}

const HELP: Command = {
  name: 'kubectl',
  short: 'kubectl controls the Kubernetes cluster manager',
  children: COMMANDS,
};

/**
 * Runs one line of kubectl's on a lab, as it was typed or in words. What it prints is what kubectl prints; `manifest` is what kubectl
 * would read from a file or its input.
 */
export async function runKubectl(
  { client, namespace: current, timers, patience }: Around,
  line: string | readonly string[],
  manifest?: string,
): Promise<Result> {
  let stdout = '';
  let stderr = '';
  let kept: string | undefined;
  const hints: Hint[] = [];
  const ends = timers.now() + patience;
  const end = (code: number): Result => ({
    stdout,
    stderr,
    code,
    hints,
    ...(kept === undefined ? {} : { namespace: kept }),
  });
  try {
    const { command, path, rest } = findCommand(typeof line === 'string' ? wordsOf(line) : line);
    const { args, given, dash } = readFlags(rest, [...(command.flags ?? []), ...GLOBAL], path);
    if (given.is('help') || command.run === undefined) {
      stdout = helpOf(path, command);
      return end(0);
    }
    const run: Run = {
      ...{ args, dash, flags: given, path, manifest },
      api: createApi(client, (said) => {
        stderr += `Warning: ${said}\n`;
      }),
      namespace: given.value('namespace') || current,
      everywhere: given.is('all-namespaces'),
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      now: () => client.now(),
      async pause() {
        if (timers.now() >= ends) {
          hints.push('waited');
          return false;
        }
        await pause(LOOK, timers);
        return true;
      },
      hint: (hint) => void hints.push(hint),
      keepNamespace: (name) => {
        kept = name;
      },
    };
    await command.run(run);
    return end(0);
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error;
    if (error.message !== '') stderr += error.message.endsWith('\n') ? error.message : `${error.message}\n`;
    return end(error.code);
  }
}
