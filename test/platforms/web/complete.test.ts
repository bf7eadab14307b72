import { expect, test } from 'vitest';
import { completeLine } from '../../../src/platforms/web/complete.ts';
import { turnedLab } from '../../lab/support/turned.ts';
import { ENGLISH } from '../../support/listening.ts';
import { botOf, COURSE } from '../../support/world.ts';

test('names in one’s own lab are offered as soon as a space says that the next word begins', async () => {
  const { cluster, labs, pass } = turnedLab();
  const { bot } = await botOf([COURSE], { labs });
  await bot.dispatch('/kubectl run own --image=nginx', ENGLISH);
  await pass(10);
  expect(await completeLine('/kubectl get pod', bot.commands, ENGLISH)).toContain('/kubectl get pods');
  expect(await completeLine('/kubectl get pod ', bot.commands, ENGLISH)).toContain('/kubectl get pod own');
  expect(await completeLine('/kubectl describe pod/', bot.commands, ENGLISH)).toContain('/kubectl describe pod/own');
  cluster.close();
});
