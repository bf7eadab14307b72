import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';

interface ReferencesText {
  notNamed(kind: string, name: string, known: string): string;
  noKey(kind: string, name: string, key: string, known: readonly string[]): string;
  otherKind(name: string, kind: string, given: string): string;
  noServicePort(service: string, port: string, known: readonly (string | number)[]): string;
  needsRequest(resource: string, target: string): string;
  addRequest(resource: string): string;
  subjectNamespace(name: string, given: string, known: string): string;
}

const code = (value: string | number): string => `\`${value}\``;
const list = (names: readonly (string | number)[]): string => names.map(code).join(', ');

const ko: ReferencesText = {
  notNamed: (kind, name, known) =>
    `이 파일의 ${kind} 이름은 ${withParticle(code(known), '이에요/예요')}. ${withParticle(code(name), '은/는')} 이 파일에 없어요.`,
  noKey: (kind, name, key, known) =>
    `${kind} ${code(name)}에는 ${withParticle(code(key), '이라는/라는')} 키가 없어요.${known.length === 0 ? '' : ` 있는 키는 ${withParticle(list(known), '이에요/예요')}.`}`,
  otherKind: (name, kind, given) =>
    `이 파일의 ${withParticle(code(name), '은/는')} ${withParticle(given, '이/가')} 아니라 ${withParticle(kind, '이에요/예요')}.`,
  noServicePort: (service, port, known) =>
    `서비스 ${code(service)}에는 포트 ${withParticle(code(port), '이/가')} 없어요. 있는 포트는 ${withParticle(list(known), '이에요/예요')}.`,
  needsRequest: (resource, target) =>
    `사용률은 요청(\`requests.${resource}\`) 대비 비율인데, ${code(target)}의 컨테이너에 그 요청이 없어서 계산할 수 없어요.`,
  addRequest: (resource) => `${code(resource)}의 양을 컨테이너의 \`resources.requests\`에 더해 주세요.`,
  subjectNamespace: (name, given, known) =>
    `서비스어카운트 ${withParticle(code(name), '은/는')} 네임스페이스 ${code(known)}에 있는데, 여기에는 ${withParticle(code(given), '이라고/라고')} 적혀 있어요.`,
};

const en: ReferencesText = {
  notNamed: (kind, name, known) =>
    `The ${kind} of this file is named ${code(known)}; there is no ${code(name)} in the file.`,
  noKey: (kind, name, key, known) =>
    `The ${kind} ${code(name)} has no key ${code(key)}${known.length === 0 ? '' : `; it has ${list(known)}`}.`,
  otherKind: (name, kind, given) => `In this file ${code(name)} is a ${kind}, and no ${given}.`,
  noServicePort: (service, port, known) =>
    `The Service ${code(service)} has no port ${code(port)}; it has ${list(known)}.`,
  needsRequest: (resource, target) =>
    `Utilization is a share of \`requests.${resource}\`, and the containers of ${code(target)} request none, so it cannot be worked out.`,
  addRequest: (resource) => `Add ${code(resource)} to \`resources.requests\` of the containers.`,
  subjectNamespace: (name, given, known) =>
    `The ServiceAccount ${code(name)} is in the namespace ${code(known)}, and here it says ${code(given)}.`,
};

export const text = localized({ ko, en });
