/** Has what is done to one thing be done one after the other, whatever comes of it. */
export function createTurns() {
  const turns = new Map<string, Promise<unknown>>();
  return <T>(of: string, work: () => Promise<T>): Promise<T> => {
    const before = turns.get(of) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => {});
    turns.set(of, settled);
    void settled.then(() => turns.get(of) === settled && turns.delete(of));
    return mine;
  };
}
