/** How an app presents itself, and its features, in a manifest. */

import { all, type Check, entries, filled, flag, formatted, list, oneOf, shape, text, url } from './checks.ts';
import type { Field } from './form.ts';
import * as problems from './problems.ts';

interface Range {
  min?: number;
  max?: number;
}

/** A list whose entries differ in what `keyOf` tells of them. */
export const distinct =
  (
    each: Check,
    range: Range = {},
    { keyOf = (field: Field) => field, problem = problems.guessed.duplicate } = {},
  ): Check =>
  (field, scene) => {
    list(each, range)(field, scene);
    const seen = new Set<unknown>();
    for (const key of entries(field).map(keyOf)) {
      if (seen.has(key.value)) key.refuse(problem);
      seen.add(key.value);
    }
  };

export const displayInformation = shape(
  { name: filled(35) },
  {
    description: filled(140),
    long_description: text({ min: 175, max: 4000 }),
    background_color: formatted(/^#(?:[0-9a-fA-F]{3}){1,2}$/, '#000000'),
  },
);

/** Slack's own commands that were seen to be refused, or told to be. */
const RESERVED = 'away collapse dnd expand help leave me msg nick shrug status who whoami'.split(' ');

/** The schema asks for the slash alone; of which characters a name may have, only these are sure. */
const commandName: Check = (field, scene) => {
  filled(32)(field, scene);
  const name = /^\/([a-z0-9_-]+)$/.exec(String(field.value))?.[1];
  if (name === undefined || RESERVED.includes(name)) field.refuse(problems.manifest.commandName);
};

const slashCommand = shape(
  { command: commandName, description: filled(2000) },
  { url: url(), usage_hint: filled(1000), should_escape: flag },
);

const shortcut = shape({
  name: filled(24),
  type: oneOf('global', 'message'),
  callback_id: filled(255),
  description: filled(150),
});

/** The reference allows a-z, 0-9, -, _ and . alone, but Slack's own samples have capitals and spaces: any letters, then. */
const botUser = shape(
  { display_name: all(text({ max: 80 }), formatted(/^[\p{L}\p{N}' ._-]+$/u, 'letters and digits')) },
  { always_online: flag },
);

const prompts: Check = list(shape({ title: filled(), message: filled() }), { max: 4 });

export const features = shape(
  {},
  {
    app_home: shape({}, { home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
    bot_user: botUser,
    slash_commands: distinct(
      slashCommand,
      { min: 1, max: 50 },
      {
        keyOf: (each) => each.at('command'),
        problem: problems.manifest.commandDuplicated,
      },
    ),
    shortcuts: distinct(shortcut, { min: 1, max: 10 }, { keyOf: (each) => each.at('callback_id') }),
    unfurl_domains: distinct(formatted(/^(?![.-])[-a-z0-9.]{1,254}[a-z0-9]$/, 'example.com'), { min: 1, max: 5 }),
    assistant_view: shape({ assistant_description: filled() }, { suggested_prompts: prompts }),
    agent_view: shape(
      {},
      {
        agent_description: text({ max: 300 }),
        suggested_prompts: prompts,
        actions: list(shape({ name: filled(), description: filled() })),
      },
    ),
  },
);
