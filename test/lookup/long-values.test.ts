import { expect, test } from 'vitest';
import { lookUp } from '../../src/lookup/answer.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const LONG = 'k'.repeat(300_000);

test.each([
  ['a line of a paste that decides', `x\n${LONG} ImagePullBackOff`],
  [
    'an object’s name',
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${LONG}\nspec:\n  containers:\n  - name: a\n    image: b`,
  ],
  ['a field that there is not', `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  ${LONG}: a`],
  ['a kind that there is not', `apiVersion: v1\nkind: ${LONG}\nmetadata:\n  name: a`],
])('%s is told as far as a message has room for it', async (_, text) => {
  const { world } = await botOf([COURSE]);
  expect(JSON.stringify(await lookUp(text, student, world)).length).toBeLessThan(20_000);
});
