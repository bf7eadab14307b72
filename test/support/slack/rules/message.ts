/** The parts of a message: its blocks, attachments and metadata. */

import { checkBlocks } from './blocks.ts';
import { type Check, isGiven, list, shape, text } from './checks.ts';
import { isRecord } from './form.ts';
import * as problems from './problems.ts';

/** As many a message, and as many an attachment. */
const MAX_BLOCKS = 50;
const MAX_ATTACHMENTS = 100;

const blocks: Check = (field) => {
  checkBlocks(field, 'message', MAX_BLOCKS);
};

const attachment: Check = (field, scene) => {
  if (!isRecord(field.value)) field.refuse(problems.notA('object'));
  else if (isGiven(field.at('blocks'))) blocks(field.at('blocks'), scene);
};

const payload: Check = (field) => {
  if (!isRecord(field.value)) field.refuse(problems.notA('object'));
};

/** What every message may consist of. Slack cuts a text of more than 40,000 characters rather than refuse it. */
export const messageParts = {
  text: text(),
  blocks,
  attachments: list(attachment, { max: MAX_ATTACHMENTS }),
  metadata: shape({ event_type: text({ min: 1, max: 255 }), event_payload: payload }),
};
