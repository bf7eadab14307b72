import { badRequest, invalid, invalidCause, methodNotAllowed, notFound } from '../../engine/errors.ts';
import type { Lab, LogLine, Runtime } from '../../engine/lab.ts';
import { PODS } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import type { ApiAnswer, ApiRequest, ApiStream } from '../messages.ts';
import type { Target } from '../target.ts';
import { containerOf, reachKubelet, statusOf } from './container.ts';

const TEXT = { 'content-type': 'text/plain' } as const;
const OPTIONS = { group: '', plural: 'pods', kind: 'PodLogOptions' } as const;

/** Why a container has no log (kubernetes/pkg/kubelet, validateContainerLogStatus). @throws ApiError */
function checkStatus(pod: Pod, container: string, isPrevious: boolean): void {
  const where = `container "${container}" in pod "${pod.metadata.name}"`;
  const status = statusOf(pod, container);
  if (status === undefined) throw badRequest(`${where} is not available`);
  const { state, lastState } = status;
  if (isPrevious) {
    if (lastState?.terminated === undefined) throw badRequest(`previous terminated ${where} not found`);
    return;
  }
  if (state?.running || state?.terminated || lastState?.terminated) return;
  const reason = state?.waiting?.reason;
  if (reason === undefined) throw badRequest(`${where} is waiting to start - no logs yet`);
  if (reason === 'ErrImagePull') throw badRequest(`${where} is waiting to start: image can't be pulled`);
  if (reason === 'ImagePullBackOff') throw badRequest(`${where} is waiting to start: trying and failing to pull image`);
  throw badRequest(`${where} is waiting to start: ${reason}`);
}

interface Wanted {
  isFollowed: boolean;
  hasTimes: boolean;
  /** Lines of the end. */
  tail: number;
  /** Epoch milliseconds. */
  since: number;
  bytes: number;
}

/** @throws ApiError */
function wantedIn(query: URLSearchParams, now: number): Wanted {
  const number = (name: string, least: number, most: number): number => {
    const text = query.get(name);
    if (text === null || text === '') return most;
    const value = Number(text);
    if (!Number.isInteger(value)) throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
    if (value < least)
      throw invalid(OPTIONS, '', [invalidCause(name, value, `must be greater than or equal to ${least}`)]);
    return value;
  };
  const seconds = number('sinceSeconds', 1, Number.POSITIVE_INFINITY);
  const time = query.get('sinceTime');
  const since = time === null ? now - seconds * 1000 : Date.parse(time);
  if (Number.isNaN(since)) throw badRequest(`parsing time "${time}"`);
  const is = (name: string): boolean => query.get(name) === 'true' || query.get(name) === '1';
  return {
    ...{ isFollowed: is('follow'), hasTimes: is('timestamps'), since },
    ...{
      tail: number('tailLines', 0, Number.POSITIVE_INFINITY),
      bytes: number('limitBytes', 1, Number.POSITIVE_INFINITY),
    },
  };
}

/** The lab knows milliseconds; a container's runtime writes nanoseconds. */
const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '000000Z');

/** What a container printed (`pods/log`); with `follow` also what it prints from then on. @throws ApiError */
export function answerLog(
  { method, query }: ApiRequest,
  lab: Lab,
  runtime: Runtime,
  { namespace, name = '' }: Target,
): ApiAnswer | ApiStream {
  if (method !== 'GET') throw methodNotAllowed();
  const pod = lab.store.get(PODS, { namespace, name });
  if (pod === undefined) throw notFound(PODS, name);
  const container = containerOf(pod, query.get('container'));
  const wanted = wantedIn(query, lab.clock.now());
  // A Pod that is placed nowhere has no kubelet to ask.
  if (!pod.spec.nodeName) return { status: 200, headers: TEXT, body: '' };
  reachKubelet(lab, pod, (address) => `Get "https://${address}/containerLogs/${namespace}/${name}/${container}"`);
  const isPrevious = query.get('previous') === 'true' || query.get('previous') === '1';
  checkStatus(pod, container, isPrevious);
  const written = runtime.logs(pod, container, isPrevious) ?? [];
  const recent = written.filter(({ at }) => at >= wanted.since);
  const kept =
    wanted.tail === Number.POSITIVE_INFINITY
      ? recent
      : recent.slice(recent.length - Math.min(recent.length, wanted.tail));
  const words = ({ at, text }: LogLine): string => `${wanted.hasTimes ? `${stamp(at)} ` : ''}${text}\n`;
  const { take } = limited(wanted.bytes);
  const before = take(kept.map(words).join(''));
  if (!wanted.isFollowed || isPrevious) return { status: 200, headers: TEXT, body: before.text };
  return {
    ...{ status: 200, headers: TEXT },
    begin(sink) {
      if (before.text !== '') sink.write(before.text);
      if (before.isFull || statusOf(pod, container)?.state?.running === undefined) {
        sink.end();
        return () => {};
      }
      let stop = (): void => {};
      stop = runtime.follow(
        ...([pod, container] as const),
        (line) => {
          const { text, isFull } = take(words(line));
          if (text !== '' && !sink.isFull()) sink.write(text);
          // Who does not read is cut off: what a program prints may have no end.
          if (!isFull && !sink.isFull()) return;
          stop();
          sink.end();
        },
        () => sink.end(),
      );
      return () => stop();
    },
  };
}

/** So many bytes of what it is given, and no more. */
function limited(bytes: number): { take(text: string): { text: string; isFull: boolean } } {
  let left = bytes;
  return {
    take(text) {
      if (left === Number.POSITIVE_INFINITY) return { text, isFull: false };
      const whole = Buffer.from(text);
      const piece = whole.subarray(0, left);
      left -= piece.length;
      return { text: piece.toString(), isFull: left <= 0 };
    },
  };
}
