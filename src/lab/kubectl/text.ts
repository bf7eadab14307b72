import { localized } from '../../core/locale.ts';
import { slash } from '../../markdown/slash.ts';
import type { Hint } from './command.ts';

/** What a chat says beside the words of kubectl. */
interface KubectlText {
  /** Something went otherwise than in a terminal. */
  hints: Readonly<Record<Hint, string>>;
  /** What stands behind a pipe or a redirection was left out. */
  pipe: string;
  /** Lines that are not shown; all of them are in a file beside it. */
  cut(lines: number, file: string): string;
  nothing: string;
  /** What a line in an answer means, in the words of the course. */
  means(sign: string): string;
  /** What is wrong in the manifest, at a line. */
  wrong(line: number, why: string): string;
  didYouMean: string;
  /** The namespace that lines are for from now on. */
  namespace(name: string): string;
  ask: string;
  prompt: string;
}

const ko: KubectlText = {
  hints: {
    watch: '채팅에서는 계속 지켜볼 수 없어서(`-w`) 지금 모습만 보여 줘요. 다시 보려면 한 번 더 실행하세요.',
    follow: '채팅에서는 로그를 계속 따라갈 수 없어서(`-f`) 지금까지의 로그만 보여 줘요.',
    waited: '채팅에서는 몇 초까지만 기다려요. 조금 뒤에 다시 실행하면 이어서 볼 수 있어요.',
    shell: '채팅에서는 셸을 열어 둘 수 없어요. `exec <파드> -- ls /`처럼 `--` 뒤에 실행할 명령을 바로 적으세요.',
    unended: '몇 초가 지나도 끝나지 않는 명령이라서 멈췄어요.',
    manifest:
      '매니페스트를 찾지 못했어요. 파일을 함께 올리거나, `apply -f -` 다음 줄부터 매니페스트를 그대로 붙여 넣으세요.',
    url: '실습 클러스터에서는 인터넷 주소의 파일을 읽지 않아요. 내용을 복사해서 붙여 넣으세요.',
    kustomize: '채팅에는 폴더가 없어서 kustomize를 쓸 수 없어요. 매니페스트를 그대로 붙여 넣으세요.',
    prune: '`--prune`은 쓸 수 없어요. 필요 없어진 것은 `delete`로 지우세요.',
    tls: '인증서와 키는 파일 두 개라서 채팅에서 읽을 수 없어요. `kubernetes.io/tls` 유형 시크릿의 매니페스트로 만드세요.',
    context: '실습 클러스터의 컨텍스트는 `lab` 하나뿐이에요.',
    edit: '채팅에는 편집기가 없어요. 매니페스트를 고쳐서 `apply`하거나, `patch`나 `set image`를 쓰세요.',
    'port-forward': `채팅에는 포트가 없어요. ${slash('lab 연결', '으로/로')} 내 컴퓨터의 kubectl을 연결하거나, \`exec <파드> -- curl localhost\`처럼 안에서 요청해 보세요.`,
    proxy: `채팅에는 포트가 없어요. ${slash('lab 연결', '으로/로')} 내 컴퓨터의 kubectl을 연결하거나, \`get --raw <경로>\`를 쓰세요.`,
    cp: '채팅에는 파일이 없어요. `exec <파드> -- cat <파일>`로 내용을 보세요.',
    attach: '채팅에는 터미널이 없어요. `logs`로 출력을 보거나 `exec`로 명령을 실행하세요.',
    debug: '채팅에는 터미널이 없어요. `exec`로 명령을 실행하거나 `run`으로 확인용 파드를 만드세요.',
    certificate: '실습 클러스터에는 서명할 인증서가 없어요.',
    completion: '자동 완성은 채팅 앱이 입력 중에 보여 줘요.',
    plugin: '채팅에서는 플러그인을 쓸 수 없어요.',
  },
  pipe: '파이프(`|`)와 리다이렉션(`>`)은 쓸 수 없어서 그 앞까지만 실행했어요.',
  cut: (lines, file) => `${lines}줄을 더 줄였어요. 전체 출력은 \`${file}\`에 있어요.`,
  nothing: '(출력 없음)',
  means: (sign) => `💡 ${sign}`,
  wrong: (line, why) => `💡 매니페스트 ${line}번째 줄: ${why}`,
  didYouMean: '혹시 이걸 찾으셨나요?',
  namespace: (name) => `이제부터 네임스페이스를 적지 않으면 \`${name}\`에서 실행해요.`,
  ask: '터미널에서처럼 `kubectl` 뒤의 명령을 적으세요. 매니페스트는 다음 줄부터 붙여 넣거나 파일로 올리면 돼요.',
  prompt: '예를 들어 이렇게 시작해 보세요.',
};

const en: KubectlText = {
  hints: {
    watch: 'A chat cannot go on watching (`-w`): this is how it is now. Run it again to see more.',
    follow: 'A chat cannot follow a log (`-f`): this is the log so far.',
    waited: 'A chat waits for some seconds only. Run it again in a while to see how it went on.',
    shell: 'A chat cannot keep a shell open. Write the command behind `--`, as in `exec <pod> -- ls /`.',
    unended: 'The command did not end within some seconds, and was stopped.',
    manifest: 'There is no manifest. Send it as a file, or paste it from the line after `apply -f -` on.',
    url: 'A lab reads nothing from the internet. Copy what is there and paste it.',
    kustomize: 'A chat has no folders for kustomize. Paste the manifest itself.',
    prune: '`--prune` is not there. Use `delete` for what is no longer wanted.',
    tls: 'A certificate and its key are two files, which a chat cannot read. Write the manifest of a Secret of type `kubernetes.io/tls`.',
    context: 'A lab has one context, `lab`.',
    edit: 'A chat has no editor. Correct the manifest and `apply` it, or use `patch` or `set image`.',
    'port-forward': `A chat has no ports. Connect your own kubectl with ${slash('lab kubectl')}, or ask from inside, as in \`exec <pod> -- curl localhost\`.`,
    proxy: `A chat has no ports. Connect your own kubectl with ${slash('lab kubectl')}, or use \`get --raw <path>\`.`,
    cp: 'A chat has no files. Look into one with `exec <pod> -- cat <file>`.',
    attach: 'A chat has no terminal. Read what it prints with `logs`, or run a command with `exec`.',
    debug: 'A chat has no terminal. Run a command with `exec`, or make a Pod to look around with `run`.',
    certificate: 'A lab has no certificates to sign.',
    completion: 'Your chat offers completions while you type.',
    plugin: 'A chat has no plugins.',
  },
  pipe: 'Pipes (`|`) and redirections (`>`) are not there: what stands before them was run.',
  cut: (lines, file) => `${lines} more lines were left out. All of it is in \`${file}\`.`,
  nothing: '(no output)',
  means: (sign) => `💡 ${sign}`,
  wrong: (line, why) => `💡 Line ${line} of the manifest: ${why}`,
  didYouMean: 'Did you mean this?',
  namespace: (name) => `From now on, lines without a namespace are for \`${name}\`.`,
  ask: 'Write a command as in a terminal, without or with `kubectl`. Paste a manifest from the next line on, or send it as a file.',
  prompt: 'You may begin like this.',
};

export const text = localized({ ko, en });
