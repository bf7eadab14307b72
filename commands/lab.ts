import { action, command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { FAST, teachesKubernetes } from '../src/lab/own-lab.ts';

// Labs are a sixth of the program: a process loads what their commands do with the first of them.
const manage = () => import('../src/lab/manage.ts');

/** A small cluster of one's own. It belongs to courses on Kubernetes. */
export default (context: Context) =>
  teachesKubernetes(context)
    ? command({
        name: 'lab',
        summary: { ko: '내 클러스터를 열어 직접 해 봐요', en: 'Opens a cluster of your own to try things in' },
        usedBy: 'everyone',
        spoken: ['실습', '실습하기', '내 클러스터'],
        examples: [
          { ko: 'lab 열기', en: 'lab open' },
          { ko: 'lab 따라하기', en: 'lab tour' },
          { ko: 'lab 연결', en: 'lab kubectl' },
        ],
        options: {},
        actions: {
          open: action({
            summary: {
              ko: '내 클러스터를 보여 줘요. 없으면 만들어요',
              en: 'Shows your cluster; makes one where there is none',
            },
            korean: '열기',
            options: {},
            run: async (_, caller) => (await manage()).openLab(caller, context),
          }),
          tour: action({
            summary: {
              ko: '롤아웃, 오토스케일링, 자가 치유, 로드 밸런싱, 서비스 디스커버리를 따라 해 봐요',
              en: 'Guides you through rollout, autoscaling, self-healing, load balancing, service discovery',
            },
            korean: '따라하기',
            options: {
              tour: {
                type: 'text',
                korean: '주제',
                summary: { ko: '롤아웃, 오토스케일링 …', en: 'rollout, autoscaling …' },
                complete: async (partial) => (await import('../src/lab/tours/tours.ts')).completeTours(partial),
              },
            },
            run: async ({ tour }, caller) =>
              (await import('../src/lab/tours/play.ts')).showTours(tour, caller, context),
          }),
          kubectl: action({
            summary: { ko: '내 컴퓨터의 kubectl로 쓰는 파일을 받아요', en: 'Gives a file for your own kubectl' },
            korean: '연결',
            options: {},
            run: async (_, caller) => (await manage()).giveKubeconfig(caller, context),
          }),
          fast: action({
            summary: {
              ko: `클러스터의 시간을 ${FAST}배로 빠르게 해요`,
              en: `Has time run ${FAST} times as fast in it`,
            },
            korean: '빠르게',
            options: {},
            run: async (_, caller) => (await manage()).setSpeed(FAST, caller, context),
          }),
          normal: action({
            summary: { ko: '클러스터의 시간을 실제와 같게 해요', en: 'Has time run as fast as in the world again' },
            korean: '보통',
            options: {},
            run: async (_, caller) => (await manage()).setSpeed(1, caller, context),
          }),
          images: action({
            summary: { ko: '클러스터에서 쓸 수 있는 이미지를 봐요', en: 'Lists the images that it can run' },
            korean: '이미지',
            options: {},
            run: async (_, caller) => (await import('../src/lab/list-images.ts')).listImages(caller),
          }),
          reset: action({
            summary: { ko: '클러스터를 처음 상태로 되돌려요', en: 'Has your cluster begin anew' },
            korean: '초기화',
            options: {},
            run: async (_, caller) => (await manage()).askReset(caller, context),
          }),
          close: action({
            summary: {
              ko: '클러스터를 닫고 안에 있는 것을 지워요',
              en: 'Closes your cluster and deletes what is in it',
            },
            korean: '닫기',
            options: {},
            run: async (_, caller) => (await manage()).closeLab(caller, context),
          }),
        },
        run: async (_, caller) => (await manage()).openLab(caller, context),
      })
    : null;
