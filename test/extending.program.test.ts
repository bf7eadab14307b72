/** What CONTRIBUTING.md says to add, added to a copy of the project just as it says: the checks pass, and it works. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isWhole } from './support/sample.ts';
import { folderOf, ROOT } from './support/world.ts';

const COPIED = [
  ...['src', 'commands', 'content', 'test', 'bench', 'docs', 'deploy', 'scripts', '.ci', '.github'],
  ...[
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    'vitest.programs.config.ts',
    '.env.example',
  ],
  ...['README.md', 'README.en.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'Dockerfile', 'compose.yaml'],
];

/** Files of the page by their paths, as they stand behind the fence: ```ts commands/dice.ts */
function worked(): [path: string, text: string][] {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  return Array.from(page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm), ([, path = '', text = '']) => [path, text]);
}

/** Replaces what the page says to change; where it is not there, the page is out of date. */
function edit(file: string, what: RegExp, by: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(what, by);
  if (after === before) throw new Error(`${file} has no ${what}`);
  writeFileSync(file, after);
}

const run = async (folder: string, ...args: readonly string[]): Promise<string> => {
  const { CI: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)('npm', args, { cwd: folder, env }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`npm ${args.join(' ')}: ${error.stdout}\n${error.stderr}`);
    },
  );
  return stdout;
};

/** Tests that say something of what was added. */
const TESTS = [
  ...['test/readme.test.ts', 'test/app/commands.test.ts'],
  ...['test/questions/types.test.ts', 'test/content/course.test.ts'],
];

/** What `npm run check` and `npm test` do with what was added; all that they do takes a whole minute of a core. */
async function check(copy: string, changed: readonly string[]): Promise<void> {
  if (isWhole) await run(copy, 'run', 'check');
  else {
    const types = { extends: './tsconfig.json', include: ['src', 'commands'] };
    writeFileSync(join(copy, 'tsconfig.src.json'), JSON.stringify(types));
    await run(copy, 'exec', '--', 'tsc', '-p', 'tsconfig.src.json', '--singleThreaded');
    await run(copy, 'exec', '--', 'biome', 'check', ...changed);
    await run(copy, 'exec', '--', 'knip');
    await run(copy, 'exec', '--', 'vitest', 'run', '--mode', 'rules', '--maxWorkers', '1');
  }
  await run(copy, 'exec', '--', 'vitest', 'run', '--maxWorkers', '1', ...TESTS);
}

test('a term, a command and a question type are added as the page says', async () => {
  const copy = folderOf({});
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const files = worked();
  expect(files.map(([path]) => path)).toEqual([
    'content/glossary/example-probe.md',
    'commands/dice.ts',
    'src/questions/exact.ts',
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const types = join(copy, 'src/questions/types.ts');
  edit(types, /^const TYPES = \{ (.*) \};$/m, 'const TYPES = { $1, exact };');
  edit(types, /^(import .* from '\.\/(?:exchange|fields)\.ts';)$/m, "import { exact } from './exact.ts';\n$1");
  edit(join(copy, 'README.md'), /^\| `\/dosirak/m, '| `/dice [면의 수]` | 주사위를 굴려요 |\n| `/dosirak');
  edit(join(copy, 'README.en.md'), /^\| `\/dosirak/m, '| `/dice [number of sides]` | Rolls a die |\n| `/dosirak');
  const row = '| `exact` | `answer` | … |\n';
  for (const readme of ['README.md', 'README.en.md']) edit(join(copy, readme), /^\| `order`/m, `${row}| \`order\``);
  const both = 'ask: { ko: 그대로 적어요., en: Type it. }, why: { ko: 이름이에요., en: Its name. }';
  const question = `questions:\n  - { type: exact, ${both}, answer: CrashLoopBackOff }\n`;
  edit(join(copy, 'content/glossary/example-probe.md'), /^questions:\n/m, question);

  await run(copy, 'run', 'content:ids');
  await check(copy, [...files.map(([path]) => path), 'src/questions/types.ts']);
  const asked = execFile('npm', ['run', '--silent', 'ask'], { cwd: copy });
  asked.stdin?.end('/dice 20\n/k8s 예시 탐침\n');
  let answers = '';
  for await (const chunk of asked.stdout ?? []) answers += String(chunk);
  expect(answers).toContain('🎲 ');
  expect(answers).toContain('용어의 설명은 여기에 적어요.');
});
