import type { Node } from './regex-parse.ts';
import { INSTRUCTIONS, RegexError } from './regex-parse.ts';

export type Instruction =
  | { kind: 'char'; test: (c: string) => boolean }
  | { kind: 'split'; first: number; second: number }
  | { kind: 'jump'; to: number }
  | { kind: 'save'; slot: number }
  | { kind: 'assert'; holds: (text: string, at: number) => boolean }
  | { kind: 'match' };

export function compile(node: Node): Instruction[] {
  const program: Instruction[] = [];
  const add = (instruction: Instruction): number => {
    if (program.length >= INSTRUCTIONS) throw new RegexError('Regular expression too big');
    return program.push(instruction) - 1;
  };
  function emit(one: Node): void {
    switch (one.kind) {
      case 'char':
      case 'assert':
        add(one);
        return;
      case 'all':
        for (const each of one.nodes) emit(each);
        return;
      case 'any': {
        const ends: number[] = [];
        for (const [nth, each] of one.nodes.entries()) {
          if (nth === one.nodes.length - 1) {
            emit(each);
            break;
          }
          const split = add({ kind: 'match' });
          emit(each);
          ends.push(add({ kind: 'match' }));
          program[split] = { kind: 'split', first: split + 1, second: program.length };
        }
        for (const end of ends) program[end] = { kind: 'jump', to: program.length };
        return;
      }
      case 'group':
        add({ kind: 'save', slot: one.nth * 2 });
        emit(one.node);
        add({ kind: 'save', slot: one.nth * 2 + 1 });
        return;
      case 'repeat': {
        for (let nth = 0; nth < one.least; nth++) emit(one.node);
        if (one.most === Number.POSITIVE_INFINITY) {
          const split = add({ kind: 'match' });
          emit(one.node);
          add({ kind: 'jump', to: split });
          program[split] = { kind: 'split', first: split + 1, second: program.length };
          return;
        }
        const splits: number[] = [];
        for (let nth = one.least; nth < one.most; nth++) {
          splits.push(add({ kind: 'match' }));
          emit(one.node);
        }
        for (const split of splits) program[split] = { kind: 'split', first: split + 1, second: program.length };
        return;
      }
      default:
        one satisfies never;
    }
  }
  add({ kind: 'save', slot: 0 });
  emit(node);
  add({ kind: 'save', slot: 1 });
  add({ kind: 'match' });
  return program;
}
