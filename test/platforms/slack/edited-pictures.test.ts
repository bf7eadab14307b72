/** What an edit makes of a message with a picture, or of one that went out without. */
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { button } from '../../../src/core/reply/builders.ts';
import { cardOf } from '../../../src/course/term-blocks.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { labelsSeen, said } from '../../fakes/slack/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);

const pictureOf = (id: string) => {
  const term = world.course().terms.get(id);
  if (!term) throw new Error(`there is no ${id}`);
  return cardOf(term, '', 'ko');
};

const posting = (label: string, ...terms: string[]) => {
  const reply: Reply = {
    visibility: 'channel',
    accent: 'info',
    blocks: [...terms.map(pictureOf), { type: 'buttons', buttons: [button(label, 'seen mark1 knew')] }],
  };
  return { reply, locale: 'ko', idempotencyKey: 'mark1' } as const;
};

/** A message of the bot's, as its channel has it, after what comes of an edit by another process. */
async function posted(...terms: string[]) {
  const { slack, connection } = await onSlack({ bot });
  const channel = slack.channel('class');
  return {
    slack,
    async post() {
      const sent = await connection.messenger.post(`slack:${channel}`, posting('전', ...terms), Date.now() + 60_000);
      if (sent.kind !== 'sent') throw new Error(sent.kind);
      return sent.message;
    },
    async edit(name: string) {
      const other = await onSlack({ bot, at: slack });
      const ended = await other.connection.messenger.edit(`slack:${channel}`, name, posting('후', ...terms), true);
      const message = slack.messages(channel).at(-1);
      if (!message) throw new Error('there is no message');
      return { ended, pictures: message.blocks.filter(({ type }) => type === 'image').length, message };
    },
  };
}

test('a picture that is there stays, and one that is not is not asked for: the words stay', async () => {
  const { slack, post, edit } = await posted('pod');
  const shown = await edit(await post());
  expect([shown.ended, shown.pictures, labelsSeen(shown.message)]).toEqual(['shown', 1, ['후']]);
  slack.fault({ method: /^files\./, times: Number.POSITIVE_INFINITY }, { error: 'missing_scope' });
  const inWords = await edit(await post());
  expect([inWords.ended, inWords.pictures, labelsSeen(inWords.message)]).toEqual(['shown', 0, ['후']]);
  expect(said(inWords.message)).toContain('가장 작은 배포 단위');
});

test('of two pictures of which the message has one, the other is in words', async () => {
  const { post, edit } = await posted('pod', 'node');
  const [ts = '', pod = ''] = (await post()).split(' ');
  const shown = await edit(`${ts} ${pod}`);
  expect([shown.ended, shown.pictures, labelsSeen(shown.message)]).toEqual(['shown', 1, ['후']]);
});

test('where Slack refuses a picture whose file was deleted, the message says it in words, and its buttons change', async () => {
  const { slack, post, edit } = await posted('pod');
  const name = await post();
  slack.fault({ method: /^chat\.update$/ }, { error: 'invalid_blocks' });
  const shown = await edit(name);
  expect([shown.ended, shown.pictures, labelsSeen(shown.message)]).toEqual(['shown', 0, ['후']]);
  slack.fault({ method: /^chat\.update$/, times: 2 }, { error: 'invalid_blocks' });
  const bare = await edit(name);
  expect([bare.ended, bare.message.blocks]).toEqual(['shown', []]);
  expect(bare.message.text).toContain('가장 작은 배포 단위');
});
