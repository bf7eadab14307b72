import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withParticle } from '../../src/language/with-particle.ts';
import { anyText } from '../support/any.ts';

describe('a particle follows a word as it is read aloud', () => {
  test.each([
    ...['노드를', '시크릿을', '볼륨을', '파드(Pod)를', '시크릿(Secret)을', '‘노드’를', '노드**를'],
    // Latin letters: written in Hangul, or one by one.
    ...['Pod를', 'node를', 'kubelet을', 'Secret을', 'port를', 'host를', 'image를', 'service를', 'volume을', 'file을'],
    ...[
      'role을',
      'ConfigMap을',
      'job을',
      'CronJob을',
      'config를',
      'server를',
      'label을',
      'Helm을',
      'chart를',
      'agent를',
    ],
    ...[
      'Deployment를',
      'Ingress를',
      'ReplicaSet을',
      'StatefulSet을',
      'etcd를',
      'namespace를',
      'kubectl을',
      'rollback을',
    ],
    ...['task를', 'network를', 'disk를', 'timeout을', 'spec을', 'metric을', 'string을', 'machine을', 'key를', 'type을'],
    ...['DNS를', 'API를', 'HPA를', 'URL을', 'VM을', 'CNI를', 'YAML을', 'CPU를', 'PVC를', 'k8s를', 'v1을'],
    ...['`a`를', '`l`을', '`r`을', 'CR을', '`x`를'],
    ...['1을', '2를', '3을', '4를', '5를', '6을', '7을', '8을', '9를', '0을', '10을', '100을', '12를', '3,000을'],
    ...['10%를', '25℃를', '🎉를'],
    // Code, and what closes it.
    ...[
      '`8080`을',
      '`name`을',
      '`pathType`을',
      '`web`을',
      '`clusterIP`를',
      '`podIP`를',
      '`파드(Pod)`를',
      '`Pod`(파드)를',
    ],
    ...['**시크릿(Secret)**을', '`template`을', '`cpu 50%`를', '`500m`을', '`128Mi`를', '`"8080"`을', '``를'],
  ])('%s', (text) => {
    expect(withParticle(text.slice(0, -1), '을/를')).toBe(text);
  });

  test.each([
    ['`8080`', '은/는', '`8080`은'],
    ['`pathType`', '이/가', '`pathType`이'],
    ['`true`', '으로/로', '`true`로'],
    ['`label`', '으로/로', '`label`로'],
    ['`r`', '으로/로', '`r`로'],
    ['서울', '으로/로', '서울로'],
    ['노드', '으로/로', '노드로'],
    ['볼륨', '으로/로', '볼륨으로'],
    ['URL', '으로/로', 'URL로'],
    ['7', '으로/로', '7로'],
    ['kubelet', '은/는', 'kubelet은'],
    ['파드', '이에요/예요', '파드예요'],
    ['시크릿', '이에요/예요', '시크릿이에요'],
    ['노드', '과/와', '노드와'],
    ['이름', '이라는/라는', '이름이라는'],
  ] as const)('%s and %s', (text, particle, whole) => {
    expect(withParticle(text, particle)).toBe(whole);
  });

  test('whatever the text is, it stays, and one form follows it', () => {
    fc.assert(fc.property(anyText, (text) => [`${text}을`, `${text}를`].includes(withParticle(text, '을/를'))));
  });
});
