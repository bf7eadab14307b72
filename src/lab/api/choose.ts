import { badRequest } from '../engine/errors.ts';
import type { Thing } from '../engine/object.ts';
import { meets } from '../engine/selectors.ts';
import type { Row } from '../kinds/row.ts';
import type { Selector } from '../kinds/types.ts';

type Requirement = NonNullable<Selector['matchExpressions']>[number];

const FORM = /^(!?)\s*([\w./-]+)\s*(?:(==?|!=)\s*([\w.-]*)|\s(in|notin)\s*\(([^()]*)\)|([<>])\s*(-?\d+))?$/;

/** `app=web,tier in (a, b),!old` -> what labels have to be (apimachinery/pkg/labels). @throws ApiError */
function readLabels(words: string): readonly Requirement[] {
  return splitAtCommas(words).map((one) => {
    const [, not, key, equals, value = '', among, list = '', than, number = ''] = FORM.exec(one.trim()) ?? [];
    if (key === undefined) throw badRequest(`unable to parse requirement: ${one.trim()}`);
    if (not === '!') return { key, operator: 'DoesNotExist' };
    if (equals !== undefined) return { key, operator: equals === '!=' ? 'NotIn' : 'In', values: [value] };
    if (among !== undefined)
      return { key, operator: among === 'in' ? 'In' : 'NotIn', values: list.split(',').map((each) => each.trim()) };
    if (than !== undefined) return { key, operator: than === '>' ? 'Gt' : 'Lt', values: [number] };
    return { key, operator: 'Exists' };
  });
}

/** At commas, but for those in brackets. */
function splitAtCommas(words: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of words) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.filter((one) => one.trim() !== '');
}

/** What of a kind a request chooses by its selectors. @throws ApiError where one cannot be read. */
export function chosenBy(row: Row, query: URLSearchParams): (object: Thing) => boolean {
  const labels = readLabels(query.get('labelSelector') ?? '');
  const fields = splitAtCommas(query.get('fieldSelector') ?? '').map((one) => {
    const [, key = '', sign = '', value = ''] = /^([\w.]+)\s*(==?|!=)\s*(.*)$/.exec(one.trim()) ?? [];
    if (sign === '') throw badRequest(`invalid field selector: ${one}`);
    return { key, isEqual: sign !== '!=', value };
  });
  const known = { ...COMMON, ...row.fields };
  for (const { key } of fields) if (!Object.hasOwn(known, key)) throw badRequest(`field label not supported: ${key}`);
  return (object) =>
    labels.every((one) => meets(object.metadata.labels ?? {}, one)) &&
    fields.every(({ key, isEqual, value }) => (known[key]?.(object) === value) === isEqual);
}

const COMMON: NonNullable<Row['fields']> = {
  'metadata.name': ({ metadata }) => metadata.name,
  'metadata.namespace': ({ metadata }) => metadata.namespace ?? '',
};
