import { nearest } from '../../schema/misspelt.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, items, maps, numberOf, plainValue, type Spot, textOf } from '../../spot.ts';
import { isPortName } from '../names/forms.ts';
import { given, type Rule, refused, repeatedNames, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

/** The program of a container, a probe or a hook is one word: no shell takes `["npm start"]` apart. */
export const command: TypeRule = function* (spot) {
  const words = items(dig(spot, 'command'));
  const [program] = words;
  const line = textOf(program);
  if (program && line !== undefined && /^[\w./-]+ +[^\s\\]/.test(line) && !line.includes('\n'))
    yield unmeant(
      'one-word-command',
      program,
      text.both((t) => t.wholeLine(line)),
      words.length === 1 && /^[\w./=: -]+$/.test(line)
        ? `command: [${line
            .trim()
            .split(/ +/)
            .map((word) => `"${word}"`)
            .join(', ')}]`
        : null,
    );
};

/** A container's ports, program and variables. */
export const container: TypeRule = function* (spot) {
  const names = new Set<string>();
  const ports = new Set<string>();
  for (const port of maps(dig(spot, 'ports'))) {
    const at = dig(port, 'name');
    const name = textOf(at);
    if (at && name !== undefined && name !== '') {
      if (!isPortName(name))
        yield refused(
          'bad-name',
          at,
          text.both((t) => t.portName(name)),
        );
      else if (names.has(name))
        yield refused(
          'duplicate-name',
          at,
          text.both((t) => t.portNameTwice(name)),
        );
      names.add(name);
    }
    const number = numberOf(dig(port, 'containerPort'));
    const key = `${number}/${textOf(dig(port, 'protocol')) ?? 'TCP'}/${plainValue(dig(port, 'hostPort')) ?? ''}`;
    // Two names for one port are meant as two.
    if (number !== undefined && name === undefined && ports.has(key))
      yield unmeant(
        'duplicate-port',
        port,
        text.both((t) => t.portTwice(String(number))),
      );
    ports.add(key);
  }
  yield* command(spot);
  for (const { at, name } of repeatedNames(maps(dig(spot, 'env'))))
    yield unmeant(
      'duplicate-name',
      at,
      text.both((t) => t.envTwice(name)),
    );
  for (const key of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    for (const action of ['httpGet', 'tcpSocket']) {
      const at = dig(spot, key, action, 'port');
      const name = textOf(at);
      if (!at || name === undefined || names.has(name) || /^\d+$/.test(name)) continue;
      const meant = nearest(name, [...names]) ?? (names.size === 1 ? [...names][0] : undefined);
      yield unmeant(
        'unknown-port',
        at,
        text.both((t) => t.noPort(name, [...names])),
        meant === undefined ? null : `port: ${quotedWhere(meant)}`,
      );
    }
  }
};

/** A word that the field takes; another one has been named. */
const isPolicy = (spot: Spot): boolean => /^(?:Always|OnFailure|Never)$/.test(textOf(spot) ?? '');

/** Probes of containers that end before the Pod's own begin, and ports of a Pod in the node's network. */
export const pods: Rule = function* (things) {
  for (const { pod } of things) {
    for (const one of maps(dig(pod?.spec, 'initContainers'))) {
      const policy = dig(one, 'restartPolicy');
      if (textOf(policy) === 'Always') continue;
      if (policy && isPolicy(policy))
        yield refused(
          'restart-policy',
          policy,
          text.both((t) => t.sidecarPolicy),
          'restartPolicy: Always',
        );
      for (const at of given(one, ['livenessProbe', 'readinessProbe', 'startupProbe']))
        yield refused(
          'misplaced-field',
          at,
          text.both((t) => t.initProbe),
        );
    }
    for (const one of maps(dig(pod?.spec, 'containers'))) {
      const at = dig(one, 'restartPolicy');
      if (at && isPolicy(at))
        yield refused(
          'misplaced-field',
          at,
          text.both((t) => t.containerPolicy),
          `spec:\n  restartPolicy: ${textOf(at)}`,
        );
    }
    const policy = dig(pod?.spec, 'dnsPolicy');
    if (policy && textOf(policy) === 'None' && items(dig(pod?.spec, 'dnsConfig', 'nameservers')).length === 0)
      yield refused(
        'missing-field',
        policy,
        text.both((t) => t.nameservers),
        'dnsPolicy: None\ndnsConfig:\n  nameservers: ["1.1.1.1"]',
      );
    if (plainValue(dig(pod?.spec, 'hostNetwork')) !== true) continue;
    for (const one of maps(dig(pod?.spec, 'containers')))
      for (const port of maps(dig(one, 'ports'))) {
        const at = dig(port, 'hostPort');
        const number = numberOf(dig(port, 'containerPort'));
        if (at && number !== undefined && numberOf(at) !== number)
          yield refused(
            'out-of-range',
            at,
            text.both((t) => t.hostPort),
            `hostPort: ${number}`,
          );
      }
  }
};

/** What a security context says of root and of privileges. */
export const security: TypeRule = function* (spot) {
  const user = dig(spot, 'runAsUser');
  if (user && numberOf(user) === 0 && plainValue(dig(spot, 'runAsNonRoot')) === true)
    yield unmeant(
      'root-not-allowed',
      user,
      text.both((t) => t.rootNotAllowed),
    );
  const at = dig(spot, 'allowPrivilegeEscalation');
  if (at && plainValue(at) === false && plainValue(dig(spot, 'privileged')) === true)
    yield refused(
      'not-allowed-value',
      at,
      text.both((t) => t.privileged),
    );
};
