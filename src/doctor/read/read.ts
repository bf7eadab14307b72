import { type Finding, finding } from '../finding.ts';
import type { Node } from '../node.ts';
import { pathOf } from '../spot.ts';
import { type Parsed, type Problem, parse } from './parse.ts';
import { type Chunk, split } from './split.ts';
import { text } from './text.ts';

/** What a file holds, as kubectl would read it if what is wrong were right. */
export interface FileRead {
  roots: readonly Node[];
  findings: readonly Finding[];
}

/** Reads a file's documents. */
export function readFile(whole: string): FileRead {
  const texts = whole.replace(/^\uFEFF/, '').split(/\r\n|\n/);
  const roots: Node[] = [];
  const findings: Finding[] = [];
  for (const chunk of split(texts)) {
    const { root, problems } = readChunk(chunk);
    roots.push(root);
    findings.push(...problems.flatMap(findingOf));
  }
  return { roots, findings };
}

function readChunk({ texts, firstLine }: Chunk): Parsed {
  return parse(texts.join('\n'), firstLine);
}

const pathIn = (path: readonly (string | number)[]): string =>
  path.reduce<string>((whole, step) => (typeof step === 'number' ? `${whole}[${step}]` : pathOf(whole, step)), '');

function findingOf(problem: Problem): Finding[] {
  const at = { line: problem.line, path: '' };
  switch (problem.kind) {
    case 'duplicate':
      return [
        finding(
          'warning',
          'duplicate-key',
          { line: problem.line, path: pathIn(problem.path) },
          text.both((t) => t.duplicate(problem.key)),
          text.both((t) => t.keepOne(problem.key)),
        ),
      ];
    case 'key':
      return problem.as === problem.source
        ? []
        : problem.as === undefined
          ? [
              finding(
                'error',
                'bad-key',
                at,
                text.both((t) => t.badKey),
                null,
              ),
            ]
          : [
              finding(
                'warning',
                'bad-key',
                at,
                text.both((t) => t.keyReadAs(problem.source, problem.as ?? '')),
                `"${problem.source}":`,
              ),
            ];
    case 'alias':
      return [
        finding(
          'error',
          'unknown-alias',
          at,
          text.both((t) => t.unknownAlias(problem.name)),
          null,
        ),
      ];
    case 'too-deep':
      return [
        finding(
          'error',
          'too-deep',
          at,
          text.both((t) => t.tooDeep),
          null,
        ),
      ];
    case 'too-many-aliases':
      return [
        finding(
          'error',
          'too-many-aliases',
          at,
          text.both((t) => t.tooManyAliases),
          null,
        ),
      ];
    case 'syntax':
      return [
        finding(
          'error',
          'yaml-syntax',
          at,
          text.both((t) => t.syntax),
          null,
        ),
      ];
    default:
      return problem satisfies never;
  }
}
