import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';

interface AccessText {
  subjectNamespace: string;
  subjectGroup(kind: string): string;
  roleGroup(group: string): string;
  clusterRoleOnly: string;
  versionInGroup(group: string): string;
  needsGroups: string;
  needsResources: string;
  nonResource: string;
  resourceForm(resource: string, right: string): string;
  otherGroup(resource: string, group: string): string;
  verb(verb: string, right: string): string;
}

const code = (value: string): string => `\`${value}\``;

const ko: AccessText = {
  subjectNamespace:
    '클러스터롤바인딩의 `subjects`에 서비스어카운트를 적을 때는 어느 네임스페이스의 것인지 `namespace`를 적어야 해요.',
  subjectGroup: (kind) =>
    kind === 'ServiceAccount'
      ? '서비스어카운트의 `apiGroup`은 비워 두거나 적지 않아야 해요.'
      : `\`kind: ${kind}\`인 대상의 \`apiGroup\`은 \`rbac.authorization.k8s.io\`여야 해요.`,
  roleGroup: (group) =>
    `\`roleRef.apiGroup\`은 버전 없이 \`rbac.authorization.k8s.io\`여야 하는데, ${withParticle(code(group), '이라고/라고')} 적혀 있어요.`,
  clusterRoleOnly: 'ClusterRoleBinding은 ClusterRole만 가리킬 수 있어요. Role은 RoleBinding으로 묶어요.',
  versionInGroup: (group) =>
    `\`apiGroups\`에는 버전을 빼고 그룹만 적어요. ${withParticle(code(group), '이라는/라는')} 그룹은 없어요.`,
  needsGroups: '`resources`가 있는 규칙에는 `apiGroups`가 있어야 해요. 파드나 서비스처럼 기본 그룹의 것은 `[""]`예요.',
  needsResources: '규칙에는 `resources`나 `nonResourceURLs`가 있어야 해요.',
  nonResource: '`nonResourceURLs`는 ClusterRole에만 쓸 수 있어요.',
  resourceForm: (resource, right) =>
    `\`resources\`에는 소문자 복수형을 적어요. ${code(resource)} 대신 ${withParticle(code(right), '이에요/예요')}.`,
  otherGroup: (resource, group) =>
    `${withParticle(code(resource), '은/는')} 여기 적힌 그룹이 아니라 ${group === '' ? '기본 그룹(`""`)' : code(group)}에 있어서, 이 규칙은 아무것도 허락하지 않아요.`,
  verb: (verb, right) =>
    `${withParticle(code(verb), '이라는/라는')} 동사는 없어요. ${withParticle(code(right), '이에요/예요')}.`,
};

const en: AccessText = {
  subjectNamespace: 'A ServiceAccount among the `subjects` of a ClusterRoleBinding needs its `namespace`.',
  subjectGroup: (kind) =>
    kind === 'ServiceAccount'
      ? 'The `apiGroup` of a ServiceAccount is empty, or left out.'
      : `The \`apiGroup\` of a subject of \`kind: ${kind}\` is \`rbac.authorization.k8s.io\`.`,
  roleGroup: (group) =>
    `\`roleRef.apiGroup\` is \`rbac.authorization.k8s.io\`, without a version, and not ${code(group)}.`,
  clusterRoleOnly: 'A ClusterRoleBinding can refer only to a ClusterRole. A Role is bound by a RoleBinding.',
  versionInGroup: (group) => `\`apiGroups\` has groups without versions: there is no group ${code(group)}.`,
  needsGroups: 'A rule with `resources` needs `apiGroups`. Pods, Services and the like are in the core group, `[""]`.',
  needsResources: 'A rule needs `resources` or `nonResourceURLs`.',
  nonResource: '`nonResourceURLs` are for ClusterRoles only.',
  resourceForm: (resource, right) =>
    `\`resources\` are written as the plural in lower case: ${code(right)} instead of ${code(resource)}.`,
  otherGroup: (resource, group) =>
    `${code(resource)} are not in the groups that stand here but in ${group === '' ? 'the core group (`""`)' : code(group)}, so this rule allows nothing.`,
  verb: (verb, right) => `There is no verb ${code(verb)}; it is ${code(right)}.`,
};

export const text = localized({ ko, en });
