import { describe, expect, onTestFinished, test } from 'vitest';
import type { CommandInput } from '../../../src/core/command/route.ts';
import type { Labs } from '../../../src/core/lab.ts';
import type { Block, Reply } from '../../../src/core/reply/blocks.ts';
import { answerKubectl } from '../../../src/lab/kubectl/reply.ts';
import { botOf, COURSE, courseIn, folderOf, student } from '../../support/world.ts';
import { turnedLab } from '../support/turned.ts';
import { WEB } from './manifests.ts';

const textOf = ({ blocks }: Reply): string =>
  blocks.map((block: Block) => (block.type === 'text' ? block.markdown : '')).join('\n');
const linesOf = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons.map(({ line }) => line) : []));

function chat() {
  const { labs, cluster, pass } = turnedLab();
  onTestFinished(cluster.close);
  const course = courseIn([COURSE]);
  const context = { labs: () => labs, course: () => course };
  return {
    pass,
    run: cluster.run,
    say: (typed: string, file?: string) => answerKubectl(typed, file, student, { context }),
  };
}

/** What `/kubectl` offers a student while they type. */
async function completing(labs?: Labs) {
  const { bot } = await botOf([COURSE], labs ? { labs } : {});
  const option = bot.commands.find(({ name }) => name === 'kubectl')?.options.line;
  if (option?.type !== 'text' || !option.complete) throw new Error('not completed');
  const { complete } = option;
  return {
    offered: async (partial: string) => (await complete(partial, student.id)).map(({ en }) => en),
    say: (line: string) => bot.dispatch(line, student),
  };
}

describe('kubectl in a chat', () => {
  test('a line is answered as in a terminal, with what comes next', async () => {
    const { say } = chat();
    const made = await say('kubectl create deployment web --image=nginx');
    expect(textOf(made)).toContain('$ kubectl create deployment web --image=nginx\ndeployment.apps/web created\n');
    expect(linesOf(made)).toEqual(
      expect.arrayContaining(['kubectl get pods', 'kubectl expose deployment web --port=80']),
    );
    expect(linesOf(await say('create deployment own --image=dosirak/web:1.0'))).toContain(
      'kubectl expose deployment own --port=8080',
    );
    expect(linesOf(await say('create deploy cache --image redis'))).toContain(
      'kubectl expose deployment cache --port=6379',
    );
    const idle = linesOf(await say('create deployment idle --image=busybox'));
    expect(idle.filter((line) => line.includes('expose'))).toEqual([]);
    expect(textOf(await say('k get deploy'))).toContain('NAME    READY');
    expect(textOf(await say('get deploy -n kube-system -w'))).toContain('지켜볼 수 없어서');
  });

  test('a manifest is what is pasted below, fenced or not, or comes as a file', async () => {
    const { say } = chat();
    expect(textOf(await say(`apply -f -\n${WEB}`))).toContain('deployment.apps/web created\nservice/web created');
    expect(textOf(await say(`kubectl apply\n\`\`\`yaml\n${WEB}\`\`\``))).toContain('deployment.apps/web unchanged');
    expect(textOf(await say(`kubectl apply -f - <<EOF\n${WEB}\nEOF`))).toContain('service/web unchanged');
    expect(textOf(await say('delete -f web.yaml', WEB))).toContain('service "web" deleted');
    expect(textOf(await say('apply -f web.yaml'))).toContain('매니페스트를 찾지 못했어요');
  });

  test('what is wrong in a manifest is told by the doctor', async () => {
    const { say } = chat();
    const reply = await say(`apply -f -\n${WEB.replace('containerPort', 'containrPort')}`);
    expect(textOf(reply)).toMatch(/strict decoding error.*💡 매니페스트 \d+번째 줄/s);
    expect(reply.accent).not.toBe('info');
  });

  test.each([
    ['--cpu=50%', 'cpu: <unknown>/50%'],
    ['--cpu-percent=50', 'cpu: <unknown>/50%'],
    ['--cpu=500m', 'cpu: <unknown>/500m'],
    ['--cpu=500', 'cpu: <unknown>/500m'],
    ['', '<unknown>/80%'],
  ])('an autoscaler is made with %s, as a newer and an older kubectl takes it', async (flag, targets) => {
    const { say } = chat();
    await say('kubectl create deployment web --image=nginx');
    expect(textOf(await say(`kubectl autoscale deployment web --min=2 --max=5 ${flag}`))).toContain('autoscaled');
    expect(textOf(await say('kubectl get hpa'))).toContain(targets);
  });

  test('an autoscaler takes --cpu or --cpu-percent, not both', async () => {
    const { say } = chat();
    await say('kubectl create deployment web --image=nginx');
    expect(textOf(await say('kubectl autoscale deployment web --max=5 --cpu=50% --cpu-percent=50'))).toContain(
      '--cpu-percent and --cpu are mutually exclusive',
    );
  });

  test('slips get a guess: of a command, a kind and a flag', async () => {
    const { say } = chat();
    expect(linesOf(await say('gett pods'))).toContain('kubectl get pods');
    expect(linesOf(await say('get deploymets'))).toContain('kubectl get deployments');
    expect(linesOf(await say('get pods --all-namespace'))).toContain('kubectl get pods --all-namespaces');
    expect(linesOf(await say('rollout stauts deploy/web'))).toContain('kubectl rollout status deploy/web');
  });

  test('an error gets its sign explained, with its concept and a way on', async () => {
    const { say, pass } = chat();
    await say('create deployment bad --image=nothing:never');
    await pass(30);
    const reply = await say('get pods');
    expect(textOf(reply)).toMatch(/ImagePullBackOff|ErrImagePull/);
    expect(textOf(reply)).toContain('💡');
    expect(linesOf(reply)).toContainEqual(expect.stringMatching(/^kubectl describe pod bad-/));
    expect(linesOf(reply)).toContain('ask imagepullbackoff');
    expect(linesOf(await say('get pod nope'))).toContain('kubectl get pods');
  });

  test('a namespace that is chosen holds for the lines that follow', async () => {
    const { say } = chat();
    await say('create ns team');
    expect(textOf(await say('config set-context --current --namespace=team'))).toContain('Context "lab" modified.');
    expect(textOf(await say('get pods'))).toContain('No resources found in team namespace.');
  });

  test('ages are those of the lab’s clock, however fast it runs', async () => {
    const { say, pass, run } = chat();
    run(16);
    await say('create deployment web --image=nginx');
    await say('run bad --image=nothing:never');
    await pass(10);
    for (const line of [
      'describe pods',
      'describe nodes',
      'describe deploy',
      'describe rs',
      'events',
      'get events',
      'get pods',
    ]) {
      const told = textOf(await say(line));
      expect(told).not.toMatch(/<invalid>|<unknown>/);
    }
    expect(textOf(await say('describe pod bad'))).toMatch(/Scheduled {2,}\d+m\d*s? {2,}default-scheduler/);
    expect(textOf(await say('get pods bad'))).toMatch(/bad .* \d+m/);
  });

  test('what is longer than a message is cut, and whole in a file', async () => {
    const { say } = chat();
    const reply = await say('get nodes -o yaml');
    const file = reply.blocks.find(({ type }) => type === 'file');
    expect(file).toMatchObject({ name: 'kubectl.txt', text: expect.stringContaining('kind: List') });
    expect(textOf(reply)).toContain('kubectl.txt');
    for (const block of reply.blocks)
      if (block.type === 'text') expect(block.markdown.length).toBeLessThanOrEqual(2000);
  });

  test('what a chat cannot do is answered with what does the same there', async () => {
    const { say } = chat();
    expect(textOf(await say('edit deploy web'))).toContain('편집기가 없어요');
    expect(textOf(await say('exec -it web -- sh'))).toContain('셸을 열어 둘 수 없어요');
    expect(textOf(await say('get pods | grep web'))).toContain('파이프');
    expect(textOf(await say("get pods 'x"))).toContain('unexpected EOF');
    expect(linesOf(await say('kubectl'))).toContain('kubectl get nodes');
  });

  test('no button says more than a button can', async () => {
    const { say } = chat();
    const reply = await say(`create deployment ${'x'.repeat(60)} --image=nginx`);
    for (const line of linesOf(reply)) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('/kubectl', () => {
  const named = (bot: { commands: readonly { name: string }[] }) => bot.commands.some(({ name }) => name === 'kubectl');

  test('belongs to courses on Kubernetes', async () => {
    expect(named((await botOf([COURSE])).bot)).toBe(true);
    const other = folderOf({ 'course.yaml': 'title: History\n', 'glossary/war.md': '' });
    expect(named((await botOf([other])).bot)).toBe(false);
  });

  test('a question that begins with its name is a question', async () => {
    const { labs, cluster } = turnedLab();
    onTestFinished(cluster.close);
    const { bot } = await botOf([COURSE], { labs });
    const ask = (input: CommandInput) => bot.dispatch(input, student);
    expect(textOf(await ask('kubectl이 뭐야?'))).not.toContain('$ kubectl');
    expect(textOf(await ask('/kubectl 이 뭐야?'))).not.toContain('$ kubectl');
    expect(textOf(await ask('/kubectl get ns'))).toContain('$ kubectl get ns');
    expect(textOf(await ask('/k get ns'))).toContain('kube-system');
    expect(textOf(await ask('kubectl get ns'))).toContain('kube-system');
  });

  test.each([
    'kubectl apply vs create',
    'kubectl describe pod 언제 써',
    'kubectl drain what does it do',
    'what does kubectl drain do',
    'kubectl delete pod하고 scale 차이',
  ])('%j asks the course, with a lab and without', async (line) => {
    const { labs, cluster } = turnedLab();
    onTestFinished(cluster.close);
    for (const more of [{ labs }, {}]) {
      const reply = await (await botOf([COURSE], more)).bot.dispatch(line, student);
      expect(textOf(reply)).not.toContain('$ kubectl');
      expect(JSON.stringify(reply)).not.toContain('실습 클러스터를 쓸 수 없어요');
      expect(reply.accent).not.toBe('error');
    }
  });

  test('a line that is no question runs in a lab; where there are none, the course tells what it does', async () => {
    const { labs, cluster } = turnedLab();
    onTestFinished(cluster.close);
    const lines = ['kubectl get pods', 'Kubectl get pods -n kube-system', 'kubectl scale deployment web --replicas=3'];
    const withLab = await botOf([COURSE], { labs });
    const without = await botOf([COURSE]);
    for (const line of lines) {
      expect(textOf(await withLab.bot.dispatch(line, student)), line).toContain('$ kubectl');
      const told = await without.bot.dispatch(line, student);
      expect(JSON.stringify(told), line).not.toContain('실습 클러스터를 쓸 수 없어요');
      expect(told.accent, line).toBe('info');
    }
    // Behind a slash the command itself is meant, and says that it cannot.
    expect(textOf(await without.bot.dispatch('/kubectl get pods', student))).toContain('실습 클러스터를 쓸 수 없어요');
    expect(textOf(await without.bot.dispatch('/kubectl apply vs create', student))).not.toContain('실습');
  });

  test('is completed: commands, kinds, flags', async () => {
    const { offered } = await completing();
    expect(await offered('')).toContain('get pods');
    expect(await offered('desc')).toContain('describe');
    expect(await offered('kubectl get dep')).toContain('get deployments');
    expect(await offered('rollout un')).toContain('rollout undo');
    expect(await offered('get pods --all')).toContain('get pods --all-namespaces');
    expect(await offered('get pods -o y')).toContain('get pods -o yaml');
    expect(await offered('auth can-i li')).toContain('auth can-i list');
    expect(await offered('auth can-i list sec')).toContain('auth can-i list secrets');
    expect(await offered('-n kube-system get po')).toContain('-n kube-system get pods');
  });

  test('is completed: names of the objects in one’s own lab', async () => {
    const lab = turnedLab();
    onTestFinished(lab.cluster.close);
    const { offered, say } = await completing(lab.labs);
    for (const line of ['create deployment web --image=nginx', 'run one --image=nginx', 'create namespace team'])
      await say(`kubectl ${line}`);
    await lab.pass(20);
    await say('kubectl run two --image=nginx -n team');
    expect(await offered('get pod ')).toEqual([
      'get pod',
      expect.stringMatching(/^get pod one$/),
      expect.stringMatching(/^get pod web-/),
    ]);
    expect(await offered('get pod o')).toEqual(['get pod o', 'get pod one']);
    expect(await offered('delete pod one ')).not.toContain('delete pod one one');
    expect(await offered('describe deploy/')).toEqual(['describe deploy/', 'describe deploy/web']);
    expect(await offered('logs o')).toContain('logs one');
    expect(await offered('logs deploy/w')).toContain('logs deploy/web');
    expect(await offered('exec -it o')).toContain('exec -it one');
    expect(await offered('get pods -n t')).toContain('get pods -n team');
    expect(await offered('get pods --namespace=t')).toContain('get pods --namespace=team');
    expect(await offered('get pod -n team ')).toEqual(['get pod -n team', 'get pod -n team two']);
    expect(await offered('logs --namespace=team ')).toContain('logs --namespace=team two');
    expect(await offered('rollout status deployment/')).toContain('rollout status deployment/web');
    expect(await offered('set image deploy/')).toContain('set image deploy/web');
    expect(await offered('top pod o')).toContain('top pod one');
    expect((await offered('drain ')).slice(1)).toEqual(
      (await offered('get nodes ')).slice(1).map((line) => line.replace('get nodes', 'drain')),
    );
    expect(await offered('taint nodes ')).toHaveLength(4);
    await say('kubectl config set-context --current --namespace=team');
    expect(await offered('get pod ')).toContain('get pod two');
  });

  test('names are not waited for: without a lab there are none, and of one that does not answer neither', async () => {
    const lab = turnedLab();
    onTestFinished(lab.cluster.close);
    const none = { ...lab.labs, running: () => undefined };
    for (const name of ['open', 'find', 'reset'] as const) Reflect.set(none, name, () => expect.unreachable(name));
    expect(await (await completing(none)).offered('get pod ')).toEqual(['get pod']);
    const silent = { ...lab.client, request: () => new Promise<never>(() => {}) };
    const { offered } = await completing({ ...lab.labs, running: () => silent });
    expect(await offered('get pod ')).toEqual(['get pod']);
    const failing = { ...lab.client, request: () => Promise.reject(new Error('gone')) };
    expect(await (await completing({ ...lab.labs, running: () => failing })).offered('get pod ')).toEqual(['get pod']);
  });
});
