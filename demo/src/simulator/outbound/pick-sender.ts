import type { Sender, Service } from '../account.ts';
import type { Network } from '../network.ts';

/** The number that a service texts somebody from: the one from before, else one of their area, else the least busy. */
export function pickSender(network: Network, service: Service, to: string): Sender | undefined {
  const { account, sticky } = network;
  const pool = [...service.pool.keys()]
    .map(sid => account.senders.get(sid))
    .filter((sender): sender is Sender => sender !== undefined && sender.sms);
  const key = `${service.sid} ${to}`;
  const before = service.stickySender ? sticky.get(key) : undefined;
  const known = pool.find(sender => sender.phoneNumber === before);
  const near = service.areaCodeGeomatch ? pool.filter(sender => areaOf(sender.phoneNumber) === areaOf(to)) : [];
  const picked = known ?? leastBusy(near) ?? leastBusy(pool);
  if (picked && service.stickySender) sticky.put(key, picked.phoneNumber);
  return picked;
}

const areaOf = (phone: string) => (phone.startsWith('+1') ? phone.slice(2, 5) : phone);

function leastBusy(senders: readonly Sender[]): Sender | undefined {
  let least: Sender | undefined;
  for (const sender of senders) if (!least || sender.freeAt < least.freeAt) least = sender;
  return least;
}
