import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../../language/memoize.ts';

/** A file of the page, ready to be sent. */
interface Asset {
  type: string;
  body: string;
}

/** What the page loads, by name, made when it is first asked for; `version` changes with any of it. */
export interface Assets {
  version: string;
  files: ReadonlyMap<string, () => Asset>;
}

const SCRIPT = 'text/javascript; charset=utf-8';
/** Our own, which call one another by their names as files. */
const SCRIPTS = ['page', 'chat', 'complete', 'follow', 'live', 'wall', 'order', 'copy', 'morph', 'clock'] as const;
/** Parts of the style, one after the other. */
const STYLES = ['style', 'live', 'wall'] as const;

/** The library as a module: its package has a module that is five times as large. */
function readIdiomorph(): string {
  const folder = dirname(fileURLToPath(import.meta.resolve('idiomorph')));
  return `${readFileSync(join(folder, 'idiomorph.min.js'), 'utf8')}\nexport { Idiomorph };\n`;
}

/** Without lines that are comments, and without indents: phones load what is left. */
function withoutComments(source: string): string {
  let isInside = false;
  const kept = source.split('\n').flatMap((line) => {
    const text = line.trim();
    const begins = text.startsWith('/*');
    const isComment = isInside || begins || text.startsWith('//') || text === '';
    if (isInside || begins) isInside = !text.endsWith('*/');
    return isComment ? [] : [text];
  });
  return kept.join('\n');
}

/** What browsers run of a client's file: without types, by the names of addresses. */
const scriptOf = (source: string): string =>
  withoutComments(stripTypeScriptTypes(source))
    .replace(/from '\.\/(\w+)\.ts'/g, "from './$1.js'")
    .replace("from 'idiomorph'", "from './idiomorph.js'");

/**
 * Reads what the page loads. There is no build step: types are stripped by each process, but only once a browser asks,
 * since what strips them is larger than the rest of a bot that waits.
 */
export function readAssets(): Assets {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, 'client', name), 'utf8');
  const sources: readonly (readonly [name: string, source: string, asset: (source: string) => Asset])[] = [
    [
      'style.css',
      STYLES.map((name) => read(`${name}.css`)).join('\n'),
      (body) => ({ type: 'text/css; charset=utf-8', body }),
    ],
    ['idiomorph.js', readIdiomorph(), (body) => ({ type: SCRIPT, body })],
    ...SCRIPTS.map(
      (name) =>
        [`${name}.js`, read(`${name}.ts`), (source: string) => ({ type: SCRIPT, body: scriptOf(source) })] as const,
    ),
  ];
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const [name, source] of sources) hash.update(`${name}\0${source}\0`);
  const files = new Map(sources.map(([name, source, asset]) => [name, once(() => asset(source))]));
  return { version: hash.digest('base64url').slice(0, 10), files };
}
