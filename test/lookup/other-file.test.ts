/** A file of another program that a student pastes for a manifest. */
import { describe, expect, test } from 'vitest';
import { lookUp } from '../../src/lookup/answer.ts';
import { blockOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const ask = (text: string) => lookUp(text, student, world);
const linesOf = (blocks: Awaited<ReturnType<typeof ask>>['blocks']): string[] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons.map(({ label }) => label) : []));

describe('a file of Docker Compose', () => {
  const text = 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - 8080:80\n    environment: [A=b]';

  test('is called what it is, and told as the objects that kubectl takes', async () => {
    const reply = await ask(text);
    expect(blockOf(reply, 'heading').text).toBe('🐳 도커 컴포즈 파일이에요');
    const said = textsOf(reply).join('\n');
    for (const part of [
      '`kubectl apply`로는 쓸 수 없어요',
      'kind: Deployment',
      'kind: Service',
      'containerPort: 80',
      '`env`',
    ])
      expect(said).toContain(part);
    expect(linesOf(reply.blocks)).toEqual(['디플로이먼트', '서비스', '시크릿']);
  });

  test('of many services tells a few', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `  a${at}:\n    image: b`).join('\n');
    const said = textsOf(await ask(`services:\n${many}`)).join('\n');
    expect(said).toContain('4995개');
    expect(said.length).toBeLessThan(3000);
  });
});

describe('a template of Helm', () => {
  const text =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ include "web.name" . }}\nspec:\n  {{- if .Values.on }}\n  replicas: {{ .Values.count }}\n  {{- end }}';

  test('is never called broken, and told how it becomes a manifest', async () => {
    const reply = await ask(text);
    expect(blockOf(reply, 'heading').text).toBe('📦 헬름 템플릿이에요');
    expect(textsOf(reply).join('\n')).toContain('helm template . -f values.yaml');
    expect(linesOf(reply.blocks)).toEqual(['헬름', '헬름 차트', '헬름 값']);
  });

  test('with a message beside it is answered with the message', async () => {
    const reply = await ask(`${text}\n\nError: nil pointer evaluating interface {}.count`);
    expect(blockOf(reply, 'heading').text).toContain('nil pointer evaluating interface');
  });
});

test('a manifest that is read from a diff says so', async () => {
  const reply = await ask('+apiVersion: v1\n+kind: Service\n+metadata:\n+  name: web\n+spec:\n+  prots: []');
  expect(textsOf(reply).join('\n')).toMatch(/diff에서.*6번째 줄 · spec\.prots/s);
});
