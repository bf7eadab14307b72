import { expect, test } from 'vitest';
import { channelSchema, idSchema, messagesSchema, readAnswer } from '../../../src/platforms/discord/answers.ts';
import { failureOf, startProblem } from '../../../src/platforms/discord/errors.ts';

const read = (schema: Parameters<typeof readAnswer>[0], answer: unknown) => readAnswer(schema, Promise.resolve(answer));

test('what is empty may be left out or null, and what is not read does not matter', async () => {
  expect(await read(channelSchema, { guild_id: null, type: 'x' })).toEqual({ guild_id: null });
  expect(await read(messagesSchema, [{ id: '1', author: null, attachments: null }])).toMatchObject([{ id: '1' }]);
});

test.each([undefined, null, '<html>', [], {}, { id: 5 }])(
  'an answer of another form is a fault of a proxy, not ours: %j',
  async (answer) => {
    const error: unknown = await read(idSchema, answer).catch((error: unknown) => error);
    expect(failureOf(error)).toBe('failed');
    expect(startProblem(error).message).toContain('not Discord’s API');
  },
);
