import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** It waits for most of a minute, so that it begins first: another worker has all the others meanwhile. */
const WAITS = 'contract/kills.test.ts';

/** Vitest's own order, which knows how long a file takes only from an earlier run; Vitest asks for a class. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { waiting = [], others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      moduleId.endsWith(WAITS) ? 'waiting' : 'others',
    );
    return [...waiting, ...others];
  }
}
