/** Forms of names, as apimachinery's validation has them (pkg/util/validation). */
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

export const isLabel = (name: string): boolean => name.length <= 63 && LABEL.test(name);
export const isSubdomain = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((part) => LABEL.test(part));
/** DNS-1035: a Service's name may not begin with a digit. */
export const isServiceName = (name: string): boolean => isLabel(name) && /^[a-z]/.test(name);
/** A name within a URL, as those of roles: `system:node`. */
export const isPathSegment = (name: string): boolean => !/[/%]/.test(name) && name !== '.' && name !== '..';

/** A label's or annotation's key: a name, and a domain before it. */
export function isQualifiedName(key: string): boolean {
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2 || name.length > 63 || !QUALIFIED.test(name)) return false;
  return parts.length === 1 || isSubdomain(parts[0] ?? '');
}
export const isLabelValue = (value: string): boolean => value === '' || (value.length <= 63 && QUALIFIED.test(value));
export const isDataKey = (key: string): boolean =>
  /^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== '.' && !key.startsWith('..');
/** IANA's name of a service, as ports have them. */
export const isPortName = (name: string): boolean =>
  name.length <= 15 && /^[a-z0-9-]+$/.test(name) && /[a-z]/.test(name) && !/--|^-|-$/.test(name);

/** A name made of another one that is none: small letters, hyphens for what is not allowed; undefined where nothing is left. */
export function madeName(name: string, { dots = false, most = 63 } = {}): string | undefined {
  const made = name
    .normalize('NFKC')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(dots ? /[^a-z0-9.-]/g : /[^a-z0-9-]/g, '-')
    .split('-')
    .filter((part) => part !== '')
    .join('-')
    .replace(/^\.+/, '')
    .slice(0, most);
  const trimmed = made.replace(/(?<![-.])[-.]+$/, '');
  return /[a-z0-9]/.test(trimmed) ? trimmed : undefined;
}
