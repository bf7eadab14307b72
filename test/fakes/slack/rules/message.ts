/** A message: its text, blocks, attachments and metadata. */

import { Buffer } from 'node:buffer';
import { checkBlocks } from './blocks.ts';
import { type Check, type Checks, entries, filled, isGiven, list, shape, text } from './checks.ts';
import { type Field, isRecord } from './form.ts';
import * as problems from './problems.ts';
import { charactersOf, countOf, MAX_CHARACTERS } from './size.ts';

/** As many a message, and as many an attachment. */
const MAX_BLOCKS = 50;
const MAX_ATTACHMENTS = 100;
/** Slack has an error for larger metadata but names no size; this is what a view's private_metadata may hold. */
const MAX_METADATA = 3000;

const blocks: Check = (field) => {
  checkBlocks(field, 'message', MAX_BLOCKS);
  const made = entries(field).map(({ value }) => value);
  if (made.length <= MAX_BLOCKS && countOf(made) > MAX_BLOCKS) field.refuse(problems.tooMany(MAX_BLOCKS));
};

const attachment: Check = (field, scene) => {
  if (!isRecord(field.value)) field.refuse(problems.notA('object'));
  else if (isGiven(field.at('blocks'))) blocks(field.at('blocks'), scene);
};

const payload: Check = (field) => {
  if (!isRecord(field.value)) field.refuse(problems.notA('object'));
};

/** An event_type has 50 characters at most where a manifest subscribes to it. */
const metadata = shape({ event_type: filled(50), event_payload: payload });

/** Of a text Slack takes any length: it cuts what goes beyond 40,000 characters. */
const parts: Checks = { text: text(), blocks, attachments: list(attachment, { max: MAX_ATTACHMENTS }), metadata };

const isFilled = ({ value }: Field): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';

/** Errors of the message as a whole, which have no pointer. */
const checkWhole = (field: Field): void => {
  if (!['text', 'blocks', 'attachments'].some((name) => isFilled(field.at(name)))) field.refuse(problems.codes.noText);
  const made = entries(field.at('blocks')).map(({ value }) => value);
  if (charactersOf(made) > MAX_CHARACTERS) field.refuse(problems.codes.blocksTooLong);
  const size = Buffer.byteLength(JSON.stringify(field.at('metadata').value) ?? '');
  if (size > MAX_METADATA) field.refuse(problems.codes.metadataTooLarge);
};

/** A message among other arguments, which are not looked at. */
export const messageAmong: Check = (field, scene) => {
  for (const [name, check] of Object.entries(parts)) if (isGiven(field.at(name))) check(field.at(name), scene);
  checkWhole(field);
};

/** A message with these arguments and no others. */
export const messageWith = (others: Checks): Check => {
  const check = shape({}, { ...parts, ...others });
  return (field, scene) => {
    check(field, scene);
    checkWhole(field);
  };
};
