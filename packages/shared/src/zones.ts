/**
 * Time zones by number; a conversation keeps the number. A number can stand for several zones, where a place is known only
 * so far: hours must then be right in all of them. Numbers are stored: append, never reorder.
 */
const table: readonly string[] = [
  '',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
  'America/Adak',
  'America/St_Johns',
  'America/Halifax',
  'America/Toronto',
  'America/Winnipeg',
  'America/Regina',
  'America/Edmonton',
  'America/Vancouver',
  'America/Whitehorse',
  'Atlantic/Bermuda',
  'America/Panama',
  'America/Jamaica',
  'America/Grand_Turk',
  'America/Santo_Domingo',
  'America/Barbados',
  // Where two or more zones are possible.
  'America/New_York America/Chicago',
  'America/Chicago America/Denver',
  'America/Denver America/Los_Angeles',
  'America/Phoenix America/Denver',
  'America/Anchorage America/Adak',
  'America/St_Johns America/Halifax',
  'America/Toronto America/Halifax',
  'America/Toronto America/Winnipeg',
  'America/Regina America/Edmonton',
  'America/Vancouver America/Edmonton',
  'America/Whitehorse America/Edmonton America/Winnipeg America/Toronto',
  'America/Puerto_Rico America/Halifax',
  // The rest of the world, for files that name the zone themselves.
  ...`America/Mexico_City America/Tijuana America/Cancun America/Hermosillo America/Monterrey America/Chihuahua
    America/Mazatlan America/Guatemala America/El_Salvador America/Tegucigalpa America/Managua America/Costa_Rica
    America/Belize America/Havana America/Port-au-Prince America/Martinique America/Guadeloupe America/Curacao America/Aruba
    America/Port_of_Spain America/Nassau America/Cayman America/Bogota America/Caracas America/Lima America/Guayaquil
    America/La_Paz America/Santiago America/Punta_Arenas America/Argentina/Buenos_Aires America/Montevideo America/Asuncion
    America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Manaus America/Cuiaba America/Rio_Branco
    America/Cayenne America/Guyana America/Paramaribo America/Nuuk America/Moncton America/Goose_Bay America/Iqaluit
    America/Yellowknife America/Detroit America/Boise America/Indiana/Indianapolis America/Kentucky/Louisville
    America/Juneau America/Nome Pacific/Saipan America/St_Thomas
    Atlantic/Reykjavik Atlantic/Azores Atlantic/Madeira Atlantic/Canary Atlantic/Cape_Verde Atlantic/Stanley
    Europe/London Europe/Dublin Europe/Lisbon Europe/Madrid Europe/Paris Europe/Brussels Europe/Amsterdam Europe/Luxembourg
    Europe/Berlin Europe/Zurich Europe/Vienna Europe/Rome Europe/Malta Europe/Copenhagen Europe/Oslo Europe/Stockholm
    Europe/Helsinki Europe/Tallinn Europe/Riga Europe/Vilnius Europe/Warsaw Europe/Prague Europe/Bratislava Europe/Budapest
    Europe/Ljubljana Europe/Zagreb Europe/Sarajevo Europe/Belgrade Europe/Podgorica Europe/Skopje Europe/Tirane
    Europe/Athens Europe/Sofia Europe/Bucharest Europe/Chisinau Europe/Kyiv Europe/Minsk Europe/Moscow Europe/Kaliningrad
    Europe/Samara Europe/Istanbul Europe/Andorra Europe/Monaco Europe/Gibraltar Europe/Vaduz Europe/San_Marino
    Africa/Casablanca Africa/Algiers Africa/Tunis Africa/Tripoli Africa/Cairo Africa/Khartoum Africa/Dakar Africa/Abidjan
    Africa/Accra Africa/Lagos Africa/Douala Africa/Kinshasa Africa/Luanda Africa/Addis_Ababa Africa/Nairobi Africa/Kampala
    Africa/Dar_es_Salaam Africa/Kigali Africa/Lusaka Africa/Harare Africa/Maputo Africa/Windhoek Africa/Gaborone
    Africa/Johannesburg Indian/Antananarivo Indian/Mauritius Indian/Reunion
    Asia/Jerusalem Asia/Beirut Asia/Amman Asia/Damascus Asia/Baghdad Asia/Kuwait Asia/Riyadh Asia/Bahrain Asia/Qatar
    Asia/Dubai Asia/Muscat Asia/Tehran Asia/Baku Asia/Tbilisi Asia/Yerevan Asia/Kabul Asia/Karachi Asia/Kolkata
    Asia/Colombo Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Tashkent Asia/Almaty Asia/Bishkek Asia/Yekaterinburg Asia/Omsk
    Asia/Novosibirsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok Asia/Kamchatka Asia/Ulaanbaatar
    Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh Asia/Vientiane Asia/Jakarta Asia/Makassar Asia/Jayapura
    Asia/Kuala_Lumpur Asia/Singapore Asia/Brunei Asia/Manila Asia/Hong_Kong Asia/Macau Asia/Taipei Asia/Shanghai Asia/Urumqi
    Asia/Seoul Asia/Tokyo Australia/Perth Australia/Darwin Australia/Adelaide Australia/Brisbane Australia/Sydney
    Australia/Melbourne Australia/Hobart Pacific/Auckland Pacific/Chatham Pacific/Fiji Pacific/Tongatapu Pacific/Apia
    Pacific/Port_Moresby Pacific/Noumea Pacific/Tahiti Pacific/Majuro Pacific/Palau Pacific/Pohnpei UTC`.split(/\s+/),
];

const zones = table.map(names => (names === '' ? [] : names.split(' ')));
const numberOf = new Map(zones.map((names, number) => [names.join(' ').toLowerCase(), number]));

/** What files say instead of a zone's name. */
const spoken: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  central: 'America/Chicago',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mountain: 'America/Phoenix America/Denver',
  mt: 'America/Phoenix America/Denver',
  mst: 'America/Phoenix America/Denver',
  mdt: 'America/Denver',
  pacific: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  akst: 'America/Anchorage',
  akdt: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  hst: 'Pacific/Honolulu',
  atlantic: 'America/Puerto_Rico America/Halifax',
  ast: 'America/Puerto_Rico America/Halifax',
  adt: 'America/Halifax',
};

/** The zones a number stands for: none for 0 (not known), several where only so much is known. */
export const zonesOf = (number: number): readonly string[] => zones[number] ?? [];

/** The number of a zone by its IANA name, an alias of it (`US/Eastern`) or what people write (`EST`); 0: not known. */
export function zoneNumber(name: string): number {
  const asked = name.trim().toLowerCase();
  const known = remembered.get(asked);
  if (known !== undefined) return known;
  const number = found(asked);
  if (remembered.size < 1_000) remembered.set(asked, number);
  return number;
}

const remembered = new Map<string, number>();

function found(asked: string): number {
  const word = spoken[asked.replace(/ (standard |daylight )?time$/, '')];
  const direct = numberOf.get((word ?? asked).toLowerCase());
  if (direct !== undefined) return direct;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions();
    return numberOf.get(timeZone.toLowerCase()) ?? 0;
  } catch {
    return 0;
  }
}
