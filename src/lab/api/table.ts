import type { Thing } from '../engine/object.ts';
import { AGE, NAME } from '../kinds/columns/words.ts';
import type { Column, Row } from '../kinds/row.ts';
import type { ApiRequest } from './messages.ts';

/** Does a client that prints ask? */
export const wantsTable = ({ headers }: ApiRequest): boolean => /as=Table/.test(headers.accept ?? '');

/** A row's columns, with its name in front, and its age where nothing else was said of that. */
function columnsOf(row: Row): readonly Column<Thing>[] {
  const own = row.columns ?? [];
  if (own.some(({ name }) => name === 'Age' || name === 'Name'))
    return own.some(({ name }) => name === 'Name') ? own : [NAME, ...own];
  const wide = own.findIndex(({ priority }) => priority === 1);
  return wide < 0 ? [NAME, ...own, AGE] : [NAME, ...own.slice(0, wide), AGE, ...own.slice(wide)];
}

/** What a client that prints gets of objects (`meta.k8s.io/v1` Table); `include`: how much of each comes with it. */
export function tableOf(
  row: Row,
  objects: readonly Thing[],
  {
    now,
    include,
    metadata,
    withColumns = true,
  }: { now: number; include: string | null; metadata: object; withColumns?: boolean },
): object {
  const columns = columnsOf(row);
  return {
    ...{ kind: 'Table', apiVersion: 'meta.k8s.io/v1', metadata },
    columnDefinitions: withColumns
      ? columns.map(({ name, type = 'string', priority = 0 }) => ({
          ...{ name, type, format: name === 'Name' ? 'name' : '', description: '', priority },
        }))
      : null,
    rows: objects.map((object) => ({
      cells: columns.map(({ cell }) => cell(object, now)),
      ...objectOf(object, include),
    })),
  };
}

function objectOf(object: Thing, include: string | null): object {
  if (include === 'None') return {};
  if (include === 'Object') return { object };
  const { metadata } = object;
  return { object: { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata } };
}
