import { type Finding, finding } from '../finding.ts';
import type { Node } from '../node.ts';
import { foreign, separators } from './mend/foreign.ts';
import { afterColon, afterDash, colon } from './mend/gaps.ts';
import { columns } from './mend/indentation.ts';
import { commas } from './mend/json.ts';
import { mended } from './mend/sheet.ts';
import { fullWidth, smartQuotes } from './mend/signs.ts';
import { between, indentation } from './mend/spaces.ts';
import { blocks, closing, cut, plainValues, stray, templates } from './mend/values.ts';
import { type Parsed, parse } from './parse.ts';
import { quickly } from './quick/quick.ts';
import { type Chunk, split } from './split.ts';
import { text } from './text.ts';
import { isSyntax, pathsByLine, problemFindings, slipFinding } from './told.ts';

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
