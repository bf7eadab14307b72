/** The answer to an interaction: which kinds fit it, and what each must contain. */

import type { ApiError } from '../errors.ts';
import { choice, list, number, object, text } from './checks.ts';
import { createForm, type Field, lengthOf } from './form.ts';
import { checkMessage, type Upload } from './message.ts';
import { modal } from './modal.ts';
import * as problems from './problems.ts';

export interface Interaction {
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: 2 | 3 | 4 | 5;
  /** A component, or a modal that was opened from one. */
  fromMessage: boolean;
  /** That message has the flag IS_COMPONENTS_V2. */
  wasV2?: boolean;
}

const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const AUTOCOMPLETE = 8;
const MODAL = 9;
const PREMIUM = 10;
const LAUNCH = 12;

/** A ping's answer (1) fits none of them. */
const kindsFor = ({ type, fromMessage }: Interaction): number[] => {
  if (type === 4) return [AUTOCOMPLETE];
  const updates = type === 3 || (type === 5 && fromMessage) ? [DEFERRED_UPDATE, UPDATE] : [];
  return [MESSAGE, DEFERRED_MESSAGE, ...updates, ...(type === 5 ? [] : [MODAL]), PREMIUM, LAUNCH];
};

export function callbackError(
  body: unknown,
  interaction: Interaction,
  uploads: readonly Upload[],
): ApiError | undefined {
  const form = createForm(body);
  if (!object(form.root, true)) return form.error();
  const kind = form.root.at('type');
  choice(kind, kindsFor(interaction), true);
  const unfit = form.error();
  if (unfit) return unfit;
  const other = checkData(form.root.at('data'), kind.value, interaction, uploads);
  return form.error() ?? other;
}

const checkData = (
  data: Field,
  kind: unknown,
  { wasV2 = false }: Interaction,
  uploads: readonly Upload[],
): ApiError | undefined => {
  if (kind === MESSAGE) return checkMessage(data, uploads, { edit: false, wasV2: false, interaction: true });
  if (kind === UPDATE) return checkMessage(data, uploads, { edit: true, wasV2, interaction: true });
  if (kind === AUTOCOMPLETE && object(data, true)) autocomplete(data);
  if (kind === MODAL && object(data, true)) modal(data);
  // Of a deferred answer only the flag EPHEMERAL counts; Discord ignores the rest.
  if (kind === DEFERRED_MESSAGE && object(data)) number(data.at('flags'), { min: 0 });
  return undefined;
};

const autocomplete = (data: Field): void => {
  for (const each of list(data.at('choices'), { max: 25, required: true })) {
    if (!object(each, true)) continue;
    text(each.at('name'), { min: 1, max: 100, required: true });
    const value = each.at('value');
    if (typeof value.value === 'string') {
      if (lengthOf(value.value) < 1 || lengthOf(value.value) > 100) value.refuse(problems.badLength(1, 100));
    } else {
      number(value, { kind: 'number', required: true });
    }
  }
};
