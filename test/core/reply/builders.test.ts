import { describe, expect, test } from 'vitest';
import { button } from '../../../src/core/reply/builders.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';

describe('button', () => {
  test('runs the line that it was given', () => {
    expect(button('파드', 'k8s pod')).toEqual({ label: '파드', line: 'k8s pod' });
    expect(button('파드', 'k8s pod', 'primary')).toEqual({ label: '파드', line: 'k8s pod', primary: true });
    expect(button('파드', 'k8s pod', 'danger')).toEqual({ label: '파드', line: 'k8s pod', danger: true });
  });

  test('cuts a label that no platform could show', () => {
    expect(Array.from(button('가'.repeat(200), 'k8s pod').label)).toHaveLength(LIMITS.label);
  });

  test('refuses a line that every platform would refuse, and says which', () => {
    expect(button('x', '🍱'.repeat(LIMITS.line)).line).toBe('🍱'.repeat(LIMITS.line));
    expect(() => button('x', `k8s ${'a'.repeat(LIMITS.line)}`)).toThrow(/100.*k8s aaa/);
  });
});
