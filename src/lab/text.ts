import { localized } from '../core/locale.ts';
import { slash } from '../markdown/slash.ts';

/** All that people read of labs as such; what shows them, tours and kubectl have words of their own. */
interface LabText {
  // What a lab cannot do just now.
  /** `labs`: how many run at once. */
  full(labs: number): string;
  elsewhere: string;
  stopped: string;
  noLabs: string;
  none: string;

  // What has happened to one.
  begun: string;
  restored: string;
  fast(times: number): string;
  normal: string;
  goFast: string;
  goNormal: string;
  askReset: string;
  resetAll: string;
  cancel: string;
  reset: string;
  show: string;
  closed: string;

  // For one's own kubectl.
  kubeconfig: string;
  howToUse(file: string): string;
  endsWithLab: string;
  noAddress: string;
  /** The lab can be reached from the machine alone on which the bot runs. */
  onThisMachine: string;

  images: string;
  /** What an image is for, by its short name; others speak for themselves. */
  imageNotes: Readonly<Record<string, string>>;
  tags(named: readonly string[], others: number): string;
  otherImages: string;
}

const ko: LabText = {
  full: (labs) =>
    `지금은 다른 학생들이 클러스터 ${labs}개를 모두 쓰고 있어요. 5분쯤 뒤에 다시 해 보세요. 만들어 둔 클러스터는 그대로 남아 있어요.`,
  elsewhere: `클러스터를 옮겨 오는 중이에요. 몇 초 뒤에 ${slash('lab 열기', '을/를')} 다시 입력해 주세요.`,
  stopped: `클러스터가 갑자기 멈췄어요. ${slash('lab 열기', '을/를')} 입력하면 마지막으로 남겨 둔 모습으로 다시 켜요.`,
  noLabs: '이 봇에서는 실습 클러스터를 쓸 수 없어요.',
  none: `아직 클러스터가 없어요. ${slash('lab 열기', '을/를')} 입력하면 바로 만들어져요.`,

  begun: '🧪 노드 3개짜리 클러스터를 만들었어요. 마음껏 망가뜨려도 돼요.',
  restored: '♻️ 쉬고 있던 클러스터를 다시 켰어요. 만든 것은 그대로예요. 컨테이너 안에 써 둔 파일과 로그만 없어졌어요.',
  fast: (times) =>
    `⏩ 이제 이 클러스터의 시간은 ${times}배로 흘러요. 재시작 대기, 오토스케일링, 노드 장애처럼 실제로는 몇 분 걸리는 일을 빨리 볼 수 있어요. 실제 클러스터는 이렇게 빠르지 않아요.`,
  goFast: '⏩ 시간 빠르게',
  goNormal: '▶️ 시간 보통으로',
  normal: '▶️ 이제 시간이 실제와 같은 빠르기로 흘러요.',
  askReset: '클러스터를 처음 상태로 되돌릴까요? 만든 것이 모두 사라지고, 되돌릴 수 없어요.',
  resetAll: '처음 상태로 되돌리기',
  cancel: '취소',
  reset: '🧪 클러스터를 처음 상태로 되돌렸어요. 받아 둔 kubeconfig는 계속 쓸 수 있어요.',
  show: '클러스터 보기',
  closed: `클러스터를 닫았어요. 안에 있던 것은 모두 지웠고, 받아 둔 kubeconfig는 더 쓸 수 없어요. ${slash('lab 열기', '을/를')} 입력하면 새로 만들어져요.`,

  kubeconfig: '내 컴퓨터의 kubectl로 이 클러스터를 쓸 수 있어요.',
  howToUse: (file) =>
    [
      `1. 파일을 \`${file}\`로 저장하세요.`,
      `2. 터미널에서 \`export KUBECONFIG=$PWD/${file}\`을 입력하세요(PowerShell은 \`$env:KUBECONFIG="$PWD\\${file}"\`).`,
      '3. `kubectl get nodes`를 입력하면 노드 3개가 보여요.',
    ].join('\n'),
  endsWithLab: `나만 쓰는 파일이니 다른 사람에게 보내지 마세요. ${slash('lab 닫기', '을/를')} 입력하면 더 쓸 수 없어요.`,
  noAddress:
    '이 봇에는 밖에서 들어올 주소가 없어서 kubectl을 이을 수 없어요. 운영하는 분이 `PUBLIC_URL`을 정하면 쓸 수 있어요.',
  onThisMachine: '봇을 켠 이 컴퓨터에서만 이어져요.',

  images: '쓸 수 있는 이미지',
  imageNotes: {
    nginx: '웹 서버예요. 기본 페이지와 설정 파일, 로그가 실제와 같아요(80번 포트).',
    httpd: '아파치 웹 서버예요(80번 포트).',
    busybox: '작은 셸과 기본 명령들이 있어요. wget과 nslookup으로 다른 파드를 불러 볼 수 있어요.',
    'curlimages/curl': 'curl로 서비스에 요청을 보내요.',
    redis: 'redis-cli로 값을 넣고 꺼내 볼 수 있어요(6379번 포트).',
    mysql: '비밀번호 환경 변수가 없으면 시작하지 않아요. 쿼리는 실행하지 않아요(3306번 포트).',
    postgres: '비밀번호 환경 변수가 없으면 시작하지 않아요. 쿼리는 실행하지 않아요(5432번 포트).',
    'hashicorp/http-echo': '`-text`로 정해 준 글을 돌려줘요(5678번 포트).',
    'gcr.io/google-samples/hello-app': '버전과 파드 이름을 알려 주는 웹 앱이에요(8080번 포트).',
    'registry.k8s.io/hpa-example': '요청을 받을 때마다 CPU를 써요. 오토스케일링을 볼 수 있어요(80번 포트).',
    'polinux/stress': '정해 준 만큼 메모리와 CPU를 써요.',
    python: '셸과 `python3 -m http.server`만 있어요. 파이썬 코드는 실행하지 않아요.',
    node: '셸만 있어요. 자바스크립트 코드는 실행하지 않아요.',
    'dosirak/web': '수업용 웹 앱. 버전마다 다른 글과 색을 보여 주고, 어느 파드가 답했는지 알려 줘요(8080번 포트).',
    'dosirak/crash': '켜지자마자 죽어요. CrashLoopBackOff를 볼 수 있어요.',
    'dosirak/slow': '준비되는 데 오래 걸려요. 프로브를 연습할 수 있어요(8080번 포트).',
    'dosirak/hungry': '메모리를 계속 먹어요. 한도를 넘으면 OOMKilled가 돼요.',
    'dosirak/busy': 'CPU를 계속 써요. 오토스케일링을 볼 수 있어요.',
  },
  tags: (named, others) => `태그 ${named.join(', ')}${others > 0 ? ` 등 ${others + named.length}개` : ''}`,
  otherImages: '다른 이미지를 쓰면 실제로 없는 이미지를 쓴 것처럼 ErrImagePull과 ImagePullBackOff가 나요.',
};

const en: LabText = {
  full: (labs) =>
    `Other students use all ${labs} clusters just now. Try again in about five minutes; a cluster that you have made stays as it is.`,
  elsewhere: `Your cluster is on its way here. Type ${slash('lab open')} again in a few seconds.`,
  stopped: `Your cluster has stopped all at once. ${slash('lab open')} switches it on again as it was kept last.`,
  noLabs: 'This bot runs no practice clusters.',
  none: `You have no cluster yet. ${slash('lab open')} makes one at once.`,

  begun: '🧪 Here is your cluster of three nodes. Break it as you like.',
  restored:
    '♻️ Your cluster was at rest and is switched on again. What you made is there; only the logs and files in its containers are gone.',
  fast: (times) =>
    `⏩ From now on time runs ${times} times as fast in this cluster, so that back-off, autoscaling and failing nodes, which take minutes, are seen in seconds. A real cluster is not as fast.`,
  goFast: '⏩ Fast',
  goNormal: '▶️ Normal',
  normal: '▶️ Time runs as fast as in the world again.',
  askReset: 'Reset your cluster? All that you have made in it goes, for good.',
  resetAll: 'Reset it',
  cancel: 'Cancel',
  reset: '🧪 Your cluster is as new. The kubeconfig that you have still works.',
  show: 'Show it',
  closed: `Your cluster is closed. All that was in it is deleted, and its kubeconfig is of no more use. ${slash('lab open')} makes a new one.`,

  kubeconfig: 'Your own kubectl can use this cluster.',
  howToUse: (file) =>
    [
      `1. Save the file as \`${file}\`.`,
      `2. In a terminal, type \`export KUBECONFIG=$PWD/${file}\` (PowerShell: \`$env:KUBECONFIG="$PWD\\${file}"\`).`,
      '3. `kubectl get nodes` shows three nodes.',
    ].join('\n'),
  endsWithLab: `The file is yours alone: do not pass it on. ${slash('lab close')} ends it.`,
  noAddress: 'No kubectl can reach this bot from outside. It can once its operator sets `PUBLIC_URL`.',
  onThisMachine: 'It works on this computer alone, on which the bot runs.',

  images: 'Images that you can use',
  imageNotes: {
    nginx: 'A web server, with its page, configuration and logs as they are (port 80).',
    httpd: 'The Apache web server (port 80).',
    busybox: 'A small shell with the usual commands: call other Pods with wget and nslookup.',
    'curlimages/curl': 'Sends requests to Services with curl.',
    redis: 'Keeps values that redis-cli sets and gets (port 6379).',
    mysql: 'Does not start without a variable for its password. Runs no queries (port 3306).',
    postgres: 'Does not start without a variable for its password. Runs no queries (port 5432).',
    'hashicorp/http-echo': 'Answers what `-text` says (port 5678).',
    'gcr.io/google-samples/hello-app': 'A web app that tells its version and its Pod (port 8080).',
    'registry.k8s.io/hpa-example': 'Uses the processor for each request: see autoscaling (port 80).',
    'polinux/stress': 'Takes as much memory and processor as it is told to.',
    python: 'Only a shell and `python3 -m http.server`. Runs no Python code.',
    node: 'Only a shell. Runs no JavaScript code.',
    'dosirak/web':
      'The course’s web app: each version shows other words and colours, and which Pod has answered (port 8080).',
    'dosirak/crash': 'Dies as soon as it runs: see CrashLoopBackOff.',
    'dosirak/slow': 'Takes long to get ready: practise probes (port 8080).',
    'dosirak/hungry': 'Eats memory: above its limit it is OOMKilled.',
    'dosirak/busy': 'Uses the processor all the time: see autoscaling.',
  },
  tags: (named, others) => `tags ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`,
  otherImages: 'Any other image fails as one that does not exist: ErrImagePull, then ImagePullBackOff.',
};

export const text = localized({ ko, en });
