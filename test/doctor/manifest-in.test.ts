import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { looksLikeManifest, manifestIn } from '../../src/doctor/manifest-in.ts';

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx';

describe('a manifest is found', () => {
  test.each([
    ['alone', POD, ''],
    ['after a sentence', `이거 왜 안 돼요?\n${POD}`, ''],
    ['before one', `${POD}\n\n뭐가 틀렸을까요?`, ''],
    ['before a message', `${POD}\n\nerror: error parsing pod.yaml: line 3: did not find expected key`, ''],
    ['between fences', `도와주세요\n\`\`\`yaml\n${POD}\n\`\`\`\n감사합니다`, ''],
    ['in a quote', `이거요\n${POD.replace(/^/gm, '> ')}`, ''],
    ['with a comment and a separator above it', `please help\n\n# my pod\n---\n${POD}`, '# my pod\n---\n'],
  ])('%s, its lines counted as in its own file', (_, text, above) => {
    expect(manifestIn(text)).toEqual({ text: above + POD, line: 1, reading: 'plain', isCut: false });
  });

  test.each([
    ['of kubectl', `이렇게 했는데 안 돼요\nkubectl apply -f - <<'EOF'\n${POD}\nEOF\nThe Pod "web" is invalid`, ''],
    ['with a prompt', `$ kubectl apply -n dev -f - << EOF\n${POD}\nEOF`, ''],
    ['that writes a file', `cat <<-END > pod.yaml\n# mine\n${POD}\nEND\nkubectl apply -f pod.yaml`, '# mine\n'],
    ['between fences', `\`\`\`sh\nkubectl create -f - <<"EOF"\n${POD}\n\`\`\`\n왜 이래요?`, ''],
    ['after one that is over', `cat <<EOF\nhello\nEOF\n${POD}`, ''],
  ])('in a command %s', (_, text, above) => {
    expect(manifestIn(text)?.text).toBe(above + POD);
  });

  test.each([
    ['spec:\n  replicas: 3\n  selector: {}', 'spec:\n  replicas: 3\n  selector: {}'],
    ['이거 맞나요?\ncontainers:\n  - name: web\n    image: nginx', 'containers:\n  - name: web\n    image: nginx'],
    ['```yaml\n- name: web\n  image: nginx\n```\n틀린 데 있어요?', '- name: web\n  image: nginx'],
    ['# mine\nspec:\n  containers: []', '# mine\nspec:\n  containers: []'],
  ])('as a part of one: %j', (text, part) => {
    expect(manifestIn(text)?.text).toBe(part);
  });

  test('with mistakes in its first lines', () => {
    for (const text of [
      POD.replace('apiVersion', 'apiversion'),
      POD.replace('v1', '“v1”'),
      POD.replace('apiVersion: v1\n', ''),
      JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }, null, 2),
    ])
      expect(manifestIn(text)?.text).toBe(text);
  });

  test('as each of the labelled ones', () => {
    const files = ['good', 'bad'].flatMap((folder) =>
      readdirSync(join(import.meta.dirname, folder)).map((file) => join(import.meta.dirname, folder, file)),
    );
    expect(files.filter((file) => !looksLikeManifest(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

test.each([
  'kind: Pod가 뭐야?',
  'apiVersion이 뭐예요',
  'NAME  READY  STATUS\nweb  1/1  Running',
  'error: unable to recognize "pod.yaml": no matches for kind "Pod"',
  '파드가 뭐야',
  '',
  'kind',
  'spec: 뭐예요',
  'name: CI\non: push\njobs:\n  build:\n    steps:\n      - name: image\n        uses: a/b',
  'services:\n  web:\n    image: nginx',
  '- name: install\n  hosts: all',
  'Error: this failed\nspec:\n  replicas: 3',
])('none is in: %s', (text) => {
  expect(manifestIn(text)).toBeUndefined();
});
