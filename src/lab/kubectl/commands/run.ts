import { ALL_NAMESPACES, type Command, type Run } from '../command.ts';
import { failed, KubectlError, misused } from '../errors.ts';
import { list, text } from '../read.ts';
import { logOf } from './logs.ts';
import { afterDash, MAKING, make, overridden } from './make.ts';

/** Image references as containers' registries take them (distribution/reference); not longer than they are in use. */
const IMAGE = /^[a-z0-9][\w.:/@-]*$/i;
const LONGEST_IMAGE = 255;

const pairsOf = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    words.flatMap((one) => (one.includes('=') ? [[one.split('=')[0] ?? '', one.slice(one.indexOf('=') + 1)]] : [])),
  );

/** With `--attach` or `-i`, what the Pod printed until it was done. */
async function untilDone(run: Run, name: string): Promise<void> {
  const pods = await run.api.findKind('v1', 'Pod');
  if (!pods) return;
  let phase = '';
  while (!['Succeeded', 'Failed'].includes(phase)) {
    phase = text(await run.api.get(pods, run.namespace, name), 'status.phase');
    if (!['Succeeded', 'Failed'].includes(phase) && !(await run.pause())) break;
  }
  if (['Running', 'Succeeded', 'Failed'].includes(phase)) run.out(await logOf(run, run.namespace, name, {}));
  const pod = await run.api.get(pods, run.namespace, name);
  if (run.flags.is('rm')) {
    await run.api.ask(`/api/v1/namespaces/${encodeURIComponent(run.namespace)}/pods/${encodeURIComponent(name)}`, {
      method: 'DELETE',
    });
    run.out(`pod "${name}" deleted\n`);
  }
  const [status] = list(pod, 'status.containerStatuses');
  const code = Number(text(status, 'state.terminated.exitCode') || 0);
  if (phase === 'Failed') throw new KubectlError(`pod ${run.namespace}/${name} terminated (Error)`, code || 1);
}

export const RUN_COMMAND: Command = {
  name: 'run',
  short: 'Run a particular image on the cluster',
  flags: [
    ...MAKING,
    ALL_NAMESPACES,
    { name: 'image', type: 'value' },
    { name: 'image-pull-policy', type: 'value' },
    { name: 'restart', type: 'value' },
    { name: 'port', type: 'value' },
    { name: 'env', type: 'array' },
    { name: 'labels', short: 'l', type: 'value' },
    { name: 'annotations', type: 'array' },
    { name: 'command', type: 'bool' },
    { name: 'expose', type: 'bool' },
    { name: 'stdin', short: 'i', type: 'bool' },
    { name: 'tty', short: 't', type: 'bool' },
    { name: 'rm', type: 'bool' },
    { name: 'attach', type: 'bool' },
    { name: 'quiet', short: 'q', type: 'bool' },
    { name: 'privileged', type: 'bool' },
    { name: 'overrides', type: 'value' },
    { name: 'pod-running-timeout', type: 'value' },
    { name: 'grace-period', type: 'int' },
    { name: 'force', type: 'bool' },
  ],
  async run(run) {
    const { args, flags } = run;
    const before = run.dash === undefined ? args : args.slice(0, run.dash);
    const [name, ...more] = before;
    if (name === undefined) throw misused('run', 'NAME is required for run');
    const image = flags.value('image');
    if (image === undefined || image === '')
      throw failed(flags.has('image') ? '--image is required' : 'required flag(s) "image" not set');
    if (image.length > LONGEST_IMAGE || !IMAGE.test(image))
      throw failed(`Invalid image name ${JSON.stringify(image)}: invalid reference format`);
    if (flags.is('tty') && !flags.is('stdin'))
      throw misused('run', '-i/--stdin is required for containers with -t/--tty=true');
    const port = flags.value('port');
    if (flags.is('expose') && port === undefined) throw misused('run', '--port must be set when exposing a service');
    const attaches = flags.is('attach') || flags.is('stdin');
    if (flags.is('rm') && !attaches) throw misused('run', '--rm should only be used for attached containers');
    const restartPolicy = flags.value('restart') ?? 'Always';
    if (!['Always', 'OnFailure', 'Never'].includes(restartPolicy))
      throw misused('run', `invalid restart policy: ${restartPolicy}`);
    const words = [...more, ...afterDash(run)];
    const labels = flags.has('labels') ? pairsOf((flags.value('labels') ?? '').split(',')) : { run: name };
    const env = Object.entries(pairsOf(flags.all('env'))).map(([key, value]) => ({ name: key, value }));
    const policy = flags.value('image-pull-policy');
    const annotations = pairsOf(flags.all('annotations'));
    const container = {
      ...{ image, name, resources: {} },
      ...(words.length === 0 ? {} : flags.is('command') ? { command: words } : { args: words }),
      ...(env.length > 0 ? { env } : {}),
      ...(policy === undefined ? {} : { imagePullPolicy: policy }),
      ...(port === undefined ? {} : { ports: [{ containerPort: Number(port) }] }),
      ...(flags.is('privileged') ? { securityContext: { privileged: true } } : {}),
    };
    if (flags.is('expose'))
      await make(run, {
        ...{ apiVersion: 'v1', kind: 'Service', metadata: { name } },
        spec: { ports: [{ port: Number(port), protocol: 'TCP', targetPort: Number(port) }], selector: labels },
        status: { loadBalancer: {} },
      });
    if (flags.is('expose') && ['yaml', 'json'].includes(flags.value('output') ?? ''))
      run.out(flags.value('output') === 'yaml' ? '---\n---\n' : '---\n');
    const pod = {
      ...{ apiVersion: 'v1', kind: 'Pod' },
      metadata: { labels, name, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) },
      spec: { containers: [container], dnsPolicy: 'ClusterFirst', restartPolicy },
      status: {},
    };
    await make(run, overridden(run, pod));
    if (attaches && !flags.has('dry-run')) await untilDone(run, name);
  },
};
