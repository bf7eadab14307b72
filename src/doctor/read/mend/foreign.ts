import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

const PROGRAMS = new Set(
  'kubectl k cat vi vim nano less more bat echo curl helm docker minikube kind sudo head tail tee'.split(' '),
);
/** What a shell writes before what is typed: `$`, `PS C:\\>`, `student@vm:~$`. */
const PROMPT = /^(?:[$>%❯➜]|PS [^>]{0,200}>|\[?[\w.-]{1,60}@[\w.-]{1,60}[: ][^$#]{0,200}[$#])/;

/** A command, behind a prompt or, where it has no colon that could make it YAML, alone. */
function isCommand(line: string): boolean {
  const prompt = PROMPT.exec(line)?.[0] ?? '';
  const command = line.slice(prompt.length).trimStart();
  const program = /^[a-z]+(?=\s|$)/.exec(command)?.[0] ?? '';
  return (
    PROGRAMS.has(program) &&
    (prompt !== '' || (command !== program && !/^\s*:/.test(command.slice(program.length)) && !command.includes(': ')))
  );
}

/** What kubectl prints when it has applied something. */
const RESULT = /^[a-z]+(?:\.[a-z0-9.-]+)?\/[\w.-]+ (?:created|configured|unchanged|deleted)$/;

/** A line that was copied from a diff with the sign that it is added. */
const ADDED = /^\+\s*(?:-\s|["']?[A-Za-z][\w./-]*["']?:)/;

/** Lines that stand at the left edge and are no YAML: fences of Markdown, shell commands, marks of Git. */
export function foreign({ lines, write, slip }: Sheet): void {
  let fenced = false;
  let side: 'ours' | 'theirs' | undefined;
  let ends: string | undefined;
  for (const [at, { text: whole }] of lines.entries()) {
    const line = whole.trimEnd();
    // Text of a block is indented.
    if (/^\s/.test(line)) {
      if (side === 'theirs') write(at, '');
      continue;
    }
    if (/^(?:```|~~~)/.test(line)) {
      write(at, '');
      // A fence closes as it opens: said once.
      if (!fenced)
        slip(
          at,
          'markdown-fence',
          text.both((t) => t.fence),
          { advice: text.both((t) => t.removeLine) },
        );
      fenced = !fenced;
    } else if (/^<{7}(?: |$)/.test(line)) {
      write(at, '');
      slip(
        at,
        'conflict-marker',
        text.both((t) => t.conflict),
        { advice: text.both((t) => t.chooseSide) },
      );
      side = 'ours';
    } else if (side !== undefined && /^(?:={7}|\|{7}.*)$/.test(line)) {
      write(at, '');
      side = 'theirs';
    } else if (side !== undefined && /^>{7}(?: |$)/.test(line)) {
      write(at, '');
      side = undefined;
    } else if (side === 'theirs') write(at, '');
    else if (ADDED.test(line)) {
      write(at, whole.slice(1));
      slip(
        at,
        'diff-mark',
        text.both((t) => t.diffMark),
      );
    } else if (ends !== undefined && line === ends) {
      write(at, '');
      ends = undefined;
    } else if (isCommand(line) || RESULT.test(line)) {
      write(at, '');
      slip(
        at,
        'shell-command',
        text.both((t) => t.shell),
        { advice: text.both((t) => t.removeLine) },
      );
      ends = /<<-?\s*["']?(\w+)/.exec(line)?.[1];
    }
  }
}

/** Lines that were meant to keep documents apart, and do not: `----`, `—-`, ` ---`. */
export function separators({ lines, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    const whole = line.text.trimEnd();
    const isDash =
      /^(?:-{2}|-{4,}|[-\u2010-\u2015\u2212\u30FC\u3161\uFF0D]{1,4})$/.test(whole) && whole !== '---' && whole !== '-';
    const isRule =
      /^(?: +---|={3,}|\*{3,}|_{3,}|#-{3,})$/.test(whole) && line.role !== 'block' && begins(lines[at + 1]?.text ?? '');
    if (isDash || isRule) {
      write(at, '---');
      slip(
        at,
        'bad-separator',
        text.both((t) => t.separator),
      );
    } else if (/^---\s*[^\s#-]/.test(whole)) {
      // What stands behind the dashes is read as the first line of the document.
      write(at, whole.slice(3).trimStart());
      slip(
        at,
        'bad-separator',
        text.both((t) => t.behindSeparator),
        { advice: { ko: `---\n${whole.slice(3).trimStart()}`, en: `---\n${whole.slice(3).trimStart()}` } },
      );
    }
  }
}

const begins = (line: string): boolean => /^["']?(?:apiVersion|kind|metadata)["']?\s*:/.test(line);
