/** Whom the text of a message notifies. */

import type { Json, Pings } from '../types.ts';
import { isRecord } from './form.ts';

type Kind = keyof Pings;
type Ping = readonly [kind: Kind, id: string];

/** `<!here>`, `<@U1>`, `<!subteam^S1>`, each with or without a label. */
const MENTION = /<(?:!(here|channel|everyone)|@([UW][A-Z0-9]+)|!subteam\^(S[A-Z0-9]+))(?:\|[^<>]*)?>/g;

const inText = (text: unknown): Ping[] =>
  [...String(text).matchAll(MENTION)].map(([, broadcast, user, group]): Ping => {
    if (broadcast !== undefined) return ['broadcasts', broadcast];
    return user === undefined ? ['groups', String(group)] : ['users', user];
  });

/** What a text object or an element of rich text says itself; `plain_text` mentions nobody. */
const inPart = (part: Record<string, unknown>): Ping[] => {
  switch (part.type) {
    case 'mrkdwn':
    case 'markdown':
      return inText(part.text);
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
  ...inText(pretext),
  ...inText(text),
  ...(Array.isArray(fields) ? fields.flatMap((field: unknown) => inText(isRecord(field) ? field.value : '')) : []),
  ...inTree(blocks),
];

/** Each once. */
export const pingsOf = (message: {
  text: string;
  blocks: readonly Json[];
  attachments?: readonly Json[] | undefined;
}): Pings => {
  const all = [
    ...inText(message.text),
    ...inTree(message.blocks),
    ...(message.attachments ?? []).flatMap(inAttachment),
  ];
  const of = (kind: Kind) => [...new Set(all.filter(([each]) => each === kind).map(([, id]) => id))];
  return { broadcasts: of('broadcasts'), users: of('users'), groups: of('groups') };
};
