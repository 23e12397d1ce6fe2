/** What a batch must ask the record before it can decide. */
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { shardOf } from '../../domain/kernel/shard.ts';
import { defermentAccount } from '../../domain/revenue/guarantee.ts';
import type { Wanted } from './load-query.ts';
import { isCounted } from './party-counts.ts';
import type { Prepared } from './prepare.ts';
import { partyKeyNumber } from './rows.ts';
import { referenceKey } from './working-set.ts';

/** Every key the batch names, each once. */
export function wantedBy(messages: readonly Prepared[], day: Day): Wanted {
  const references = new Map<string, HouseReference>();
  const orders = new Set<string>();
  const partyKeys = new Set<string>();
  for (const { consignments } of messages)
    for (const { facts } of consignments) {
      if (facts.houseReference !== undefined)
        references.set(referenceKey(facts.houseReference), facts.houseReference);
      for (const order of facts.orderNumbers) orders.add(order);
      for (const party of facts.parties)
        if (isCounted(party) && party.key !== undefined) partyKeys.add(party.key);
    }
  const referenceList = [...references.values()];
  const orderList = [...orders];
  return {
    owners: messages.map((message) => message.arriving.owner.partyId),
    messageIds: messages.map((message) => message.submission.messageId),
    referenceShards: referenceList.map((reference) => shardOf(reference.number)),
    schemes: referenceList.map((reference) => reference.scheme),
    numbers: referenceList.map((reference) => reference.number),
    orderShards: orderList.map(shardOf),
    orderNumbers: orderList,
    partyKeys: [...partyKeys].map(partyKeyNumber),
    accounts: accountsOfOwners(messages),
    day: writeDay(day),
  };
}

function accountsOfOwners(messages: readonly Prepared[]): readonly string[] {
  const accounts = new Set<string>();
  for (const { arriving } of messages)
    if (arriving.owner.account !== null) accounts.add(defermentAccount(arriving.owner.account));
  return [...accounts];
}
