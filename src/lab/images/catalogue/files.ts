/** Files of every image. */
export const COMMON_FILES: Readonly<Record<string, string>> = {
  '/etc/passwd':
    'root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
  '/etc/group': 'root:x:0:\ndaemon:x:1:\nnogroup:x:65534:\n',
  '/etc/nsswitch.conf': 'hosts: files dns\n',
  '/proc/version': 'Linux version 6.6.32 (builder@dosirak) #1 SMP PREEMPT_DYNAMIC\n',
  '/proc/cpuinfo':
    'processor\t: 0\nmodel name\t: Dosirak Virtual CPU\n\nprocessor\t: 1\nmodel name\t: Dosirak Virtual CPU\n\n',
  '/proc/meminfo': 'MemTotal:        4194304 kB\nMemFree:         2660184 kB\nMemAvailable:    3274584 kB\n',
  '/proc/loadavg': '0.08 0.05 0.01 1/212 42\n',
};
