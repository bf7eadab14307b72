import { createRequire } from 'node:module';
import matter from 'gray-matter';
import type { Localized } from '../core/locale.ts';
import { once } from '../language/memoize.ts';
import { text } from './text.ts';
import { faultIn } from './yaml-faults.ts';

/** A file's front matter cannot be used; `line` counts from 1 in the file. */
export class FrontMatterError extends Error {
  readonly line: number;
  readonly text: Localized;

  constructor(line: number, text: Localized) {
    super(text.ko);
    this.name = 'FrontMatterError';
    this.line = line;
    this.text = text;
  }
}

export interface FrontMatter {
  /** As YAML gives it; nothing is checked yet. */
  data: unknown;
  /** Markdown below the front matter. */
  body: string;
  /** The file's line on which `body` begins, from 1. */
  bodyLine: number;
  /** The file's line of a value in `data`, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** A value without quotes as its author wrote it, `NULL`; undefined of any other. */
  wordOf(path: readonly PropertyKey[]): string | undefined;
}

const refuse = (): never => {
  throw new FrontMatterError(
    1,
    text.both((words) => words.onlyYaml),
  );
};

/** gray-matter's own YAML engine (js-yaml, safe schema) stays; what would run code or read another language does not. */
const ENGINES = { json: refuse, javascript: refuse, js: refuse };

/**
 * js-yaml's exceptions say where; `mark.line` counts from 0 in what follows the opening ---. For a quote that is never
 * closed that is the end of it all, so the first line with an odd number of quotes is named instead.
 */
function unreadable(error: unknown, file: string): FrontMatterError {
  const { reason, mark } = error as { reason?: string; mark?: { line?: number } };
  const why = reason ?? String(error);
  const lines = file.split('\n');
  const quote = /double quoted/.test(why) ? '"' : /single quoted/.test(why) ? "'" : undefined;
  const odd = quote === undefined ? -1 : lines.findIndex((line) => line.split(quote).length % 2 === 0);
  const { fault, at } = faultIn(lines, why, odd < 0 ? (mark?.line ?? 0) : odd);
  return new FrontMatterError(
    at + 1,
    text.both((words) => words.unreadableYaml(words.yaml[fault], why)),
  );
}

/**
 * Loaded where a line is first asked for: at nearly every start nothing is wrong, and the package has seventy files. Safe:
 * a package is of its own type.
 */
const loadYaml: () => typeof import('yaml') = once(() => createRequire(import.meta.url)('yaml'));

/** Where the values of some YAML stand. Only asked for when something is wrong: this parser is the slower one. */
function locate(yaml: string): Pick<FrontMatter, 'lineOf' | 'wordOf'> {
  const { isNode, isScalar, LineCounter, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent' });
  return {
    lineOf(path) {
      for (let depth = path.length; depth > 0; depth--) {
        const node = document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
    wordOf(path) {
      const node = document.getIn(path, true);
      return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
    },
  };
}

/** Far more than any file has. Aliases (`*name`) let a short text stand for billions of values, or for itself. */
const MOST_VALUES = 100_000;

function refuseBomb(data: unknown): void {
  const left = [data];
  for (let count = 0; left.length > 0; ) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inner = Object.values(value);
    count += inner.length;
    if (count > MOST_VALUES)
      throw new FrontMatterError(
        1,
        text.both((words) => words.tooManyValues),
      );
    for (const one of inner) left.push(one);
  }
}

/**
 * Splits a file by gray-matter. YAML only: gray-matter would run `---js` as code, so every other engine is refused.
 * @throws FrontMatterError for YAML that cannot be read or is far too much, front matter that never ends, or another
 * language.
 */
export function splitFrontMatter(file: string): FrontMatter {
  const opened = file.startsWith('---') && !file.startsWith('----');
  const language = opened ? (/^---([^\n]*)/.exec(file)?.[1]?.trim() ?? '') : '';
  if (language !== '' && language !== 'yaml') refuse();
  // Two lines `key: …` at the very start, or below a heading and ---, and a --- that would end them.
  if (!opened && /^(?:#.*\n+---\n)?(?:[A-Za-z_]+:.*\n){2}/.test(file) && /\n---[ \t]*\n/.test(file))
    throw new FrontMatterError(
      1,
      text.both((words) => words.notOnFirstLine),
    );
  if (opened && !/\n---[ \t]*(?:\n|$)/.test(file))
    throw new FrontMatterError(
      1,
      text.both((words) => words.neverEnds),
    );
  try {
    // For an empty text gray-matter gives no `matter`, whatever its types say.
    const { data, content, matter: yaml = '' } = matter(file, { engines: ENGINES });
    refuseBomb(data);
    const places = once(() => locate(yaml));
    return {
      data,
      body: content,
      bodyLine: file.slice(0, file.length - content.length).split('\n').length,
      lineOf: (path) => places().lineOf(path),
      wordOf: (path) => places().wordOf(path),
    };
  } catch (error) {
    throw error instanceof FrontMatterError ? error : unreadable(error, file);
  }
}
