/** What Slack refuses of an app's manifest, by its published schema (version 2) and its reference. */

import {
  anything,
  type Check,
  type Checks,
  entries,
  filled,
  filledList,
  flag,
  formatted,
  integer,
  isGiven,
  oneOf,
  shape,
  url,
} from './checks.ts';
import { displayInformation, distinct, features } from './features.ts';
import { createForm, type Field } from './form.ts';
import { BOT_EVENTS, BOT_SCOPES, USER_SCOPES } from './known.ts';
import * as problems from './problems.ts';
import { createScene } from './scene.ts';

const scopesOf = (known: readonly string[]): Check => distinct(oneOf(...known));

const oauthConfig = shape(
  {},
  {
    redirect_urls: distinct(filled(2500), { max: 1000 }),
    scopes: shape(
      {},
      {
        bot: scopesOf(BOT_SCOPES),
        bot_optional: scopesOf(BOT_SCOPES),
        user: scopesOf(USER_SCOPES),
        user_optional: scopesOf(USER_SCOPES),
      },
    ),
    token_management_enabled: flag,
    pkce_enabled: flag,
  },
);

const eventTypes: Check = distinct(oneOf(...BOT_EVENTS.keys()));

const settings = shape(
  {},
  {
    event_subscriptions: shape(
      {},
      {
        request_url: url(3500),
        bot_events: eventTypes,
        user_events: eventTypes,
        metadata_subscriptions: filledList(shape({ app_id: filled(), event_type: filled(50) }), 20),
      },
    ),
    interactivity: shape({ is_enabled: flag }, { request_url: url(3500), message_menu_options_url: url(3500) }),
    incoming_webhooks: shape({}, { incoming_webhooks_enabled: flag }),
    allowed_ip_address_ranges: distinct(formatted(/^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/, '10.0.0.0/8'), {
      min: 1,
      max: 50,
    }),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
    is_hosted: flag,
    is_mcp_enabled: flag,
    function_runtime: oneOf('remote', 'slack'),
  },
);

/** Parts for workflows, directories and other servers are known, but not looked into. */
const unread: Checks = Object.fromEntries(
  'app_directory functions workflows datastores outgoing_domains types external_auth_providers mcp_servers $schema'
    .split(' ')
    .map((name) => [name, anything]),
);

const whole = shape(
  { display_information: displayInformation },
  {
    _metadata: shape({}, { major_version: integer({ min: 1, max: 2 }), minor_version: integer({ min: 0 }) }),
    features,
    oauth_config: oauthConfig,
    settings,
    ...unread,
  },
);

/** Over Socket Mode or to addresses: something must take what Slack sends. */
const checkDelivery = (manifest: Field): void => {
  const given = manifest.at('settings');
  if (given.at('socket_mode_enabled').value === true) return;
  const events = given.at('event_subscriptions');
  if (isGiven(events) && !isGiven(events.at('request_url'))) events.refuse(problems.manifest.eventsNeedDelivery);
  const interactivity = given.at('interactivity');
  const isEnabled = interactivity.at('is_enabled').value === true;
  if (isEnabled && !isGiven(interactivity.at('request_url'))) {
    interactivity.refuse(problems.manifest.interactivityNeedsUrl);
  }
  for (const command of entries(manifest.at('features').at('slash_commands'))) {
    if (!isGiven(command.at('url'))) command.refuse(problems.guessed.commandNeedsUrl);
  }
};

/** Slack refuses events without their scope, and commands and shortcuts need theirs. */
const checkScopes = (manifest: Field): void => {
  const granted = entries(manifest.at('oauth_config').at('scopes').at('bot')).map(({ value }) => value);
  const isGranted = (scopes: readonly string[]) => scopes.length === 0 || scopes.some((each) => granted.includes(each));
  for (const event of entries(manifest.at('settings').at('event_subscriptions').at('bot_events'))) {
    const scopes = BOT_EVENTS.get(String(event.value)) ?? [];
    if (!isGranted(scopes)) event.refuse(problems.guessed.needsScope(String(event.value), scopes));
  }
  const given = manifest.at('features');
  if (granted.length > 0 && !isGiven(given.at('bot_user'))) given.refuse(problems.guessed.needsBotUser);
  for (const name of ['slash_commands', 'shortcuts']) {
    const feature = given.at(name);
    if (isGiven(feature) && !isGranted(['commands'])) feature.refuse(problems.guessed.needsScope(name, ['commands']));
  }
};

/** A manifest as an object; its problems are those of apps.manifest.validate, with their pointers. */
export const manifestProblems = (manifest: unknown): string[] => {
  const form = createForm(manifest);
  whole(form.root, createScene('message'));
  checkDelivery(form.root);
  checkScopes(form.root);
  return [...form.problems];
};
