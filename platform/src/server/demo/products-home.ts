/** Things for the home, the garden and the desk, of the demo day. */

/** description | HS code | grams from-to | price in cents from-to | most in one parcel */
export const HOME = `
Bed linen, printed cotton, 200 x 200 cm|630221|900-1400|2490-6990|1
Terry bath towels, cotton, two pieces|630260|600-980|1490-3490|1
Cushion covers, cotton, four pieces|630492|300-520|1190-2890|1
Blackout curtain, polyester, two panels|630392|900-1450|1990-4990|1
Shower curtain, polyester, 180 cm|630392|320-520|990-2490|1
Tablecloth, cotton, 140 x 240 cm|630251|380-640|1290-3490|1
Fleece blanket, polyester, 130 x 170 cm|630140|450-760|1290-2990|1
Laundry bags, polyester mesh, five|630790|120-220|590-1290|2
Garment covers for wardrobe, ten|392329|300-520|790-1690|1
Stainless steel vegetable knife, 9 cm blade|821192|90-170|490-1490|3
Stainless steel cutlery, 24 pieces|821520|900-1400|1990-4990|1
Frying pan, coated aluminium, 24 cm|761510|700-1100|1490-3990|1
Stainless steel drinking bottle, 750 ml|732393|220-360|990-2490|2
Vacuum flask, steel, 500 ml|961700|300-480|1290-3290|1
Silicone baking mould for twelve muffins|392410|180-320|690-1590|2
Silicone kitchen spatulas, five|392410|200-340|790-1790|1
Plastic food boxes with lids, eight|392410|500-820|990-2290|1
Bamboo chopping board, 30 cm|441911|700-1150|990-2490|1
Salad bowl of acacia wood|441990|500-900|1290-2990|1
Ceramic coffee mug with print|691200|320-460|690-1690|2
Porcelain tea cups, six|691110|700-1200|1490-3990|1
Glass storage jars, three|701349|800-1300|1190-2690|1
Scented soy candle in glass|340600|280-460|890-2490|2
LED ceiling lamp, round, 24 W|940511|600-950|1990-4990|1
LED desk lamp with clamp|940521|450-780|1490-3990|1
LED bulb E27, 9 W, four pieces|853952|180-300|690-1590|2
Paper lantern shade, 40 cm|940599|160-300|590-1490|1
Wall clock, wooden frame, quartz|910521|450-800|1290-3490|1
Alarm clock, digital display|910511|140-260|890-2290|1
Picture frame, aluminium, A4|830630|300-520|790-1990|2
Picture frame, beech wood, A3|441490|450-760|990-2490|1
Canvas print, city at night|491191|500-900|1290-3990|1
Wall stickers for a child's room|491191|90-180|590-1490|2
Kitchen tap with pull-out spray|848180|900-1400|2490-6990|1
Door mat of coconut fibre|570220|900-1450|1190-2690|1
Garden gloves, nitrile coated|611610|80-150|390-990|3
Pruning shears, one hand|820150|200-340|990-2490|1
Folding umbrella, automatic|660191|300-460|990-2490|1
Coat hangers, wood, ten|442110|700-1200|990-2290|1
Adhesive wall hooks, twenty|392690|120-220|490-1190|2
Storage basket of woven seagrass|460219|500-900|1290-2990|1
Sewing thread, thirty colours|540110|300-500|790-1790|1
Knitting yarn, merino wool, ten balls|510910|450-760|1990-4990|1
Cross stitch embroidery kit|630800|150-300|890-2190|1
Watercolour paints, 24 colours|321310|200-360|890-2490|1
Artist's brushes, twelve|960330|120-220|690-1890|1
Fountain pen, steel nib|960830|40-90|1290-4990|1
Ballpoint pens, ten|960810|90-160|390-1190|2
Coloured pencils, 36|960910|220-360|690-1890|1
Notebook, dotted, A5, hard cover|482010|260-420|690-1690|3
Greeting cards with envelopes, twenty|490900|180-320|590-1490|2
Wall calendar for next year|491000|220-380|690-1490|2
Paper labels, self-adhesive, sheets|482110|120-260|390-990|2
Gift wrapping paper, five rolls|481190|350-600|590-1390|1
Masking tape, patterned, ten rolls|481141|160-300|490-1290|2
Screwdriver, bits included, 32 in one|820540|220-420|890-2490|1
Combination pliers, 180 mm|820320|220-360|790-1990|1
Tape measure, 5 m|901780|160-280|490-1190|2
Twist drills for metal, nineteen|820750|300-560|890-2290|1
Sheets of sandpaper, assorted grit|680520|200-380|490-1190|2
Brass padlock with three keys|830110|140-280|590-1590|2
Furniture hinges, soft closing, ten|830210|500-900|990-2290|1
Coffee grinder, manual, steel|821000|450-700|1490-3990|1
Dog collar, leather, medium|420100|80-160|690-1990|1
Dog bed cushion, washable|940490|700-1300|1490-3490|1
`;
