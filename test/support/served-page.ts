import { onTestFinished } from 'vitest';
import { serveHttp } from '../../src/app/http/server.ts';
import { connectPage } from '../../src/app/page.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Meter } from '../../src/core/meter.ts';
import type { Context } from '../../src/course/context.ts';
import type { Services } from '../../src/store/services.ts';

const log = { info() {}, warn() {}, error() {} };

/** The page as a process serves it, until the test is over; `base`: its address. */
export async function servePage(
  bot: Bot,
  parts: Pick<Context, 'courses'> & { services: Services; meter: Meter },
): Promise<{ connection: Awaited<ReturnType<typeof connectPage>>; base: string }> {
  const connection = await connectPage(
    bot,
    { publicUrl: undefined, trustedProxies: [] },
    {
      ...{ ...parts, now: Date.now, random: Math.random, log },
      ...{ url: () => 'http://127.0.0.1', space: 'web', isRehearsal: false },
    },
  );
  const guests = connection.guest ? [connection.guest] : [];
  const server = await serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log, reference: () => 'bug-1' });
  onTestFinished(async () => {
    server.close();
    await connection.stop(0);
  });
  return { connection, base: `http://127.0.0.1:${server.port}` };
}
