/** Blocks as Slack keeps them. */
import { random } from './ids.ts';
import { allObjects, isJson, object, objects, text } from './json.ts';
import type { Json } from './types.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const newBlockId = (): string => random(5, LETTERS);

/** Text objects are kept with what was left out. */
function completeText(one: Json): void {
  if (typeof one.text !== 'string') return;
  if (one.type === 'plain_text') one.emoji ??= true;
  if (one.type === 'mrkdwn') one.verbatim ??= false;
}

/** A copy with ids where the sender gave none. A `markdown` block has no id of its own. */
export function storedBlocks(blocks: unknown): Json[] {
  const copy = objects(structuredClone(blocks ?? []));
  for (const block of copy) {
    if (block.type === 'markdown') delete block.block_id;
    else block.block_id ||= newBlockId();
    for (const one of allObjects(block)) completeText(one);
    for (const element of elementsOf(block)) if (isInteractive(element)) element.action_id ||= newBlockId();
  }
  return copy;
}

/** The elements of a block that people can use, and pictures among them. */
export const elementsOf = (block: Json): Json[] => [
  ...(block.type === 'actions' || block.type === 'context_actions' ? objects(block.elements) : []),
  ...(isJson(block.accessory) ? [block.accessory] : []),
  ...(isJson(block.element) ? [block.element] : []),
  ...(block.type === 'card' ? objects(block.actions) : []),
];

export const isInteractive = (element: Json): boolean => element.type !== 'image';

/** The files that image blocks show, by what names them: an id or an address. */
export const slackFiles = (blocks: unknown): Json[] =>
  [...allObjects(blocks)].flatMap((one) => (isJson(one.slack_file) ? [object(one.slack_file)] : []));

export const labelOf = (value: unknown): string => text(object(value).text);
