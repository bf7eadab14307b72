import type { webApi } from '@slack/bolt';
import { writeSends } from '../../core/command/filled.ts';
import type { Log } from '../../core/log.ts';
import { createRefusedLooks } from '../../core/refused-looks.ts';
import type { Form } from '../../core/reply/blocks.ts';
import type { Timers } from '../../core/timers.ts';
import { type AnswerMetadata, writeMetadata } from './answer-metadata.ts';
import type { Place } from './destination.ts';
import type { View } from './elements.ts';
import { formViews } from './form-view.ts';
import type { Trigger } from './incoming.ts';
import { isOpen, isRefused, openView } from './web-api.ts';

/** Where a form's answer is shown: in place of what was pressed, or where that was. */
function answeredAt(place: Exclude<Place, { kind: 'direct' }>): Omit<AnswerMetadata, 'line' | 'message'> {
  const { spot } = place;
  switch (place.kind) {
    case 'url': {
      const { url, mayReplace } = place;
      return { spot, url: url.url, at: (url.at / 1000).toFixed(6), mayReplace };
    }
    case 'update':
      return { spot, view: place.view, search: place.search };
    case 'open':
    case 'private':
      return { spot };
    default:
      return place satisfies never;
  }
}

/** What a form opens by, and where what it sends is answered. */
export interface Opening {
  trigger: Trigger;
  place: Place;
  /** The message that was pressed. */
  message: string | undefined;
}

/** Opens forms in the newest look that the server takes; `refused` where it takes none, `late` where it is too late. */
export function createFormOpener(parts: {
  client: webApi.WebClient;
  now: () => number;
  timers: Timers;
  log: Log;
}): (form: Form, opening: Opening, view: View) => Promise<'open' | 'late' | 'refused'> {
  const { client, timers } = parts;
  const looks = createRefusedLooks(timers.now);
  return async (form, { trigger, place, message }, { locale }) => {
    if (place.kind === 'direct') return 'late';
    const asked = { line: writeSends(form), ...answeredAt(place), ...(message === undefined ? {} : { message }) };
    const left = looks.left(formViews(form, writeMetadata(asked), locale));
    for (const [refused, view] of left.entries()) {
      const box = { trigger_id: trigger.id, view };
      const open = () => (place.kind === 'update' ? client.views.push(box) : client.views.open(box));
      const sent = await openView(trigger, open, parts);
      if (isRefused(sent)) continue;
      looks.refused(refused);
      return isOpen(sent) ? 'open' : 'late';
    }
    looks.refused(left.length);
    return 'refused';
  };
}
