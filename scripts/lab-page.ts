/**
 * `node scripts/lab-page.ts`: writes docs/lab.md, which tells what of a lab is as in Kubernetes, in the words of the tests that
 * hold it so, and what is not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES } from '../src/lab/api/discovery.ts';
import { KINDS } from '../src/lab/kinds/kinds.ts';
import { apiVersionOf } from '../src/lab/kinds/row.ts';
import { DIFFERENCES } from './lab/differences.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'docs/lab.md');

/** A section, and the files of tests below test/lab that hold what it says. */
const SECTIONS = {
  api: {
    title: 'The API',
    files: [
      'api/writing',
      'api/refusals',
      'api/apply',
      'api/parts',
      'api/access',
      'api/log',
      'http/guest',
      'http/ports',
    ],
  },
  pods: {
    title: 'Pods',
    files: ['nodes/life', 'nodes/containers', 'nodes/inside', 'nodes/probes', 'nodes/usage', 'nodes/snapshot'],
  },
  scheduling: { title: 'Nodes and scheduling', files: ['nodes/scheduler', 'nodes/failure'] },
  workloads: {
    title: 'Workloads and autoscaling',
    files: [
      ...['controllers/deployment', 'controllers/sets', 'controllers/job', 'controllers/autoscaler'],
      'controllers/replicationcontroller',
    ],
  },
  network: { title: 'Services, names and policies', files: ['controllers/service', 'nodes/network', 'nodes/ingress'] },
  storage: { title: 'Configuration, storage and limits', files: ['controllers/storage', 'controllers/admission'] },
  shell: {
    title: 'What runs in containers',
    files: ['images/images', 'images/shell', 'images/hostile', 'nodes/kubectl-cp.program'],
  },
  chat: { title: '/kubectl in chat', files: ['kubectl/real.program', 'kubectl/reply'] },
} as const;

/** The titles of a file's tests; those of a table of cases are not told one by one. */
function titlesIn(file: string): string[] {
  const text = readFileSync(join(ROOT, 'test/lab', `${file}.test.ts`), 'utf8');
  return Array.from(text.matchAll(/^ *test\(\s*(['"`])(.+?)\1, /gm), ([, , title = '']) =>
    title.replaceAll(/\\(['"`])/g, '$1'),
  );
}

const list = (lines: readonly string[]): string =>
  lines.map((line) => `- ${line.slice(0, 1).toUpperCase()}${line.slice(1)}`).join('\n');

/** The whole page. */
export function labPage(): string {
  const kinds = KINDS.map((row) => {
    const parts = (row.parts ?? []).map((part) => `\`${part}\``).join(', ');
    return `| ${row.kind} | \`${apiVersionOf(row)}\` | ${parts} |`;
  });
  const sections = Object.entries(SECTIONS).map(([name, { title, files }]) => {
    const [, others = []] = Object.entries(DIFFERENCES).find(([of]) => of === name) ?? [];
    return `## ${title}\n\nAs in Kubernetes, held by tests:\n\n${list(files.flatMap(titlesIn))}\n\nOtherwise:\n\n${list(others)}\n`;
  });
  return `# What a lab is, and what it is not

A lab (\`/lab\`) speaks the API of Kubernetes ${KUBERNETES} and is used with a real kubectl, 1.31 or newer. Behind the API are three nodes that are imitated: nothing that a student applies runs on the machine. \`node scripts/lab-page.ts\` writes this page from the tests.

| kind | API | parts |
| --- | --- | --- |
${kinds.join('\n')}

${sections.join('\n')}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, labPage());
