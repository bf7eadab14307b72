import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page, ready to be sent. */
interface Asset {
  type: string;
  body: string;
}

/** What the page loads, by name; `version` changes with any of it. */
export interface Assets {
  version: string;
  files: ReadonlyMap<string, Asset>;
}

const SCRIPT = 'text/javascript; charset=utf-8';
/** Our own, which call one another by their names as files. */
const SCRIPTS = ['page', 'chat', 'complete', 'follow', 'live', 'wall', 'order', 'morph', 'clock'] as const;
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

/** Types are stripped at the start. */
const readScript = (name: string): string =>
  withoutComments(stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'client', `${name}.ts`), 'utf8')))
    .replace(/from '\.\/(\w+)\.ts'/g, "from './$1.js'")
    .replace("from 'idiomorph'", "from './idiomorph.js'");

/** Reads what the page loads. There is no build step: each start makes it anew. */
export function readAssets(): Assets {
  const style = STYLES.map((name) => readFileSync(join(import.meta.dirname, 'client', `${name}.css`), 'utf8')).join(
    '\n',
  );
  const files = new Map<string, Asset>([
    ['style.css', { type: 'text/css; charset=utf-8', body: style }],
    ['idiomorph.js', { type: SCRIPT, body: readIdiomorph() }],
    ...SCRIPTS.map((name): [string, Asset] => [`${name}.js`, { type: SCRIPT, body: readScript(name) }]),
  ]);
  const hash = createHash('sha256');
  for (const [name, { body }] of files) hash.update(`${name}\0${body}\0`);
  return { version: hash.digest('base64url').slice(0, 10), files };
}
