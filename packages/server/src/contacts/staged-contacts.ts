import type { ImportedContact } from './contact-reader.ts';
import { stagedRows, type PackedRows } from './packed-rows.ts';

/** A contact ready to be written; its row is at this place of the batch. */
export type StagedContact = { readonly phone: number; readonly zone: number; readonly at: number };

/** Contacts in the order of their phones. */
export type PackedContacts = PackedRows & {
  readonly phones: Float64Array<ArrayBuffer>;
  readonly zones: Uint16Array<ArrayBuffer>;
};

/** Up to `most` contacts that are gathered to be written. */
export function stagedContacts(most: number) {
  const rows = stagedRows(most);
  const keys = new Float64Array(most);
  const phones = new Float64Array(most);
  const zones = new Uint16Array(most);

  return {
    count: rows.count,
    bytes: rows.bytes,
    add({ phone, firstName, lastName, zip, externalId, custom, zone }: ImportedContact) {
      const at = rows.count();
      keys[at] = place(phone) * most + at;
      phones[at] = phone;
      zones[at] = zone;
      rows.add([phone, firstName, lastName, zip, externalId, custom]);
    },
    packed(): PackedContacts {
      const order = keys.slice(0, rows.count()).sort();
      for (let nth = 0; nth < order.length; nth++) order[nth] = (order[nth] as number) % most;
      const at = (nth: number) => order[nth] as number;
      return {
        ...rows.packed(at),
        phones: new Float64Array(order.length).map((_, nth) => phones[at(nth)] as number),
        zones: new Uint16Array(order.length).map((_, nth) => zones[at(nth)] as number),
      };
    },
  };
}

/** Equal phones keep the order of the file; those of other countries are in order only roughly. Below 2^35. */
const place = (phone: number) => (phone < 2e10 ? Math.max(0, phone - 1e10) : 1e10 + Math.floor(phone / 1e5));
