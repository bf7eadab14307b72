import { expect, test } from 'vitest';
import { command } from '../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../src/core/command/dispatch.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { KOREAN } from '../support/listening.ts';

const text = { ko: '요약', en: 'summary' };

test('every line is told once, by its command and how it ended', async () => {
  const told: string[] = [];
  const ends: Readonly<Record<string, () => Reply>> = {
    well: () => ({ visibility: 'caller', accent: 'info', blocks: [] }),
    kindly: () => {
      throw new UserError(text);
    },
    badly: () => {
      throw new TypeError('a bug');
    },
  };
  const commands = Object.entries(ends).map(([name, run]) =>
    command({
      name,
      summary: text,
      usedBy: 'everyone',
      answersQuestions: name === 'well',
      examples: [],
      spoken: [`${name}요`],
      options: { words: { type: 'text', summary: text } },
      run,
    }),
  );
  const meter = {
    interaction(name: string, ending: string, ms: number) {
      expect(ms).toBeGreaterThanOrEqual(0);
      told.push(`${name} ${ending}`);
    },
  };
  const reportBug = createReportBug({ log: { error: () => {} }, reference: () => 'bug-1' });
  const dispatch = createDispatch(commands, { reportBug, meter });
  for (const line of ['/well', 'what is it', '/WELL x', '/well요', '/kindly', '/badly', '/nope', '/'])
    await dispatch(line, KOREAN);
  const asked = ['well answered', 'well answered', 'well answered', 'well answered'];
  expect(told).toEqual([...asked, 'kindly refused', 'badly failed', 'unknown refused', 'unknown refused']);
});
