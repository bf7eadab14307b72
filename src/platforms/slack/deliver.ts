import type { Reply } from '../../core/reply.ts';
import type { View } from './blocks.ts';
import type { Delivery } from './forms.ts';
import { createMessages } from './messages.ts';
import type { Place } from './place.ts';
import { CALLBACKS, modal, searchBox } from './views.ts';
import { call, opens } from './web.ts';

/** Shows replies where they belong. Says whether that came about; never rejects for what Slack says to it. */
export function createDelivery(delivery: Delivery) {
  const { client, renderer, log } = delivery;
  const { direct, alone, answerPress } = createMessages(delivery);

  async function open(reply: Reply, view: View, { trigger, over, spot }: Place & { kind: 'open' }, line: string) {
    const shown = modal(renderer.blocks(reply, view), view.locale);
    const box = { trigger_id: trigger, view: shown };
    const isOpen = await opens(() => (over ? client.views.push(box) : client.views.open(box)), log);
    return isOpen || alone(reply, view, spot, line);
  }

  async function update(reply: Reply, view: View, { view: id, search }: Place & { kind: 'update' }) {
    const shown = search
      ? modal([searchBox(view.locale), ...renderer.blocks(reply, view, 1)], view.locale, CALLBACKS.search)
      : modal(renderer.blocks(reply, view), view.locale);
    const sent = await call('views.update', () => client.views.update({ view_id: id, view: shown }), 'freely', log);
    // Whoever has closed it does not wait for it.
    if (sent.kind !== 'done') log.info({ reason: sent.reason }, 'a modal could not be changed');
    return sent.kind === 'done';
  }

  /** `line` is what the reply answers, for whoever has to ask again. */
  return (reply: Reply, view: View, place: Place, line: string): Promise<boolean> => {
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
}

export type Deliver = ReturnType<typeof createDelivery>;
