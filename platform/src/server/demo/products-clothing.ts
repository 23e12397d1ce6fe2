/** Clothing, shoes and bags of the demo day. */

/** description | HS code | grams from-to | price in cents from-to | most in one parcel */
export const CLOTHING = `
Women's cotton dress, short sleeve, printed|620442|250-420|1490-4990|1
Women's knitted cotton T-shirt, round neck|610910|120-220|590-1990|3
Men's knitted cotton T-shirt, plain black|610910|150-260|590-1790|3
Men's cotton shirt, long sleeve, checked|620520|220-380|1290-3990|2
Women's viscose blouse with bow|620640|150-260|1190-3490|1
Women's linen trousers, wide leg|620469|280-480|1790-4990|1
Men's denim trousers, straight cut|620342|600-950|1990-5990|1
Women's denim skirt, knee length|620452|320-520|1490-3690|1
Girls' cotton leggings, three pairs|610462|180-320|890-1890|1
Boys' fleece pullover with hood|611030|260-420|1190-2790|1
Women's wool cardigan, knitted|611011|300-520|2490-6990|1
Men's wool pullover, V-neck|611011|350-560|2990-7990|1
Hooded sweatshirt, cotton, grey|611020|420-680|1690-3990|1
Baby romper, knitted cotton, two pieces|611120|120-200|790-1890|2
Baby bib, cotton terry, five pieces|611120|90-160|590-1290|1
Men's boxer shorts, cotton, pack of four|610711|200-320|990-2490|2
Women's briefs, cotton, pack of five|610821|120-200|790-1990|2
Women's bra, seamless, beige|621210|80-140|890-2490|2
Men's cotton socks, six pairs|611595|180-280|690-1590|2
Women's tights, polyamide, two pairs|611521|60-110|590-1490|2
Women's swimsuit, one piece, navy|611241|120-200|1290-3490|1
Men's swim shorts, polyester|621111|130-220|990-2490|1
Women's quilted jacket, polyester|620240|450-780|2990-8990|1
Men's rain jacket, polyamide|620140|320-540|2490-7990|1
Silk scarf, hand rolled, 90 cm|621410|50-90|1990-5990|1
Knitted acrylic hat with bobble|650500|80-140|590-1690|2
Baseball cap, cotton twill|650500|80-130|690-1990|2
Straw sun hat, wide brim|650400|120-220|890-2490|1
Leather gloves, lined, women's|420329|90-150|1890-4990|1
Knitted gloves for touch screens|611693|50-90|490-1290|2
Necktie, woven silk, striped|621510|50-80|1290-3490|1
Men's leather belt, brown|420330|160-280|1290-3990|1
Women's canvas sneakers, white|640419|520-820|1690-3990|1
Men's running shoes, mesh upper|640411|560-900|2990-8990|1
Children's rubber boots, yellow|640192|600-950|1290-2690|1
Women's leather sandals, flat|640399|420-680|1990-5490|1
House slippers, felt upper|640520|260-460|890-2490|1
Women's handbag, imitation leather|420222|380-720|1490-4990|1
Children's school backpack, polyester|420292|420-780|1490-3990|1
Leather wallet for eight cards|420231|90-150|1190-3990|1
Toiletry bag, polyester, hanging|420292|160-300|790-1990|1
Shopping bag, folding, polyester|420292|60-120|390-990|3
Women's pyjamas, knitted cotton|610831|260-420|1490-3490|1
Women's bathrobe, terry cotton|620891|700-1150|1990-4990|1
Fairy costume with wings, child size|621143|220-380|990-2490|1
Sports leggings, women's, polyester|610463|160-260|1190-3490|1
Yoga top, women's, knitted polyester|611430|110-190|890-2490|1
Children's cotton shorts, two pairs|620342|180-300|890-1990|1
Men's polo shirt, knitted cotton|610510|200-320|1190-3290|2
Nursing top, knitted cotton|610610|140-240|1190-2690|1
`;
