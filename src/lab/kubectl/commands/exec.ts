import type { Running } from '../../../core/lab.ts';
import { type Command, FILES } from '../command.ts';
import { failed, KubectlError } from '../errors.ts';
import { containersOf, defaultContainer, podOf } from './logs.ts';

/** Programs that wait for what a person types. */
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);

export const EXEC_COMMAND: Command = {
  name: 'exec',
  short: 'Execute a command in a container',
  flags: [
    ...FILES,
    { name: 'container', short: 'c', type: 'value' },
    { name: 'stdin', short: 'i', type: 'bool' },
    { name: 'tty', short: 't', type: 'bool' },
    { name: 'quiet', short: 'q', type: 'bool' },
    { name: 'pod-running-timeout', type: 'value' },
  ],
  async run(run) {
    const { args, flags, dash } = run;
    const [word] = args;
    if (word === undefined || dash === 0) throw failed('pod, type/name or --filename must be specified');
    const words = dash === undefined ? args.slice(1) : args.slice(dash);
    if (words.length === 0) throw failed('you must specify at least one command for the container');
    if (dash === undefined)
      // kubectl 1.32 takes no command without the dashes.
      throw failed(
        "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples",
      );
    if (flags.is('tty') && words.length === 1 && SHELLS.has(words[0]?.split('/').at(-1) ?? '')) {
      run.hint('shell');
      return;
    }
    const pod = await podOf(run, word);
    const { name } = pod.metadata;
    const phase = pod.status;
    const asked = flags.value('container');
    if (
      typeof phase === 'object' &&
      phase !== null &&
      ['Succeeded', 'Failed'].includes(String(Reflect.get(phase, 'phase')))
    )
      throw failed(
        `cannot exec into a container in a completed pod; current phase is ${String(Reflect.get(phase, 'phase'))}`,
      );
    if (asked !== undefined && !containersOf(pod).some((one) => one.name === asked))
      throw failed(`container ${asked} not found in pod ${name}_${run.namespace}`.replace('error: ', ''));
    if (flags.is('tty')) run.err('Unable to use a TTY - input is not a terminal or the right kind of file\n');
    const container = asked ?? defaultContainer(run, pod);
    let code: number | undefined;
    const terminal = {
      out: run.out,
      err: run.err,
      ended: (given: number) => {
        code = given;
      },
    };
    const started: Running | string = await run.api.client.exec(
      { namespace: run.namespace, pod: name, container },
      words,
      terminal,
      false,
    );
    if (typeof started === 'string') throw failed(started);
    started.inputEnded();
    while (code === undefined && (await run.pause()));
    if (code === undefined) {
      started.stop();
      run.hint('unended');
      throw new KubectlError('^C', 130);
    }
    if (code !== 0) throw new KubectlError(`command terminated with exit code ${code}`, code);
  },
};
