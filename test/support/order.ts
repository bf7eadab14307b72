import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each is one test of most of a minute, so that they begin first: whoever is left has all the others meanwhile. */
const LONG = ['contract/kills.test.ts', 'extending.test.ts'];

/** Vitest's own order, which knows how long a file takes only from an earlier run; Vitest asks for a class. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { long = [], others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      LONG.some((name) => moduleId.endsWith(name)) ? 'long' : 'others',
    );
    return [...long, ...others];
  }
}
