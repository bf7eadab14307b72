import type { webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { createRefusedLooks } from '../../core/refused-looks.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import type { Draw } from '../../core/reply/drawable.ts';
import { pause, type Timers } from '../../core/timers.ts';
import type { View } from './elements.ts';
import { type Message, type Renderer, textOnly } from './render.ts';
import { isTable } from './table.ts';
import { uploadPictures } from './upload.ts';
import type { Sent } from './web-api.ts';

export interface Delivery {
  client: webApi.WebClient;
  renderer: Renderer;
  draw: Draw;
  /** Epoch milliseconds. */
  now: () => number;
  timers: Timers;
  log: Log;
}

/** Slack needs a moment before a picture that was just uploaded can be shown. */
export const DEVELOP_MS = 1000;

/** The forms that a message may have, and how they are tried in turn. */
export function createForms({ client, renderer, draw, now, timers, log }: Delivery) {
  const tables = createRefusedLooks(now);

  /** The first form that Slack does not refuse. */
  async function inSomeForm(
    forms: readonly Message[],
    send: (message: Message) => Promise<Sent<unknown>>,
    isOver: (reason: string) => boolean,
  ): Promise<Sent<unknown>> {
    let last: Sent<unknown> = { kind: 'refused', reason: 'nothing to send' };
    for (const form of forms) {
      last = await send(form);
      if (last.kind !== 'refused' || isOver(last.reason)) return last;
      log.warn({ reason: last.reason }, 'Slack did not take a message');
      if (form.blocks?.some(isTable) && /block/.test(last.reason)) tables.refused(1);
    }
    return last;
  }

  const formsOf = (reply: Reply, view: View): Message[] => {
    const message = renderer.message(reply, view);
    const tabled = tables.left([reply]).flatMap((one) => renderer.tabled(one, view) ?? []);
    return [...tabled, message, textOnly(message)];
  };

  /** With its pictures, where those who see it can see files. */
  async function picturedForms(reply: Reply, view: View): Promise<Message[]> {
    const fileOf = await uploadPictures(reply, { client, draw, timers, log });
    return fileOf ? [renderer.message(reply, { ...view, fileOf }), ...formsOf(reply, view)] : formsOf(reply, view);
  }

  /** A picture that is still being worked on is refused at first. */
  const patiently =
    (send: (message: Message) => Promise<Sent<unknown>>) =>
    async (message: Message): Promise<Sent<unknown>> => {
      const sent = await send(message);
      if (sent.kind !== 'refused' || !message.blocks?.some(({ type }) => type === 'image')) return sent;
      await pause(DEVELOP_MS, timers);
      return send(message);
    };

  return { inSomeForm, formsOf, picturedForms, patiently };
}
