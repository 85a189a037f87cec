import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Webhook } from '../../content/model/interface.ts';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';

/** An address that a name stands for now. */
export interface Address {
  address: string;
  family: number;
}

export interface TargetRules {
  reach: Webhook['reach'];
  /** Whether receivers on the hub's own computer are allowed. */
  loopback: boolean;
}

function listOf(v4: readonly [string, number][], v6: readonly [string, number][]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of v4) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of v6) list.addSubnet(net, prefix, 'ipv6');
  return list;
}

const own = listOf([['127.0.0.0', 8]], [['::1', 128]]);
/** "This network", link-local (where clouds keep their credentials), multicast, broadcast. */
const never = listOf(
  [
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  [
    ['::', 128],
    ['fe80::', 10],
    ['ff00::', 8],
  ],
);
/** Private networks and the one that carriers share. */
const local = listOf(
  [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10],
  ],
  [['fc00::', 7]],
);

/**
 * Where a webhook's address leads now (X16). The line must go to what is returned: another question to the
 * name server could be answered otherwise. Throws `webhook.address`, `webhook.unresolved`, `webhook.loopback`,
 * `webhook.outside`.
 */
export async function resolveTarget(url: string, rules: TargetRules): Promise<Address> {
  const target = readUrl(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const found = await resolve(host);
  for (const one of found) checkAddress(one, rules);
  return found[0]!;
}

function readUrl(url: string): URL {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !/^https?:$/.test(target.protocol) || target.username || target.password)
    throw new Refused(refuse('webhook.address'));
  return target;
}

async function resolve(host: string): Promise<Address[]> {
  if (isIP(host)) return [{ address: host, family: isIP(host) }];
  try {
    const found = await lookup(host, { all: true });
    if (found.length > 0) return found;
  } catch (error) {
    throw new Refused(refuse('webhook.unresolved', { host }), { cause: error });
  }
  throw new Refused(refuse('webhook.unresolved', { host }));
}

function checkAddress({ address, family }: Address, { reach, loopback }: TargetRules): void {
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  if (own.check(address, kind)) {
    if (loopback) return;
    throw new Refused(refuse('webhook.loopback', { address }));
  }
  if (never.check(address, kind)) throw new Refused(refuse('webhook.loopback', { address }));
  if (reach === 'lan' && !local.check(address, kind))
    throw new Refused(refuse('webhook.outside', { address }));
}
