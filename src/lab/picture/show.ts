import type { Caller } from '../../core/command/command.ts';
import type { OpenLab } from '../../core/lab.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, markdown } from '../../core/reply/builders.ts';
import { isWithoutPower } from '../../core/reply/cluster.ts';
import type { Context } from '../../course/context.ts';
import { literalLine } from '../../markdown/escape.ts';
import { labOf } from '../own-lab.ts';
import { text as labText } from '../text.ts';
import type { ClusterView } from './cluster-view.ts';
import { showLine } from './lines.ts';
import { readObjects } from './objects.ts';
import { text } from './text.ts';
import { view } from './view.ts';
import { newsInWords, pictureOf, stateOf } from './words.ts';

/** Millicores that the button puts on a Deployment: enough for an autoscaler to see. */
const LOAD = 400;

const MOST_NEWS = 2;

/** A namespace and a name fit in a button’s line, and in one that tells what was done; a longer name has no button. */
const LONGEST = 78;

function mainButtons({ workloads }: ClusterView, locale: Locale): Button[] {
  const words = text(locale);
  const scaled = workloads.find(({ scaler, kind }) => scaler && kind === 'Deployment');
  const name = scaled?.name.includes('/') ? scaled.name : `default/${scaled?.name ?? ''}`;
  return [
    button(words.tours, 'lab tour', 'primary'),
    button(words.nodes, showLine.write({ what: 'nodes' })),
    ...(scaled && name.length <= LONGEST
      ? [
          button(words.load(scaled.name), showLine.write({ what: 'load', name })),
          button(words.unload, showLine.write({ what: 'unload', name })),
        ]
      : []),
    button(words.kubectl, 'lab kubectl'),
    button(words.again, showLine.write({ what: 'again' })),
  ];
}

const nodeButtons = ({ nodes }: ClusterView, locale: Locale): Button[] => [
  ...nodes.flatMap(({ name, look }) =>
    name.length > LONGEST
      ? []
      : [
          button(
            text(locale).power(name, isWithoutPower(look)),
            showLine.write({ what: isWithoutPower(look) ? 'on' : 'off', name }),
          ),
        ],
  ),
  button(text(locale).back, showLine.write({ what: 'again' })),
];

/** What goes on in words, for a message's preview and for who reads no pictures. */
const newsBlock = ({ news }: ClusterView, locale: Locale): Block =>
  markdown(
    news
      .slice(0, MOST_NEWS)
      .map((one) => literalLine(newsInWords(one, locale)))
      .join('  \n'),
  );

/** What has been done to a lab, as its line says it. */
type Said = NonNullable<ReturnType<typeof showLine.read>>;
type Done = Pick<Said, 'name' | 'after'>;

/** Of what was done to the lab as a whole there is no name. */
const WHOLE = '-';

/** What was done, in words; it is said until something else is done. */
function noteOf({ name = '', after }: Done, locale: Locale): Block[] {
  const words = text(locale);
  switch (after) {
    case undefined:
      return [];
    case 'new':
      return [markdown(labText(locale).begun)];
    case 'restored':
      return [markdown(labText(locale).restored)];
    case 'off':
    case 'on':
      return [footer(words.powered(name, after))];
    case 'load':
    case 'unload':
      return [footer(words.loaded(after))];
    default:
      return after satisfies never;
  }
}

interface Around {
  done?: Done;
  first?: readonly Block[];
  areNodes?: boolean;
}

async function render(
  { client, speed }: Pick<OpenLab, 'client' | 'speed'>,
  locale: Locale,
  { done = {}, first = noteOf(done, locale), areNodes = false }: Around = {},
): Promise<Reply> {
  const seen = view(await readObjects(client));
  const picture = pictureOf(seen, locale);
  return {
    ...{ visibility: 'caller', accent: 'info' },
    follow: {
      line: showLine.write(areNodes ? { what: 'nodes' } : { ...done, what: 'again' }),
      state: stateOf(picture),
    },
    blocks: [
      ...first,
      ...(seen.news[0]?.type === 'empty' && !areNodes ? [markdown(text(locale).intro)] : []),
      ...(speed === 1 ? [] : [footer(text(locale).isFast)]),
      newsBlock(seen, locale),
      { ...picture, isToldBeside: true },
      buttons(...(areNodes ? nodeButtons(seen, locale) : mainButtons(seen, locale))),
    ],
  };
}

/** The caller's cluster as a picture, with what may be done next, and what has happened to it. */
export const showLab = (lab: OpenLab, { locale }: Pick<Caller, 'locale'>): Promise<Reply> =>
  render(lab, locale, lab.is === 'running' ? {} : { done: { name: WHOLE, after: lab.is } });

/** Reads `namespace/name`. */
function placeOf(name: string): { namespace: string; name: string } {
  const at = name.indexOf('/');
  return { namespace: name.slice(0, at), name: name.slice(at + 1) };
}

/** What a button below the picture asks for, and how the cluster is then. @throws UserError where the caller has none. */
export async function pressShown(
  said: Said | undefined,
  caller: Caller,
  context: Pick<Context, 'labs'>,
): Promise<Reply> {
  const lab = await labOf(caller, context);
  const { client } = lab;
  const { locale } = caller;
  const words = text(locale);
  const { what, name = '', after } = said ?? { what: 'again' };
  const shown = async (around?: Around): Promise<Reply> => ({
    ...(await render(lab, locale, around)),
    replaces: true,
  });
  const gone = () => shown({ first: [footer(words.noSuch(name))] });
  switch (what) {
    case 'again':
      return shown({ done: { name, after } });
    case 'nodes':
      return shown({ first: [footer(words.whichNode)], areNodes: true });
    case 'off':
    case 'on':
      return (await client.power(name, what)) ? shown({ done: { name, after: what } }) : gone();
    case 'load':
    case 'unload':
      return (await client.load(placeOf(name), what === 'load' ? LOAD : 0))
        ? shown({ done: { name, after: what } })
        : gone();
    default:
      return what satisfies never;
  }
}
