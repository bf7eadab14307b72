import type { Work } from '../process/process.ts';
import type { Command, List } from './ast.ts';
import { evaluate } from './builtins/test.ts';
import type { Expander } from './expand.ts';
import { matchesPattern } from './pattern.ts';
import { waitFor } from './programs.ts';
import type { Runner } from './run.ts';
import type { Shell } from './shell.ts';
import { setVariable } from './shell.ts';

type Compound = Exclude<Command, { kind: 'simple' | 'function' }>;

/** Loops, branches and groups (POSIX 2.9.4). */
export function createCompound({ toText, toPattern, toWords, arithmetic }: Expander, { runList, fork }: Runner) {
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

  return runCompound;
}
