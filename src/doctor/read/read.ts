import { type Finding, finding } from '../finding.ts';
import type { Node } from '../node.ts';
import { fields, items, type Spot, spotOf } from '../spot.ts';
import { foreign, separators } from './mend/foreign.ts';
import { afterColon, afterDash, colon } from './mend/gaps.ts';
import { columns } from './mend/indentation.ts';
import { commas } from './mend/json.ts';
import { mended, type Slip } from './mend/sheet.ts';
import { fullWidth, smartQuotes } from './mend/signs.ts';
import { between, indentation } from './mend/spaces.ts';
import { blocks, closing, cut, plainValues, stray, templates } from './mend/values.ts';
import { type Parsed, parse } from './parse.ts';
import type { Problem } from './problem.ts';
import { quickly } from './quick/quick.ts';
import { type Chunk, split } from './split.ts';
import { text } from './text.ts';

/** What a file holds, as kubectl would read it if what is wrong were right. */
export interface FileRead {
  roots: readonly Node[];
  findings: readonly Finding[];
}

/** In this order: what a later one looks at, an earlier one has put in order. */
const MENDS = [
  ...[indentation, between, fullWidth, smartQuotes, templates, afterDash, afterColon],
  ...[commas, plainValues, closing, stray, cut, blocks, colon, columns],
];

/** Reads a file's documents. Whatever is no YAML is mended line by line, each time with a finding, and read on. */
export function readFile(whole: string): FileRead {
  const given = whole.replace(/^\uFEFF/, '').split(/\r\n|\n/);
  const { texts, slips } = mended(given, false, [foreign, separators]);
  const findings: Finding[] = slips.map((slip) => slipFinding(slip, texts, 1, new Map()));
  const roots: Node[] = [];
  for (const chunk of split(texts)) {
    if (chunk.unseparated)
      findings.push(
        finding(
          'warning',
          'missing-separator',
          { line: chunk.firstLine, path: 'kind' },
          text.both((t) => t.missingSeparator),
          `---\n${chunk.texts[0] ?? ''}`,
        ),
      );
    const { root, findings: ofChunk } = readChunk(chunk);
    roots.push(root);
    for (const one of ofChunk) findings.push(one);
  }
  return { roots, findings };
}

const read = (texts: readonly string[], firstLine: number): Parsed =>
  quickly(texts, firstLine) ?? parse(texts.join('\n'), firstLine);

const isSyntax = ({ kind }: Problem): boolean => kind === 'syntax';

/**
 * What a mend may have something to say of in a line of YAML that can be read: signs that are no ASCII and no Hangul, a
 * dash or colon without a space, a comment that may be the rest of a value.
 */
const SUSPECT =
  /[^\t -~\uac00-\ud7a3]|^[ -]*-["'A-Za-z/]|^[ -]*["']?[A-Za-z][\w./-]*["']?:[^\s]|\s#[!-~]|[^\s"']["']\s*$/;

function readChunk({ texts, firstLine }: Chunk): { root: Node; findings: readonly Finding[] } {
  const quick = quickly(texts, firstLine);
  if (quick && !texts.some((text) => SUSPECT.test(text)))
    return { root: quick.root, findings: problemFindings(quick, false) };
  const first = quick ?? parse(texts.join('\n'), firstLine);
  const isBroken = first.problems.some(isSyntax);
  const { texts: right, slips } = mended(texts, isBroken, MENDS);
  const after = slips.length === 0 ? first : read(right, firstLine);
  const paths = slips.length === 0 ? new Map<number, string>() : pathsByLine(after.root);
  return {
    root: after.root,
    findings: [...slips.map((slip) => slipFinding(slip, right, firstLine, paths)), ...problemFindings(after, isBroken)],
  };
}

/** Line -> the path of the first key or item on it. */
function pathsByLine(root: Node): Map<number, string> {
  const paths = new Map<number, string>();
  const open: Spot[] = [spotOf(root)];
  const seen = new Set<Node>();
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    // What an alias brings in again is where its anchor is.
    if (seen.has(spot.node)) continue;
    seen.add(spot.node);
    const known = paths.get(spot.line);
    // The key of an item rather than the item.
    if (spot.path !== '' && (known === undefined || (known.endsWith(']') && spot.path.startsWith(`${known}.`))))
      paths.set(spot.line, spot.path);
    for (const one of [...fields(spot), ...items(spot)].reverse()) open.push(one);
  }
  return paths;
}

/** Values that are taken as they are: a curly quote there is no reason to refuse them. */
const FREE =
  /(?:^|\.)(?:image|value|description|message|mountPath|subPath|workingDir)$|(?:^|\.)(?:args|command|data|stringData|annotations)\b/;

function slipFinding(
  slip: Slip,
  texts: readonly string[],
  firstLine: number,
  paths: ReadonlyMap<number, string>,
): Finding {
  const line = firstLine + slip.at;
  const path = paths.get(line) ?? '';
  const severity = /^(?:smart|stray)-quote/.test(slip.rule) && !FREE.test(path) ? 'error' : slip.severity;
  const shown = texts.slice(slip.at, slip.at + Math.min(slip.lines, 8));
  const margin = Math.min(...shown.map((one) => one.length - one.trimStart().length));
  const fix = shown.map((one) => one.slice(margin)).join('\n');
  return finding(severity, slip.rule, { line, path }, slip.message, slip.advice ?? (fix === '' ? null : fix));
}

function problemFindings({ problems, root }: Parsed, wasBroken: boolean): Finding[] {
  // What is left of the syntax is said once: one mistake breaks many lines.
  const [syntax] = problems.filter(isSyntax);
  const others = problems.filter((problem) => !isSyntax(problem));
  // After a mistake of syntax what follows is guessed: keys that only seem to stand twice are not said.
  const sure = syntax === undefined || !wasBroken ? others : [];
  const paths = problems.length === 0 ? new Map<number, string>() : pathsByLine(root);
  return [
    ...(syntax === undefined ? [] : findingOf(syntax, paths)),
    ...sure.flatMap((problem) => findingOf(problem, paths)),
  ];
}

function findingOf(problem: Problem, paths: ReadonlyMap<number, string>): Finding[] {
  const at = { line: problem.line, path: paths.get(problem.line) ?? '' };
  switch (problem.kind) {
    case 'duplicate':
      return [
        finding(
          'warning',
          'duplicate-key',
          at,
          text.both((t) => t.duplicate(problem.key)),
          text.both((t) => t.keepOne(problem.key)),
        ),
      ];
    case 'key': {
      const { source, as } = problem;
      if (as === undefined)
        return [
          finding(
            'error',
            'bad-key',
            at,
            text.both((t) => t.badKey),
            null,
          ),
        ];
      if (as === source) return [];
      return [
        finding(
          'warning',
          'bad-key',
          at,
          text.both((t) => t.keyReadAs(source, as)),
          `"${source}":`,
        ),
      ];
    }
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
