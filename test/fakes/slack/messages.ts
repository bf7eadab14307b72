/** Messages coming into being, changing and going. */

import { slackFiles, storedBlocks } from './blocks.ts';
import { Refused, refuse, refuseMessage } from './errors.ts';
import { messageEvent } from './events.ts';
import { object, objects, text } from './json.ts';
import type { Channel, Stored, StoredFile } from './model.ts';
import { credit } from './pending.ts';
import { messageProblems, pings } from './rules/rules.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';
import { messageJson } from './wire.ts';

/** Slack cuts what is longer. */
const MAX_TEXT = 40_000;

/** What a message says, of checked arguments. */
export interface Content {
  text: string;
  blocks: Json[];
  attachments: Json[];
  metadata: Json | undefined;
}

/** How a message comes to be. */
export interface Made {
  channel: Channel;
  author: string;
  byBot: boolean;
  threadTs?: string | undefined;
  broadcast?: boolean;
  ephemeralFor?: string;
  files?: StoredFile[];
}

/** The value of an argument that is JSON, or text of JSON. */
export function decoded(value: unknown, error: string): unknown {
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    refuse(error);
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What arguments say, or a refusal as Slack's. */
export function contentOf(state: State, args: Json, mayBeEmpty = false): Content {
  const blocks = decoded(args.blocks, 'invalid_blocks_format');
  const attachments = decoded(args.attachments, 'invalid_attachments');
  const metadata = decoded(args.metadata, 'invalid_metadata_format');
  const markdown = text(args.markdown_text);
  if (markdown !== '' && (!isEmpty(args.text) || !isEmpty(blocks))) refuse('markdown_text_conflict');
  const given = markdown === '' ? blocks : [{ type: 'markdown', text: markdown }];
  const said = typeof args.text === 'number' ? String(args.text) : args.text;
  if (isEmpty(said) && isEmpty(given) && isEmpty(attachments) && !mayBeEmpty) refuse('no_text');
  const checked = { text: said, blocks: given, attachments, metadata };
  // What is empty is the same as what is not there, and no problem of its own.
  const there = Object.entries(checked).filter(([, value]) => !isEmpty(value));
  if (there.length > 0) refuseMessage(messageProblems(Object.fromEntries(there)));
  refuseMessage(fileProblems(state, given));
  for (const [index, one] of objects(attachments).entries())
    refuseMessage(fileProblems(state, one.blocks, `/attachments/${index}/blocks`));
  return {
    text: text(said).slice(0, MAX_TEXT),
    blocks: storedBlocks(given),
    attachments: objects(structuredClone(attachments ?? [])).map((one, index) => ({ id: index + 1, ...one })),
    metadata: isEmpty(metadata) ? undefined : object(metadata),
  };
}

/** The file that a block means, once its upload is complete and Slack has looked at it. */
function fileOf(state: State, named: Json): StoredFile | undefined {
  for (const file of state.files.values())
    if (
      state.now() >= file.readyAt &&
      file.stage === 'completed' &&
      (file.id === named.id || [file.urlPrivate, file.permalink].includes(text(named.url)))
    )
      return file;
  return undefined;
}

/** Image blocks may show only files that are there; where they stand is not told more precisely. */
export const fileProblems = (state: State, blocks: unknown, place = '/blocks'): string[] =>
  objects(blocks).flatMap((block, index) =>
    slackFiles(block)
      .filter((named) => !fileOf(state, named))
      .map(() => `invalid slack file [json-pointer:${place}/${index}/slack_file]`),
  );

const shownFiles = (state: State, blocks: unknown): StoredFile[] =>
  slackFiles(blocks).flatMap((named) => fileOf(state, named) ?? []);

/** The message that a thread hangs on. */
export function parentOf(channel: Channel, threadTs: string | undefined): Stored | undefined {
  if (threadTs === undefined) return undefined;
  const parent = channel.messages.get(threadTs);
  if (!parent || parent.ephemeralFor !== undefined) throw new Refused('thread_not_found');
  if (parent.threadTs !== undefined) throw new Refused('cannot_reply_to_message');
  return parent;
}

export function createMessage(state: State, content: Content, made: Made): Stored {
  const { channel, ephemeralFor } = made;
  const parent = parentOf(channel, made.threadTs);
  const message: Stored = {
    ...content,
    ts: state.ts(),
    channel: channel.id,
    threadTs: made.threadTs,
    ephemeralFor,
    deleted: false,
    files: [...(made.files ?? []), ...shownFiles(state, content.blocks)],
    author: made.author,
    byBot: made.byBot,
    edits: 0,
    editedTs: undefined,
    broadcast: made.broadcast ?? false,
    pings: pings(content),
    replies: [],
    picked: new Map(),
  };
  channel.messages.set(message.ts, message);
  if (ephemeralFor === undefined) parent?.replies.push(message);
  if (!made.byBot) return message;
  if (ephemeralFor === undefined && channel.kind === 'dm') messageEvent(state, channel, messageJson(state, message));
  credit(state, message);
  return message;
}

/** Puts new content into a message; parts that are undefined stay. */
export function editMessage(state: State, message: Stored, content: Partial<Content>): Stored {
  const channel = state.channels.get(message.channel);
  if (!channel || message.deleted) refuse('message_not_found');
  const before = messageJson(state, message);
  const shared = message.files.filter(({ channels }) => channels.has(message.channel));
  Object.assign(message, content);
  message.files = [...shared, ...shownFiles(state, message.blocks)];
  message.edits += 1;
  message.pings = pings(message);
  if (message.ephemeralFor === undefined) {
    // One with blocks is not shown as edited.
    if (message.blocks.length === 0) message.editedTs = `${state.ts().split('.')[0]}.000000`;
    if (channel.kind === 'dm')
      messageEvent(state, channel, {
        type: 'message',
        subtype: 'message_changed',
        message: messageJson(state, message),
        previous_message: before,
        hidden: true,
        ts: state.ts(),
      });
  }
  credit(state, message);
  return message;
}

export function deleteMessage(state: State, message: Stored): void {
  const channel = state.channels.get(message.channel);
  if (!channel || message.deleted) refuse('message_not_found');
  message.deleted = true;
  channel.messages.delete(message.ts);
  const parent = message.threadTs === undefined ? undefined : channel.messages.get(message.threadTs);
  if (parent) parent.replies = parent.replies.filter((one) => one !== message);
  if (message.ephemeralFor === undefined && channel.kind === 'dm')
    messageEvent(state, channel, {
      type: 'message',
      subtype: 'message_deleted',
      previous_message: messageJson(state, message),
      deleted_ts: message.ts,
      hidden: true,
      ts: state.ts(),
    });
}
