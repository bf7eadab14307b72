import { isIP } from 'node:net';
import { dig, fields, maps, textOf } from '../../spot.ts';
import { isSubdomain } from '../names/forms.ts';
import { given, refused, type TypeRule } from '../rule.ts';
import { text } from './text.ts';

export const ingressSpec: TypeRule = function* (spot) {
  const hasRules = maps(dig(spot, 'rules')).length > 0 || dig(spot, 'rules')?.node.kind === 'map';
  if (
    !hasRules &&
    dig(spot, 'defaultBackend') === undefined &&
    !fields(spot).some(({ key }) => /^(?:rule|backend|default)/i.test(key))
  )
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.rules` },
      text.both((t) => t.noRules),
    );
};

export const ingressRule: TypeRule = function* (spot) {
  const at = dig(spot, 'host');
  const host = textOf(at);
  if (at === undefined || host === undefined || host === '') return;
  const domain = host
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[:/]/, 1)
    .join('')
    .toLowerCase();
  const fix =
    isSubdomain(domain.replace(/^\*\./, '')) && isIP(domain) === 0
      ? `host: ${domain.startsWith('*') ? `"${domain}"` : domain}`
      : null;
  if (/^[a-z]+:\/\//i.test(host))
    yield refused(
      'bad-host',
      at,
      text.both((t) => t.hostScheme),
      fix,
    );
  else if (isIP(host) !== 0)
    yield refused(
      'bad-host',
      at,
      text.both((t) => t.hostIp),
    );
  else if (/[:/]/.test(host))
    yield refused(
      'bad-host',
      at,
      text.both((t) => t.hostPort),
      fix,
    );
  else if (!isSubdomain(host.replace(/^\*\./, '')))
    yield refused(
      'bad-host',
      at,
      text.both((t) => t.hostForm(host)),
      fix,
    );
};

export const ingressPath: TypeRule = function* (spot) {
  const at = dig(spot, 'path');
  const path = textOf(at);
  const type = textOf(dig(spot, 'pathType'));
  if (type !== 'Prefix' && type !== 'Exact') {
    if (at && path !== undefined && path !== '' && !path.startsWith('/'))
      yield refused(
        'bad-path',
        at,
        text.both((t) => t.absolutePath(path)),
        `path: /${path}`,
      );
    return;
  }
  if (path === undefined || path === '') {
    if (!at || at.node.kind === 'scalar')
      yield refused(
        'bad-path',
        at ?? { line: spot.line, path: `${spot.path}.path` },
        text.both((t) => t.pathRequired),
        'path: /',
      );
  } else if (at && !path.startsWith('/'))
    yield refused(
      'bad-path',
      at,
      text.both((t) => t.absolutePath(path)),
      `path: /${path}`,
    );
};

export const ingressBackend: TypeRule = function* (spot) {
  const [one, other] = given(spot, ['service', 'resource']);
  if (one && other)
    yield refused(
      'too-many-handlers',
      other,
      text.both((t) => t.backendBoth),
    );
  if (!one && spot.node.kind === 'map' && !fields(spot).some(({ key }) => /^service|^resource/i.test(key)))
    yield refused(
      'missing-handler',
      spot,
      text.both((t) => t.backendNeeds),
      'backend:\n  service:\n    name: web\n    port:\n      number: 80',
    );
};

export const backendPort: TypeRule = function* (spot) {
  const [one, other] = given(spot, ['number', 'name']);
  if (one && other)
    yield refused(
      'too-many-handlers',
      spot,
      text.both((t) => t.portBoth),
    );
  if (!one && spot.node.kind === 'map' && !fields(spot).some(({ key }) => /^(?:num|name|port)/i.test(key)))
    yield refused(
      'missing-handler',
      spot,
      text.both((t) => t.portNeeds),
      'port:\n  number: 80',
    );
};
