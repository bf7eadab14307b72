import { type Command, isTyped, usage } from '../../core/command/command.ts';
import { truncate } from '../../language/truncate.ts';
import { takesMentions } from './incoming.ts';
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
const HINT = 100;

export interface How {
  /** See SlackConfig. */
  prefix: string;
  /** Where the bot is reached over HTTP, without the path; undefined for Socket Mode. */
  url: string | undefined;
}

/** The app as Slack creates it (App manifest reference), from the commands' declarations. */
export function manifestOf(commands: readonly Command[], { prefix, url }: How): object {
  const endpoint = url === undefined ? {} : { url: `${url}/slack/events` };
  const request = url === undefined ? {} : { request_url: `${url}/slack/events` };
  return {
    display_information: {
      name: '도시락',
      description: '쿠버네티스를 가르쳐 주는 수업 봇',
      long_description:
        '도시락은 수업 채널에서 쿠버네티스를 가르쳐 주는 봇이에요. 궁금한 말을 대충 쳐도(오타, 초성, 한/영 키를 깜빡한 말) 알맞은 개념을 찾아 주고, 퀴즈로 연습시켜 줘요. ' +
        `‘/${prefix}k8s 파드’처럼 명령으로 묻거나, 채널에서 ‘@도시락 파드’라고 부르거나, 도시락에게 개인 메시지를 보내 보세요. ` +
        '답은 물어본 사람에게만 보이고, 원하면 채널에 공유할 수 있어요.',
      background_color: '#8c3b2e',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: '도시락', always_online: true },
      shortcuts: [
        {
          name: '도시락에서 찾기',
          type: 'global',
          callback_id: CALLBACKS.search,
          description: '쿠버네티스 개념을 찾아요',
        },
        ...commands.flatMap(({ messageMenu }) =>
          messageMenu === undefined
            ? []
            : [
                {
                  name: messageMenu.ko,
                  type: 'message',
                  callback_id: CALLBACKS.lookUp,
                  description: '이 메시지에 나온 개념이나 오류, 매니페스트를 살펴봐요',
                },
              ],
        ),
      ],
      slash_commands: commands.filter(isTyped).map((command) => {
        const hint = usage(command, 'ko').split(' ').slice(1).join(' ');
        return {
          command: `/${prefix}${command.name}`,
          description: truncate(command.summary.ko, DESCRIPTION),
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
