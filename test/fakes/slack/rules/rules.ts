/**
 * What Slack refuses of what an app sends it, by its documentation and, where noted, as apps have measured it. Each
 * problem is worded as Slack words it and ends with the place, `[json-pointer:/blocks/0/text]`; one without a place is
 * the code of an error, such as `no_text`.
 */

import { Buffer } from 'node:buffer';
import type { Json, Pings } from '../types.ts';
import { commandAck, eventAck, interactionAck, suggestions } from './answers.ts';
import { type Check, typed } from './checks.ts';
import { createForm } from './form.ts';
import { messageAmong } from './message.ts';
import { pingsOf } from './pings.ts';
import { codes } from './problems.ts';
import { createScene } from './scene.ts';
import { home, modal } from './view.ts';

/** Of chat.update's text: bytes, as apps have measured it, though the documentation says characters. */
const MAX_UPDATE = 4000;
const MAX_VIEW = 250_000;

interface Message {
  text?: unknown;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
}

const problemsOf = (value: unknown, check: Check, path = ''): string[] => {
  const form = createForm(value, path);
  check(form.root, createScene('message'));
  return [...form.problems];
};

/**
 * The arguments of chat.postMessage, decoded: blocks, attachments and metadata are JSON text no more. Others than these
 * are not looked at.
 */
export const messageProblems = (args: Message): string[] => problemsOf(args, messageAmong);

/** The arguments of chat.update: its text is limited. */
export const updateProblems = (args: Message): string[] => {
  const isTooLong = typeof args.text === 'string' && Buffer.byteLength(args.text) > MAX_UPDATE;
  return [...messageProblems(args), ...(isTooLong ? [codes.messageTooLong] : [])];
};

/** A modal or a home tab. */
export const viewProblems = (view: unknown): string[] => {
  const size = Buffer.byteLength(JSON.stringify(view) ?? '');
  return [...problemsOf(view, typed({ modal, home }), '/view'), ...(size > MAX_VIEW ? [codes.viewTooLarge] : [])];
};

/** The answer to a block_suggestion. */
export const optionsProblems = (response: unknown): string[] => problemsOf(response, suggestions);

const acks = { slash_commands: commandAck, interactive: interactionAck, events_api: eventAck };

/** The payload of an acknowledgement; undefined for none. */
export const ackProblems = (kind: 'slash_commands' | 'interactive' | 'events_api', payload: unknown): string[] =>
  problemsOf(payload, acks[kind]);

/** Who is notified of a message, without `link_names` and `parse`. */
export const pings = (message: {
  text: string;
  blocks: readonly Json[];
  attachments?: readonly Json[] | undefined;
}): Pings => pingsOf(message);
