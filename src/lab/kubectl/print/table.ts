import { isObject } from '../../../core/json.ts';
import { GET, lineUp } from './tabs.ts';

/** What the API answers a client that prints (`meta.k8s.io/v1` Table). */
export interface Table {
  columns: readonly { name: string; format: string; priority: number }[];
  rows: readonly Row[];
}

export interface Row {
  cells: readonly unknown[];
  object: Record<string, unknown>;
}

export interface TableOptions {
  wide: boolean;
  headers: boolean;
  showLabels: boolean;
  labelColumns: readonly string[];
  withNamespace: boolean;
  /** `pod`, `deployment.apps`: put before names. */
  kindName: string | undefined;
}

const listIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Reads a table; undefined for an answer that is none. */
export function readTable(value: unknown): Table | undefined {
  if (!isObject(value) || value.kind !== 'Table') return undefined;
  return {
    columns: listIn(value.columnDefinitions).map(({ name, format, priority }) => ({
      name: String(name),
      format: String(format),
      priority: Number(priority ?? 0),
    })),
    rows: listIn(value.rows).map(({ cells, object }) => ({
      cells: Array.isArray(cells) ? cells : [],
      object: isObject(object) ? object : {},
    })),
  };
}

const metadataOf = ({ object }: Row): Record<string, unknown> => (isObject(object.metadata) ? object.metadata : {});
const labelsOf = (row: Row): Record<string, unknown> => {
  const { labels } = metadataOf(row);
  return isObject(labels) ? labels : {};
};

/** `a=1,b=2` in the order of keys, or what stands for none. */
const labelsText = (labels: Readonly<Record<string, unknown>>): string =>
  Object.keys(labels)
    .sort()
    .map((key) => `${key}=${String(labels[key])}`)
    .join(',') || '<none>';

/** A cell ends where its line does. */
function cellText(cell: unknown): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  const end = text.search(/[\n\r\f]/);
  return (end < 0 ? text : `${text.slice(0, end)}...`).replaceAll('\t', ' ');
}

/** `app.kubernetes.io/name` -> NAME: what a label's column is called. */
const headerOf = (label: string): string => label.slice(label.lastIndexOf('/') + 1).toUpperCase();

/** The lines of a table, with tabs between cells (cli-runtime/pkg/printers/tableprinter.go). */
export function tableLines({ columns, rows }: Table, options: TableOptions): string[] {
  if (rows.length === 0) return [];
  const shown = columns.flatMap(({ name, format, priority }, at) =>
    options.wide || priority === 0 ? [{ name, format, at }] : [],
  );
  const nameAt = columns.findIndex(({ format }) => format === 'name');
  const header = [
    ...(options.withNamespace ? ['NAMESPACE'] : []),
    ...shown.map(({ name }) => name.toUpperCase()),
    ...options.labelColumns.map(headerOf),
    ...(options.showLabels ? ['LABELS'] : []),
  ];
  const lines = rows.map((row) => {
    const labels = labelsOf(row);
    return [
      ...(options.withNamespace ? [String(metadataOf(row).namespace ?? '')] : []),
      ...shown.map(({ at }) => {
        const text = cellText(row.cells[at]);
        return at === nameAt && options.kindName !== undefined ? `${options.kindName}/${text}` : text;
      }),
      ...options.labelColumns.map((label) => cellText(labels[label])),
      ...(options.showLabels ? [labelsText(labels)] : []),
    ].join('\t');
  });
  return options.headers ? [header.join('\t'), ...lines] : lines;
}

export const printTable = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${lineUp(lines.join('\n'), GET)}\n`;
