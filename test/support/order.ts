import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, or wait much: they begin first, so that all the others fill their pauses. */
const LONG = [
  ...['kills.program.test.ts', 'extending.program.test.ts', 'contract/live-plan.test.ts'],
  ...['discord/messenger.test.ts', 'http/server.test.ts', 'slack/staying.test.ts', 'choosing-at-once.test.ts'],
  ...['contract/daily.test.ts', 'app/reload.test.ts', 'discord/server.test.ts'],
];

/** Vitest's own order, which knows how long a file takes only from an earlier run; Vitest asks for a class. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { long = [], others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      LONG.some((name) => moduleId.endsWith(name)) ? 'long' : 'others',
    );
    return [...long, ...others];
  }
}
