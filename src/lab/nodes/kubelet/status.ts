import type { Condition, ContainerStatus, Pod, PodStatus } from '../../kinds/types.ts';

/** A container of a Pod as its status needs it. */
export interface Told {
  kind: 'init' | 'sidecar' | 'main' | 'ephemeral';
  status: ContainerStatus;
}

const names = (all: readonly Told[]): string => `[${all.map(({ status }) => status.name).join(' ')}]`;
const exitOf = ({ status: { state, lastState } }: Told): number | undefined =>
  (state.terminated ?? (state.waiting ? lastState.terminated : undefined))?.exitCode;

const isInit = ({ kind }: Told): boolean => kind === 'init' || kind === 'sidecar';

/** Has an init container done its work? */
export function isInitialized({ kind, status }: Told): boolean {
  if (kind === 'sidecar') return status.started === true;
  return status.state.terminated?.exitCode === 0;
}

/** The phase of a Pod by its containers (kubernetes/pkg/kubelet, getPhase). */
export function phaseOf(pod: Pod, all: readonly Told[], hasEnded: boolean): NonNullable<PodStatus['phase']> {
  // A Pod that was stopped is not run again, whatever its policy says.
  const policy = hasEnded ? 'Never' : (pod.spec.restartPolicy ?? 'Always');
  const inits = all.filter(isInit);
  const mains = all.filter(({ kind }) => kind === 'main');
  const hasFailedInit = inits.some((one) => one.kind === 'init' && (one.status.state.terminated?.exitCode ?? 0) !== 0);
  const hasBegun = mains.some(
    ({ status }) => status.state.running ?? status.state.terminated ?? status.lastState.terminated,
  );
  const isStopping = all.some(({ kind, status }) => kind === 'sidecar' && status.state.running);
  if (hasFailedInit && policy === 'Never') return isStopping ? 'Pending' : 'Failed';
  if (!inits.every(isInitialized) && !hasBegun) return 'Pending';
  const isWaiting = ({ status: { state, lastState } }: Told): boolean =>
    state.running === undefined && state.terminated === undefined && lastState.terminated === undefined;
  if (mains.some(isWaiting)) return 'Pending';
  if (mains.some(({ status }) => status.state.running) || policy === 'Always' || isStopping) return 'Running';
  if (mains.every((one) => exitOf(one) === 0)) return 'Succeeded';
  return policy === 'Never' ? 'Failed' : 'Running';
}

type Said = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

const no = (type: string, reason: string, message?: string): Said => ({
  ...{ type, status: 'False', reason },
  ...(message === undefined ? {} : { message }),
});
const yes = (type: string): Said => ({ type, status: 'True' });

function initialized(all: readonly Told[], phase: PodStatus['phase']): Said {
  if (phase === 'Succeeded') return { ...yes('Initialized'), reason: 'PodCompleted' };
  const undone = all.filter((one) => isInit(one) && !isInitialized(one));
  const hasBegun = all.some(
    ({ kind, status }) => kind === 'main' && (status.state.running ?? status.lastState.terminated),
  );
  if (undone.length === 0 || hasBegun) return yes('Initialized');
  return no('Initialized', 'ContainersNotInitialized', `containers with incomplete status: ${names(undone)}`);
}

function ready(type: 'ContainersReady' | 'Ready', all: readonly Told[], phase: PodStatus['phase']): Said {
  if (phase === 'Succeeded') return no(type, 'PodCompleted');
  if (phase === 'Failed') return no(type, 'PodFailed');
  const unready = all.filter(({ kind, status }) => kind !== 'init' && kind !== 'ephemeral' && !status.ready);
  return unready.length === 0
    ? yes(type)
    : no(type, 'ContainersNotReady', `containers with unready status: ${names(unready)}`);
}

/** The conditions that a kubelet sets, in its order (kubernetes/pkg/kubelet/status/generate.go). */
export function conditionsOf(
  pod: Pod,
  all: readonly Told[],
  phase: PodStatus['phase'],
  hasSandbox: boolean,
  now: string,
): Condition[] {
  const before = pod.status.conditions ?? [];
  const containers = ready('ContainersReady', all, phase);
  const gates = (pod.spec.readinessGates ?? []).filter(
    ({ conditionType }) => before.find(({ type }) => type === conditionType)?.status !== 'True',
  );
  const isHeld = containers.status === 'True' && gates.length > 0;
  const gatesSaid = gates
    .map(({ conditionType: gate }) =>
      before.some(({ type }) => type === gate)
        ? `the status of pod readiness gate "${gate}" is not "True", but ${before.find(({ type }) => type === gate)?.status}`
        : `corresponding condition of pod readiness gate "${gate}" does not exist.`,
    )
    .join(', ');
  const said: Said[] = [
    { type: 'PodReadyToStartContainers', status: hasSandbox ? 'True' : 'False' },
    initialized(all, phase),
    isHeld ? no('Ready', 'ReadinessGatesNotReady', gatesSaid) : ready('Ready', all, phase),
    containers,
    // Of a Pod that was given to its node by hand the scheduler said nothing.
    ...(before.some(({ type }) => type === 'PodScheduled') ? [] : [yes('PodScheduled')]),
  ];
  const generation = pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation };
  const own = said.map((one): Condition => {
    const old = before.find(({ type }) => type === one.type);
    const since = old?.status === one.status ? old.lastTransitionTime : undefined;
    return { ...{ type: one.type }, ...generation, ...one, lastProbeTime: null, lastTransitionTime: since ?? now };
  });
  const others = before.filter(({ type }) => !said.some((one) => one.type === type));
  return [...own, ...others];
}
