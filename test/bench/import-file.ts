import { largeCampaign, phoneNumberOf, campaignRanges } from './generate.ts';

/** A CSV file of so many people, a tenth of whom are on the large campaign already, and where its columns go. */
export function importFile(conversations: number, people: number, seed: number) {
  const { firstId, lastId } = campaignRanges(conversations)[largeCampaign - 1]!;
  const lines = ['Phone,First name,Last name,ZIP,Id,City,Interest'];
  for (let at = 0; at < people; at++) {
    const known = at % 10 === 0 && at < lastId - firstId;
    const digits = String(phoneNumberOf(known ? firstId + at : 10_000_000 + seed * people + at)).slice(1);
    const phone = `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
    const name = `First${at % 997},Lastname${at % 3571}`;
    lines.push(`${phone},${name},${10_000 + (at % 89_999)},x${seed}-${at},Springfield ${at % 500},river`);
  }
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const columns = { phone: 'Phone', firstName: 'First name', lastName: 'Last name', zip: 'ZIP', externalId: 'Id' };
  return { bytes, mapping: { columns } };
}
