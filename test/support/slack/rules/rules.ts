/** What Slack refuses of what an app sends it, by its documentation; each problem is worded as Slack words it. */

import type { Json, Pings } from '../types.ts';
import { commandAck, eventAck, interactionAck, suggestions } from './answers.ts';
import { type Check, isGiven, typed } from './checks.ts';
import { createForm } from './form.ts';
import { messageParts } from './message.ts';
import { pingsOf } from './pings.ts';
import * as problems from './problems.ts';
import { createScene } from './scene.ts';
import { home, modal } from './view.ts';

const problemsOf = (value: unknown, check: Check, path = ''): string[] => {
  const form = createForm(value, path);
  check(form.root, createScene('message'));
  return [...form.problems];
};

/**
 * The arguments of chat.postMessage, chat.update and their like, decoded: blocks, attachments and metadata are JSON
 * text no more. Others than these are not looked at.
 */
export const messageProblems = (args: {
  text?: unknown;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
}): string[] =>
  problemsOf(args, (field, scene) => {
    for (const [name, check] of Object.entries(messageParts)) {
      if (isGiven(field.at(name))) check(field.at(name), scene);
    }
    const isThere = (name: string) => ![undefined, ''].some((empty) => field.at(name).value === empty);
    if (!['text', 'blocks', 'attachments'].some(isThere)) field.refuse(problems.codes.noText);
  });

/** A modal or a home tab. */
export const viewProblems = (view: unknown): string[] => problemsOf(view, typed({ modal, home }), '/view');

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
