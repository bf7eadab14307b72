import { expect, test } from 'vitest';
import { createContainer } from './support.ts';

const SEARCH =
  'search goods.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n';
const FULL = 'cart.goods.svc.cluster.local';

/** What `nslookup` prints below the server's two lines, and its code. */
async function lookUp(image: string, name: string) {
  const container = createContainer({
    image,
    files: { '/etc/resolv.conf': SEARCH },
    hosts: { [FULL]: ['10.96.12.34'], 'db-0.db.goods.svc.cluster.local': ['10.244.1.7'] },
  });
  container.start(['sleep', 'infinity']);
  const { out, code } = await container.sh(`nslookup ${name}`);
  return { said: out.split('\n').slice(3).filter(Boolean), code };
}

test.each([
  [FULL, [`Name:\t${FULL}`, 'Address: 10.96.12.34'], 0],
  [`${FULL}.`, [`Name:\t${FULL}`, 'Address: 10.96.12.34'], 0],
  ['cart.goods', ["** server can't find cart.goods: NXDOMAIN"], 1],
  ['db-0.db', ["** server can't find db-0.db: NXDOMAIN"], 1],
  [
    'cart',
    [
      `Name:\t${FULL}`,
      'Address: 10.96.12.34',
      "** server can't find cart.svc.cluster.local: NXDOMAIN",
      "** server can't find cart.cluster.local: NXDOMAIN",
    ],
    0,
  ],
])('nslookup of busybox puts search domains behind a name without a dot alone: %s', async (name, said, code) => {
  expect(await lookUp('busybox:1.37', name)).toEqual({ said, code });
});

test.each(['cart.goods', 'cart'])('that of other images, and of the old busybox, behind any: %s', async (name) => {
  expect(await lookUp('nicolaka/netshoot:v0.13', name)).toEqual({
    said: [`Name:\t${FULL}`, 'Address: 10.96.12.34'],
    code: 0,
  });
  expect(await lookUp('busybox:1.28', name)).toEqual({
    said: [`Name:      ${name}`, `Address 1: 10.96.12.34 ${FULL}`],
    code: 0,
  });
});
