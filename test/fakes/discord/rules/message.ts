/** A message as it is created, answered, followed up or edited. */

import { type ApiError, refusals } from '../errors.ts';
import { boolean, isSnowflake, list, number, object, setOf, snowflake, text } from './checks.ts';
import { embeds } from './embeds.ts';
import { createForm, type Field, isGiven, isRecord, lengthOf } from './form.ts';
import { createScene } from './interactive.ts';
import { isTooLargeForV2, legacyComponents, v2Components } from './layout.ts';
import * as problems from './problems.ts';

/** A file of a multipart request; index i belongs to files[i]. */
export interface Upload {
  name: string;
  size: number;
}

export interface MessageContext {
  edit: boolean;
  /** The edited message has the flag IS_COMPONENTS_V2. */
  wasV2: boolean;
  /** It answers an interaction (or follows one up), so it may be ephemeral. */
  interaction?: boolean;
  /** Names of the edited message's attachments: it may refer to those that it keeps by not listing any. */
  kept?: readonly string[];
  /** What the edited message uses of the fields that components V2 exclude. */
  legacy?: readonly LegacyField[];
}

const LEGACY_FIELDS = ['content', 'embeds', 'sticker_ids', 'poll', 'shared_client_theme'] as const;
type LegacyField = (typeof LEGACY_FIELDS)[number];

const SUPPRESS_EMBEDS = 1 << 2;
const EPHEMERAL = 1 << 6;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const IS_COMPONENTS_V2 = 1 << 15;

const MIB = 1024 * 1024;
const MAX_FILE = 10 * MIB;
const MAX_REQUEST = 25 * MIB;

export function messageError(body: unknown, uploads: readonly Upload[], how: MessageContext): ApiError | undefined {
  const form = createForm(body);
  const other = checkMessage(form.root, uploads, how);
  return form.error() ?? other;
}

/** Refuses the fields that are wrong, and returns what is wrong with the message as a whole. */
export const checkMessage = (field: Field, uploads: readonly Upload[], how: MessageContext): ApiError | undefined => {
  if (isGiven(field) && !object(field)) return undefined;
  const flags = checkFlags(field.at('flags'), how);
  // With flags given, Discord reads the components by them alone, even if the message has the flag already.
  const isV2 = flags === undefined ? how.wasV2 : (flags & IS_COMPONENTS_V2) !== 0;
  if (how.wasV2 && !isV2) field.at('flags').refuse(problems.guessed.flagStays);
  text(field.at('content'), { max: 2000 });
  boolean(field.at('tts'));
  checkNonce(field.at('nonce'));
  embeds(field.at('embeds'));
  allowedMentions(field.at('allowed_mentions'));
  list(field.at('sticker_ids'), { max: 3 }).forEach(snowflake);
  const listed = checkAttachments(field.at('attachments'), uploads, how.edit);
  const kept = field.at('attachments').value === undefined ? (how.kept ?? []) : [];
  const scene = createScene('message', [...listed, ...kept]);
  if (isV2) {
    checkLegacyFields(field, how);
    v2Components(field.at('components'), scene);
  } else {
    legacyComponents(field.at('components'), scene);
  }
  return (
    sizeError(uploads) ??
    (isEmpty(field, uploads, how.edit, isV2) ? refusals.emptyMessage : undefined) ??
    (isV2 && isTooLargeForV2(field.at('components').value) ? refusals.serverError : undefined)
  );
};

const checkFlags = (field: Field, { interaction = false }: MessageContext): number | undefined => {
  const settable = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_COMPONENTS_V2 | (interaction ? EPHEMERAL : 0);
  const flags = number(field, { min: 0 });
  if (flags !== undefined && flags >= 0 && (flags & settable) !== flags) {
    field.refuse(problems.guessed.flagsNotSettable);
  }
  return flags;
};

/** Even an empty `content` is refused; of the lists only filled ones, and on an edit also those not emptied. */
const checkLegacyFields = (field: Field, { edit, legacy = [] }: MessageContext): void => {
  for (const name of LEGACY_FIELDS) {
    const { value } = field.at(name);
    const isUsed = Array.isArray(value) ? value.length > 0 : isGiven(field.at(name));
    const isLeft = edit && legacy.includes(name) && value === undefined;
    if (isUsed || isLeft) field.at(name).refuse(problems.legacyField(name));
  }
};

const checkNonce = (field: Field): void => {
  const { value } = field;
  if (!isGiven(field) || Number.isSafeInteger(value)) return;
  if (typeof value !== 'string') field.refuse(problems.nonceOfWrongType);
  else if (lengthOf(value) > 25) field.refuse(problems.nonceTooLong);
};

const allowedMentions = (field: Field): void => {
  if (!object(field)) return;
  setOf(field.at('parse'), ['users', 'roles', 'everyone']);
  boolean(field.at('replied_user'));
  const parse = field.at('parse').value;
  for (const kind of ['users', 'roles']) {
    const ids = list(field.at(kind), { max: 100 });
    ids.forEach(snowflake);
    ids.forEach((id, index) => {
      if (ids.findIndex(({ value }) => value === id.value) < index) id.refuse(problems.alreadyContained);
    });
    if (ids.length > 0 && Array.isArray(parse) && parse.includes(kind)) field.refuse(problems.parseExclusive(kind));
  }
};

/** The names that the message may refer to: its uploads and the attachments it keeps, by the names it lists. */
const checkAttachments = (field: Field, uploads: readonly Upload[], edit: boolean): string[] => {
  const names = uploads.map(({ name }) => name);
  const listed = list(field, { max: 10 }).filter((each) => object(each, true));
  const seen = new Set<string>();
  for (const each of listed) {
    const { value } = each.at('id');
    const id = String(value);
    const isUpload = /^\d+$/.test(id) && Number(id) < uploads.length;
    if (!isGiven(each.at('id'))) each.at('id').refuse(problems.required);
    // A snowflake, which Discord's published OpenAPI description has as a string, for an upload its place.
    else if (typeof value !== 'string') each.at('id').refuse(problems.notA('snowflake', value));
    else if (!isUpload && !(edit && isSnowflake(value))) each.refuse(problems.attachmentNotFound);
    else if (seen.has(id)) each.refuse(problems.alreadyContained);
    seen.add(id);
    text(each.at('description'), { max: 1024 });
    const name = text(each.at('filename'), { min: 1, max: 1024 });
    if (name !== undefined) names.push(name);
  }
  return names;
};

const sizeError = (uploads: readonly Upload[]): ApiError | undefined => {
  if (uploads.length > 10) return refusals.tooManyAttachments;
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  return total > MAX_REQUEST || uploads.some(({ size }) => size > MAX_FILE) ? refusals.entityTooLarge : undefined;
};

/** An edit is only known to empty the message if it empties everything itself. */
const isEmpty = (field: Field, uploads: readonly Upload[], edit: boolean, isV2: boolean): boolean => {
  const has = (name: string): boolean => {
    const { value } = field.at(name);
    if (edit && value === undefined) return true;
    if (typeof value === 'string') return value.trim() !== '';
    return Array.isArray(value) ? value.length > 0 : isRecord(value);
  };
  if (isV2) return !has('components');
  const reference = field.at('message_reference');
  const isForward = isRecord(reference.value) && reference.at('type').value === 1;
  const isFilled = ['content', 'embeds', 'components'].some(has);
  const others = edit ? ['attachments'] : ['sticker_ids', 'poll', 'shared_client_theme'];
  return !isFilled && !others.some(has) && uploads.length === 0 && !isForward;
};
