import type { SlackViewAction } from '@slack/bolt';
import { readMetadata } from './answer-metadata.ts';
import type { Place } from './destination.ts';
import type { Who } from './incoming.ts';

/** What a modal that was sent is for: its line, who sent it (`at`, epoch ms), and where it is answered. */
export function askedBy(
  { view: sent, user, team }: Pick<SlackViewAction, 'view' | 'user' | 'team'>,
  at: number,
): { line: string; who: Who; place: Place; message: string | undefined } {
  const {
    line,
    url,
    at: came = '0',
    mayReplace = false,
    message,
    view,
    search = false,
    spot,
  } = readMetadata(sent.private_metadata);
  const who: Who = { ...spot, team: team?.id ?? user.team_id ?? '', user: user.id, name: user.name, at };
  const place: Place =
    view !== undefined
      ? { kind: 'update', view, search, spot }
      : url !== undefined
        ? { kind: 'url', url: { url, at: Number(came) * 1000, uses: 0 }, mayReplace, spot }
        : { kind: 'private', spot };
  return { line, who, place, message };
}
