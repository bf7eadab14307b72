/** Files of other programs that are pasted for a manifest: of Docker Compose, and templates of Helm. */
import { describe, expect, test } from 'vitest';
import { composeIn } from '../../src/doctor/manifest-in.ts';
import { type Compose, readCompose } from '../../src/doctor/pasted/compose.ts';
import { manifestOf } from '../../src/doctor/pasted/from-compose.ts';
import { isHelmTemplate } from '../../src/doctor/pasted/helm.ts';
import { container, found } from './found.ts';

const composeOf = (text: string): Compose | undefined => {
  const part = composeIn(text);
  return part === undefined ? undefined : readCompose(part);
};

const SHOP = [
  ...['version: "3.8"', 'services:', '  my_web:', '    build: .', '    ports:', '      - "8080:80"'],
  ...['    depends_on: [db]', '  db:', '    image: mysql:8', '    environment:', '      - A=b', 'volumes:', '  data:'],
].join('\n');

describe('a file of Docker Compose', () => {
  test('is read as what it becomes', () => {
    expect(composeOf(SHOP)).toEqual({
      services: [
        { name: 'my-web', image: undefined, port: 80 },
        { name: 'db', image: 'mysql:8', port: undefined },
      ],
      keys: ['build', 'environment', 'depends_on'],
    });
  });

  test.each([
    ['small', 'services:\n  web:\n    image: nginx'],
    ['after a sentence', `이거 apply하면 에러나요\n${SHOP}`],
    ['between fences', `도와주세요\n\`\`\`yaml\n${SHOP}\n\`\`\`\n감사합니다`],
    [
      'with numbers before its lines',
      SHOP.replace(
        /^/gm,
        (
          (at) => () =>
            `${++at}  `
        )(0),
      ),
    ],
    ['before a sentence', `${SHOP}\n\n쿠버네티스로 어떻게 바꿔요?`],
  ])('is found %s', (_, text) => {
    expect(composeOf(text)).toBeDefined();
  });

  test.each([
    ['"80"', 80],
    ['8080:80', 80],
    ['127.0.0.1:8080:80/tcp', 80],
    ['"3000-3005:3000-3005"', undefined],
    ['{target: 443, published: 8443}', 443],
  ])('tells the port of its container: %s', (port, expected) => {
    expect(composeOf(`services:\n  a:\n    image: b\n    ports:\n      - ${port}`)?.services[0]?.port).toBe(expected);
  });

  test.each([
    ['values of a chart', 'services:\n  web:\n    type: ClusterIP\n    port: 80'],
    ['a pipeline', 'services:\n  - docker:dind\nbuild:\n  script: [make]'],
    ['a workflow', 'jobs:\n  test:\n    services:\n      db:\n        image: mysql'],
    ['a word', 'services:'],
    ['a question', 'services: 이게 뭐예요?'],
  ])('%s is none', (_, text) => {
    expect(composeOf(text)).toBeUndefined();
  });

  test('begins with a manifest in which there is nothing to find', () => {
    for (const service of composeOf(SHOP)?.services ?? []) expect(found(manifestOf(service))).toEqual([]);
  });
});

describe('a template of Helm', () => {
  test.each([
    ['its values', 'name: {{ .Release.Name }}-web'],
    [
      'its values in quotes',
      'image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"',
    ],
    ['a condition', '{{- if $enabled }}\nreplicas: 3\n{{- end }}'],
    ['a list', '{{ range .hosts }}\n- host: {{ . }}\n{{ end }}'],
    ['its functions', 'labels:\n  {{- include "web.labels" . | nindent 2 }}'],
    ['a value within a text', 'data:\n  a.conf: |\n    host={{ .Values.host }}'],
  ])('is known by %s', (_, text) => {
    expect(isHelmTemplate(`apiVersion: v1\n${text}`)).toBe(true);
  });

  test.each([
    ['an alert', 'annotations:\n  summary: "{{ $labels.pod }} is down"'],
    ['a template within a text', 'data:\n  a.tmpl: |\n    {{ if gt .Value 1.0 }}\n    x\n    {{ end }}'],
    ['a workflow', 'image: ghcr.io/a/b:{{ github.sha }}'],
    ['another template', 'name: {{ app_name }}'],
    ['a comment', '# {{ .Values.image }}'],
    ['brackets', 'labels: {a: {b: c}}'],
  ])('is not %s', (_, text) => {
    expect(isHelmTemplate(`apiVersion: v1\n${text}`)).toBe(false);
  });
});

test('an image that another program fills in is never told to lose the spaces within its braces', () => {
  for (const image of ['web:{{ github.sha }}', '"{{ image }}"'])
    expect(found(container('tty: true').replace('nginx:1.27', image))).toEqual([
      '8 warning bad-image spec.containers[0].image',
    ]);
});
