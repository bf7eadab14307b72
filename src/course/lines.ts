import type { Section, Term } from '../content/model.ts';

/** `k8s <id>`: looks a concept or a chapter's section up. */
export const lookupLine = ({ id }: Pick<Term | Section, 'id'>): string => `k8s ${id}`;

/** `quiz <id>`: starts a practice on a concept or a chapter's section. */
export const quizLine = ({ id }: Pick<Term | Section, 'id'>): string => `quiz ${id}`;
