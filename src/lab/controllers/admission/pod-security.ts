/** Pod security standards that a namespace's label enforces (k8s.io/pod-security-admission, kubernetes.io: Pod Security Standards). */
import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { NAMESPACES, PODS } from '../../kinds/core.ts';
import { containersOf } from '../../kinds/state.ts';
import type { Container, Pod } from '../../kinds/types.ts';
import { isPod } from './kinds.ts';

const LABEL = 'pod-security.kubernetes.io/enforce';

/** Capabilities that a container may add under the standard `baseline`. */
const USUAL = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP'],
  ...['SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
]);
/** Kinds of volumes that `restricted` leaves. */
const VOLUMES = new Set([
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'],
]);
const SECCOMP = ['RuntimeDefault', 'Localhost'];

const quoted = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(', ');
/** `container "a"`, `containers "a", "b"`. */
const called = (all: readonly Container[], before = 'container'): string =>
  `${before}${all.length > 1 ? 's' : ''} ${quoted(all.map(({ name }) => name))}`;

/** What a rule finds wrong; nothing where all is right. */
type Rule = (pod: Pod, containers: readonly Container[]) => string | undefined;

/** A rule on each container: what it is about, and what must be. */
const each =
  (about: string, must: string, isWrong: (one: Container) => boolean): Rule =>
  (_, containers) => {
    const wrong = containers.filter(isWrong);
    return wrong.length === 0 ? undefined : `${about} (${called(wrong)} ${must})`;
  };

const added = ({ securityContext }: Container): readonly string[] => securityContext?.capabilities?.add ?? [];

/** Containers that add what they may not. */
const adding = (containers: readonly Container[], isFree: (one: string) => boolean): string[] => {
  const wrong = containers.filter((one) => !added(one).every(isFree));
  const names = Array.from(new Set(wrong.flatMap((one) => added(one).filter((name) => !isFree(name)))));
  return wrong.length === 0
    ? []
    : [`${called(wrong)} must not include ${quoted(names)} in securityContext.capabilities.add`];
};

const BASELINE: readonly Rule[] = [
  (_, containers) => {
    const [wrong] = adding(containers, (one) => USUAL.has(one));
    return wrong && `non-default capabilities (${wrong})`;
  },
  ({ spec }) => {
    const on = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((name) => spec[name] === true);
    return on.length === 0 ? undefined : `host namespaces (${on.map((name) => `${name}=true`).join(', ')})`;
  },
  ({ spec }) => {
    const wrong = (spec.volumes ?? []).filter(({ hostPath }) => hostPath !== undefined);
    return wrong.length === 0
      ? undefined
      : `hostPath volumes (volume${wrong.length > 1 ? 's' : ''} ${quoted(wrong.map(({ name }) => name))})`;
  },
  (_, containers) => {
    const ports = (one: Container): number[] =>
      (one.ports ?? []).flatMap(({ hostPort = 0 }) => (hostPort > 0 ? hostPort : []));
    const wrong = containers.filter((one) => ports(one).length > 0);
    const numbers = wrong.flatMap(ports);
    return wrong.length === 0
      ? undefined
      : `hostPort (${called(wrong)} use${wrong.length > 1 ? '' : 's'} hostPort${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')})`;
  },
  each(
    'privileged',
    'must not set securityContext.privileged=true',
    ({ securityContext }) => securityContext?.privileged === true,
  ),
  each(
    'seccompProfile',
    'must not set securityContext.seccompProfile.type to "Unconfined"',
    ({ securityContext }) => securityContext?.seccompProfile?.type === 'Unconfined',
  ),
];

/** What must be set for a Pod or for each of its containers. */
const set =
  (about: string, must: string, isSet: (of: Pod['spec']['securityContext']) => boolean | undefined): Rule =>
  ({ spec }, containers) => {
    const ofPod = isSet(spec.securityContext) === true;
    const wrong = containers.filter(({ securityContext }) => !(isSet(securityContext) ?? ofPod));
    return wrong.length === 0 ? undefined : `${about} (${called(wrong, 'pod or container')} must set ${must})`;
  };

const RESTRICTED: readonly Rule[] = [
  ...BASELINE,
  each(
    'allowPrivilegeEscalation != false',
    'must set securityContext.allowPrivilegeEscalation=false',
    ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false,
  ),
  (_, containers) => {
    const undropped = containers.filter(({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'));
    const wrong = [
      ...(undropped.length > 0 ? [`${called(undropped)} must set securityContext.capabilities.drop=["ALL"]`] : []),
      ...adding(containers, (one) => one === 'NET_BIND_SERVICE'),
    ];
    return wrong.length === 0 ? undefined : `unrestricted capabilities (${wrong.join('; ')})`;
  },
  ({ spec }) => {
    const wrong = (spec.volumes ?? []).flatMap(({ name, ...kinds }) =>
      Object.keys(kinds).flatMap((kind) =>
        VOLUMES.has(kind) ? [] : [`volume ${JSON.stringify(name)} uses restricted volume type ${JSON.stringify(kind)}`],
      ),
    );
    return wrong.length === 0 ? undefined : `restricted volume types (${wrong.join(', ')})`;
  },
  set('runAsNonRoot != true', 'securityContext.runAsNonRoot=true', (of) => of?.runAsNonRoot),
  ({ spec }, containers) => {
    const wrong = containers.filter(({ securityContext }) => securityContext?.runAsUser === 0);
    const said = [
      ...(spec.securityContext?.runAsUser === 0 ? ['pod'] : []),
      ...(wrong.length > 0 ? [called(wrong)] : []),
    ];
    return said.length === 0 ? undefined : `runAsUser=0 (${said.join(' and ')} must not set runAsUser=0)`;
  },
  set(
    'seccompProfile',
    `securityContext.seccompProfile.type to ${SECCOMP.map((one) => `"${one}"`).join(' or ')}`,
    (of) => (of?.seccompProfile === undefined ? undefined : SECCOMP.includes(of.seccompProfile.type)),
  ),
];

const LEVELS: Readonly<Record<string, readonly Rule[]>> = { baseline: BASELINE, restricted: RESTRICTED };

/** Refuses Pods that do not keep to the standard of their namespace. */
export const podSecurity: Admission = {
  allow({ store }, row, pod, before) {
    if (before !== undefined || !isPod(row, pod)) return;
    const { labels = {} } = store.get(NAMESPACES, { name: pod.metadata.namespace ?? '' })?.metadata ?? {};
    const level = labels[LABEL] ?? '';
    const containers = containersOf(pod);
    const wrong = (LEVELS[level] ?? []).flatMap((rule) => rule(pod, containers) ?? []);
    if (wrong.length === 0) return;
    const version = labels[`${LABEL}-version`] ?? 'latest';
    throw forbidden(PODS, pod.metadata.name, `violates PodSecurity "${level}:${version}": ${wrong.join(', ')}`);
  },
};
