/** Electronics, toys, books, sport, care and food of the demo day. */

/** description | HS code | grams from-to | price in cents from-to | most in one parcel */
export const LEISURE = `
Computer mouse with cable, 1600 dpi|847160|80-130|690-1990|2
Computer keyboard with cable, black|847160|450-750|1490-3990|1
USB-C charging cable, 2 m, braided|854442|40-80|390-1190|3
Extension lead with three sockets|854442|320-560|890-1990|1
Wall charger with two USB sockets|850440|60-110|690-1890|2
Phone cover, silicone, transparent|392690|20-45|290-990|3
Screen protector of tempered glass|700719|40-90|290-890|3
Headphones with cable, over ear|851830|180-320|1290-4990|1
Memory card, 128 GB|852351|10-25|990-2990|2
USB flash drive, 64 GB|852351|15-30|690-1890|2
Webcam, 1080 p, with cable|852589|110-190|1490-4490|1
Network cable, category 6, 5 m|854442|120-220|390-990|2
Hair dryer, 1800 W, foldable|851631|450-720|1490-4490|1
Electric kettle, 1.5 litres|851679|800-1250|1990-4490|1
Hand blender, 600 W|850940|700-1100|1990-4990|1
Kitchen scale with display, 5 kg|842310|350-580|1090-2490|1
Wristwatch, quartz, steel band|910211|80-150|2490-9990|1
Sunglasses, polarised|900410|40-90|890-3990|1
Reading glasses, two pairs|900490|60-110|690-1690|1
Binoculars, 8 x 21, folding|900510|200-340|1990-5990|1
Bicycle lamps, front and rear|851210|90-170|990-2990|1
Windscreen wiper blades, pair|851290|260-420|990-2490|1
Car floor mats, rubber, four|401691|1100-1450|1990-4490|1
Board game for two to four players|950490|500-950|1490-4490|1
Playing cards, two packs|950440|180-260|490-1290|2
Jigsaw puzzle, 1000 pieces|950300|550-850|990-2490|1
Wooden building blocks, fifty|950300|700-1200|1490-3490|1
Plush bear, 40 cm|950300|280-480|990-2990|1
Doll with three dresses|950300|300-520|1190-3290|1
Toy car of die-cast metal|950300|90-180|490-1490|3
Kite, nylon, with line|950300|160-300|890-2490|1
Bath toys, floating, six|950300|140-260|690-1690|1
Toy kitchen of wood, small|950300|900-1400|1990-3990|1
Christmas tree baubles, glass, twelve|950510|300-560|990-2490|1
Paper garlands for parties|950590|90-180|390-1190|2
Yoga mat, 6 mm|950691|800-1350|1290-3490|1
Resistance bands, five strengths|950691|160-280|790-1990|1
Skipping rope with counter|950691|140-240|590-1590|1
Football, size 5, stitched|950662|380-460|1190-3490|1
Table tennis bats, two, with balls|950640|320-480|1190-2990|1
Badminton rackets, two|950659|260-420|1290-3490|1
Swimming goggles, anti-fog|900490|60-120|690-1990|1
Fishing reel, spinning|950730|220-380|1490-4990|1
Sleeping bag, three seasons|940430|900-1450|2490-6990|1
Tent for two, polyester|630622|1200-1450|2990-7990|1
Face cream with hyaluronic acid, 50 ml|330499|90-160|990-3490|2
Lipstick, matt, three colours|330410|60-110|690-2290|2
Nail polish, six colours|330430|140-260|690-1890|1
Shampoo, solid, for dry hair|330510|70-130|590-1490|2
Soap bars with olive oil, four|340111|380-520|690-1790|1
Toothbrushes of bamboo, eight|960321|80-150|490-1290|2
Make-up brushes, ten|960330|120-220|790-2290|1
False eyelashes, five pairs|670419|30-70|490-1490|2
Wig, synthetic hair, bob|670411|160-280|1490-3990|1
Hair clips, plastic, twenty|961511|80-160|390-1190|2
Necklace, gold plated brass|711719|15-40|690-2990|2
Silver ring, 925, with zirconia|711311|5-9|1990-4990|1
Paperback novel|490199|220-420|690-1590|3
Children's picture book, hard cover|490300|300-560|890-1990|2
Sheet music for piano|490400|150-320|990-2490|1
Guitar strings, steel, three sets|920930|60-110|790-1990|2
Ukulele, soprano, with bag|920290|500-850|2490-5990|1
Harmonica in C|920590|80-150|990-2990|1
Baby bottle, 260 ml, two|392490|160-260|790-1890|1
Baby carrier, cotton|630790|500-800|1990-4990|1
Roasted coffee beans, 500 g|090121|510-540|990-2490|2
Green tea, loose, 200 g|090210|210-260|690-1990|2
Dark chocolate bars, six|180632|420-640|890-1990|1
Spice mixture for soup, 250 g|091091|260-300|490-1290|2
Dried mango slices, 500 g|080450|510-560|790-1690|1
`;
