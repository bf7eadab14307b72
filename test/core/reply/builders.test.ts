import { describe, expect, test } from 'vitest';
import { button } from '../../../src/core/reply/builders.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';

describe('button', () => {
  test('runs the line that it was given', () => {
    expect(button('파드', 'ask pod')).toEqual({ label: '파드', line: 'ask pod' });
    expect(button('파드', 'ask pod', 'primary')).toEqual({ label: '파드', line: 'ask pod', primary: true });
    expect(button('파드', 'ask pod', 'danger')).toEqual({ label: '파드', line: 'ask pod', danger: true });
  });

  test('cuts a label that no platform could show', () => {
    expect(Array.from(button('가'.repeat(200), 'ask pod').label)).toHaveLength(LIMITS.label);
  });

  test('refuses a line that every platform would refuse, and says which', () => {
    expect(button('x', '🍱'.repeat(LIMITS.line)).line).toBe('🍱'.repeat(LIMITS.line));
    expect(() => button('x', `ask ${'a'.repeat(LIMITS.line)}`)).toThrow(/100.*ask aaa/);
  });
});
