import type { Reply, TextFile } from '../../core/reply/blocks.ts';
import { notice } from '../../core/reply/builders.ts';
import type { Place } from './destination.ts';
import type { View } from './elements.ts';
import type { Delivery } from './forms.ts';
import { createMessages } from './messages.ts';
import { text } from './text.ts';
import { shareFile } from './upload.ts';
import { CALLBACKS, modal, searchBox } from './views.ts';
import { call, openModal } from './web-api.ts';

/** Shows replies where they belong. Says whether that came about; never rejects for what Slack says to it. */
export function createDelivery(delivery: Delivery) {
  const { client, renderer, log } = delivery;
  const { direct, alone, answerPress } = createMessages(delivery);

  async function open(reply: Reply, view: View, { trigger, over, spot }: Place & { kind: 'open' }, line: string) {
    const shown = modal(renderer.blocks(reply, view), view.locale);
    const box = { trigger_id: trigger.id, view: shown };
    const isOpen = await openModal(trigger, () => (over ? client.views.push(box) : client.views.open(box)), delivery);
    return isOpen || alone(reply, view, spot, line);
  }

  async function update(reply: Reply, view: View, { view: id, search }: Place & { kind: 'update' }) {
    const shown = search
      ? modal([searchBox(view.locale), ...renderer.blocks(reply, view, 1)], view.locale, CALLBACKS.search)
      : modal(renderer.blocks(reply, view), view.locale);
    const sent = await call(
      'views.update',
      () => client.views.update({ view_id: id, view: shown }),
      'freely',
      delivery,
    );
    // A person who has closed it does not wait for it.
    if (sent.kind !== 'done') log.info({ reason: sent.reason }, 'a modal could not be changed');
    return sent.kind === 'done';
  }

  /** Where a person's files go: into the direct messages, wherever they asked for them. */
  async function directOf(place: Place, { locale }: View): Promise<{ channel: string; thread?: string } | undefined> {
    if (place.kind === 'direct') return place;
    const { user } = place.spot;
    const told = { channel: user, text: text(locale).fileRequested };
    const sent = await call('chat.postMessage', () => client.chat.postMessage(told), 'once', delivery);
    const channel = sent.kind === 'done' ? sent.answer.channel : undefined;
    return channel === undefined ? undefined : { channel };
  }

  async function hand(files: readonly TextFile[], view: View, place: Place, line: string): Promise<void> {
    if (files.length === 0) return;
    const to = await directOf(place, view);
    for (const file of files)
      if (!to || !(await shareFile(file, to, delivery)))
        await show(notice(text(view.locale).fileNotSent), view, place, line);
  }

  const show = (reply: Reply, view: View, place: Place, line: string): Promise<boolean> => {
    switch (place.kind) {
      case 'url':
        return answerPress(reply, view, place, line);
      case 'private':
        return alone(reply, view, place.spot, line);
      case 'direct':
        return direct(reply, view, place);
      case 'open':
        return open(reply, view, place, line);
      case 'update':
        return update(reply, view, place);
      default:
        return place satisfies never;
    }
  };

  /** `line` is what the reply answers, for a person who has to ask again. */
  return async (reply: Reply, view: View, place: Place, line: string): Promise<boolean> => {
    const done = await show(reply, view, place, line);
    // What has to be shown at once comes first.
    await hand(
      reply.blocks.flatMap((block) => (block.type === 'file' ? [block] : [])),
      view,
      place,
      line,
    );
    return done;
  };
}

export type Deliver = ReturnType<typeof createDelivery>;
