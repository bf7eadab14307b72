/** What people type, as Slack passes it on: escaped, with links and mentions made of addresses and names. */

import { newBlockId } from './blocks.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';
import { username } from './wire.ts';

export const escaped = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const EMAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const URL_LIKE = String.raw`https?:\/\/[^\s<>]+`;
/** Domains that the client takes for links without their scheme. */
const DOMAIN = String.raw`\b(?:[a-zA-Z0-9-]+\.)+(?:com|net|org|io|dev|kr)\b(?:\/[^\s<>]*)?`;
const NAME = String.raw`[@#][^\s@#,.:;!?()]+`;
const SPECIAL = new RegExp(`(${EMAIL})|(${URL_LIKE})|(${DOMAIN})|(${NAME})`, 'g');

interface Part {
  text: string;
  element: Json;
}

function named(state: State, name: string): Part | undefined {
  const bare = name.slice(1);
  if (name.startsWith('#')) {
    const channel = [...state.channels.values()].find((one) => one.kind === 'public' && one.name === bare);
    return channel && { text: `<#${channel.id}|${bare}>`, element: { type: 'channel', channel_id: channel.id } };
  }
  if (bare === 'here' || bare === 'channel' || bare === 'everyone')
    return { text: `<!${bare}>`, element: { type: 'broadcast', range: bare } };
  const user = [...state.users.values()].find((one) => one.name === bare);
  return user && { text: `<@${user.id}>`, element: { type: 'user', user_id: user.id } };
}

const plain = (text: string): Part => ({ text: escaped(text), element: { type: 'text', text } });

function special(state: State, [whole, email, url, domain, name]: RegExpMatchArray): Part {
  if (email !== undefined)
    return { text: `<mailto:${email}|${email}>`, element: { type: 'link', url: `mailto:${email}`, text: email } };
  if (url !== undefined) return { text: `<${escaped(url)}>`, element: { type: 'link', url } };
  if (domain !== undefined)
    return {
      text: `<http://${escaped(domain)}|${escaped(domain)}>`,
      element: { type: 'link', url: `http://${domain}`, text: domain },
    };
  return (name === undefined ? undefined : named(state, name)) ?? plain(whole ?? '');
}

/** A slash command's text with `should_escape`: people with their handles, channels with their names. */
export const mentioning = (state: State, typed: string): string =>
  typedMessage(state, typed).text.replace(/<@(U\w+)>/g, (whole, id: string) => {
    const user = state.users.get(id);
    return user ? `<@${id}|${username(user)}>` : whole;
  });

/** A message's text and blocks, of what a person typed. */
export function typedMessage(state: State, typed: string): { text: string; blocks: Json[] } {
  const parts: Part[] = [];
  let end = 0;
  for (const match of typed.matchAll(SPECIAL)) {
    if (match.index > end) parts.push(plain(typed.slice(end, match.index)));
    parts.push(special(state, match));
    end = match.index + match[0].length;
  }
  if (end < typed.length) parts.push(plain(typed.slice(end)));
  const section = { type: 'rich_text_section', elements: parts.map(({ element }) => element) };
  return {
    text: parts.map(({ text }) => text).join(''),
    blocks: [{ type: 'rich_text', block_id: newBlockId(), elements: [section] }],
  };
}
