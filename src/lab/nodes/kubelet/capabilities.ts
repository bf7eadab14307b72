import type { Container } from '../../kinds/types.ts';

/** What a container has of root's powers where its manifest says nothing (containerd, pkg/oci/spec.go). */
const GIVEN = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'NET_RAW'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

/** Tells whether a container that runs as this user has a capability of Linux, named as in a manifest. */
export function capabilitiesOf({ securityContext }: Container, user: number): (name: string) => boolean {
  const { privileged, capabilities: { add = [], drop = [] } = {} } = securityContext ?? {};
  const hasAll = privileged === true || add.includes('ALL');
  const given = new Set([...(drop.includes('ALL') ? [] : GIVEN), ...add]);
  return (name) => user === 0 && (hasAll || given.has(name)) && !drop.includes(name);
}
