import { type Finding, finding } from '../finding.ts';
import type { Node } from '../node.ts';
import { fields, items, type Spot, spotOf } from '../spot.ts';
import { indentOf } from './lines.ts';
import type { Slip } from './mend/sheet.ts';
import type { Parsed } from './parse.ts';
import type { Problem } from './problem.ts';
import { text } from './text.ts';

/** What is left of a text is no YAML. */
export const isSyntax = ({ kind }: Problem): boolean => kind === 'syntax';

/** Line -> the path of the first key or item on it. */
export function pathsByLine(root: Node): Map<number, string> {
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

/** Lines of a mend that are shown. */
const SHOWN = 8;

export function slipFinding(
  slip: Slip,
  texts: readonly string[],
  firstLine: number,
  paths: ReadonlyMap<number, string>,
): Finding {
  const line = firstLine + slip.at;
  const path = paths.get(line) ?? '';
  const severity = /^(?:smart|stray)-quote/.test(slip.rule) && !FREE.test(path) ? 'error' : slip.severity;
  let { above } = slip;
  // What stands deeper belongs to another key.
  while (above > 0 && indentOf(texts[slip.at - above] ?? '') > indentOf(texts[slip.at] ?? '')) above--;
  const shown = texts.slice(slip.at - above, slip.at + Math.min(slip.lines, SHOWN - above));
  const margin = Math.min(...shown.map(indentOf));
  const fix = shown.map((one) => one.slice(margin)).join('\n');
  return finding(severity, slip.rule, { line, path }, slip.message, slip.advice ?? (fix === '' ? null : fix));
}

export function problemFindings({ problems, root }: Parsed, wasBroken: boolean): Finding[] {
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
