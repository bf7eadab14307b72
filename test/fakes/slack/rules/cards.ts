/** Cards and the blocks that hold others: alert, card, carousel, container, and what agents show of their work. */

import { block } from './block.ts';
import { button } from './buttons.ts';
import {
  all,
  anything,
  atLeastOneOf,
  type Check,
  type Checks,
  filled,
  filledList,
  flag,
  list,
  notBothOf,
  oneOf,
  shape,
  typed,
  url,
} from './checks.ts';
import { onlyPicture } from './media.ts';
import { eitherText, plain } from './objects.ts';
import { onlyRichText } from './rich-text.ts';

const ICONS =
  'archive book bookmark bot bug calendar call caret-left caret-right check clipboard code comment compass copy cube ' +
  'download edit email eye-closed eye-open file flag folder gear globe heart help image info key lightbulb link map ' +
  'mobile new-window pin plus refine refresh rocket save screen share sparkle star star-filled tag thumbs-down ' +
  'thumbs-up trash upload user warning';

export const alert: Check = block(
  { text: eitherText(200) },
  { level: oneOf('default', 'info', 'warning', 'error', 'success') },
);

export const card: Check = all(
  block(
    {},
    {
      hero_image: onlyPicture,
      icon: onlyPicture,
      slack_icon: shape({ type: oneOf('icon'), name: oneOf(...ICONS.split(' ')) }),
      title: eitherText(150),
      subtitle: eitherText(150),
      body: eitherText(200),
      subtext: eitherText(200),
      actions: list(typed({ button }), { max: 3 }),
    },
  ),
  atLeastOneOf('hero_image', 'title', 'actions', 'body'),
  notBothOf('icon', 'slack_icon'),
);

export const carousel: Check = block({ elements: filledList(typed({ card }), 10) });

/** `children`: the blocks that may stand in a container. */
export const container = (children: Checks): Check =>
  all(
    block(
      { child_blocks: filledList(typed(children), 10) },
      {
        title: plain(150),
        rich_text_title: onlyRichText,
        subtitle: eitherText(150),
        width: oneOf('narrow', 'standard', 'wide', 'full'),
        icon: onlyPicture,
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
    ),
    atLeastOneOf('title', 'rich_text_title'),
  );

const sources = list(typed({ url: shape({ url: url(), text: filled() }, { type: anything }) }));

const task = (...statuses: readonly string[]): Check =>
  block(
    { task_id: filled(), title: filled() },
    { details: onlyRichText, output: onlyRichText, sources, status: oneOf(...statuses) },
  );

/** Alone, a task is not pending: Slack takes that, against its own example, only in a plan. */
export const taskCard: Check = task('in_progress', 'complete', 'error');

export const plan: Check = block(
  { title: filled() },
  { tasks: list(task('pending', 'in_progress', 'complete', 'error')) },
);
