import type { Container } from '../../kinds/types.ts';

/** By their numbers in Linux (include/uapi/linux/capability.h). */
const ALL = [
  ...['CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP'],
  ...['LINUX_IMMUTABLE', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW', 'IPC_LOCK', 'IPC_OWNER'],
  ...['SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT', 'SYS_PTRACE', 'SYS_PACCT', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_NICE'],
  ...['SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD', 'LEASE', 'AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP'],
  ...['MAC_OVERRIDE', 'MAC_ADMIN', 'SYSLOG', 'WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ', 'PERFMON', 'BPF'],
  'CHECKPOINT_RESTORE',
];
/** What a container has of root's powers where its manifest says nothing (containerd, pkg/oci/spec.go). */
const GIVEN = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'NET_RAW'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

const bits = (names: ReadonlySet<string>): string =>
  ALL.reduce((sum, name, bit) => sum + (names.has(name) ? 2 ** bit : 0), 0)
    .toString(16)
    .padStart(16, '0');

/** The capabilities of Linux that a container of this user has, as a manifest names them. */
export function capabilitiesOf({ securityContext }: Container, user: number) {
  const { privileged, capabilities: { add = [], drop = [] } = {} } = securityContext ?? {};
  const hasAll = privileged === true || add.includes('ALL');
  const bound = new Set([...(hasAll ? ALL : drop.includes('ALL') ? [] : GIVEN), ...add]);
  for (const name of drop) bound.delete(name);
  const own = user === 0 ? bound : new Set<string>();
  return {
    may: (name: string): boolean => own.has(name),
    /** As in `/proc/1/status`. */
    lines: [
      ...['CapInh:\t0000000000000000', `CapPrm:\t${bits(own)}`, `CapEff:\t${bits(own)}`, `CapBnd:\t${bits(bound)}`],
      'CapAmb:\t0000000000000000',
    ],
  };
}
