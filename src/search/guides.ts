import type { Document } from './document.ts';
import type { Guide } from './result.ts';
import type { SignHit } from './signs.ts';
import type { TaskHit } from './tasks.ts';

/** What was found by the numbers of documents, as the parts of documents that answer a question best. */
export interface Guides {
  idOf(doc: number): string;
  signOf(hit: SignHit): Guide;
  taskOf(hit: Pick<TaskHit, 'kind' | 'doc' | 'task'>): Guide;
}

export function guidesOf(documents: readonly Document[]): Guides {
  const idOf = (doc: number): string => documents[doc]?.id ?? '';
  return {
    idOf,
    signOf: ({ doc, sign, said, line }) => ({ kind: 'sign', id: idOf(doc), at: sign, said, line }),
    taskOf: ({ kind, doc, task: at }) =>
      kind === 'task' ? { kind, id: idOf(doc), at } : { kind, id: idOf(doc), at, line: 0 },
  };
}
