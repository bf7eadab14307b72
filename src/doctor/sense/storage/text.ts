import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';

interface StorageText {
  modesEmpty: string;
  podOnly: string;
  storageRequest: string;
  capacity: string;
  localAffinity: string;
  noSource: string;
  twoSources(one: string, other: string): string;
  otherClass(claim: string, volume: string): string;
  tooSmall(claim: string, volume: string): string;
  otherMode(mode: string): string;
  secretKeys(type: string, keys: readonly string[]): string;
  dockerConfig: string;
  notBase64(key: string): string;
  /** It can be decoded, to what is no text. */
  plainBase64(key: string): string;
  keyTwice(key: string): string;
  quotaName(name: string): string;
  limitOrder(resource: string, one: string, other: string): string;
  crdStorage: string;
  crdSchema(version: string): string;
}

const code = (value: string): string => `\`${value}\``;
const list = (names: readonly string[]): string => names.map(code).join(', ');

const ko: StorageText = {
  modesEmpty: '`accessModes`에는 하나는 있어야 해요.',
  podOnly: '`ReadWriteOncePod`는 다른 접근 모드와 함께 쓸 수 없어요.',
  storageRequest: '얼마나 큰 볼륨이 필요한지 `resources.requests.storage`에 적어야 해요.',
  capacity: '볼륨의 크기를 `capacity.storage`에 적어야 해요.',
  localAffinity: '`local` 볼륨은 어느 노드에 있는지 `nodeAffinity`로 적어야 해요.',
  noSource: '어떤 저장소인지 정하는 필드(`hostPath`, `nfs`, `csi` 등)가 하나 있어야 해요.',
  twoSources: (one, other) =>
    `저장소는 하나만 정할 수 있는데, ${withParticle(code(one), '과/와')} ${withParticle(code(other), '이/가')} 함께 있어요.`,
  otherClass: (claim, volume) =>
    `이 파일의 PersistentVolume은 \`storageClassName\`이 ${code(volume)}인데 여기는 ${withParticle(code(claim), '이에요/예요')}. 둘이 같아야 이어져요.`,
  tooSmall: (claim, volume) =>
    `이 파일의 PersistentVolume은 ${withParticle(volume, '이라서/라서')} ${claim}의 요청을 채우지 못해요.`,
  otherMode: (mode) =>
    `이 파일의 PersistentVolume에는 접근 모드 ${withParticle(code(mode), '이/가')} 없어서 이어지지 않아요.`,
  secretKeys: (type, keys) => `\`type: ${type}\`인 시크릿에는 ${withParticle(list(keys), '이/가')} 있어야 해요.`,
  dockerConfig: '`.dockerconfigjson`의 값이 JSON이 아니에요.',
  notBase64: (key) =>
    `\`data\`에는 base64로 바꾼 값만 적을 수 있는데, ${code(key)}의 값은 base64가 아니에요. 그냥 글자는 \`stringData\`에 적어요.`,
  plainBase64: (key) =>
    `\`data\`의 값은 base64에서 되돌려 쓰는데, ${code(key)}의 값을 되돌리면 글자가 아니에요. 글자를 그대로 적은 것이라면 \`stringData\`로 옮기거나, \`echo -n\`과 \`base64\`로 바꾼 값을 적어야 해요.`,
  keyTwice: (key) =>
    `키 ${withParticle(code(key), '이/가')} \`data\`와 \`binaryData\`에 모두 있어요. 한 곳에만 있어야 해요.`,
  quotaName: (name) =>
    `${withParticle(code(name), '이라는/라는')} 자원은 제한할 수 없어요. \`pods\`, \`requests.cpu\`, \`limits.memory\`, \`count/deployments.apps\`처럼 적어요.`,
  limitOrder: (resource, one, other) => `${resource}의 ${withParticle(code(one), '이/가')} ${code(other)}보다 커요.`,
  crdStorage: '`versions` 가운데 꼭 하나만 `storage: true`여야 해요.',
  crdSchema: (version) => `버전 ${code(version)}에 \`schema.openAPIV3Schema\`가 있어야 해요.`,
};

const en: StorageText = {
  modesEmpty: '`accessModes` needs at least one.',
  podOnly: '`ReadWriteOncePod` cannot stand beside other access modes.',
  storageRequest: '`resources.requests.storage` has to say how large the volume is.',
  capacity: '`capacity.storage` has to say how large the volume is.',
  localAffinity: 'A `local` volume needs a `nodeAffinity` that says on which node it is.',
  noSource: 'One field has to say which storage it is: `hostPath`, `nfs`, `csi` or another.',
  twoSources: (one, other) => `A volume is of one kind of storage, and this has both ${code(one)} and ${code(other)}.`,
  otherClass: (claim, volume) =>
    `The PersistentVolume of this file has the \`storageClassName\` ${code(volume)}, and here it is ${code(claim)}; they are bound only if it is the same.`,
  tooSmall: (claim, volume) =>
    `The PersistentVolume of this file has ${volume}, which is less than the ${claim} that is asked for.`,
  otherMode: (mode) =>
    `The PersistentVolume of this file does not have the access mode ${code(mode)}, so they are not bound.`,
  secretKeys: (type, keys) => `A Secret of \`type: ${type}\` needs ${list(keys)}.`,
  dockerConfig: 'The value of `.dockerconfigjson` is no JSON.',
  notBase64: (key) =>
    `\`data\` takes base64 alone, and the value of ${code(key)} is none. Plain text belongs in \`stringData\`.`,
  plainBase64: (key) =>
    `Values of \`data\` are decoded from base64, and what ${code(key)} decodes to is no text. If it was written as plain text, it belongs in \`stringData\`, or has to be encoded (\`echo -n\`, \`base64\`).`,
  keyTwice: (key) => `The key ${code(key)} stands in both \`data\` and \`binaryData\`; it may stand in one only.`,
  quotaName: (name) =>
    `There is no quota for ${code(name)}: it is written as \`pods\`, \`requests.cpu\`, \`limits.memory\`, \`count/deployments.apps\`.`,
  limitOrder: (resource, one, other) => `${code(one)} of ${resource} is more than ${code(other)}.`,
  crdStorage: 'Exactly one of the `versions` has to have `storage: true`.',
  crdSchema: (version) => `The version ${code(version)} needs \`schema.openAPIV3Schema\`.`,
};

export const text = localized({ ko, en });
