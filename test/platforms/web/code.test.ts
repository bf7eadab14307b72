/** Code on a page: a table keeps its columns, all else goes on below its line; its text is as it was written. */
import fc from 'fast-check';
import { DomUtils } from 'htmlparser2';
import { expect, test } from 'vitest';
import { codeBlock, hasColumns } from '../../../src/platforms/web/render/code.ts';
import { htmlOf } from '../../../src/platforms/web/render/render.ts';
import { runs } from '../../support/sample.ts';
import { classesOf, named, parsed } from '../../support/web-html.ts';

const read = (code: string): string =>
  DomUtils.textContent(named(parsed(htmlOf(codeBlock(code))).children, 'code').slice(0, 1));

test.each([
  'NAME   READY   STATUS\nweb    1/1     Running',
  '$ kubectl get nodes\nNAME     STATUS\nnode-1   Ready\nnode-2   NotReady',
  '├── content\n└── src',
])('columns mean something in %j', (code) => expect(hasColumns(code)).toBe(true));

test.each([
  'kubectl logs <pod> --previous --tail=50\nkubectl describe pod <pod>',
  'apiVersion: v1   # 버전\nkind: Pod        # 종류',
  'spec:\n  containers:\n  - name: web\n    image: nginx',
  'one  gap alone',
  '',
])('and none in %j', (code) => expect(hasColumns(code)).toBe(false));

test('of code that wraps no letter is lost or added, so that what is copied is what was written', () => {
  const line = fc.string({ unit: fc.constantFrom('a', '-', ' ', '  ', '<', '&', '가', '#') });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const code = lines.join('\n');
      expect(read(code)).toBe(code);
    }),
    { numRuns: runs(200) },
  );
});

test('only a table is marked as one', () => {
  const classesIn = (code: string) => named(parsed(htmlOf(codeBlock(code))).children, 'div').map(classesOf);
  expect(classesIn('a')).toEqual([['code']]);
  expect(classesIn('a  b\nc  d')).toEqual([['code', 'columns']]);
});
