import { type Command, isTyped, usage } from '../../core/command/command.ts';
import { findQuestionCommand } from '../../core/command/route.ts';
import type { Locale, Localized } from '../../core/locale.ts';
import { truncate } from '../../language/truncate.ts';
import { takesMentions } from './incoming.ts';
import { text } from './text.ts';
import { CALLBACKS } from './views.ts';

/** What the bot's token must allow; each line has its reason. */
export const SCOPES = [
  // Told of `@도시락 pod`.
  'app_mentions:read',
  // Looks whether a class's card is in its channel already, public or private.
  'channels:history',
  // Writes answers and a class's cards.
  'chat:write',
  'commands',
  // Files that students share with the bot: manifests and logs.
  'files:read',
  // Pictures of cards.
  'files:write',
  'groups:history',
  // Questions in direct messages, and whether an answer to one is there already.
  'im:history',
  // Tells an instructor that a channel is lost.
  'im:write',
  // People's languages and names.
  'users:read',
] as const;

const EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const;

/** Slack, app manifest reference: lengths of descriptions and hints. */
const DESCRIPTION = 100;
/** Of the app's own description; its long one takes 175 to 4,000. */
const SUMMARY = 140;
const HINT = 100;

export interface How {
  /** See SlackConfig. */
  prefix: string;
  /** Where the bot is reached over HTTP, without the path; undefined for Socket Mode. */
  url: string | undefined;
  /** What the bot teaches, where the course says it. */
  subject: Localized | undefined;
  /** Slack has one text for all; its people read the course's own language. */
  locale: Locale;
}

/** The app as Slack creates it (App manifest reference), from the commands' declarations. */
export function manifestOf(commands: readonly Command[], { prefix, url, subject, locale }: How): object {
  const words = text(locale).manifest;
  const [example] = findQuestionCommand(commands)?.examples ?? [];
  const endpoint = url === undefined ? {} : { url: `${url}/slack/events` };
  const request = url === undefined ? {} : { request_url: `${url}/slack/events` };
  return {
    display_information: {
      name: words.name,
      description: truncate(words.description(subject?.[locale]), SUMMARY),
      long_description: words.about(example && `/${prefix}${example[locale]}`),
      background_color: '#8c3b2e',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: words.name, always_online: true },
      shortcuts: [
        {
          name: words.search,
          type: 'global',
          callback_id: CALLBACKS.search,
          description: words.searches,
        },
        ...commands.flatMap(({ messageMenu }) =>
          messageMenu === undefined
            ? []
            : [
                {
                  name: messageMenu[locale],
                  type: 'message',
                  callback_id: CALLBACKS.lookUp,
                  description: words.looksUp,
                },
              ],
        ),
      ],
      slash_commands: commands.filter(isTyped).map((command) => {
        const hint = usage(command, locale).split(' ').slice(1).join(' ');
        return {
          command: `/${prefix}${command.name}`,
          description: truncate(command.summary[locale], DESCRIPTION),
          ...(hint === '' ? {} : { usage_hint: truncate(hint, HINT) }),
          should_escape: takesMentions(command),
          ...endpoint,
        };
      }),
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: { ...request, bot_events: [...EVENTS] },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(url === undefined ? {} : { message_menu_options_url: `${url}/slack/events` }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
