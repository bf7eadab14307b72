import { isObject } from '../../../core/json.ts';
import { goText } from '../print/output.ts';
import { keys } from '../read.ts';
import { type Describer, describeEvents, describeHead } from './describer.ts';
import type { Page } from './page.ts';

const SKIPPED = new Set([
  ...['metadata.managedFields', 'metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations'],
]);
const ACRONYMS = new Set(['API', 'URL', 'UID', 'OSB', 'GUID']);

/** `holderIdentity` -> `Holder Identity` (kubectl/pkg/describe, smartLabelFor). */
function titleOf(field: string): string {
  if (!/^[\p{L}-]*$/u.test(field)) return field;
  const words = field.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}]+|-/gu) ?? [field];
  return words
    .map((word) =>
      ACRONYMS.has(word.toUpperCase()) ? word.toUpperCase() : `${word[0]?.toUpperCase()}${word.slice(1)}`,
    )
    .join(' ');
}

function describeFields(page: Page, level: number, fields: Readonly<Record<string, unknown>>, path: string): void {
  for (const field of keys(fields)) {
    const here = path === '' ? field : `${path}.${field}`;
    if (SKIPPED.has(here)) continue;
    const value = fields[field];
    if (isObject(value)) {
      page.line(level, `${titleOf(field)}:`);
      describeFields(page, level + 1, value, here);
    } else if (Array.isArray(value)) {
      page.line(level, `${titleOf(field)}:`);
      for (const one of value) {
        if (isObject(one)) describeFields(page, level + 1, one, here);
        else page.line(level + 1, goText(one));
      }
    } else page.line(level, `${titleOf(field)}:\t${goText(value)}`);
  }
}

/** Whatever has no words of its own: all its fields. */
export const describeGeneric: Describer = (page, item, looking) => {
  describeHead(page, item);
  describeFields(page, 0, item, '');
  describeEvents(page, looking);
};
