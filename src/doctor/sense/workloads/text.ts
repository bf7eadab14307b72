import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';
import type { CronSlip } from './cron.ts';

interface WorkloadsText {
  labelDiffers(key: string, label: string, selector: string): string;
  labelMissing(key: string, selector: string): string;
  expressionMisses: string;
  emptySelector(kind: string): string;
  alwaysOnly(kind: string): string;
  neverOrOnFailure(kind: string): string;
  restartMissing(kind: string): string;
  recreate: string;
  bothZero: string;
  percent(field: string, value: string): string;
  over100(field: string): string;
  jobSelector: string;
  indexed: string;
  cron(slip: CronSlip): string;
  cronZone: string;
  everyMinute: string;
  neverComes: string;
  unknownZone(zone: string, meant: string | undefined): string;
  minOverMax(min: number, max: number): string;
  bothBudgets: string;
  budgetTooHigh(least: number, pods: number): string;
  budgetOfAll(pods: number): string;
  metricField(type: string, field: string): string;
  utilization: string;
  averageValue: string;
  needsRequest(resource: string, target: string): string;
  addRequest(resource: string): string;
  operatorNeedsValues(operator: string): string;
  operatorNoValues(operator: string): string;
  existsNoValue: string;
  keyless: string;
  secondsNoExecute: string;
}

const FIELD_KO = { minute: '분', hour: '시', day: '일', month: '월', weekday: '요일' };
const FIELD_EN = {
  minute: 'minute',
  hour: 'hour',
  day: 'day of the month',
  month: 'month',
  weekday: 'day of the week',
};
const code = (text: string): string => `\`${text}\``;

const ko: WorkloadsText = {
  labelDiffers: (key, label, selector) =>
    `파드 템플릿의 레이블(${code(`${key}: ${label}`)})이 \`selector\`(${code(`${key}: ${selector}`)})와 달라요. 둘이 같아야 자기 파드를 찾을 수 있어요.`,
  labelMissing: (key, selector) =>
    `\`selector\`가 찾는 레이블 ${withParticle(code(`${key}: ${selector}`), '이/가')} 파드 템플릿의 \`metadata.labels\`에 없어요.`,
  expressionMisses: '파드 템플릿의 레이블이 이 `matchExpressions`의 조건에 맞지 않아요.',
  emptySelector: (kind) =>
    `${withParticle(kind, '은/는')} \`selector\`가 비어 있으면 안 돼요. 템플릿의 레이블을 적어야 해요.`,
  alwaysOnly: (kind) => `${kind}의 파드는 \`restartPolicy\`로 \`Always\`만 쓸 수 있어요.`,
  neverOrOnFailure: (kind) => `${kind}의 파드는 \`restartPolicy\`로 \`OnFailure\`나 \`Never\`만 쓸 수 있어요.`,
  restartMissing: (kind) =>
    `${kind}의 파드에는 \`restartPolicy\`를 \`OnFailure\`나 \`Never\`로 적어야 해요. 적지 않으면 \`Always\`가 되는데, 그건 쓸 수 없어요.`,
  recreate: '`type: Recreate`에는 `rollingUpdate`를 함께 쓸 수 없어요.',
  bothZero: '`maxSurge`와 `maxUnavailable`이 둘 다 0이면 파드를 하나도 바꿀 수 없어요. 하나는 0보다 커야 해요.',
  percent: (field, value) =>
    `\`${field}\`에는 정수나 \`25%\` 같은 비율만 쓸 수 있는데, ${withParticle(code(value), '은/는')} 둘 다 아니에요.`,
  over100: (field) => `${withParticle(code(field), '은/는')} 100%를 넘을 수 없어요.`,
  jobSelector: '잡의 `selector`는 쿠버네티스가 스스로 정해요. 직접 적으면 만들 수 없어요.',
  indexed: '`completionMode: Indexed`에는 `completions`가 있어야 해요.',
  cron(slip) {
    switch (slip.kind) {
      case 'fields':
        return `\`schedule\`은 분, 시, 일, 월, 요일의 다섯 칸이어야 하는데 ${slip.count}칸이에요.`;
      case 'range':
        return `\`schedule\`의 ${FIELD_KO[slip.field]}에 ${withParticle(code(slip.value), '은/는')} 쓸 수 없어요. ${slip.least}에서 ${slip.most}까지예요.`;
      case 'form':
        return `\`schedule\`의 ${FIELD_KO[slip.field]}에 적은 ${withParticle(code(slip.value), '을/를')} 읽을 수 없어요.`;
      case 'word':
        return `\`schedule\`에 ${withParticle(code(slip.value), '은/는')} 없는 말이에요. \`@hourly\`, \`@daily\`, \`@weekly\`, \`@monthly\`, \`@yearly\`가 있어요.`;
      default:
        return slip satisfies never;
    }
  },
  cronZone: '시간대는 `schedule`이 아니라 `timeZone`에 적어야 해요.',
  everyMinute: '분이 `*`라서 그 시각의 1분마다, 한 시간에 예순 번 실행돼요. 한 번만 실행하려면 분을 숫자로 적어요.',
  neverComes: '그 달에는 없는 날짜라서 한 번도 실행되지 않아요.',
  unknownZone: (zone, meant) =>
    `${withParticle(code(zone), '이라는/라는')} 시간대는 없어요. ${meant === undefined ? '`Asia/Seoul`처럼 지역과 도시로 적어요.' : `${withParticle(code(meant), '으로/로')} 적어요.`}`,
  minOverMax: (min, max) => `\`maxReplicas\`(${max})가 \`minReplicas\`(${min})보다 작아요.`,
  bothBudgets: '`minAvailable`과 `maxUnavailable`은 함께 쓸 수 없어요. 하나만 적어야 해요.',
  budgetTooHigh: (least, pods) =>
    `이 파일에서 고른 파드는 ${pods}개뿐이라 ${least}개를 남길 수 없어요. 그래서 노드를 비울 때 파드를 하나도 옮기지 못해요.`,
  budgetOfAll: (pods) =>
    pods === 1
      ? '이 파일대로라면 파드가 하나뿐인데 그 하나를 남기라고 해서, 노드를 비울 때 옮기지 못하고 계속 기다려요. 파드를 둘 이상으로 늘리거나 이 규칙을 빼세요.'
      : `이 파일이 만드는 파드 ${pods}개를 모두 남기라고 해서, 노드를 비울 때 한 개도 옮기지 못하고 계속 기다려요.`,
  metricField: (type, field) => `${withParticle(code(`type: ${type}`), '이면/면')} \`${field}\` 아래에 적어야 해요.`,
  utilization: '`type: Utilization`에는 `averageUtilization`(퍼센트)을 적어야 해요.',
  averageValue: '`type: AverageValue`에는 `averageValue`를 적어야 해요.',
  needsRequest: (resource, target) =>
    `사용률은 요청(\`requests.${resource}\`) 대비 비율인데, \`${target}\`의 컨테이너에 그 요청이 없어서 HPA가 계산하지 못해요.`,
  addRequest: (resource) => `컨테이너의 \`resources.requests\`에 ${withParticle(code(resource), '을/를')} 더해 주세요.`,
  operatorNeedsValues: (operator) => `\`operator: ${operator}\`에는 \`values\`가 있어야 해요.`,
  operatorNoValues: (operator) => `\`operator: ${operator}\`에는 \`values\`를 쓸 수 없어요.`,
  existsNoValue: '`operator: Exists`에는 `value`를 쓸 수 없어요.',
  keyless: '`key`가 없는 톨러레이션은 `operator: Exists`여야 해요.',
  secondsNoExecute: '`tolerationSeconds`는 `effect: NoExecute`에만 쓸 수 있어요.',
};

const en: WorkloadsText = {
  labelDiffers: (key, label, selector) =>
    `The label of the Pod template (${code(`${key}: ${label}`)}) is not that of \`selector\` (${code(`${key}: ${selector}`)}). They have to be the same, so that the Pods are found.`,
  labelMissing: (key, selector) =>
    `The label ${code(`${key}: ${selector}`)} that \`selector\` looks for is missing in \`metadata.labels\` of the Pod template.`,
  expressionMisses: 'The labels of the Pod template do not fit this condition of `matchExpressions`.',
  emptySelector: (kind) => `The \`selector\` of a ${kind} may not be empty: it has the labels of the template.`,
  alwaysOnly: (kind) => `Pods of a ${kind} take only \`Always\` for \`restartPolicy\`.`,
  neverOrOnFailure: (kind) => `Pods of a ${kind} take only \`OnFailure\` or \`Never\` for \`restartPolicy\`.`,
  restartMissing: (kind) =>
    `Pods of a ${kind} need \`restartPolicy\` with \`OnFailure\` or \`Never\`. Left out, it is \`Always\`, which is refused.`,
  recreate: '`rollingUpdate` may not be set with `type: Recreate`.',
  bothZero: 'With both `maxSurge` and `maxUnavailable` at 0 no Pod can be replaced: one of them has to be more.',
  percent: (field, value) =>
    `\`${field}\` takes a whole number or a percentage such as \`25%\`, and ${code(value)} is neither.`,
  over100: (field) => `\`${field}\` cannot be more than 100%.`,
  jobSelector: 'Kubernetes makes the `selector` of a Job itself; a Job with one of its own is refused.',
  indexed: '`completionMode: Indexed` needs `completions`.',
  cron(slip) {
    switch (slip.kind) {
      case 'fields':
        return `\`schedule\` has ${slip.count} fields instead of five: minute, hour, day, month, day of the week.`;
      case 'range':
        return `${code(slip.value)} is out of range for the ${FIELD_EN[slip.field]} of \`schedule\`: it goes from ${slip.least} to ${slip.most}.`;
      case 'form':
        return `${code(slip.value)}, the ${FIELD_EN[slip.field]} of \`schedule\`, cannot be read.`;
      case 'word':
        return `\`schedule\` knows no ${code(slip.value)}. There are \`@hourly\`, \`@daily\`, \`@weekly\`, \`@monthly\` and \`@yearly\`.`;
      default:
        return slip satisfies never;
    }
  },
  cronZone: 'A time zone belongs in `timeZone`, not in `schedule`.',
  everyMinute: 'The minute is `*`, so this runs sixty times in that hour. To run once, give the minute as a number.',
  neverComes: 'No such day is in that month, so this never runs.',
  unknownZone: (zone, meant) =>
    `There is no time zone ${code(zone)}. ${meant === undefined ? 'It is written by region and city, as in `Asia/Seoul`.' : `It is \`${meant}\`.`}`,
  minOverMax: (min, max) => `\`maxReplicas\` (${max}) is less than \`minReplicas\` (${min}).`,
  bothBudgets: '`minAvailable` and `maxUnavailable` may not both be set; keep one of them.',
  budgetTooHigh: (least, pods) =>
    `Of the Pods that this finds the file makes ${pods}, so ${least} can never be there, and draining a node can move none of them.`,
  budgetOfAll: (pods) =>
    pods === 1
      ? 'The file makes one Pod, and it has to stay, so draining a node waits for ever. Run two or more, or leave this budget out.'
      : `All ${pods} Pods that the file makes have to stay, so draining a node can move none of them and waits for ever.`,
  metricField: (type, field) => `With \`type: ${type}\` the metric stands under \`${field}\`.`,
  utilization: '`type: Utilization` needs `averageUtilization`, in percent.',
  averageValue: '`type: AverageValue` needs `averageValue`.',
  needsRequest: (resource, target) =>
    `Utilization is a share of \`requests.${resource}\`, and the containers of \`${target}\` request none, so the autoscaler cannot work it out.`,
  addRequest: (resource) => `Add \`${resource}\` to \`resources.requests\` of the containers.`,
  operatorNeedsValues: (operator) => `\`operator: ${operator}\` needs \`values\`.`,
  operatorNoValues: (operator) => `\`operator: ${operator}\` takes no \`values\`.`,
  existsNoValue: '`operator: Exists` takes no `value`.',
  keyless: 'A toleration without a `key` has to have `operator: Exists`.',
  secondsNoExecute: '`tolerationSeconds` goes with `effect: NoExecute` only.',
};

export const text = localized({ ko, en });
