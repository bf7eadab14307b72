import type { Line } from '../lines.ts';
import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

const doubleQuoted = (value: string): string =>
  value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value);

/** The line with another value. */
const withValue = (line: Line, value: string): string =>
  line.text.slice(0, line.valueAt) + value + line.text.slice(line.valueAt + line.value.length);

/** Values of a template that its author did not fill in: `{{ .Values.image }}`. */
export function templates({ lines, write, slip }: Sheet): void {
  let said = false;
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code') continue;
    const isWhole = /^\{\{.*\}\}$/.test(line.text.trim());
    if (isWhole && line.key === undefined && line.dashes.length === 0) {
      write(at, '');
      // Said once: conditions and ends come in pairs.
      if (!said)
        slip(
          at,
          'template',
          text.both((t) => t.template),
          { advice: text.both((t) => t.renderFirst) },
        );
      said = true;
    } else if (line.value.startsWith('{{')) {
      write(at, withValue(line, doubleQuoted(line.value)));
      slip(
        at,
        'template',
        text.both((t) => t.template),
        { advice: text.both((t) => t.renderFirst) },
      );
    }
  }
}

/** Plain values that YAML cannot have: they begin with a sign of its own, or have a colon in them. */
export function plainValues({ lines, write, slip }: Sheet): void {
  const anchors = new Set<string>();
  for (const [at, line] of lines.entries()) {
    for (const [, name = ''] of line.text.matchAll(/(?:^|[\s[{,])&([^\s,[\]{}]+)/g)) anchors.add(name);
    if (line.role !== 'code' || line.value === '') continue;
    const { value } = line;
    const [, alias] = /^\*([^\s,[\]{}]+)$/.exec(value) ?? [];
    if (alias !== undefined && anchors.has(alias)) continue;
    const reserved =
      /^[*@`%]/.exec(value)?.[0] ??
      (/^[|>]/.test(value) && !/^[|>][-+0-9]*(?:\s|$)/.test(value) ? value[0] : undefined);
    if (reserved !== undefined) {
      write(at, withValue(line, doubleQuoted(value)));
      slip(
        at,
        'needs-quotes',
        text.both((t) => t.reserved(reserved)),
      );
      continue;
    }
    const isPlain = !/^["'[{&!|>]/.test(value) && line.dashes.length + (line.key === undefined ? 0 : 1) > 0;
    if (!isPlain || line.key === undefined) continue;
    if (/^-\s/.test(value)) {
      const [, name, rest] = /^-\s+([\w.-]+):\s+(.*)$/.exec(value) ?? [];
      write(
        at,
        withValue(line, name === undefined ? `[${value.slice(1).trim()}]` : `[{${name}: ${doubleQuoted(rest ?? '')}}]`),
      );
      slip(
        at,
        'list-on-key-line',
        text.both((t) => t.listOnKeyLine(line.key ?? '')),
        { advice: { ko: listBelow(line), en: listBelow(line) } },
      );
    } else if (/:\s|:$/.test(value)) {
      write(at, withValue(line, doubleQuoted(value)));
      slip(
        at,
        'needs-quotes',
        text.both((t) => t.colonInValue),
      );
    }
  }
}

const listBelow = ({ key, value }: Line): string => `${key}:\n  ${value}`;

/** Quotes and brackets that are never closed, or that something stands behind. */
export function closing({ lines, isBroken, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code') continue;
    const { value, unclosed } = line;
    if (unclosed === '"' || unclosed === "'") {
      write(at, withValue(line, `${value.replace(/(?<=.)["']$/, '')}${unclosed}`));
      slip(
        at,
        'unclosed-quote',
        text.both((t) => t.unclosedQuote(unclosed)),
      );
    } else if (unclosed !== undefined) {
      const close = unclosed === '[' ? ']' : '}';
      write(at, withValue(line, `${value.replace(/,$/, '')}${close}`));
      slip(
        at,
        'unclosed-bracket',
        text.both((t) => t.unclosedBracket(unclosed, close)),
      );
    } else if (isBroken && /^(?:"(?:[^"\\]|\\.)*"|'[^']*')\s*[^\s#:]/.test(value)) {
      write(at, withValue(line, doubleQuoted(value.replace(/["']/g, ''))));
      slip(
        at,
        'text-after-quote',
        text.both((t) => t.textAfterQuote),
      );
    }
  }
}

/** What behind a value looks like the rest of it, and is a comment to YAML: `hello #world2026!`. */
export function cut({ lines, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code' || line.key === undefined || line.value === '' || /^["'[{|>&*]/.test(line.value)) continue;
    const rest = line.text.slice(line.valueAt + line.value.length).trim();
    // A comment has words and a space before them; a password has neither.
    if (
      !(/^#[!-~]+$/.test(rest) && /[\d!$%&*+=?@^~]/.test(rest)) ||
      !(/^[A-Z][A-Z\d_]*$/.test(line.key) || /pass|pwd|secret|token|key|url|uri|dsn|value/i.test(line.key))
    )
      continue;
    const whole = `${line.key}: ${doubleQuoted(`${line.value} ${rest}`)}`;
    slip(
      at,
      'cut-by-comment',
      text.both((t) => t.cut(rest)),
      { severity: 'warning', advice: { ko: whole, en: whole } },
    );
  }
}

/** A quote at the end of a value that none begins: `web"`. */
export function stray({ lines, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    const { role, value } = line;
    if (role !== 'code' || !/^[A-Za-z][^\s"']*["']$/.test(value)) continue;
    write(at, withValue(line, value.slice(0, -1)));
    slip(
      at,
      'stray-quote',
      text.both((t) => t.strayQuote),
      { severity: 'warning' },
    );
  }
}

/** Text of a block that stands further out than the block. */
export function blocks({ lines, write, slip }: Sheet): void {
  let before = -2;
  for (const [at, line] of lines.entries()) {
    if (line.outdented === undefined) continue;
    write(at, ' '.repeat(line.outdented) + line.text.trimStart());
    if (before !== at - 1)
      slip(
        at,
        'block-indentation',
        text.both((t) => t.blockOutdented),
      );
    before = at;
  }
}
