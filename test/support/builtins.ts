/** Methods that look at all letters or elements, by whose they are; those that call back are counted by what they call. */
const WHOLE: readonly (readonly [owner: object, methods: string])[] = [
  [String.prototype, 'split replace replaceAll match search lastIndexOf includes repeat padStart padEnd'],
  [String.prototype, 'toLowerCase toUpperCase trim trimStart trimEnd normalize toWellFormed'],
  [Array.prototype, 'join concat lastIndexOf includes splice shift unshift fill flat sort toSorted toReversed'],
];

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);

/**
 * From now on counts, by their names, the letters and elements that the engine's own methods go through, which no
 * coverage sees. A regex counts as if it read each letter once.
 */
export function countBuiltins(): Map<string, number> {
  const counts = new Map<string, number>();
  function wrap(
    owner: object,
    name: string,
    count: (self: unknown, made: unknown, given: unknown, from: unknown) => number,
  ): void {
    const own: unknown = Reflect.get(owner, name);
    if (typeof own !== 'function') throw new Error(`there is no method ${name}`);
    function counted(this: unknown, ...args: unknown[]): unknown {
      const made: unknown = Reflect.apply(own as () => unknown, this, args);
      counts.set(name, (counts.get(name) ?? 0) + count(this, made, args[0], args[1]));
      return made;
    }
    Reflect.defineProperty(owner, name, { configurable: true, writable: true, value: counted });
  }
  for (const [owner, methods] of WHOLE)
    for (const name of methods.split(' ')) wrap(owner, name, (self, made) => Math.max(lengthOf(self), lengthOf(made)));
  // From where it begins to where it finds.
  for (const owner of [String.prototype, Array.prototype])
    wrap(owner, 'indexOf', (self, made, _, from) => {
      const begin = typeof from === 'number' ? from : 0;
      return typeof made === 'number' && made >= 0 ? made + 1 - begin : Math.max(0, lengthOf(self) - begin);
    });
  // What it takes to make the result, however long the whole is.
  wrap(Array.prototype, 'slice', (_, made) => lengthOf(made));
  wrap(Array, 'from', (_, made) => lengthOf(made));
  wrap(RegExp.prototype, 'exec', (self, made, given) => {
    // The engine itself goes on from match to match, and asks at each letter where it splits.
    const goesOn = self instanceof RegExp && (self.global || self.sticky);
    if (Array.isArray(made)) return lengthOf(made[0]);
    return goesOn ? 1 : lengthOf(given);
  });
  return counts;
}
