import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import type { Compose } from '../doctor/pasted/compose.ts';
import { manifestOf } from '../doctor/pasted/from-compose.ts';
import { text } from '../doctor/pasted/text.ts';
import { codeBlock } from './guide.ts';
import { conceptButtons } from './manifest.ts';

/** Services of a file that are told by name. */
const MOST = 5;
const RENDER = 'helm template . -f values.yaml';

/** A file of Docker Compose: what kubectl takes instead, and how it begins. */
export function renderCompose({ services, keys }: Compose, course: Course, locale: Locale): Reply {
  const words = text(locale);
  const lines = services.slice(0, MOST).map(({ name, port }) => `- ${words.service(name, port)}`);
  const left = services.length - MOST;
  const begin = services.find(({ image, port }) => image !== undefined && port !== undefined) ?? services[0];
  const kinds = ['Deployment', 'Service'];
  if (keys.includes('volumes')) kinds.push('PersistentVolumeClaim');
  if (keys.includes('environment')) kinds.push('Secret');
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.compose),
      markdown(words.notForKubectl),
      markdown(
        [
          `**${words.inKubernetes}**\n\n${words.eachService}\n`,
          ...lines,
          ...keys.map((key) => `- ${words.key[key]}`),
        ].join('\n'),
      ),
      ...(left > 0 ? [markdown(words.moreServices(left))] : []),
      ...(begin ? [markdown(words.start(begin.name)), codeBlock(manifestOf(begin), 'yaml')] : []),
      markdown(words.kompose),
      buttons(...conceptButtons(kinds, course, locale)),
    ],
  };
}

/** A template of Helm, which becomes a manifest only when it is rendered. */
export function renderTemplate(course: Course, locale: Locale): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.template),
      markdown(words.unrendered),
      codeBlock(RENDER),
      markdown(words.pasteRendered),
      buttons(...conceptButtons(['Helm', 'Helm chart', 'Helm values'], course, locale)),
    ],
  };
}
