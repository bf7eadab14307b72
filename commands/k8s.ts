import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { answerQuestion } from '../src/lookup/answer.ts';

export default (context: Context) =>
  command({
    name: 'k8s',
    summary: { ko: '쿠버네티스 개념을 찾아 줘요', en: 'Looks up a Kubernetes concept' },
    usedBy: 'everyone',
    answersQuestions: true,
    examples: [
      { ko: 'k8s 파드', en: 'k8s pod' },
      { ko: 'k8s 파드랑 노드 차이', en: 'k8s pod vs node' },
    ],
    options: {
      term: {
        type: 'text',
        korean: '낱말',
        required: true,
        summary: { ko: '궁금한 말', en: 'word or question' },
        complete: completeTitles(context),
      },
    },
    run: ({ term }, caller) => answerQuestion(term, caller, context),
  });
