import { areaCodes } from '../../seed/area-codes.ts';

const states: Readonly<Record<number, string>> = {
  212: 'NY',
  718: 'NY',
  215: 'PA',
  412: 'PA',
  617: 'MA',
  404: 'GA',
  704: 'NC',
  313: 'MI',
  312: 'IL',
  414: 'WI',
  612: 'MN',
  713: 'TX',
  303: 'CO',
  602: 'AZ',
  702: 'NV',
  213: 'CA',
};

/** Where a number is at home, as far as Twilio says it in its webhooks; empty where it is not known. */
export function placeOf(phone: string): { city: string; state: string; zip: string; country: string } {
  const area = phone.startsWith('+1') ? areaCodes.find(({ code }) => code === Number(phone.slice(2, 5))) : undefined;
  return {
    city: area?.city.toUpperCase() ?? '',
    state: area ? (states[area.code] ?? '') : '',
    zip: area ? String(area.zip).padStart(5, '0') : '',
    country: phone.startsWith('+1') ? 'US' : '',
  };
}
