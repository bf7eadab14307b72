/** What is for one person alone is never seen by others, whatever happens on the way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { command } from '../../../src/core/command/command.ts';
import { LINE } from '../../../src/core/command/options.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { button, notice } from '../../../src/core/reply/builders.ts';
import type { Clock } from '../../fakes/clock.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { Fault, Interaction, LocalDiscord } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import { PATIENCE } from '../../support/patience.ts';
import { runs } from '../../support/sample.ts';
import { botOf } from '../../support/world.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const SECRET = '혼자만 볼 말';
const NEWS = '모두가 볼 말';

/** Longer than an answer waits before it is deferred, in milliseconds of Discord's clock. */
const LONG = 1700;

const secret = notice(SECRET);
const news: Reply = { ...notice(NEWS), visibility: 'channel' };

/** What a command declares about who sees its answer, what it answers then, and how long that takes. */
const COMMANDS = {
  alone: { declared: 'caller', reply: secret, takes: 0 },
  'alone-slowly': { declared: 'caller', reply: secret, takes: LONG },
  open: { declared: 'channel', reply: news, takes: 0 },
  'open-slowly': { declared: 'channel', reply: news, takes: LONG },
  refused: { declared: 'channel', reply: secret, takes: 0 },
  'refused-slowly': { declared: 'channel', reply: secret, takes: LONG },
} as const;
const NAMES = Object.keys(COMMANDS);

/** A message of everyone's, with a button whose answer would take its place, and be for one alone. */
const offer: Reply = {
  ...news,
  blocks: [...news.blocks, { type: 'buttons', buttons: [button('누르기', 'mine now')] }],
};
const mine: Reply = { ...secret, replaces: true };

const words = { summary: { ko: '말하기', en: 'Speak' }, examples: [], options: {} };
const offering = command({ ...words, name: 'offer', usedBy: 'everyone', visibility: 'channel', run: () => offer });
const taking = command({ ...words, name: 'mine', usedBy: 'buttons', options: LINE, run: () => mine });

/** The bot on a Discord whose time passes by itself. */
async function answering(how: NonNullable<Parameters<typeof onDiscord>[0]>) {
  let begun = 0;
  const time: { clock?: Clock } = {};
  const more = Object.entries(COMMANDS).map(([name, { declared, reply, takes }]) =>
    command({
      ...words,
      name,
      usedBy: 'everyone',
      ...(declared === 'channel' ? { visibility: 'channel' as const } : {}),
      run: async () => {
        begun += 1;
        await new Promise<void>((resolve) => time.clock?.after(takes, resolve));
        return reply;
      },
    }),
  );
  const { bot } = await botOf([], { more: [...more, offering, taking] });
  const all = await onDiscord({ bot, ...how });
  time.clock = all.discord.clock;
  time.clock.run();
  return { ...all, begun: () => begun };
}

const callbackOf = ({ id }: Interaction): RegExp => new RegExp(`^/interactions/${id}/`);
const webhookOf = ({ token }: Interaction): RegExp => new RegExp(`^/webhooks/\\d+/${token}`);
const everyoneSees = (discord: LocalDiscord): string => JSON.stringify(discord.messages(discord.guild.channelId));

const fault = fc.constantFrom<Fault>(
  { status: 500 },
  { status: 502, body: '<html>Bad gateway</html>' },
  { status: 403, body: { message: 'no', code: 0 } },
  { status: 400, body: { message: 'Invalid Form Body', code: 50035 } },
  { statusAfter: 500 },
  { statusAfter: 502 },
  { retryAfter: 1 },
  { drop: 'before' },
  { drop: 'before', clean: true },
  { drop: 'after' },
  { drop: 'after', clean: true },
  { late: 1200 },
  { late: 3500 },
  { delay: 1200 },
  { delay: 3500 },
);
const faults = (times: fc.Arbitrary<number>) => fc.array(fc.record({ fault, times }), { maxLength: 3 });
const trial = fc.record({
  name: fc.constantFrom(...NAMES),
  // From one request to more than there is time for.
  first: faults(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(ALWAYS))),
  later: faults(fc.integer({ min: 1, max: 3 })),
});

test.concurrent('through faults of every kind and length, nobody sees what is for one alone, and all is answered once at most', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(trial, { minLength: 30, maxLength: 30 }), async (trials) => {
      const ends: (() => Promise<void>)[] = [];
      // Discord takes answers for ever: what comes late is seen, too.
      const { discord, connection, logged, begun } = await answering({
        answerWithin: Number.POSITIVE_INFINITY,
        finished: (end) => void ends.unshift(end),
      });
      try {
        const all = trials.map(({ name, first, later }, i) => {
          const user = discord.user(`s${i}`, { locale: 'ko' });
          const asked = discord.slash(user, 'guild', name);
          for (const { fault, times } of first) discord.fault({ path: callbackOf(asked), times }, fault);
          for (const { fault, times } of later) discord.fault({ path: webhookOf(asked), times }, fault);
          return { user, asked, isFaultless: first.length + later.length === 0 };
        });
        await eventually(() => expect(begun()).toBe(trials.length));
        await connection.stop(PATIENCE);
        expect(everyoneSees(discord)).not.toContain(SECRET);
        for (const { body, path, method } of discord.requests)
          if (method === 'POST' && /callback|webhooks/.test(path) && JSON.stringify(body).includes(SECRET))
            expect(JSON.stringify(body)).toMatch(/"flags":(?:64|32832)\b/);
        const open = discord.messages(discord.guild.channelId);
        const unanswered = all.filter(({ user, asked }) => {
          const seen = discord
            .messages(discord.guild.channelId, user)
            .filter((message) => message === asked.message || asked.followUps.includes(message));
          expect(seen.length).toBeLessThanOrEqual(1);
          return !seen.some((message) => !message.loading && (message.ephemeral || open.includes(message)));
        });
        for (const { isFaultless } of unanswered) expect(isFaultless).toBe(false);
        if (unanswered.length > 0) expect(logged.some(({ level }) => level !== 'info')).toBe(true);
      } finally {
        for (const end of ends) await end();
      }
    }),
    { numRuns: runs(1), endOnFailure: true },
  );
});

test.concurrent.for(['alone', 'alone-slowly'])(
  'in an outage %s is not answered before everyone, and the log says so',
  async (name, { onTestFinished: finished }) => {
    const { discord, connection, logged } = await answering({ finished });
    const end = discord.fault({ path: /^\/interactions\//, times: ALWAYS }, { status: 500 });
    const asked = discord.slash(discord.user('민수'), 'guild', name);
    await expect(asked.answered).rejects.toThrow('three seconds');
    end();
    await connection.stop(PATIENCE);
    expect(discord.messages(discord.guild.channelId)).toEqual([]);
    expect(logged.filter(({ level }) => level !== 'info').length).toBeGreaterThan(0);
  },
);

test.concurrent.for(['alone', 'alone-slowly', 'refused'])(
  'a server that knows no ephemeral messages is given none of it in a channel, and the log names the setting (%s)',
  async (name, { onTestFinished: finished }) => {
    const { discord, connection, logged } = await answering({ finished });
    discord.features.ephemeral = false;
    const asked = discord.slash(discord.user('민수'), 'guild', name);
    await expect(asked.answered).rejects.toThrow('three seconds');
    await connection.stop(PATIENCE);
    expect(discord.messages(discord.guild.channelId)).toEqual([]);
    // What takes long may be too late to be refused.
    const why = name === 'alone-slowly' ? /DISCORD_PUBLIC_ANSWERS|in time/ : /DISCORD_PUBLIC_ANSWERS/;
    expect(logged.map(({ message }) => message)).toContainEqual(expect.stringMatching(why));
  },
);

test.concurrent.for(['alone', 'alone-slowly'])(
  'such a server is answered in direct messages, where nobody else is (%s)',
  async (name, { onTestFinished: finished }) => {
    const { discord, logged } = await answering({ finished });
    discord.features.ephemeral = false;
    const message = await discord.slash(discord.user('민수'), 'dm', name).settled();
    expect([message.ephemeral, JSON.stringify(message).includes(SECRET)]).toEqual([false, true]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test.concurrent.for(['alone', 'alone-slowly'])(
  'where its operator has set so, everyone sees it (%s)',
  async (name, { onTestFinished: finished }) => {
    const { discord, logged } = await answering({ publicAnswers: true, finished });
    discord.features.ephemeral = false;
    const message = await discord.slash(discord.user('민수'), 'guild', name).settled();
    expect([message.ephemeral, JSON.stringify(message).includes(SECRET)]).toEqual([false, true]);
    expect(logged).toEqual([]);
  },
);

test.concurrent.for<Fault | undefined>([
  undefined,
  { drop: 'after' },
  { drop: 'after', clean: true },
  { statusAfter: 500 },
  { retryAfter: 1 },
])(
  'what turns out to be for one alone, after everyone was told that an answer comes, is told to that one, once (%j)',
  async (fault, { onTestFinished: finished }) => {
    const { discord, connection, logged } = await answering({ finished });
    const minsu = discord.user('민수');
    const asked = discord.slash(minsu, 'guild', 'refused-slowly');
    if (fault) for (const method of ['DELETE', 'POST']) discord.fault({ method, path: webhookOf(asked) }, fault);
    const answer = await asked.answered;
    expect(answer).toMatchObject({ kind: 'deferred', message: { ephemeral: false } });
    await eventually(() => expect(asked.followUps).toHaveLength(1));
    await connection.stop(PATIENCE);
    const [told] = asked.followUps;
    expect([told?.ephemeral, JSON.stringify(told).includes(SECRET)]).toEqual([true, true]);
    expect(discord.messages(discord.guild.channelId)).toEqual([]);
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([told]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test.concurrent('what is for one alone takes the place of no message that everyone sees', async ({
  onTestFinished: finished,
}) => {
  const { discord, logged } = await answering({ finished });
  const minsu = discord.user('민수');
  const seen = await discord.slash(minsu, 'guild', 'offer').settled();
  const told = await discord.press(minsu, seen, { label: '누르기' }).settled();
  expect([told.ephemeral, JSON.stringify(told).includes(SECRET), seen.edits]).toEqual([true, true, 0]);
  expect(discord.messages(discord.guild.channelId)).toEqual([seen]);
  const direct = await discord.slash(minsu, 'dm', 'offer').settled();
  expect(await discord.press(minsu, direct, { label: '누르기' }).settled()).toBe(direct);
  expect(logged).toEqual([]);
});
