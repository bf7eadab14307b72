import { ConfigError } from '../app/config.ts';
import { manifestOf } from '../platforms/slack/manifest.ts';
import { openBot } from './open.ts';
import type { Mode } from './program.ts';

/** The address of the bot for HTTP (`https://bot.example.com`); undefined for Socket Mode. */
function urlIn([address]: readonly string[]): string | undefined {
  const url = address?.replace(/\/+$/, '');
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
    throw new ConfigError([`${url}: give the address of the bot, https://…, or nothing for Socket Mode`]);
  return url;
}

/** Prints the manifest of the Slack app. */
export const run: Mode = async (program) => {
  const { bot, context } = await openBot(program);
  const all = context.courses().map(({ content }) => content.settings);
  const subject = all.length > 1 ? undefined : all[0]?.subject;
  const { languages } = context.course().content.settings;
  const [locale = 'ko'] = languages;
  const { config, args, print } = program;
  print(
    JSON.stringify(
      manifestOf(bot.commands, { prefix: config.slackPrefix, url: urlIn(args), subject, locale }),
      null,
      2,
    ),
  );
};
