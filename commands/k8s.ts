import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { knowsTopic } from '../src/course/knows.ts';
import { lookUp } from '../src/lookup/answer.ts';

export default (context: Context) =>
  command({
    name: 'k8s',
    summary: { ko: '쿠버네티스 개념을 찾아 줘요', en: 'Looks up a Kubernetes concept' },
    usedBy: 'everyone',
    answersQuestions: true,
    knows: knowsTopic(context),
    messageMenu: { ko: '이 말 찾아보기', en: 'Look this up' },
    examples: [
      { ko: 'k8s 파드', en: 'k8s pod' },
      { ko: 'k8s 파드랑 노드 차이', en: 'k8s pod vs node' },
    ],
    options: {
      term: {
        type: 'text',
        korean: '낱말',
        required: 'orFile',
        asTyped: true,
        summary: { ko: '궁금한 말', en: 'word or question' },
        complete: completeTitles(context),
      },
      file: {
        type: 'file',
        korean: '파일',
        summary: { ko: '매니페스트나 로그 파일', en: 'manifest or log file' },
      },
    },
    run: ({ term, file }, caller) =>
      lookUp([term, file?.text].filter((one) => one !== undefined).join('\n'), caller, context),
  });
