import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCache } from '../../src/content/cache.ts';
import type { TextFile } from '../../src/content/files.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'dosirak-'));
let made = 0;
const open = (at: string, version = '1') => openCache(at, ['content'], { version, unique: () => `unique-${made++}` });
const term: TextFile = {
  file: 'content/glossary/oven.md',
  path: 'glossary/oven.md',
  text: '---\nid: oven\ntitle: { ko: 오븐, en: Oven }\ndefinition: { ko: 뜨거운 공기로 구워요., en: It bakes. }\n---\n오븐은 구워요.\n',
};
const kept = (at: string): string[] => readdirSync(at).filter((name) => name.startsWith('content-'));

describe('what was read of a course', () => {
  test('is the same from the cache', () => {
    const at = folder();
    const first = open(at);
    const read = first.read(term);
    expect(read.term?.title.ko).toBe('오븐');
    first.save();
    expect(kept(at)).toHaveLength(1);
    const { lineOf: _, ...again } = open(at).read(term);
    const { lineOf: __, ...once } = read;
    expect(again).toEqual(once);
  });

  test('comes from the cache, not from the file', () => {
    const at = folder();
    const first = open(at);
    first.read(term);
    first.save();
    const path = join(at, kept(at)[0] ?? '');
    const known = open(at).read(term).term;
    // A file of other words has another hash.
    expect(open(at).read({ ...term, text: term.text.replace('오븐,', '화덕,') }).term?.title.ko).toBe('화덕');
    expect(known?.title.ko).toBe('오븐');
    expect(readFileSync(path, 'utf8')).toContain('오븐');
  });

  test('is read anew by another version, and where the cache is damaged', () => {
    const at = folder();
    const first = open(at);
    first.read(term);
    first.save();
    expect(open(at, '2').read(term).term?.id).toBe('oven');
    const path = join(at, kept(at)[0] ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('오븐', '화덕'));
    expect(open(at).read(term).term?.title.ko).toBe('오븐');
  });

  test('is read all the same where nothing can be kept', () => {
    const at = folder();
    chmodSync(at, 0o500);
    const cache = open(join(at, 'none'));
    expect(cache.read(term).term?.id).toBe('oven');
    expect(() => cache.save()).not.toThrow();
  });

  test('nothing is written where nothing is new', () => {
    const at = folder();
    const first = open(at);
    first.read(term);
    first.save();
    const again = open(at);
    again.read(term);
    const before = made;
    again.save();
    expect(made).toBe(before);
  });
});
