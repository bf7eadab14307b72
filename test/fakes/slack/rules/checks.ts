/** The checks that make up the rules: each takes a field that is there, and refuses what is wrong with it. */

import { type Field, isRecord, lengthOf } from './form.ts';
import * as problems from './problems.ts';
import type { Scene } from './scene.ts';

export type Check = (field: Field, scene: Scene) => void;
export type Checks = Readonly<Record<string, Check>>;

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

/** Of most addresses. */
const MAX_URL = 3000;

export const isGiven = (field: Field): boolean => field.value !== undefined;

export const anything: Check = () => {};

export const text =
  ({ min = 0, max = Number.POSITIVE_INFINITY }: Range = {}): Check =>
  (field) => {
    if (typeof field.value !== 'string') field.refuse(problems.notA('string'));
    else if (lengthOf(field.value) < min) field.refuse(problems.tooShort(min));
    else if (lengthOf(field.value) > max) field.refuse(problems.tooLong(max));
  };

/** A text that is not empty. */
export const filled = (max?: number): Check => text({ min: 1, max });

/** Text of a form, such as a date; `example` is what the problem names. */
export const formatted =
  (pattern: RegExp, example: string): Check =>
  (field) => {
    if (typeof field.value !== 'string') field.refuse(problems.notA('string'));
    else if (!pattern.test(field.value)) field.refuse(problems.guessed.badFormat(example));
  };

export const url =
  (max = MAX_URL): Check =>
  (field, scene) => {
    filled(max)(field, scene);
    if (typeof field.value !== 'string' || field.value === '') return;
    if (!/^https?:\/\//.test(field.value) || !URL.canParse(field.value)) field.refuse(problems.notUrl);
  };

export const flag: Check = (field) => {
  if (typeof field.value !== 'boolean') field.refuse(problems.notA('boolean'));
};

export const integer =
  ({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: Range = {}): Check =>
  ({ value, refuse }) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) refuse(problems.notA('integer'));
    else if (value < min) refuse(problems.guessed.numberMin(min));
    else if (value > max) refuse(problems.guessed.numberMax(max));
  };

/** A number that may have a fraction. */
export const number: Check = ({ value, refuse }) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(problems.notA('number'));
};

export const oneOf =
  (...values: readonly unknown[]): Check =>
  ({ value, refuse }) => {
    if (!values.includes(value)) refuse(problems.notAllowedValue);
  };

/** The entries of a field; none when it holds no list. */
export const entries = (field: Field): Field[] =>
  Array.isArray(field.value) ? field.value.map((_, index) => field.at(index)) : [];

export const list =
  (each: Check, { min = 0, max = Number.POSITIVE_INFINITY }: Range = {}): Check =>
  (field, scene) => {
    if (!Array.isArray(field.value)) {
      field.refuse(problems.notA('array'));
      return;
    }
    if (field.value.length < min) field.refuse(problems.guessed.tooFew(min));
    if (field.value.length > max) field.refuse(problems.tooMany(max));
    for (const entry of entries(field)) each(entry, scene);
  };

/** A list that is not empty. */
export const filledList = (each: Check, max?: number): Check => list(each, { min: 1, max });

/** An object with these fields and no others. */
export const shape =
  (required: Checks, optional: Checks = {}): Check =>
  (field, scene) => {
    if (!isRecord(field.value)) {
      field.refuse(problems.notA('object'));
      return;
    }
    for (const name of Object.keys(required)) if (!isGiven(field.at(name))) field.refuse(problems.missing(name));
    const checks: Checks = { ...required, ...optional };
    for (const name of Object.keys(field.value)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (!check) field.refuse(problems.unknownProperty(name));
      else if (isGiven(field.at(name))) check(field.at(name), scene);
    }
  };

/** Several checks of one field. */
export const all =
  (...checks: readonly Check[]): Check =>
  (field, scene) => {
    for (const check of checks) check(field, scene);
  };

export const exactlyOneOf =
  (...names: readonly string[]): Check =>
  (field) => {
    const given = names.filter((name) => isGiven(field.at(name)));
    if (isRecord(field.value) && given.length !== 1) field.refuse(problems.guessed.exactlyOne(names));
  };

export const atLeastOneOf =
  (...names: readonly string[]): Check =>
  (field) => {
    const isThere = names.some((name) => isGiven(field.at(name)));
    if (isRecord(field.value) && !isThere) field.refuse(problems.guessed.atLeastOne(names));
  };

export const notBothOf =
  (...names: readonly string[]): Check =>
  (field) => {
    if (names.every((name) => isGiven(field.at(name)))) field.refuse(problems.guessed.notBoth(names));
  };

/** An object of one of the types of the table, checked as the table says. */
export const typed =
  (table: Checks): Check =>
  (field, scene) => {
    if (!isRecord(field.value)) {
      field.refuse(problems.notA('object'));
      return;
    }
    const { type } = field.value;
    const check = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined;
    if (type === undefined) field.refuse(problems.missing('type'));
    else if (check) check(field, scene);
    else field.at('type').refuse(problems.unsupportedType(type));
  };
