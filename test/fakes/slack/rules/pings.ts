/**
 * Whom the text of a message notifies. Where it cannot be known whether Slack notifies, as in the text beside blocks,
 * in code and in attachments, it counts.
 */

import type { Json, Pings } from '../types.ts';
import { isRecord } from './form.ts';

type Kind = keyof Pings;
type Ping = readonly [kind: Kind, id: string];

/** `<!here>`, `<@U1>`, `<!subteam^S1>`, each with or without a label. */
const MENTION = /<(?:!(here|channel|everyone|group)|@([UW][A-Z0-9]+)|!subteam\^(S[A-Z0-9]+))(?:\|[^<>]*)?>/g;
/** The bare word, but not in an address or as a part of another word. */
const WORD = /(?<![\p{L}\p{N}]_*)@(here|channel|everyone)(?!_*[\p{L}\p{N}])/gu;
const CODE = /```[\s\S]*?```|`[^`\n]+`/g;

const explicit = (text: string): Ping[] =>
  [...text.matchAll(MENTION)].map(([, broadcast, user, group]): Ping => {
    if (user !== undefined) return ['users', user];
    if (group !== undefined) return ['groups', group];
    return ['broadcasts', broadcast === 'group' ? 'channel' : String(broadcast)];
  });

/** What Slack itself makes of bare words in a text object that is not verbatim, and in Markdown. */
const automatic = (text: string): Ping[] =>
  [...text.replaceAll(CODE, '').matchAll(WORD)].map(([, broadcast]): Ping => ['broadcasts', String(broadcast)]);

/** What a text object or an element of rich text says itself; `plain_text` mentions nobody. */
const inPart = (part: Record<string, unknown>): Ping[] => {
  const text = String(part.text);
  switch (part.type) {
    case 'mrkdwn':
      return [...explicit(text), ...(part.verbatim === true ? [] : automatic(text))];
    case 'markdown':
      return [...explicit(text), ...automatic(text)];
    case 'user':
      return [['users', String(part.user_id)]];
    case 'usergroup':
      return [['groups', String(part.usergroup_id)]];
    case 'broadcast':
      return [['broadcasts', String(part.range)]];
    default:
      return [];
  }
};

const inTree = (part: unknown): Ping[] => {
  if (Array.isArray(part)) return part.flatMap(inTree);
  return isRecord(part) ? [...inPart(part), ...Object.values(part).flatMap(inTree)] : [];
};

const inAttachment = ({ pretext = '', text = '', fields = [], blocks = [] }: Json): Ping[] => [
  ...explicit(String(pretext)),
  ...explicit(String(text)),
  ...(Array.isArray(fields)
    ? fields.flatMap((each: unknown) => explicit(String(isRecord(each) ? each.value : '')))
    : []),
  ...inTree(blocks),
];

/** Each once. The text and attachments make no mentions of bare words without `link_names`. */
export const pingsOf = (message: {
  text: string;
  blocks: readonly Json[];
  attachments?: readonly Json[] | undefined;
}): Pings => {
  const all = [
    ...explicit(message.text),
    ...inTree(message.blocks),
    ...(message.attachments ?? []).flatMap(inAttachment),
  ];
  const of = (kind: Kind) => [...new Set(all.filter(([each]) => each === kind).map(([, id]) => id))];
  return { broadcasts: of('broadcasts'), users: of('users'), groups: of('groups') };
};
