import { at, has, list, number, text } from '../read.ts';
import { describeContainers, describeResources } from './containers.ts';
import { type Describer, describeController, describeEvents, describeMarks } from './describer.ts';
import { describePlacing, describeVolumes } from './template.ts';
import { longTime, since } from './words.ts';

export const describePod: Describer = (page, pod, looking) => {
  const { spec, status, metadata } = pod;
  page.line(0, `Name:\t${metadata.name}`);
  page.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
  if (has(spec, 'priority')) page.line(0, `Priority:\t${number(spec, 'priority')}`);
  if (text(spec, 'priorityClassName') !== '') page.line(0, `Priority Class Name:\t${text(spec, 'priorityClassName')}`);
  if (text(spec, 'serviceAccountName') !== '') page.line(0, `Service Account:\t${text(spec, 'serviceAccountName')}`);
  const node = text(spec, 'nodeName');
  page.line(0, `Node:\t${node === '' ? '<none>' : `${node}/${text(status, 'hostIP')}`}`);
  if (has(status, 'startTime')) page.line(0, `Start Time:\t${longTime(text(status, 'startTime'))}`);
  describeMarks(page, pod);
  const phase = text(status, 'phase');
  if (metadata.deletionTimestamp !== undefined && phase !== 'Failed' && phase !== 'Succeeded') {
    page.line(0, `Status:\tTerminating (lasts ${since(metadata.deletionTimestamp, looking.now)})`);
    page.line(0, `Termination Grace Period:\t${number(metadata, 'deletionGracePeriodSeconds')}s`);
  } else page.line(0, `Status:\t${phase}`);
  for (const [title, key] of [
    ['Reason', 'reason'],
    ['Message', 'message'],
  ] as const)
    if (text(status, key) !== '') page.line(0, `${title}:\t${text(status, key)}`);
  const seccomp = text(spec, 'securityContext.seccompProfile.type');
  if (seccomp !== '') page.line(0, `SeccompProfile:\t${seccomp}`);
  page.line(0, `IP:\t${text(status, 'podIP')}`);
  const addresses = list(status, 'podIPs');
  page.line(0, `IPs:${addresses.length === 0 ? '\t<none>' : ''}`);
  for (const one of addresses) page.line(1, `IP:\t${text(one, 'ip')}`);
  describeController(page, pod);
  if (text(status, 'nominatedNodeName') !== '')
    page.line(0, `NominatedNodeName:\t${text(status, 'nominatedNodeName')}`);
  if (has(spec, 'resources')) {
    page.line(0, 'Resources:');
    describeResources(page, at(spec, 'resources'), 1);
  }
  for (const [title, key, of] of [
    ['Init Containers', 'initContainers', 'initContainerStatuses'],
    ['Containers', 'containers', 'containerStatuses'],
    ['Ephemeral Containers', 'ephemeralContainers', 'ephemeralContainerStatuses'],
  ] as const) {
    const containers = list(spec, key);
    if (key === 'containers' || containers.length > 0)
      describeContainers(page, { title, containers, statuses: list(status, of), pod, indent: '' });
  }
  const gates = list(spec, 'readinessGates');
  const conditions = list(status, 'conditions');
  if (gates.length > 0) {
    page.line(0, 'Readiness Gates:');
    page.line(1, 'Type\tStatus');
    for (const gate of gates) {
      const found = conditions.find((one) => text(one, 'type') === text(gate, 'conditionType'));
      page.line(1, `${text(gate, 'conditionType')} \t${found === undefined ? '<none>' : text(found, 'status')} `);
    }
  }
  if (conditions.length > 0) {
    page.line(0, 'Conditions:');
    page.line(1, 'Type\tStatus');
    for (const one of conditions) page.line(1, `${text(one, 'type')} \t${text(one, 'status')} `);
  }
  describeVolumes(page, list(spec, 'volumes'), '');
  page.line(0, `QoS Class:\t${text(status, 'qosClass')}`);
  describePlacing(page, spec, '');
  describeEvents(page, looking);
};
