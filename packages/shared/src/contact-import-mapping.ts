import { importLimits, type ImportField } from './contact-import.ts';

/**
 * What headers call a field, as `plain` leaves them: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.
 * Earlier names win over later ones: a file with `cell` and `phone` texts the cell.
 */
const names: Readonly<Record<ImportField, string>> = {
  phone: `cell cellphone cellphonenumber cellnumber mobile mobilephone mobilephonenumber mobilenumber mobileno
    handy handynummer mobil mobilnummer mobiltelefon portable telephoneportable telportable numeroportable celular
    telefonocelular telefonomovil movil numerocelular telemovel cellulare numerocellulare mobielnummer mobiel komorka
    phone phonenumber phoneno phone1 primaryphone contactphone telephone telephonenumber tel telefon telefonnummer
    rufnummer telefono numerodetelefono telefone numerodetelephone numerotelephone telefoonnummer telefoon
    numertelefonu number nummer msisdn sms whatsapp`,
  firstName: `firstname first fname givenname forename preferredname vorname rufname prenom nombre primernombre nome
    primeironome voornaam imie`,
  lastName: `lastname last lname surname familyname nachname familienname zuname nomdefamille nom apellido apellidos
    sobrenome apelido cognome achternaam nazwisko`,
  zip: `zip zipcode zip5 postal postalcode postcode plz postleitzahl codepostal codigopostal cp cep cap
    codicepostale codiceavviamentopostale kodpocztowy`,
  externalId: `externalid id contactid personid voterid vanid myvid dwid supporterid memberid recordid crmid uid uuid
    externeid kontaktid kundennummer mitgliedsnummer identifiant idexterne idexterno idcontacto iddecontacto`,
  zone: `timezone timezonename tz tzname zeitzone fuseauhoraire zonahoraria huso fusohorario fusoorario tijdzone
    strefaczasowa`,
};

const order: Readonly<Record<ImportField, readonly string[]>> = {
  phone: names.phone.split(/\s+/),
  firstName: names.firstName.split(/\s+/),
  lastName: names.lastName.split(/\s+/),
  zip: names.zip.split(/\s+/),
  externalId: names.externalId.split(/\s+/),
  zone: names.zone.split(/\s+/),
};

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Which column is probably what, by the names in the header; fields that nothing looks like are absent. */
export function suggestMapping(header: readonly string[]): Partial<Record<ImportField, string>> {
  const columns = new Map<string, string>();
  for (const column of header) if (!columns.has(plain(column))) columns.set(plain(column), column);
  const found: Partial<Record<ImportField, string>> = {};
  for (const [field, known] of Object.entries(order) as [ImportField, readonly string[]][]) {
    const name = known.find(candidate => columns.has(candidate));
    if (name !== undefined) found[field] = columns.get(name) as string;
  }
  return found;
}

/** The names of the columns as they are kept: trimmed, none empty, none twice (in any case), none too long. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, at) => {
    const name = cell.trim().slice(0, importLimits.columnNameLength).trim() || `Column ${at + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      unique = `${name.slice(0, importLimits.columnNameLength - 4).trim()} ${n}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
