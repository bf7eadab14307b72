/** Short names for what the tests of the rules send. */

import { messageProblems, viewProblems } from './rules.ts';

export const WEB = 'https://example.com/a.png';

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const plain = (text: unknown = 'a', more: object = {}) => ({ type: 'plain_text', text, ...more });
export const mrkdwn = (text: unknown = 'a', more: object = {}) => ({ type: 'mrkdwn', text, ...more });
export const long = (length: number) => 'a'.repeat(length);

export const section = (more: object = {}) => ({ type: 'section', text: mrkdwn(), ...more });
export const button = (more: object = {}) => ({ type: 'button', text: plain(), ...more });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const option = (more: object = {}) => ({ text: plain(), value: 'a', ...more });
export const options = (count: number) => many(count, (index) => option({ value: `${index}` }));
export const image = (more: object = {}) => ({ type: 'image', image_url: WEB, alt_text: 'a', ...more });
export const input = (element: object = { type: 'plain_text_input' }, more: object = {}) => ({
  type: 'input',
  label: plain(),
  element,
  ...more,
});
export const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
export const richSection = (...elements: object[]) => ({ type: 'rich_text_section', elements });
export const modal = (more: object = {}) => ({ type: 'modal', title: plain(), submit: plain(), blocks: [], ...more });
export const home = (...blocks: object[]) => ({ type: 'home', blocks });

/** What is wrong with a block in a message, in a modal, in a home tab. */
export const inMessage = (block: unknown): string[] => messageProblems({ text: 'a', blocks: [block] });
export const inModal = (block: unknown): string[] => viewProblems(modal({ blocks: [block] }));

/** A manifest for Socket Mode. */
export const MANIFEST = {
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: { name: '도시락', description: 'a', background_color: '#8c3b2e' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: '도시락', always_online: true },
    slash_commands: [{ command: '/k8s', description: 'a', usage_hint: '[a]', should_escape: false }],
    shortcuts: [{ name: 'a', type: 'global', callback_id: 'a', description: 'a' }],
  },
  oauth_config: { scopes: { bot: ['app_mentions:read', 'commands', 'im:history'] } },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'app_mention', 'message.im'] },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  },
};
