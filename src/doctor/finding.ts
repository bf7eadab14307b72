import type { Localized } from '../core/locale.ts';
import type { Node } from './node.ts';

/** A mistake in a manifest. */
export interface Finding {
  /** From 1, in the whole file. */
  line: number;
  /** `spec.containers[0].image`; of a mistake of the whole document, ''. */
  path: string;
  /** A short name that stays: `unknown-field`. */
  rule: string;
  /** `error`: kubectl or the API server refuses it. `warning`: they take it, and its author did not mean it. */
  severity: 'error' | 'warning';
  /** What is wrong, and why that is so. */
  message: Localized;
  /** The lines as they should be, or what to do where that cannot be known; null where nothing can be said. */
  fix: Localized | null;
  /** The fix is lines of YAML, the same in every language. */
  fixIsLines: boolean;
}

/** One object of a file. */
export interface ManifestDocument {
  /** The line on which it begins, from 1. */
  line: number;
  apiVersion: string | undefined;
  kind: string | undefined;
  name: string | undefined;
  namespace: string | undefined;
  root: Node;
}

/** A file as the doctor sees it. */
export interface Examination {
  documents: readonly ManifestDocument[];
  /** In the order of lines. */
  findings: readonly Finding[];
}

/** A finding's fix: YAML as it should be, or what to do. */
export type Fix = string | Localized | null;

/** A finding at a place. @param at the line, and the path of what is wrong or missing there */
export function finding(
  severity: Finding['severity'],
  rule: string,
  at: { line: number; path: string },
  message: Localized,
  fix: Fix,
): Finding {
  return {
    line: at.line,
    path: at.path,
    rule,
    severity,
    message,
    fix: typeof fix === 'string' ? { ko: fix, en: fix } : fix,
    fixIsLines: typeof fix === 'string',
  };
}
