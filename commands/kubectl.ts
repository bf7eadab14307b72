import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { isTitle } from '../src/course/knows.ts';
import { afterName, isAsked, isBare } from '../src/lab/kubectl/typed.ts';
import { teachesKubernetes } from '../src/lab/own-lab.ts';
import { lookUp } from '../src/lookup/answer.ts';

/** kubectl on the caller's own lab. It belongs to courses on Kubernetes. */
export default (context: Context) =>
  teachesKubernetes(context)
    ? command({
        name: 'kubectl',
        summary: { ko: '내 클러스터에 kubectl 명령을 내려요', en: 'Runs kubectl on your own cluster' },
        usedBy: 'everyone',
        spoken: ['k'],
        // A line without a slash is run where there are labs, and else asks the course, as a question always does.
        wordsNeedSlash: true,
        hears: (line) => {
          const given = context.labs() && afterName(line);
          return given === undefined || isAsked(given) ? undefined : given;
        },
        listedWith: 'lab',
        examples: [
          { ko: 'kubectl get pods', en: 'kubectl get pods' },
          { ko: 'kubectl create deployment web --image=nginx', en: 'kubectl create deployment web --image=nginx' },
          { ko: 'kubectl describe nodes', en: 'kubectl describe nodes' },
        ],
        options: {
          line: {
            type: 'text',
            korean: '명령',
            asTyped: true,
            summary: { ko: 'kubectl 뒤에 적는 명령', en: 'what follows kubectl in a terminal' },
            hint: {
              ko: '매니페스트는 apply -f - 다음 줄부터 그대로 붙여 넣으세요.',
              en: 'Paste a manifest from the line after apply -f - on.',
            },
            complete: async (partial, who) =>
              (await import('../src/lab/kubectl/complete.ts')).completeLine(context.labs)(partial, who),
          },
          file: {
            type: 'file',
            korean: '파일',
            summary: { ko: '매니페스트 파일', en: 'a file with a manifest' },
          },
        },
        run: async ({ line = '', file }, caller) =>
          // What begins with its name may be a question about it, or what a student's terminal showed.
          file === undefined && (isAsked(line) || (isBare(line) && isTitle(`kubectl ${line}`, context.course())))
            ? lookUp(`kubectl ${line}`, caller, context)
            : (await import('../src/lab/kubectl/reply.ts')).answerKubectl(line, file?.text, caller, { context }),
      })
    : null;
