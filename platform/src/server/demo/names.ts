/** Invented people, streets and shops of the demo day, in the scripts that parcels are written in. */

type Words = readonly [string, ...string[]];
const words = (text: string): Words => {
  const [first = '', ...rest] = text.trim().split(/\s*\|\s*/);
  return [first, ...rest];
};

/** Given and family names that are written together; the scripts are those that reach Meridia. */
export type NameStock = { readonly given: Words; readonly family: Words };

export const MERIDIAN_NAMES: NameStock = {
  given:
    words(`Darya|Ines|Malik|Yara|Oskar|Leila|Tarek|Noor|Samira|Elio|Petra|Hugo|Amira|Karim|Selma|Jonas|Rania|Milo|Zeynab|Viktor|
    Lotte|Idris|Nadia|Emil|Farah|Bruno|Salma|Anton|Hana|Rafiq|Clara|Yusef|Mona|Felix|Dalia|Tomas|Sana|Ruben|Lina|Adel|Greta|Omar|Nina|Basil|Alma|
    Ziad|Irena|Nabil|Vera|Jamal|Olga|Sami|Marta|Walid|Edda|Fadi|Rosa|Hadi|Maja|Rami`),
  family:
    words(`Karimova|Benali|Farouk|Amari|Brandt|Lindqvist|Nasser|Okafor|Petrov|Diallo|Weiss|Yilmaz|Haddar|Moreau|Sorensen|Khoury|Vasquez|
    Tanaka|Osman|Novak|Ferreira|Aziz|Kowalski|Mansour|Duarte|Eriksen|Rahimi|Costa|Bauer|Salem|Dimitrov|Ortega|Hakimi|Jansen|Sabri|Moretti|Kaya|
    Lund|Tahir|Varga|Ibarra|Noori|Holm|Barakat|Silva|Zaman|Keller|Rossi|Habib|Popescu|Wahid|Castro|Ziegler|Anwar|Marin|Selim|Berg|Toma|Reyes|Khalil`),
};

const ARABIC: NameStock = {
  given: words('ليلى|يوسف|سلمى|كريم|نور|هدى|سامي|ريم|طارق|مريم'),
  family: words('حداد|منصور|الخوري|عزيز|بركات|سليم|نصار|العمري|صبري|زيدان'),
};
const CYRILLIC: NameStock = {
  given: words('Дарья|Виктор|Ирена|Антон|Ольга|Милан|Вера|Павел'),
  family: words('Петрова|Димитров|Новак|Ковач|Марин|Соколова|Илич|Орлова'),
};
const GREEK: NameStock = {
  given: words('Ελένη|Νίκος|Μαρία|Πέτρος|Άννα|Γιώργος'),
  family: words('Λάμπρου|Κώστα|Μαρίνου|Αλεξίου|Ζήση|Βασιλείου'),
};
const HAN: NameStock = {
  given: words('海燕|子轩|雨桐|文博|思远|佳怡|明哲|晓琳'),
  family: words('林|周|沈|顾|陆|叶|苏|韩'),
};

export const OTHER_SCRIPTS: readonly [NameStock, ...NameStock[]] = [ARABIC, CYRILLIC, GREEK, HAN];

export const STREETS =
  words(`Lotus Street|Harbour Road|Date Palm Lane|Old Mint Street|Obelisk Avenue|Ferry Street|Lantern Lane|Granary Road|Nile Terrace|
  Weavers' Row|Cedar Street|Quarry Road|Glass Street|Pottery Lane|Lighthouse Road|Copper Street|Garden Terrace|Salt Road|Observatory Hill|Reed Street|
  Mulberry Lane|Canal Street|Station Road|Almond Street|Citadel Road|Rope Walk|Bakers' Row|Willow Street|Chapel Lane|Orchard Road`);

/** Towns of Meridia with the first two digits of their postcodes. */
export const TOWNS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [['Lahira', '10'], ['Lahira', '11'], ['Lahira', '12'], ['Salmara', '24'], ['Port Sael', '31'], ['Tel Meris', '42'], ['Ashur Bay', '53'], ['New Luxor', '60'], ['Kandala', '75'], ['Wadi Noor', '87']]; // prettier-ignore

/** First and second word of a shop's name. */
export const SHOP_FIRST =
  words(`Ampere|Bright|Cedar|Clover|Coral|Delta|Ember|Fable|Garnet|Harbour|Indigo|Juniper|Kestrel|Lark|Maple|Nimbus|Oriole|Pebble|
  Quartz|Rowan|Saffron|Tandem|Umber|Velvet|Willow|Zephyr|Amber|Birch|Cobalt|Dune`);
export const SHOP_SECOND = words('Corner|Living|Outfitters|Studio|Bazaar|Works|Atelier|Trading|Collective|House|Direct|Market'); // prettier-ignore
