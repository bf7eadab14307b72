import { examine } from '../../src/doctor/examine.ts';
import type { Finding } from '../../src/doctor/finding.ts';

/** A manifest as a test writes it: without the margin and the first and last line of its template. */
export function manifest(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const margin = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(margin)).join('\n');
}

/** What is found in a manifest: `12 error unknown-field spec.replica`. */
export const found = (text: string): string[] =>
  examine(manifest(text)).findings.map(({ line, severity, rule, path }) => `${line} ${severity} ${rule} ${path}`);

/** The first finding. @throws where there is none */
export function first(text: string): Finding {
  const [one] = examine(manifest(text)).findings;
  if (one === undefined) throw new Error('nothing was found');
  return one;
}

/** A Pod whose spec has these lines under it. */
export const pod = (spec: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${manifest(spec).replace(/^(?=.)/gm, '  ')}`;

/** A Pod with one container that has these lines as well; they begin in line 9. */
export const container = (more: string): string =>
  pod(`containers:\n  - name: web\n    image: nginx:1.27\n${manifest(more).replace(/^(?=.)/gm, '    ')}`);

/** The lines of the first finding's fix; undefined where it is told in words. */
export function fixOf(text: string): string | undefined {
  const { fix, fixIsLines } = first(text);
  return fixIsLines ? fix?.ko : undefined;
}
