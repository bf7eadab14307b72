/** A part of a manifest that somebody pastes, and one within a shell's command. */
import { expect, test } from 'vitest';
import { blockOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot } = await botOf([COURSE]);
const ask = (text: string) => bot.dispatch(`/k8s ${text}`, student);

test.each([
  ['containers:\n  - name: web\n    imgae: nginx', '3번째 줄'],
  [
    "kubectl apply -f - <<'EOF'\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n    imgae: nginx\nEOF",
    '8번째 줄',
  ],
])('its one mistake is told with its line: %j', async (text, line) => {
  const reply = await ask(text);
  expect(blockOf(reply, 'heading').text).toBe('❌ 고칠 곳이 한 군데 있어요');
  expect(textsOf(reply).join('\n')).toContain(line);
  expect(textsOf(reply).join('\n')).not.toContain('알 수 없는 문서');
});

test('a part in which nothing is wrong is answered with its concept', async () => {
  // A list of containers is a Pod's.
  expect(blockOf(await ask('containers:\n  - name: web\n    image: nginx'), 'heading').text).toBe('파드');
  expect(blockOf(await ask('volumeMounts:\n- name: shared\n  mountPath: /data'), 'heading').text).toBe('볼륨');
});
