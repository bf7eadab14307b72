import { expect, test } from 'vitest';
import { decodeProtobuf } from '../../../src/lab/api/protobuf/decode.ts';
import { ApiError } from '../../../src/lab/engine/errors.ts';

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
const bytes = (number: number, value: string | Uint8Array): Buffer => {
  const whole = Buffer.from(value as string);
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(whole.length)]), whole]);
};
const int = (number: number, value: number): Buffer => Buffer.from([...varint(number * 8), ...varint(value)]);
const all = (...pieces: Buffer[]): Buffer => Buffer.concat(pieces);

/** As client-go sends an object: four letters, and a `runtime.Unknown`. */
const sent = (apiVersion: string, kind: string, raw: Buffer): Buffer =>
  all(
    Buffer.from('k8s\0'),
    bytes(1, all(bytes(1, apiVersion), bytes(2, kind))),
    bytes(2, raw),
    bytes(3, ''),
    bytes(4, ''),
  );

test('an object as Go would write it in JSON: empty values of optional fields are left out, pointers are kept', () => {
  const meta = all(bytes(1, 'web'), bytes(3, ''), bytes(8, ''), bytes(11, all(bytes(1, 'app'), bytes(2, 'web'))));
  const container = all(bytes(1, 'nginx'), bytes(2, 'nginx:1.27'), bytes(8, ''), bytes(13, ''), int(18, 0));
  const probe = all(bytes(1, bytes(2, all(bytes(1, '/'), bytes(2, all(int(1, 0), int(2, 80)))))), int(4, 10));
  const template = all(bytes(1, meta), bytes(2, all(bytes(2, all(container, bytes(11, probe))))));
  const spec = all(int(1, 0), bytes(2, bytes(1, all(bytes(1, 'app'), bytes(2, 'web')))), bytes(3, template), int(5, 0));
  expect(decodeProtobuf(sent('apps/v1', 'Deployment', all(bytes(1, meta), bytes(2, spec), bytes(3, ''))))).toEqual({
    ...{ apiVersion: 'apps/v1', kind: 'Deployment' },
    metadata: { name: 'web', labels: { app: 'web' } },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { name: 'web', labels: { app: 'web' } },
        spec: {
          containers: [
            {
              ...{ name: 'nginx', image: 'nginx:1.27', resources: {} },
              readinessProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 10 },
            },
          ],
        },
      },
    },
    status: {},
  });
});

test('options to delete come under any group', () => {
  expect(decodeProtobuf(sent('policy/v1', 'DeleteOptions', int(1, 0)))).toMatchObject({ gracePeriodSeconds: 0 });
});

test.each([
  ['no protobuf at all', Buffer.from('{"kind":"Pod"}')],
  ['a length beyond its end', all(Buffer.from('k8s\0'), Buffer.from([0x0a, 0x7f, 1]))],
  ['a number without an end', all(Buffer.from('k8s\0'), Buffer.alloc(20, 0xff))],
  ['a kind that nobody knows', sent('apps/v1', 'Nothing', Buffer.alloc(0))],
  ['a text that is none', sent('v1', 'ConfigMap', bytes(1, Buffer.from([0x0a, 2, 0xff, 0xfe])))],
  ['an object without an end', sent('v1', 'Pod', bytes(2, Buffer.alloc(400_000, Buffer.from([0x12, 0]))))],
  ['a text where an object belongs', sent('v1', 'ConfigMap', bytes(1, 'text'))],
])('%s is refused', (_, body) => {
  expect(() => decodeProtobuf(body)).toThrow(ApiError);
});
