import type { Command, Run } from '../command.ts';
import { failed } from '../errors.ts';
import { MAKING, make, onlyName, required } from './make.ts';

const FROM = [
  { name: 'from-literal', type: 'array' },
  { name: 'from-file', type: 'list' },
  { name: 'from-env-file', type: 'list' },
] as const;

/** `key=value` pairs, and a file's text under its name: the file is what came with the command. */
function dataOf(run: Run, what: string): Record<string, string> {
  const { flags, manifest } = run;
  const pairs = flags.all('from-literal').map((one) => {
    const equals = one.indexOf('=');
    if (equals < 1) throw failed(`invalid literal source ${one}, expected key=value`);
    const value = one.slice(equals + 1);
    // A shell took the quotes away, where there was one.
    const [quote = ''] = value;
    const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
    return [one.slice(0, equals), isQuoted ? value.slice(1, -1) : value] as const;
  });
  const text = (): string => {
    if (manifest === undefined)
      throw failed(
        `error reading ${flags.all('from-file')[0] ?? flags.all('from-env-file')[0]}: no such file or directory`,
      );
    return manifest;
  };
  const files = flags.all('from-file').map((one) => {
    const equals = one.indexOf('=');
    const name = equals < 0 ? one.slice(one.lastIndexOf('/') + 1) : one.slice(0, equals);
    return [name, text()] as const;
  });
  const lines = flags.all('from-env-file').flatMap(() =>
    text()
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)] as const),
  );
  if (flags.has('from-env-file') && (flags.has('from-file') || flags.has('from-literal')))
    throw failed('from-env-file cannot be combined with from-file or from-literal');
  const data: Record<string, string> = {};
  for (const [key, value] of [...files, ...pairs, ...lines]) {
    if (Object.hasOwn(data, key))
      throw failed(
        `cannot add key "${key}", another key by that name already exists in Data for ${what} "${run.args[0] ?? ''}"`,
      );
    data[key] = value;
  }
  return data;
}

export const CONFIG_MAP: Command = {
  name: 'configmap',
  aliases: ['cm'],
  short: 'Create a config map from a local file, directory or literal value',
  flags: [...MAKING, ...FROM, { name: 'append-hash', type: 'bool' }],
  async run(run) {
    const name = onlyName(run);
    const data = dataOf(run, 'ConfigMap');
    const some = Object.keys(data).length > 0 ? { data } : {};
    await make(run, { apiVersion: 'v1', kind: 'ConfigMap', ...some, metadata: { name } });
  },
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const encoded = (data: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, base64(value)]));

export const SECRET: Command = {
  name: 'secret',
  short: 'Create a secret using a specified subcommand',
  children: [
    {
      name: 'generic',
      short: 'Create a secret from a local file, directory, or literal value',
      flags: [...MAKING, ...FROM, { name: 'type', type: 'value' }, { name: 'append-hash', type: 'bool' }],
      async run(run) {
        const name = onlyName(run);
        const data = encoded(dataOf(run, 'Secret'));
        const type = run.flags.value('type');
        await make(run, {
          ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name } },
          ...(Object.keys(data).length > 0 ? { data } : {}),
          ...(type === undefined ? {} : { type }),
        });
      },
    },
    {
      name: 'docker-registry',
      short: 'Create a secret for use with a Docker registry',
      flags: [
        ...MAKING,
        { name: 'docker-server', type: 'value' },
        { name: 'docker-username', type: 'value' },
        { name: 'docker-password', type: 'value' },
        { name: 'docker-email', type: 'value' },
      ],
      async run(run) {
        const name = onlyName(run);
        const { flags } = run;
        required(run, 'docker-username', 'docker-password');
        const [username = '', password = ''] = [flags.value('docker-username'), flags.value('docker-password')];
        const email = flags.value('docker-email');
        const server = flags.value('docker-server') ?? 'https://index.docker.io/v1/';
        const entry = {
          username,
          password,
          ...(email === undefined ? {} : { email }),
          auth: base64(`${username}:${password}`),
        };
        await make(run, {
          ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name }, type: 'kubernetes.io/dockerconfigjson' },
          data: { '.dockerconfigjson': base64(JSON.stringify({ auths: { [server]: entry } })) },
        });
      },
    },
    {
      name: 'tls',
      short: 'Create a TLS secret',
      flags: [...MAKING, { name: 'cert', type: 'value' }, { name: 'key', type: 'value' }],
      run: async (run) => {
        run.hint('tls');
        throw failed('key and cert must be specified');
      },
    },
  ],
};
