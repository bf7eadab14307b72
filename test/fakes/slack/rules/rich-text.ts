/** The rich_text block: sections, lists, quotes and code, and what stands in them. */

import { block } from './block.ts';
import {
  anything,
  type Check,
  type Checks,
  filled,
  filledList,
  flag,
  integer,
  list,
  oneOf,
  shape,
  typed,
} from './checks.ts';

const some = filled();

const style = shape(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
);

const inline = (required: Checks, optional: Checks = {}): Check =>
  shape(required, { type: anything, style, ...optional });

const written: Checks = {
  text: inline({ text: some }),
  link: inline({ url: some }, { text: some, unsafe: flag }),
};

/** Those that an app may need. Slack knows more, such as canvas and citation. */
const inlines: Checks = {
  ...written,
  emoji: inline({ name: some }, { unicode: some, url: some, skin_tone: integer({ min: 1, max: 6 }) }),
  user: inline({ user_id: some }),
  usergroup: inline({ usergroup_id: some }),
  channel: inline({ channel_id: some }),
  team: inline({ team_id: some }),
  broadcast: inline({ range: oneOf('here', 'channel', 'everyone') }),
  color: inline({ value: some }),
  date: inline({ timestamp: integer({ min: 0 }), format: some }, { url: some, fallback: some }),
};

const border = oneOf(0, 1);
const elements = filledList(typed(inlines));
const section = shape({ elements }, { type: anything });

export const richText: Check = block({
  elements: list(
    typed({
      rich_text_section: section,
      rich_text_quote: shape({ elements }, { type: anything, border }),
      rich_text_preformatted: shape(
        { elements: filledList(typed(written)) },
        { type: anything, border, language: some },
      ),
      rich_text_list: shape(
        {
          style: oneOf('bullet', 'ordered'),
          elements: filledList(typed({ rich_text_section: section })),
        },
        { type: anything, border, indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0 }) },
      ),
    }),
    { min: 1 },
  ),
});

/** A rich text without its own block's place: in a card, a container or a cell. */
export const onlyRichText: Check = typed({ rich_text: richText });
