import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { serveHttp } from '../app/http/server.ts';
import { LAB_PREFIX, labGuest, newLabSecret } from '../app/labs.ts';
import { messageOf, StartError } from '../core/errors.ts';
import { systemTimers } from '../core/timers.ts';
import { createCluster } from '../lab/engine/cluster.ts';
import { kubeconfigOf } from '../lab/host/kubeconfig.ts';
import { createLocalClient } from '../lab/host/local.ts';
import { type Asked, askToSteer, steerable } from '../lab/host/steering.ts';
import { createOnlyLabGuest } from '../lab/http/guest.ts';
import { newReference } from './open.ts';
import type { Mode, Program } from './program.ts';

const USAGE = [
  'npm run --silent lab -- --kubeconfig FILE [--fast N]',
  'npm run --silent lab -- load NAMESPACE DEPLOYMENT MILLICORES --kubeconfig FILE',
  'npm run --silent lab -- node-down NODE --kubeconfig FILE',
  'npm run --silent lab -- node-up NODE --kubeconfig FILE',
].join('\n');

const wrong = (what: string): StartError => new StartError(`${what}\n${USAGE}`);

const FASTEST = 100;

function readWords(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { kubeconfig: { type: 'string' }, fast: { type: 'string' } },
    });
  } catch (error) {
    throw wrong(messageOf(error));
  }
}

/** `what` is told where the text is none. @throws StartError */
function numberIn(text: string | undefined, what: string, { from, to }: { from: number; to: number }): number {
  const value = text === undefined || !/^\d+$/.test(text) ? Number.NaN : Number(text);
  if (value >= from && value <= to) return value;
  throw wrong(`${what}: a whole number from ${from} to ${to} is needed, not ${text ?? 'nothing'}`);
}

/** What is asked of a lab that runs. @throws StartError */
function readAsked([what, ...rest]: readonly string[]): Asked {
  const [first, second, third, ...more] = rest;
  const needs = what === 'load' ? 3 : 1;
  if (rest.length < needs || first === undefined) throw wrong(`${what}: something is missing`);
  if (rest.length > needs) throw wrong(`${what}: ${[...rest.slice(needs), ...more][0]} is too much`);
  switch (what) {
    case 'load':
      return {
        what: 'load',
        namespace: first,
        name: second ?? '',
        millicores: numberIn(third, 'MILLICORES', { from: 0, to: 1_000_000 }),
      };
    case 'node-down':
      return { what: 'power', node: first, is: 'off' };
    case 'node-up':
      return { what: 'power', node: first, is: 'on' };
    default:
      throw wrong(`${what}: there is no such word`);
  }
}

const CONFIG = z.object({ clusters: z.tuple([z.object({ cluster: z.object({ server: z.string() }) })]) });

/** The address of the lab for which a file was written. @throws StartError */
async function serverIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartError(`${file} cannot be read: ${messageOf(error)}`);
  });
  try {
    return CONFIG.parse(parse(text)).clusters[0].cluster.server;
  } catch {
    throw new StartError(`${file} is no kubeconfig of a lab`);
  }
}

async function steer(file: string, asked: Asked): Promise<void> {
  const server = await serverIn(file);
  const refused = await askToSteer(server, asked).catch(() => {
    throw new StartError(`No lab answers for ${file}: it has ended, or the file is of another cluster`);
  });
  if (refused !== undefined) throw new StartError(refused);
}

/** Epoch milliseconds by which a fast lab begins earlier: kubectl calls the age of what is in the future `<invalid>`. */
const AHEAD = 24 * 60 * 60_000;

const LOOPBACK = '127.0.0.1';

/** Runs one lab by itself until the process is asked to end. */
async function host(file: string, speed: number, { now, random, print, warn, log, ended }: Program): Promise<void> {
  const asked = ended();
  const cluster = createCluster({
    ...{ timers: systemTimers, start: speed === 1 ? now() : now() - AHEAD, random, uid: randomUUID },
    failed: (error, where) => log.error({ err: error, where }, 'a part of the lab failed'),
  });
  cluster.run(speed);
  const secret = newLabSecret();
  const client = steerable(createLocalClient(cluster));
  const guest = await labGuest({ behind: async (asked) => (asked === secret ? client : undefined) });
  // `kubectl get --raw` leaves out the path of its kubeconfig.
  const guests = [guest, createOnlyLabGuest(client)];
  const server = await serveHttp({ host: LOOPBACK, port: 0 }, guests, { log, reference: newReference });
  try {
    await writeFile(file, kubeconfigOf(`http://${LOOPBACK}:${server.port}${LAB_PREFIX}/${secret}`), {
      flag: 'wx',
      mode: 0o600,
    }).catch((error: unknown) => {
      throw new StartError(`The file cannot be written: ${messageOf(error)}`);
    });
    print('ready');
    await asked;
    warn(`The lab has ended; ${file} is left, and of no more use.`);
  } finally {
    server.close();
    cluster.close();
  }
}

/** A lab for preparing a lesson, and what is done to one that runs. */
export const run: Mode = async (program) => {
  const { values, positionals } = readWords(program.args);
  if (values.kubeconfig === undefined) throw wrong('--kubeconfig: a file is needed');
  const file = resolve(program.here, values.kubeconfig);
  if (positionals.length > 0) {
    if (values.fast !== undefined) throw wrong('--fast: is for a lab that begins');
    return steer(file, readAsked(positionals));
  }
  const speed = values.fast === undefined ? 1 : numberIn(values.fast, '--fast', { from: 1, to: FASTEST });
  await host(file, speed, program);
};
