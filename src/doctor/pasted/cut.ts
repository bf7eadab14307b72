import type { Finding } from '../finding.ts';

/** Rules that say what is not there, that nothing beside it fits, or that it is never closed. */
const OF_ABSENCE = new Set([
  ...['missing-field', 'missing-key', 'missing-handler', 'missing-request', 'restart-policy', 'idle-rules'],
  ...['unknown-volume', 'unknown-port', 'unknown-key', 'unknown-reference', 'unknown-alias'],
  ...['selector-mismatch', 'selector-finds-none', 'empty-selector'],
  ...['yaml-syntax', 'unclosed-bracket', 'unclosed-quote'],
]);

/** Without what may only not have been copied. */
export const ofWhatIsThere = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ rule }) => !OF_ABSENCE.has(rule));
