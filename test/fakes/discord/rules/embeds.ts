/** The embeds of a message without components V2. */

import { boolean, list, number, object, text, url } from './checks.ts';
import { type Field, isGiven, isRecord, lengthOf } from './form.ts';
import * as problems from './problems.ts';

const CONTENTS = ['title', 'description', 'fields', 'footer', 'author', 'image', 'thumbnail', 'video'] as const;

export const embeds = (field: Field): void => {
  const all = list(field, { max: 10 });
  for (const each of all) if (object(each, true)) embed(each);
  if (all.reduce((sum, { value }) => sum + sizeOf(value), 0) > 6000) field.refuse(problems.embedsTooLarge);
};

const embed = (field: Field): void => {
  if (!CONTENTS.some((name) => isGiven(field.at(name)))) field.at('description').refuse(problems.required);
  trimmed(field.at('title'), 256);
  trimmed(field.at('description'), 4096);
  url(field.at('url'), { schemes: ['http', 'https'], max: 2048 });
  number(field.at('color'), { min: 0, max: 0xff_ff_ff });
  const time = field.at('timestamp');
  if (typeof time.value === 'string' && Number.isNaN(Date.parse(time.value))) time.refuse(problems.notDate(time.value));
  const footer = field.at('footer');
  if (object(footer)) trimmed(footer.at('text'), 2048, true);
  const author = field.at('author');
  if (object(author)) {
    trimmed(author.at('name'), 256, true);
    url(author.at('url'), { schemes: ['http', 'https'], max: 2048 });
  }
  for (const name of ['image', 'thumbnail']) {
    const image = field.at(name);
    if (object(image)) url(image.at('url'), { schemes: ['http', 'https', 'attachment'], max: 2048, required: true });
  }
  for (const each of list(field.at('fields'), { max: 25 })) {
    if (!object(each, true)) continue;
    trimmed(each.at('name'), 256, true);
    trimmed(each.at('value'), 1024, true);
    boolean(each.at('inline'));
  }
};

/** Discord trims the texts of embeds before it measures them. */
const trimmed = (field: Field, max: number, required = false): void => {
  const { value } = field;
  text(typeof value === 'string' ? { ...field, value: value.trim() } : field, { max, required });
};

const sizeOf = (embed: unknown): number => {
  if (!isRecord(embed)) return 0;
  const { title, description, footer, author, fields } = embed;
  const parts = [title, description];
  if (isRecord(footer)) parts.push(footer.text);
  if (isRecord(author)) parts.push(author.name);
  for (const each of Array.isArray(fields) ? fields : []) if (isRecord(each)) parts.push(each.name, each.value);
  return parts.reduce<number>((sum, part) => sum + (typeof part === 'string' ? lengthOf(part.trim()) : 0), 0);
};
