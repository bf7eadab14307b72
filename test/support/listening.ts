import { type Caller, command } from '../../src/core/command/command.ts';
import { createDispatch, createReportBug, type Dispatch } from '../../src/core/command/dispatch.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { blockOf } from './replies.ts';

export const KOREAN: Caller = { id: 'test:ko', space: 'test', locale: 'ko', manages: false, known: ['test:ko'] };
export const ENGLISH: Caller = { ...KOREAN, id: 'test:en', locale: 'en', known: ['test:en'] };

const text = { ko: '요약', en: 'summary' };

/** A reply that tells which command ran with which arguments. */
function heard(name: string, args: Readonly<Record<string, unknown>>): Reply {
  const given = Object.entries(args).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  return { visibility: 'caller', accent: 'info', blocks: [{ type: 'heading', text: `${name}(${given.join(' ')})` }] };
}

/** What ran, of a reply of `listening` commands. */
export const says = (reply: Reply): string => blockOf(reply, 'heading').text;

/** A command that questions go to. */
export const ask = command({
  name: 'ask',
  summary: text,
  usedBy: 'everyone',
  answersQuestions: true,
  examples: [{ ko: 'ask 파드', en: 'ask pod' }],
  options: { words: { type: 'text', required: true, summary: text } },
  run: (args) => heard('ask', args),
});

/** Three commands that tell what they were given; `run` takes the place of what `quiz` does. Questions go to `ask`. */
export function listening({ run }: { run?: () => Reply | Promise<Reply> } = {}): {
  dispatch: Dispatch;
  logged: { fields: object; message: string }[];
} {
  const logged: { fields: object; message: string }[] = [];
  const quiz = command({
    name: 'quiz',
    summary: text,
    usedBy: 'everyone',
    examples: [{ ko: 'quiz', en: 'quiz' }],
    options: {
      topic: { type: 'text', summary: text },
      count: { type: 'integer', units: [], min: 1, max: 20, summary: text },
    },
    run: (args) => (run ? run() : heard('quiz', args)),
  });
  const press = command({
    name: 'press',
    summary: text,
    usedBy: 'buttons',
    examples: [],
    options: { line: { type: 'text', required: true, summary: text } },
    run: (args) => heard('press', args),
  });
  const log = { error: (fields: object, message: string) => void logged.push({ fields, message }) };
  let bugs = 0;
  const reference = () => `bug-${++bugs}`;
  return {
    dispatch: createDispatch([ask, quiz, press], { reportBug: createReportBug({ log, reference }) }),
    logged,
  };
}
