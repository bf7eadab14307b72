import { readFile } from 'node:fs/promises';
import { messageOf, StartError } from '../core/errors.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Mode, Program } from './program.ts';

/** A finding as it is printed: its fix as text, whether lines or advice. */
const printed = ({ line, path, rule, severity, message, fix }: Finding) => ({
  line,
  path,
  rule,
  severity,
  message,
  fix,
});

async function textOf(file: string, { warn }: Program): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    warn(`${file}: ${messageOf(error)}`);
    return undefined;
  }
}

/** Examines manifests; for each file a line of JSON. Fails with 1 where one has errors, with 2 where one cannot be read. */
export const run: Mode = async (program) => {
  const { args, paths, print, fail } = program;
  if (args.length === 0) throw new StartError('give the files of manifests: npm run --silent manifest -- pod.yaml');
  for (const [index, file] of args.entries()) {
    const text = await textOf(paths[index] ?? file, program);
    if (text === undefined) {
      fail(2);
      continue;
    }
    const { documents, findings } = examine(text);
    if (findings.some(({ severity }) => severity === 'error')) fail(1);
    print(JSON.stringify({ file, documents: documents.length, findings: findings.map(printed) }));
  }
};
