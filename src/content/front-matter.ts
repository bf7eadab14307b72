import matter from 'gray-matter';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Localized } from '../core/locale.ts';

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
}

const refuse = (): never => {
  const ko = '머리말(front matter)은 YAML만 쓸 수 있어요. 첫 줄을 ---로 바꿔 주세요.';
  throw new FrontMatterError(1, { ko, en: 'Only YAML front matter is read. Make the first line ---.' });
};

/**
 * Splits a file by gray-matter. YAML only: gray-matter would run `---js` as code, so every other engine is refused.
 * @throws FrontMatterError for YAML that cannot be read, front matter that never ends, or another language.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = new LineCounter();
  let document: Document.Parsed | undefined;
  const parse = (yaml: string): object => {
    document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
      const ko = `머리말의 YAML을 읽을 수 없어요: ${error.message}`;
      throw new FrontMatterError(lines.linePos(error.pos[0]).line, { ko, en: `The YAML cannot be read: ${error.message}` });
    }
    try {
      return (document.toJS() as object | null) ?? {};
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new FrontMatterError(1, { ko: `머리말의 YAML을 읽을 수 없어요: ${why}`, en: `The YAML cannot be read: ${why}` });
    }
  };
  const opened = text.startsWith('---') && !text.startsWith('----');
  const language = opened ? text.slice(3, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).trim() : '';
  if (language !== '' && language !== 'yaml' && language !== 'yml') refuse();
  if (opened && !/\n---[ \t]*(?:\n|$)/.test(text)) {
    const ko = '머리말이 끝나지 않았어요. 머리말 아래에 ---만 있는 줄을 넣어 주세요.';
    throw new FrontMatterError(1, { ko, en: 'The front matter never ends. Add a line of --- below it.' });
  }
  const engines = { yaml: parse, yml: parse, json: refuse, javascript: refuse, js: refuse };
  const file = matter(text, { engines });
  const bodyStart = text.length - file.content.length;
  return {
    data: file.data,
    body: file.content,
    bodyLine: text.slice(0, bodyStart).split('\n').length,
    lineOf(path) {
      for (let depth = path.length; depth > 0; depth--) {
        const node = document?.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}
