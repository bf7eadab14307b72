/** The checks Discord makes of a single field. Each refuses what is wrong and returns what is usable. */

import { type Field, isGiven, isRecord, lengthOf } from './form.ts';
import * as problems from './problems.ts';

interface Length {
  min?: number;
  max: number;
  required?: boolean;
}

interface Range {
  min?: number;
  max?: number;
  required?: boolean;
  kind?: 'int' | 'number';
}

const isMissing = (field: Field, required = false): boolean => {
  if (isGiven(field)) return false;
  if (required) field.refuse(problems.required);
  return true;
};

const checkLength = (field: Field, length: number, { min, max }: Length): void => {
  if (min === undefined) {
    if (length > max) field.refuse(problems.tooLong(max));
  } else if (length < min || length > max) {
    field.refuse(problems.badLength(min, max));
  }
};

export const text = (field: Field, length: Length): string | undefined => {
  if (isMissing(field, length.required)) return undefined;
  if (typeof field.value !== 'string') {
    field.refuse(problems.notText(field.value));
    return undefined;
  }
  if (length.required && field.value.trim() === '') field.refuse(problems.required);
  else checkLength(field, lengthOf(field.value), length);
  return field.value;
};

export const number = (field: Field, { min, max, required, kind = 'int' }: Range = {}): number | undefined => {
  if (isMissing(field, required)) return undefined;
  const { value } = field;
  if (typeof value !== 'number' || (kind === 'int' && !Number.isInteger(value))) {
    field.refuse(problems.notA(kind, value));
    return undefined;
  }
  if (min !== undefined && value < min) field.refuse(problems.numberMin(min));
  if (max !== undefined && value > max) field.refuse(problems.numberMax(max));
  return value;
};

export const boolean = (field: Field): boolean | undefined => {
  if (isMissing(field)) return undefined;
  if (typeof field.value === 'boolean') return field.value;
  field.refuse(problems.notBoolean);
  return undefined;
};

export const choice = (field: Field, values: readonly unknown[], required = false): void => {
  if (isMissing(field, required)) return;
  if (!values.includes(field.value)) field.refuse(problems.choices(values));
};

/** The entries of a list; none when it is missing or no list. */
export const list = (field: Field, length: Length): Field[] => {
  if (isMissing(field, length.required)) return [];
  if (!Array.isArray(field.value)) {
    field.refuse(problems.notList);
    return [];
  }
  checkLength(field, field.value.length, length);
  return field.value.map((_, index) => field.at(index));
};

/** A list whose entries are known values, none twice. */
export const setOf = (field: Field, values: readonly unknown[]): void => {
  const seen = new Set<unknown>();
  for (const entry of list(field, { max: Number.POSITIVE_INFINITY })) {
    choice(entry, values, true);
    if (seen.has(entry.value)) entry.refuse(problems.alreadyContained);
    seen.add(entry.value);
  }
};

/** Whether the field holds an object to look into. */
export const object = (field: Field, required = false): boolean => {
  if (isMissing(field, required)) return false;
  if (isRecord(field.value)) return true;
  field.refuse(problems.notObject);
  return false;
};

export const isSnowflake = (value: unknown): value is string => typeof value === 'string' && /^\d{15,20}$/.test(value);

export const snowflake = (field: Field): void => {
  if (!isMissing(field, true) && !isSnowflake(field.value)) field.refuse(problems.notA('snowflake', field.value));
};

export const url = (
  field: Field,
  { schemes, max, required }: { schemes: readonly string[]; max: number; required?: boolean },
): string | undefined => {
  const value = text(field, required === undefined ? { max } : { max, required });
  if (value === undefined || value === '') return undefined;
  // A file name need not be a well-formed host.
  if (value.startsWith('attachment://') && schemes.includes('attachment')) return value;
  if (!URL.canParse(value)) {
    field.refuse(problems.notUrl);
    return undefined;
  }
  const scheme = new URL(value).protocol.slice(0, -1);
  if (!schemes.includes(scheme)) {
    field.refuse(problems.wrongScheme(scheme, schemes));
    return undefined;
  }
  return value;
};

/** A group of files Discord knows, or an extension with its dot. */
export const fileTypes = (field: Field): void => {
  for (const type of list(field, { max: 10 })) {
    const name = text(type, { min: 1, max: 100, required: true });
    if (name !== undefined && !name.startsWith('.')) choice(type, ['image', 'video', 'audio']);
  }
};
