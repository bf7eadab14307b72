/** A command that takes pasted text and a file, and tells exactly what it was given. */
import { command } from '../../src/core/command/command.ts';
import { type Bot, createDispatch, createReportBug } from '../../src/core/command/dispatch.ts';
import type { FileText } from '../../src/core/command/files.ts';

const summary = { ko: '요약', en: 'summary' };

export interface Received {
  term: string | undefined;
  file: FileText | undefined;
}

/** What was received, the newest last; with a quiz beside it, and a command of buttons. */
export function pasting(): { bot: Bot; dispatch: Bot['dispatch']; received: Received[]; bugs: unknown[] } {
  const received: Received[] = [];
  const bugs: unknown[] = [];
  const reply = { visibility: 'caller', accent: 'info', blocks: [{ type: 'heading', text: 'ok' }] } as const;
  const look = command({
    name: 'k8s',
    summary,
    usedBy: 'everyone',
    answersQuestions: true,
    messageMenu: { ko: '이 말 찾아보기', en: 'Look this up' },
    examples: [],
    options: {
      term: {
        type: 'text',
        korean: '낱말',
        required: 'orFile',
        asTyped: true,
        summary: { ko: '궁금한 말', en: 'question' },
        complete: () => [],
      },
      file: { type: 'file', korean: '파일', summary: { ko: '매니페스트 파일', en: 'manifest' } },
    },
    run({ term, file }) {
      received.push({ term, file });
      return reply;
    },
  });
  const quiz = command({
    name: 'quiz',
    summary,
    usedBy: 'everyone',
    spoken: ['퀴즈'],
    examples: [],
    options: { topic: { type: 'text', summary } },
    run: () => reply,
  });
  const read = command({
    name: 'read',
    summary,
    usedBy: 'buttons',
    examples: [],
    options: { line: { type: 'text', summary } },
    run: () => reply,
  });
  const commands = [look, quiz, read];
  const reportBug = createReportBug({ log: { error: (fields) => void bugs.push(fields) }, reference: () => 'bug' });
  const dispatch = createDispatch(commands, { reportBug });
  return { bot: { commands, dispatch, reportBug }, dispatch, received, bugs };
}

/** A manifest with all that is lost where text is not kept: indentation, quotes, tabs, wide punctuation, empty lines. */
export const MANIFEST = [
  'apiVersion: v1',
  'kind: Pod',
  'metadata:',
  '  name: "web"',
  '',
  'spec：',
  '  containers:',
  '    - name: ‘web’',
  '\t  image: nginx   # term: file: 파일:',
  '      args: ["a  b", "c"]',
].join('\n');
