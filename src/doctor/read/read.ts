import { type Finding, finding } from '../finding.ts';
import type { Node } from '../node.ts';
import { foreign, separators } from './mend/foreign.ts';
import { afterColon, afterDash, colon } from './mend/gaps.ts';
import { columns } from './mend/indentation.ts';
import { commas } from './mend/json.ts';
import { mended, type Slip } from './mend/sheet.ts';
import { fullWidth, smartQuotes } from './mend/signs.ts';
import { between, indentation } from './mend/spaces.ts';
import { blocks, closing, cut, plainValues, stray, templates } from './mend/values.ts';
import { type Parsed, parse } from './parse.ts';
import { quickly } from './quick/quick.ts';
import { type Chunk, split, topKey } from './split.ts';
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

/** What stands at the left edge of a manifest: nothing, a comment, a key, an item, a separator, a bracket. */
const USUAL = /^(?:[\s#]|["']?[A-Za-z][\w./-]*["']?:|- |-{3}\s*(?:#.*)?$|[{}[\]]|-?$)/;

/** Reads a file's documents. Whatever is no YAML is mended line by line, each time with a finding, and read on. */
export function readFile(whole: string): FileRead {
  const given = whole.replace(/^\uFEFF/, '').split(/\r\n|\n/);
  const isUsual = given.every((line) => USUAL.test(line) && !/^ +---\s*$/.test(line));
  const { texts, slips } = isUsual ? { texts: given, slips: [] } : mended(given, false, [foreign, separators]);
  const findings: Finding[] = slips.map((slip) => slipFinding(slip, texts, 1, new Map()));
  const roots: Node[] = [];
  for (const chunk of split(texts)) {
    if (chunk.unseparated)
      findings.push(
        finding(
          'warning',
          'missing-separator',
          { line: chunk.firstLine, path: topKey(chunk.texts[0] ?? '') ?? '' },
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
  /[^\t -~\uac00-\ud7a3]|^ *-["'A-Za-z/]|^[ -]*["']?[A-Za-z][\w./-]*["']?:[^\s]|\s#[!-~]|: +[A-Za-z][^\s"']*["']\s*$/;
const isSuspect = (text: string): boolean => SUSPECT.test(text) && !/^\s*#/.test(text);

function readChunk({ texts, firstLine }: Chunk): { root: Node; findings: readonly Finding[] } {
  const quick = quickly(texts, firstLine);
  if (quick && !texts.some(isSuspect)) return told(quick, [], texts, firstLine, false);
  // What is sure is mended first: nearly always it can be read then.
  const sure = mended(texts, false, MENDS);
  const first = (sure.slips.length === 0 ? quick : undefined) ?? read(sure.texts, firstLine);
  if (!first.problems.some(isSyntax)) return told(first, sure.slips, sure.texts, firstLine, false);
  const guessed = mended(sure.texts, true, MENDS);
  const after = guessed.slips.length === 0 ? first : read(guessed.texts, firstLine);
  return told(after, [...sure.slips, ...guessed.slips], guessed.texts, firstLine, true);
}

function told(
  parsed: Parsed,
  slips: readonly Slip[],
  texts: readonly string[],
  firstLine: number,
  wasBroken: boolean,
): { root: Node; findings: readonly Finding[] } {
  const paths = slips.length === 0 ? new Map<number, string>() : pathsByLine(parsed.root);
  const ofSlips = slips.map((slip) => slipFinding(slip, texts, firstLine, paths));
  return { root: parsed.root, findings: [...ofSlips, ...problemFindings(parsed, wasBroken)] };
}
