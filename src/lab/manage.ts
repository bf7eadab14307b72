import type { Caller } from '../core/command/command.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown, notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { kubeconfigOf } from './host/kubeconfig.ts';
import { resetLine } from './lines.ts';
import { labsOf, noLab } from './own-lab.ts';
import { showLab } from './picture/show.ts';
import { text } from './text.ts';

type With = Pick<Context, 'labs'>;

const saying = (accent: Reply['accent'], ...blocks: Block[]): Reply => ({ visibility: 'caller', accent, blocks });

/** The caller's lab, a new one where they have none. */
export const openLab = async (caller: Caller, context: With): Promise<Reply> =>
  showLab(await labsOf(context).open(caller.id), caller);

/** What one's own kubectl needs to use the caller's lab. */
export async function giveKubeconfig({ id, locale }: Caller, context: With): Promise<Reply> {
  const words = text(locale);
  const labs = labsOf(context);
  await labs.open(id);
  const address = await labs.addressOf(id);
  if (address === undefined) return notice(words.noAddress);
  const name = 'dosirak-lab.yaml';
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
  return {
    ...saying(
      'info',
      markdown(words.kubeconfig),
      { type: 'file', name, text: kubeconfigOf(address) },
      markdown(words.howToUse(name)),
      markdown(isLocal ? `${words.onThisMachine} ${words.endsWithLab}` : words.endsWithLab),
    ),
    secret: true,
  };
}

/** Has time run at this speed in the caller's lab. @throws UserError where they have none. */
export async function setSpeed(speed: number, { id, locale }: Caller, context: With): Promise<Reply> {
  if (!(await labsOf(context).run(id, speed))) throw noLab();
  const words = text(locale);
  return saying(
    'success',
    markdown(speed === 1 ? words.normal : words.fast(speed)),
    buttons(speed === 1 ? button(words.goFast, 'lab fast') : button(words.goNormal, 'lab normal')),
  );
}

/** Asks before all that is in the caller's lab is thrown away. @throws UserError where they have none. */
export async function askReset({ id, locale }: Caller, context: With): Promise<Reply> {
  if ((await labsOf(context).find(id)) === undefined) throw noLab();
  const words = text(locale);
  return saying(
    'warning',
    markdown(words.askReset),
    buttons({ ...button(words.resetAll, resetLine.write({})), danger: true }, button(words.cancel, 'lab')),
  );
}

/** Has the caller's lab begin anew. @throws UserError where they have none. */
export async function resetLab({ id, locale }: Caller, context: With): Promise<Reply> {
  if ((await labsOf(context).reset(id)) === undefined) throw noLab();
  const words = text(locale);
  return { ...saying('success', markdown(words.reset), buttons(button(words.show, 'lab'))), replaces: true };
}

/** Ends the caller's lab for good. @throws UserError where they have none. */
export async function closeLab({ id, locale }: Caller, context: With): Promise<Reply> {
  if (!(await labsOf(context).close(id))) throw noLab();
  return saying('success', markdown(text(locale).closed));
}
