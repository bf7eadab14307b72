import { durationText } from '../../engine/duration.ts';
import type { Image } from '../../images/machine.ts';
import type { Container } from '../../kinds/types.ts';
import { fullName, type Held, type PodContext } from './held.ts';

/** Bytes that come in a millisecond, and milliseconds that a pull takes at least. */
const SPEED = 150_000;
const LEAST = 400;
/** Milliseconds until a registry says that it has no such image. */
const REFUSED = 1200;

/** Where the manifest says nothing: a tag that may move is pulled each time. */
function policyOf({ image = '', imagePullPolicy }: Container): 'Always' | 'IfNotPresent' | 'Never' {
  if (imagePullPolicy) return imagePullPolicy;
  const tag = /:([^:/@]+)$/.exec(image)?.[1];
  return (tag === undefined || tag === 'latest') && !image.includes('@') ? 'Always' : 'IfNotPresent';
}

export type Pulled = { image: Image } | { reason: string; message: string; after: number };

/** What a pull that is held back, or failed, is called while one waits for the next. */
function holdBack({ parts, tell }: PodContext, held: Held, message: string): Pulled {
  const image = held.container.image ?? '';
  const left = held.pulls.left(held.pullFailed?.at ?? 0, parts.lab.clock.now());
  tell('Normal', 'BackOff', `Back-off pulling image "${image}"`, held);
  tell('Warning', 'Failed', 'Error: ImagePullBackOff', held);
  return {
    reason: 'ImagePullBackOff',
    message: `Back-off pulling image "${image}": ErrImagePull: ${message}`,
    after: left,
  };
}

/**
 * Has a container's image on the node, in the words of a kubelet (kubernetes/pkg/kubelet/images/image_manager.go). `done` is
 * told at once where nothing has to be pulled.
 */
export function ensureImage(context: PodContext, held: Held, done: (pulled: Pulled) => void): void {
  const { parts, node, tell } = context;
  const { clock, random } = parts.lab;
  const name = held.container.image ?? '';
  const found = parts.images.find(name);
  const pulled = parts.pulled.get(node) ?? new Set<string>();
  parts.pulled.set(node, pulled);
  const policy = policyOf(held.container);

  const refusal = found === undefined ? parts.images.refusal(name) : undefined;
  if (refusal?.reason === 'InvalidImageName') {
    tell('Warning', 'InspectFailed', refusal.message, held);
    tell('Warning', 'Failed', 'Error: InvalidImageName', held);
    return void done({ ...refusal, after: 12_000 });
  }
  if (found && policy !== 'Always' && pulled.has(fullName(found))) {
    tell('Normal', 'Pulled', `Container image "${name}" already present on machine`, held);
    return void done({ image: found });
  }
  if (policy === 'Never') {
    const message = `Container image "${name}" is not present with pull policy of Never`;
    tell('Warning', 'ErrImageNeverPull', message, held);
    tell('Warning', 'Failed', 'Error: ErrImageNeverPull', held);
    return void done({ reason: 'ErrImageNeverPull', message, after: 12_000 });
  }
  const { pullFailed } = held;
  if (pullFailed && held.pulls.left(pullFailed.at, clock.now()) > 0)
    return void done(holdBack(context, held, pullFailed.message));

  tell('Normal', 'Pulling', `Pulling image "${name}"`, held);
  const isHere = found !== undefined && pulled.has(fullName(found));
  const most = found && !isHere ? LEAST + found.size / SPEED : LEAST;
  const takes = refusal ? REFUSED : most * (0.9 + random() * 0.2);
  clock.after(takes, () => {
    if (context.isGone()) return;
    if (found) {
      pulled.add(fullName(found));
      held.pullFailed = undefined;
      const time = durationText(takes);
      tell(
        ...(['Normal', 'Pulled'] as const),
        `Successfully pulled image "${name}" in ${time} (${time} including waiting). Image size: ${found.size} bytes.`,
        held,
      );
      return done({ image: found });
    }
    const message = refusal?.message ?? '';
    held.pullFailed = { at: clock.now(), message };
    held.pulls.next(clock.now(), clock.now());
    tell('Warning', 'Failed', `Failed to pull image "${name}": ${message}`, held);
    tell('Warning', 'Failed', 'Error: ErrImagePull', held);
    done({ reason: 'ErrImagePull', message, after: 2000 });
  });
}
