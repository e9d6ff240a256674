/** Where the made-up people live. Their numbers have the exchange 555, which nobody is given. */
export const areaCodes: readonly { code: number; city: string; zip: number; timeZone: string }[] = [
  { code: 212, city: 'New York', zip: 10001, timeZone: 'America/New_York' },
  { code: 718, city: 'Brooklyn', zip: 11201, timeZone: 'America/New_York' },
  { code: 215, city: 'Philadelphia', zip: 19102, timeZone: 'America/New_York' },
  { code: 412, city: 'Pittsburgh', zip: 15201, timeZone: 'America/New_York' },
  { code: 617, city: 'Boston', zip: 2108, timeZone: 'America/New_York' },
  { code: 404, city: 'Atlanta', zip: 30303, timeZone: 'America/New_York' },
  { code: 704, city: 'Charlotte', zip: 28202, timeZone: 'America/New_York' },
  { code: 313, city: 'Detroit', zip: 48201, timeZone: 'America/Detroit' },
  { code: 312, city: 'Chicago', zip: 60601, timeZone: 'America/Chicago' },
  { code: 414, city: 'Milwaukee', zip: 53202, timeZone: 'America/Chicago' },
  { code: 612, city: 'Minneapolis', zip: 55401, timeZone: 'America/Chicago' },
  { code: 713, city: 'Houston', zip: 77002, timeZone: 'America/Chicago' },
  { code: 303, city: 'Denver', zip: 80202, timeZone: 'America/Denver' },
  { code: 602, city: 'Phoenix', zip: 85003, timeZone: 'America/Phoenix' },
  { code: 702, city: 'Las Vegas', zip: 89101, timeZone: 'America/Los_Angeles' },
  { code: 213, city: 'Los Angeles', zip: 90012, timeZone: 'America/Los_Angeles' },
];
