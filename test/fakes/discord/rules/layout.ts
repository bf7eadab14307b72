/** The components of a message: how they nest, and what each takes. */

import { boolean, choice, list, number, object, text, url } from './checks.ts';
import { type Field, isRecord, lengthOf } from './form.ts';
import { button, type Check, component, type Scene, selects } from './interactive.ts';
import * as problems from './problems.ts';

/** A select fills a row; five buttons do. */
const ROW_WIDTH = 5;

const actionRow: Check = (field, scene) => {
  let width = 0;
  for (const child of list(field.at('components'), { min: 1, max: 5, required: true })) {
    component(child, { 2: button, ...selects }, scene);
    width += child.at('type').value === 2 ? 1 : ROW_WIDTH;
    if (width > ROW_WIDTH) child.refuse(problems.rowTooWide);
  }
};

export const textDisplay: Check = (field) => {
  text(field.at('content'), { max: 4000, required: true });
};

const media = (field: Field, scene: Scene, schemes: readonly string[]): void => {
  if (!object(field, true)) return;
  const address = url(field.at('url'), { schemes, max: 2048, required: true });
  if (address?.startsWith('attachment://') && !scene.files.has(address.slice('attachment://'.length))) {
    field.at('url').refuse(problems.referenceNotFound(address));
  }
};

const picture = (field: Field, scene: Scene): void => {
  media(field.at('media'), scene, ['http', 'https', 'attachment']);
  text(field.at('description'), { max: 1024 });
  boolean(field.at('spoiler'));
};

const section: Check = (field, scene) => {
  for (const child of list(field.at('components'), { min: 1, max: 3, required: true })) {
    component(child, { 10: textDisplay }, scene);
  }
  component(field.at('accessory'), { 2: button, 11: picture }, scene);
};

const mediaGallery: Check = (field, scene) => {
  for (const item of list(field.at('items'), { min: 1, max: 10, required: true })) {
    if (object(item, true)) picture(item, scene);
  }
};

const file: Check = (field, scene) => {
  media(field.at('file'), scene, ['attachment']);
  boolean(field.at('spoiler'));
};

const separator: Check = (field) => {
  boolean(field.at('divider'));
  choice(field.at('spacing'), [1, 2]);
};

const blocks: Readonly<Record<number, Check>> = {
  1: actionRow,
  9: section,
  10: textDisplay,
  12: mediaGallery,
  13: file,
  14: separator,
};

const container: Check = (field, scene) => {
  number(field.at('accent_color'), { min: 0, max: 0xff_ff_ff });
  boolean(field.at('spoiler'));
  const children = list(field.at('components'), { max: Number.POSITIVE_INFINITY, required: true });
  if (children.length === 0 && Array.isArray(field.at('components').value)) {
    field.at('components').refuse(problems.required);
  }
  for (const child of children) component(child, blocks, scene);
};

export const legacyComponents = (field: Field, scene: Scene): void => {
  for (const row of list(field, { max: 5 })) component(row, { 1: actionRow }, scene);
};

export const v2Components = (field: Field, scene: Scene): void => {
  for (const child of list(field, { max: Number.POSITIVE_INFINITY })) {
    component(child, { ...blocks, 17: container }, scene);
  }
  const all = flatten(field.value);
  if (all.length > 40) field.refuse(problems.tooManyComponents);
  if (lengthOf(textsOf(all).join('')) > 4000) field.refuse(problems.tooMuchText);
};

/**
 * Beyond the documented limits Discord fails with HTTP 500 on large V2 messages (discord-api-docs#8554): measured for
 * text displays alone as 10,170 bytes of UTF-8, each display costing 12 more; the rest is only known to count too.
 */
export const isTooLargeForV2 = (components: unknown): boolean => {
  const texts = textsOf(flatten(components));
  const bytes = texts.reduce((sum, content) => sum + Buffer.byteLength(content) + 12, 0);
  return bytes > 10_170 || Buffer.byteLength(JSON.stringify(components) ?? '') > 10_240;
};

const flatten = (components: unknown): Record<string, unknown>[] =>
  (Array.isArray(components) ? components : [])
    .filter(isRecord)
    .flatMap((each) => [each, ...flatten(each.components), ...flatten([each.accessory])]);

const textsOf = (components: readonly Record<string, unknown>[]): string[] =>
  components.flatMap(({ type, content }) => (type === 10 && typeof content === 'string' ? [content] : []));
