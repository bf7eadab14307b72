/** The real program, as a process of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '../support/eventually.ts';
import { hear, start } from '../support/process.ts';
import { courseOf } from '../support/question-types.ts';

export interface Program {
  url: string;
  /** A private link that signs a browser in as the instructor; it works once. */
  link: string;
}

const ofThisRun: string[] = [];
process.once('exit', () => {
  for (const folder of ofThisRun) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone with the run. */
export function newFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  ofThisRun.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** `npm start` without a token. It ends when this process does: its input ends then. */
async function rehearse(env: Readonly<Record<string, string>>): Promise<Program> {
  const child = start([], { env: { WEB: 'on', PORT: '0', DOSIRAK_LOCALE: 'ko', ...env } });
  const heard = hear(child);
  const [, link = '', url = ''] = await eventually(() => {
    const found = /((http:\S+)\/in\/\S+)/.exec(heard.stdout + heard.stderr);
    if (!found) throw new Error(`no link in ${heard.stdout}${heard.stderr}`);
    return found;
  }, 50);
  return { url, link };
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** On the built-in course. */
export const builtIn = once(() => rehearse({}));

/** Stands in explanations alone: where it is seen before a question closes, an answer was told early. */
export const ONLY_AFTER = '까닭은나중에';

const why = `why: { ko: ${ONLY_AFTER} 알려 줘요., en: ${ONLY_AFTER} it is told. }`;
const both = (words: string): string => `{ ko: ${words}, en: ${words} }`;

/** A question of each simple type; those in parts and by estimate stand in test/support/question-types.ts. */
const SIMPLE = `  - type: single
    id: single
    ask: ${both('단일 물음')}
    right: ${both('바른 하나')}
    wrong: [${both('틀린 하나')}, ${both('틀린 둘')}]
    ${why}
  - type: multiple
    id: multiple
    ask: ${both('복수 물음')}
    right: [${both('바른 하나')}, ${both('바른 둘')}]
    wrong: [${both('틀린 하나')}, ${both('틀린 둘')}, ${both('틀린 셋')}]
    ${why}
  - type: boolean
    id: boolean
    ask: ${both('참거짓 물음')}
    answer: true
    ${why}
  - type: typed
    id: typed
    ask: ${both('글 물음')}
    accept: [나중답]
    ${why}
  - type: order
    id: order
    ask: ${both('차례 물음')}
    steps: [${both('걸음 일')}, ${both('걸음 이')}, ${both('걸음 삼')}]
    ${why}
  - type: number
    id: number
    ask: ${both('수 물음')}
    answer: 30
    ${why}
`;

/** A course of one concept with a question of each type. */
export function everyType(): Record<string, string> {
  const files = courseOf();
  return {
    'course.yaml': 'command: k8s\n',
    'glossary/a.md': (files['glossary/a.md'] ?? '').replace('questions:\n', `questions:\n${SIMPLE}`),
  };
}

/** On a small course of one concept, `개념 a`, with a question of each type. */
export const everyTypes = once(() => rehearse({ CONTENT_DIR: newFolder(everyType()) }));
