import type { App } from '@slack/bolt';
import { refusedValues } from '../../core/command/parse-values.ts';
import { type Invocation, route } from '../../core/command/route.ts';
import { isObject } from '../../core/json.ts';
import type { Answering, Parts } from './answering.ts';
import { askedBy } from './asked-by.ts';
import { errorsOf, filledIn } from './form-view.ts';
import type { Noted } from './incoming.ts';
import { TIMES } from './limits.ts';
import { CALLBACKS } from './views.ts';

/** Is it a form that was sent? */
export const isFormSent = (body: object): boolean =>
  'type' in body &&
  body.type === 'view_submission' &&
  'view' in body &&
  isObject(body.view) &&
  body.view.callback_id === CALLBACKS.form;

/** Forms that were sent: what is wrong is said beside its part, and the form stays open; else it is answered. */
export function listenToForms(app: App<Noted>, { bot, people }: Parts, { answer }: Answering): void {
  /** What the options do not take of what was filled in. */
  function refusedIn({ options, ...named }: Invocation) {
    const { command, ...found } = route({ ...named, options }, bot.commands);
    if (command === undefined) return new Map();
    const taker = 'action' in found && found.action ? found.action[1] : command;
    const typed = Object.entries(options).map(([name, value]) => [name, String(value)] as const);
    return refusedValues(taker, Object.fromEntries(typed));
  }

  app.view({ callback_id: CALLBACKS.form, type: 'view_submission' }, async ({ ack, body, context: { at } }) => {
    const { line, who, place, message } = askedBy(body, at);
    const invocation = filledIn(body, line);
    const refused = refusedIn(invocation);
    if (refused.size > 0) {
      const { locale } = await people(who, TIMES.patience);
      return ack(errorsOf(refused, locale));
    }
    await ack();
    await answer(invocation, who, place, message);
  });
}
