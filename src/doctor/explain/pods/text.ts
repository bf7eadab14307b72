import { nativeCount } from '../../../language/native-count.ts';
import { withParticle } from '../../../language/with-particle.ts';
import type { Cadence, Days, Time } from '../cadence.ts';
import type { PodFacts } from '../facts.ts';

/** What manifests of Pods and of what makes Pods say. */
export interface PodsText {
  pod(facts: PodFacts): string;
  /** Deployment, ReplicaSet, ReplicationController. */
  replicas(kind: 'Deployment' | 'ReplicaSet' | 'ReplicationController', facts: PodFacts, count: number): string;
  /** `inOrder`: one after another. */
  statefulSet(facts: PodFacts, count: number, storage: string | undefined, inOrder: boolean): string;
  daemonSet(facts: PodFacts): string;
  job(facts: PodFacts, completions: number): string;
  cronJob(facts: PodFacts, when: string): string;
  cadence(cadence: Cadence): string;
  /** A schedule that is not told in words. */
  schedule(source: string): string;
  zone(zone: string): string;
}

/** More than this are counted. */
export const MOST = 5;
export const code = (text: string | number): string => `\`${text}\``;

const pieces = (count: number): string => (count === 1 ? '하나' : nativeCount(count, '개'));
export const listKo = (names: readonly string[]): string =>
  names.length > MOST
    ? `${names.slice(0, MOST).map(code).join(', ')} 등 ${names.length}개`
    : names.map(code).join(', ');
const imagesKo = ({ images }: PodFacts): string =>
  images.length === 0 ? '컨테이너' : `${[...new Set(images)].map(code).join(', ')} 컨테이너`;
export const objectKo = (text: string): string => withParticle(text, '을/를');
/** Containers of one Pod, and how many. */
const containersKo = (facts: PodFacts): string =>
  facts.images.length > 1
    ? `${imagesKo(facts)} ${objectKo(pieces(facts.images.length))} 함께`
    : `${imagesKo(facts)} 하나를`;
const eachKo = (facts: PodFacts, count: number): string =>
  facts.images.length > 1
    ? `${withParticle(imagesKo(facts), '이/가')} 함께 든 파드 ${objectKo(pieces(count))}`
    : `${imagesKo(facts)} ${objectKo(pieces(count))}`;
const initKo = ({ init }: PodFacts): string =>
  init.length === 0 ? '' : ` 그 전에 ${listKo(init)} 컨테이너가 먼저 준비를 마쳐요.`;
const sidecarsKo = ({ sidecars }: PodFacts): string =>
  sidecars.length === 0 ? '' : ` 그 곁에서 사이드카 ${withParticle(listKo(sidecars), '이/가')} 계속 함께 돌아요.`;
const besideKo = (facts: PodFacts): string => `${initKo(facts)}${sidecarsKo(facts)}`;
const portsKo = ({ ports }: PodFacts): string =>
  ports.length === 0 ? '' : ` 컨테이너는 ${[...new Set(ports)].map((port) => `${port}번`).join(', ')} 포트를 열어요.`;

function timeKo({ hour, minute }: Time): string {
  const minutes = minute === 0 ? '' : ` ${minute}분`;
  if (hour === 0) return minute === 0 ? '자정' : `밤 12시${minutes}`;
  const part =
    hour < 6 ? '새벽' : hour < 12 ? '오전' : hour === 12 ? '낮' : hour < 18 ? '오후' : hour < 21 ? '저녁' : '밤';
  return `${part} ${hour > 12 ? hour - 12 : hour}시${minutes}`;
}
const WEEKDAYS_KO = ['일', '월', '화', '수', '목', '금', '토'];
function daysKo(days: Days): string {
  switch (days.kind) {
    case 'every':
      return '매일';
    case 'weekdays': {
      const all = [...days.days].sort().join('');
      if (all === '12345') return '평일마다';
      if (all === '06') return '주말마다';
      return `매주 ${days.days.map((day) => `${WEEKDAYS_KO[day % 7]}요일`).join(', ')}`;
    }
    case 'dates':
      return `${days.months.length === 0 ? '매달' : `해마다 ${days.months.map((month) => `${month}월`).join(', ')}`} ${days.dates.map((date) => `${date}일`).join(', ')}`;
    default:
      return days satisfies never;
  }
}

export const ko: PodsText = {
  pod: (facts) => `${containersKo(facts)} 띄우는 파드예요.${portsKo(facts)}${besideKo(facts)}`,
  replicas: (kind, facts, count) =>
    count === 0
      ? `지금은 파드를 하나도 띄우지 않는(\`replicas: 0\`) ${KINDS_KO[kind]}.`
      : `${eachKo(facts, count)} 띄우는 ${KINDS_KO[kind]}.${portsKo(facts)}${besideKo(facts)}`,
  statefulSet: (facts, count, storage, inOrder) =>
    `${eachKo(facts, count)} ${inOrder ? '순서와 이름을' : '이름을'} 지키며 띄우는 스테이트풀셋이에요.${storage === undefined ? '' : ` 파드마다 ${storage} 볼륨을 따로 가져요.`}${besideKo(facts)}`,
  daemonSet: (facts) =>
    `${objectKo(imagesKo(facts))} 노드마다 하나씩 띄우는 데몬셋이에요.${portsKo(facts)}${besideKo(facts)}`,
  job: (facts, completions) =>
    `${withParticle(imagesKo(facts), '으로/로')} 일을 ${nativeCount(completions, '번')} 끝까지 하고 멈추는 잡이에요.${besideKo(facts)}`,
  cronJob: (facts, when) =>
    `${when} ${withParticle(imagesKo(facts), '으로/로')} 일을 하는 크론잡이에요.${besideKo(facts)}`,
  cadence(cadence) {
    switch (cadence.kind) {
      case 'minutes':
        return cadence.every === 1 ? '1분마다' : `${cadence.every}분마다`;
      case 'hours':
        return `${cadence.every === 1 ? '매시간' : `${cadence.every}시간마다`} ${cadence.minute === 0 ? '정각' : `${cadence.minute}분`}에`;
      case 'daily':
        return `${daysKo(cadence.days)} ${cadence.times.map(timeKo).join(', ')}에`;
      case 'word':
        return {
          hourly: '매시간 정각에',
          daily: '매일 자정에',
          weekly: '매주 일요일 자정에',
          monthly: '매달 1일 자정에',
          yearly: '해마다 1월 1일 자정에',
        }[cadence.word];
      default:
        return cadence satisfies never;
    }
  },
  schedule: (source) => (source === '' ? '아직 정하지 않은 일정에 맞춰' : `${code(source)} 일정에 맞춰`),
  zone: (zone) => `(${zone} 시간)`,
};

const KINDS_KO = {
  Deployment: '디플로이먼트예요',
  ReplicaSet: '레플리카셋이에요',
  ReplicationController: '레플리케이션컨트롤러예요',
};

const WORDS_EN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const countEn = (count: number): string => WORDS_EN[count] ?? String(count);
export const listEn = (names: readonly string[]): string =>
  names.length > MOST
    ? `${names.slice(0, MOST).map(code).join(', ')} and ${names.length - MOST} more`
    : names.map(code).join(', ');
const imagesEn = ({ images }: PodFacts): string =>
  images.length === 0 ? 'a container' : [...new Set(images)].map(code).join(', ');
const containersEn = (facts: PodFacts): string =>
  facts.images.length > 1
    ? `${countEn(facts.images.length)} containers together (${imagesEn(facts)})`
    : facts.images.length === 0
      ? 'one container'
      : `one ${imagesEn(facts)} container`;
const eachEn = (facts: PodFacts, count: number): string => {
  const many = count === 1 ? '' : 's';
  return facts.images.length > 1
    ? `${countEn(count)} Pod${many} of ${imagesEn(facts)}`
    : `${countEn(count)}${facts.images.length === 0 ? '' : ` ${imagesEn(facts)}`} container${many}`;
};
const initEn = ({ init }: PodFacts): string =>
  init.length === 0 ? '' : ` Before that, ${listEn(init)} runs to its end.`;
const sidecarsEn = ({ sidecars }: PodFacts): string =>
  sidecars.length === 0 ? '' : ` Beside it ${listEn(sidecars)} goes on running, as a sidecar.`;
const besideEn = (facts: PodFacts): string => `${initEn(facts)}${sidecarsEn(facts)}`;
const portsEn = ({ ports }: PodFacts): string =>
  ports.length === 0 ? '' : ` Open: port ${[...new Set(ports)].join(', ')}.`;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const timeEn = ({ hour, minute }: Time): string => `${twoDigits(hour)}:${twoDigits(minute)}`;
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
function daysEn(days: Days): string {
  switch (days.kind) {
    case 'every':
      return 'every day';
    case 'weekdays': {
      const all = [...days.days].sort().join('');
      if (all === '12345') return 'on weekdays';
      if (all === '06') return 'at weekends';
      return `every ${days.days.map((day) => WEEKDAYS_EN[day % 7]).join(', ')}`;
    }
    case 'dates':
      return `on day ${days.dates.join(', ')} of ${days.months.length === 0 ? 'every month' : days.months.map((month) => MONTHS_EN[month - 1]).join(', ')}`;
    default:
      return days satisfies never;
  }
}

export const en: PodsText = {
  pod: (facts) => `a Pod that runs ${containersEn(facts)}.${portsEn(facts)}${besideEn(facts)}`,
  replicas: (kind, facts, count) =>
    count === 0
      ? `a ${kind} that runs no Pods at present (\`replicas: 0\`).`
      : `a ${kind} that runs ${eachEn(facts, count)}.${portsEn(facts)}${besideEn(facts)}`,
  statefulSet: (facts, count, storage, inOrder) =>
    `a StatefulSet that runs ${eachEn(facts, count)}, ${inOrder ? 'in order and ' : ''}each under its own name.${storage === undefined ? '' : ` Each Pod has a volume of ${storage} of its own.`}${besideEn(facts)}`,
  daemonSet: (facts) =>
    `a DaemonSet that runs ${imagesEn(facts)} once on every node.${portsEn(facts)}${besideEn(facts)}`,
  job: (facts, completions) =>
    `a Job that runs ${imagesEn(facts)} to its end ${completions === 1 ? 'once' : `${countEn(completions)} times`}.${besideEn(facts)}`,
  cronJob: (facts, when) => `a CronJob that runs ${imagesEn(facts)} ${when}.${besideEn(facts)}`,
  cadence(cadence) {
    switch (cadence.kind) {
      case 'minutes':
        return cadence.every === 1 ? 'every minute' : `every ${cadence.every} minutes`;
      case 'hours':
        return `${cadence.every === 1 ? 'every hour' : `every ${cadence.every} hours`}${cadence.minute === 0 ? '' : ` at minute ${cadence.minute}`}`;
      case 'daily':
        return `${daysEn(cadence.days)} at ${cadence.times.map(timeEn).join(', ')}`;
      case 'word':
        return {
          hourly: 'every hour',
          daily: 'every day at midnight',
          weekly: 'every Sunday at midnight',
          monthly: 'on the first of every month at midnight',
          yearly: 'on January 1 at midnight',
        }[cadence.word];
      default:
        return cadence satisfies never;
    }
  },
  schedule: (source) => (source === '' ? 'by a schedule that is still missing' : `by the schedule ${code(source)}`),
  zone: (zone) => ` (time of ${zone})`,
};
