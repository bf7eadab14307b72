import type { Files } from '../../machine.ts';
import { resolvePath } from '../../process/paths.ts';
import { matchesPattern } from '../../shell/pattern.ts';
import { DIRECTIVES } from './directives.ts';

/** What is wrong with a configuration, as nginx words it. */
export class ConfigError extends Error {}

export interface Directive {
  name: string;
  words: readonly string[];
  block: readonly Directive[] | undefined;
  file: string;
  line: number;
}

/** Characters of all files together, and how deep blocks and included files go. */
const [LONGEST, DEEPEST] = [131_072, 12];

interface Token {
  text: string;
  isQuoted: boolean;
  line: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const found =
    /(\n)|[ \t\r]+|#[^\n]*|([;{}])|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|((?:\$\{\w+\}|\\[\s\S]|[^\s;{}\\])+)/gy;
  let line = 1;
  for (let match = found.exec(text); match; match = found.exec(text)) {
    if (match[1]) line++;
    const quoted = match[3] ?? match[4];
    if (match[2] ?? match[5]) tokens.push({ text: match[2] ?? match[5] ?? '', isQuoted: false, line });
    else if (quoted !== undefined) {
      tokens.push({ text: quoted.replace(/\\(["'\\])/g, '$1'), isQuoted: true, line });
      line += quoted.split('\n').length - 1;
    }
  }
  return tokens;
}

/** Reads a configuration with all that it includes (nginx, src/core/ngx_conf_file.c). */
export function readConfig(files: Files, path: string): readonly Directive[] {
  let left = LONGEST;
  function read(file: string, depth: number): Directive[] {
    const text = files.read(file);
    if (text === undefined) throw new ConfigError(`open() "${file}" failed (2: No such file or directory)`);
    left -= text.length;
    if (left < 0 || depth > DEEPEST) throw new ConfigError(`too large configuration in ${file}:1`);
    const tokens = tokensOf(text);
    let at = 0;
    const place = (line: number): string => `in ${file}:${line}`;
    function block(isInner: boolean, nested: number, opened: number): Directive[] {
      if (nested > DEEPEST) throw new ConfigError(`too many nested blocks ${place(opened)}`);
      const directives: Directive[] = [];
      for (;;) {
        const token = tokens[at];
        if (!token) {
          if (isInner)
            throw new ConfigError(`unexpected end of file, expecting "}" ${place(tokens.at(-1)?.line ?? 1)}`);
          return directives;
        }
        if (!token.isQuoted && token.text === '}') {
          if (!isInner) throw new ConfigError(`unexpected "}" ${place(token.line)}`);
          at++;
          return directives;
        }
        if (!token.isQuoted && (token.text === ';' || token.text === '{'))
          throw new ConfigError(`unexpected "${token.text}" ${place(token.line)}`);
        const words: string[] = [];
        at++;
        let end = tokens[at];
        while (end && (end.isQuoted || !';{}'.includes(end.text))) {
          words.push(end.text);
          end = tokens[++at];
        }
        if (!end)
          throw new ConfigError(`unexpected end of file, expecting ";" or "}" ${place(tokens.at(-1)?.line ?? 1)}`);
        if (end.text === '}') throw new ConfigError(`unexpected "}" ${place(end.line)}`);
        at++;
        const { text: name, line } = token;
        const inner = end.text === '{' ? block(true, nested + 1, line) : undefined;
        if (name === 'include') directives.push(...include(words[0] ?? '', depth, place(line)));
        else {
          if (
            !DIRECTIVES.has(name) &&
            !/^(?:map|types|geo|split_clients)$/.test(name) &&
            !/[./]/.test(name) &&
            inner === undefined
          )
            throw new ConfigError(`unknown directive "${name}" ${place(line)}`);
          directives.push({ name, words, block: inner, file, line });
        }
      }
    }
    return block(false, 0, 1);
  }
  function include(word: string, depth: number, place: string): Directive[] {
    const full = resolvePath('/etc/nginx', word);
    if (!/[*?[]/.test(word)) {
      if (files.read(full) === undefined)
        throw new ConfigError(`open() "${full}" failed (2: No such file or directory) ${place}`);
      if (full.endsWith('mime.types')) return [];
      return read(full, depth + 1);
    }
    const folder = resolvePath(full, '..');
    const pattern = full.slice(folder.length + 1);
    const names = (files.list(folder) ?? []).filter((name) => !name.startsWith('.') && matchesPattern(pattern, name));
    return [...names]
      .sort()
      .flatMap((name) => (files.isFolder(`${folder}/${name}`) ? [] : read(`${folder}/${name}`, depth + 1)));
  }
  return read(path, 0);
}
