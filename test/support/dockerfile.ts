import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './world.ts';

interface Instruction {
  name: string;
  rest: string;
}

/** The stages of our Dockerfile, each from its FROM; a line that ends in a backslash goes on. */
export function readDockerfile(): Instruction[][] {
  const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').replaceAll(/^#.*\n/gm, '');
  const stages: Instruction[][] = [];
  for (const line of text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)) {
    const [, name = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

/** What the image that is run says, by instruction. */
export function imageOf() {
  const last = readDockerfile().at(-1) ?? [];
  const all = (name: string): string[] => last.filter((one) => one.name === name).map(({ rest }) => rest);
  const one = (name: string): string => all(name)[0] ?? '';
  return {
    all,
    one,
    env: Object.fromEntries(all('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=', 2)))) as Record<
      string,
      string
    >,
    folder: one('WORKDIR'),
  };
}
