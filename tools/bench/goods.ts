/** The invented goods, people and sellers that messages of a measurement are made of. */

export type Goods = {
  readonly description: string;
  readonly commodityCode: string;
  /** Price of one in hundredths of a crown. */
  readonly price: number;
  readonly grams: number;
};

const goods = (
  description: string,
  commodityCode: string,
  [price, grams]: readonly [number, number],
): Goods => ({ description, commodityCode, price, grams });

/** What parcels of e-commerce hold: clothes, small electronics, household things; cheap ones more often than dear ones. */
export const GOODS: readonly Goods[] = [
  goods('cotton shirt with long sleeves', '620520', [2_140, 310]),
  goods('printed cotton t-shirt', '610910', [890, 180]),
  goods('running shoes with mesh upper', '640411', [4_450, 720]),
  goods('canvas shoulder bag', '420292', [1_780, 420]),
  goods('bluetooth ear phones in charging case', '851830', [2_990, 95]),
  goods('LED desk lamp with clamp', '940521', [1_940, 640]),
  goods('porcelain tea mug with lid', '691110', [1_120, 390]),
  goods('silicone case for telephone', '392690', [640, 45]),
  goods('wooden puzzle with 500 pieces', '950300', [1_590, 560]),
  goods('face cream with hyaluronic acid', '330499', [1_870, 110]),
  goods('woven viscose scarf', '621410', [1_230, 140]),
  goods('earrings of plated brass', '711719', [760, 25]),
  goods('bath towel of terry cotton', '630260', [1_340, 480]),
  goods('stainless steel kitchen pot', '732393', [3_280, 930]),
  goods('ruled note book A5', '482010', [540, 260]),
  goods('wireless router dual band', '851762', [4_870, 410]),
  goods('leather wallet with coin pocket', '420222', [2_610, 120]),
  goods('knitted trousers for women', '610463', [1_990, 340]),
  goods('cotton pullover with hood', '611020', [2_750, 520]),
  goods('leather ankle boots', '640399', [6_390, 1_150]),
  goods('bicycle brake pads', '871499', [1_080, 130]),
  goods('sun glasses with plastic frame', '900410', [1_460, 60]),
  goods('quartz wrist watch with steel strap', '910211', [5_240, 150]),
  goods('ceiling lamp shade of paper', '940490', [1_650, 300]),
  goods('hair shampoo with rosemary', '330510', [980, 350]),
  goods('hair comb of bamboo', '961511', [420, 40]),
  goods('printed paperback novel', '490199', [1_310, 330]),
  goods('plastic food storage boxes', '392410', [1_520, 610]),
  goods('drinking glasses, set of four', '701349', [2_030, 890]),
  goods('rechargeable bicycle light', '851310', [1_710, 105]),
  goods('elastic sports brassiere', '621210', [1_840, 110]),
];

export const FIRST_NAMES: readonly string[] = ['Darya', 'Milo', 'Ines', 'Tarek', 'Olwen', 'Rafi', 'Sanna', 'Ivo', 'Lucia', 'Emre', 'Noor', 'Pavel', 'Yara', 'Jonas', 'Aiko', 'Mateo']; // prettier-ignore
export const STREETS: readonly string[] = ['Harbour Lane', 'Mill Road', 'Orchard Street', 'Station Avenue', 'Quarry Hill', 'Lighthouse Walk', 'Saddler Row', 'Weir Crescent']; // prettier-ignore
export const TOWNS: readonly (readonly [string, string])[] = [['Lahira', '20310'], ['Port Amar', '10250'], ['Sendal', '31404'], ['Kestra', '45117'], ['Vell', '52008'], ['Oranmar', '60933']]; // prettier-ignore
const TRADES: readonly string[] = ['Ampere', 'Larch', 'Cobalt', 'Juniper', 'Meadow', 'Nimbus', 'Onyx', 'Pebble', 'Quill', 'Russet', 'Sable', 'Tundra', 'Umber', 'Velvet', 'Willow', 'Zephyr']; // prettier-ignore
const LINES: readonly string[] = ['Textiles', 'Lighting', 'Home', 'Outdoor', 'Beauty', 'Gadgets', 'Footwear', 'Paper', 'Kitchen', 'Cycling', 'Jewellery', 'Toys']; // prettier-ignore

export const SELLER_COUNT = TRADES.length * LINES.length;
export const sellerName = (n: number): string =>
  `${TRADES[n % TRADES.length] ?? 'Ampere'} ${LINES[Math.floor(n / TRADES.length) % LINES.length] ?? 'Home'} Ltd`;
