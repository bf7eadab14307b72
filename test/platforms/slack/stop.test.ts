import { describe, expect, test } from 'vitest';
import { startSlack } from '../../fakes/slack/server.ts';
import { eventually } from '../../support/eventually.ts';
import { begin } from '../../support/running.ts';
import { sample } from '../../support/sample.ts';

const ENDS = (['SIGTERM', 'SIGINT'] as const).flatMap((signal) => [
  { signal, what: 'what is in flight is finished', stalled: false },
  { signal, what: 'a peer that no longer says anything is not waited for', stalled: true },
]);

describe.concurrent('a signal', () => {
  test.each(sample(ENDS, 2))('ends the bot with status 0 ($signal): $what', async ({ signal, stalled }) => {
    const slack = await startSlack();
    const ends: (() => void)[] = [];
    try {
      const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.url };
      const bot = begin(env, (end) => void ends.push(end));
      await bot.says('Connected to Slack');
      const minsu = slack.user('민수', { locale: 'ko-KR' });
      const waits = slack.fault({ method: /response_url/ }, { delay: 1000 });
      const asked = slack.command(minsu, 'class', '/k8s 파드');
      await eventually(() => expect(waits.struck()).toBe(1));
      if (stalled) slack.socket.stall();
      bot.signal(signal);
      // It has left: it has heard the signal.
      await eventually(() => expect(slack.socket.connections).toBe(0));
      slack.clock.advance(1000);
      const [message, { status, stderr }] = await Promise.all([asked.message(), bot.ended()]);
      expect(message.text).toContain('가장 작은 배포 단위');
      expect(status).toBe(0);
      for (const secret of [slack.botToken, slack.appToken, '파드']) expect(stderr).not.toContain(secret);
    } finally {
      for (const end of ends) end();
      await slack.close();
    }
  });
});
