/** Whatever was entered into a form, each of its looks is one that the platforms take. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formModals } from '../../src/platforms/discord/form-modal.ts';
import { formViews } from '../../src/platforms/slack/form-view.ts';
import { callbackError } from '../fakes/discord/rules/interaction.ts';
import { viewProblems } from '../fakes/slack/rules/rules.ts';
import { manager, slackManager, smallBot } from '../support/classes.ts';
import { blockOf } from '../support/replies.ts';
import { runs } from '../support/sample.ts';

const value = fc.oneof(
  fc.constantFrom('', '25시', '09:30', '2027-03-02', 'mon,wed', 'ko', 'rest', '*', '`', '0', '<@U1>', '123456789'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

test('any form is taken, by Discord and by Slack', async () => {
  const { bot } = await smallBot();
  const names = ['channel', 'days', 'time', 'language', 'holidays', 'first', 'x'];
  const entered = fc
    .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 5 })
    .map((all) => all.map(([name, one]) => `${name}=${one.replace(/[;=]/g, '')}`).join(';'));
  await fc.assert(
    fc.asyncProperty(entered, fc.constantFrom('ko', 'en'), async (said, locale) => {
      const line = `classform ${said}`;
      const form = blockOf(
        await bot.dispatch(line, { ...manager, channel: 'discord:123456789012345678', locale }),
        'form',
      );
      for (const data of formModals(form))
        expect(callbackError({ type: 9, data }, { type: 2, fromMessage: false, wasV2: false }, [])).toBeUndefined();
      const onSlack = blockOf(await bot.dispatch(line, { ...slackManager, locale }), 'form');
      for (const view of formViews(onSlack, '{}', locale)) expect(viewProblems(view)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});
