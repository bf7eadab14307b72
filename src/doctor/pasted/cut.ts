import type { Finding } from '../finding.ts';

/** Rules that say what is not there, or that nothing beside it fits. */
const OF_ABSENCE =
  /^(?:missing-(?:field|key|handler|request)|unknown-(?:volume|port|key|reference)|selector-.+|empty-selector|idle-rules)$/;

/** Without what may only not have been copied. */
export const ofWhatIsThere = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ rule }) => !OF_ABSENCE.test(rule));
