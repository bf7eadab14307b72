import type { Localized } from '../core/locale.ts';

/** One thing that can be found. Texts may be in any language. */
export interface Document {
  id: string;
  kind: 'term' | 'section';
  /** Of a section: the number that its chapter is called by. */
  chapter?: number;
  title: Localized;
  /** Other names that people call it by; an exact one is as good as the title. */
  names: readonly string[];
  /** Names that people write by mistake. */
  misspellings: readonly string[];
  /** How people ask for it without naming it, one phrase each. */
  asks: readonly string[];
  definition: string;
  /** What messages look like that it explains. */
  signs: readonly { says: readonly string[]; asks: readonly string[]; general: boolean; healthy: boolean }[];
  /** What people do with it, each as they say it. */
  tasks: readonly (readonly string[])[];
  /** Of each task the commands that do it, as a student may type them. */
  commands: readonly (readonly string[])[];
  /** It has an example to show. */
  hasExample: boolean;
  /** Everything else that is said of it. */
  body: string;
}
