import type { Thing } from '../engine/object.ts';
import type { Column, Row } from '../kinds/row.ts';

/** `7s`, `3m20s`, `5h`, `2d3h`: as kubectl tells how long something is (apimachinery/pkg/util/duration, HumanDuration). */
export function humanDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m${seconds % 60}s`;
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return minutes % 60 === 0 ? `${hours}h` : `${hours}h${minutes % 60}m`;
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return hours % 24 === 0 ? `${days}d` : `${days}d${hours % 24}h`;
  if (days < 365 * 2) return `${days}d`;
  const years = Math.floor(days / 365);
  if (days < 365 * 8) return days % 365 === 0 ? `${years}y` : `${years}y${days % 365}d`;
  return `${years}y`;
}

export const ageOf = (since: string | undefined, now: number): string =>
  since === undefined ? '<unknown>' : humanDuration(now - Date.parse(since));

const NAME: Column<Thing> = { name: 'Name', cell: ({ metadata }) => metadata.name };
const AGE: Column<Thing> = { name: 'Age', cell: ({ metadata }, now) => ageOf(metadata.creationTimestamp, now) };

/** A row's columns, with its name in front, and its age where nothing else was said of that. */
export function columnsOf(row: Row): readonly Column<Thing>[] {
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
