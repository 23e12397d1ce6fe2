/** Makes the request of `luxor quote` of its options; what cannot be read stays as it is, for the reader of requests to judge. */
import type { Members } from './goods-file.ts';

type Values = Readonly<
  Partial<
    Record<'to' | 'from' | 'value' | 'goods' | 'on' | 'mode' | 'shipped-from' | 'freight' | 'insurance' | 'seller' | 'collector' | 'quantity' | 'weight', string>
  >
> & { readonly hs?: readonly string[] }; // prettier-ignore

export function requestOf(given: Members, values: Values): Members {
  const goods = goodsOf(values);
  return defined({
    ...given,
    ...defined({
      to: values.to?.toUpperCase(),
      from: values.from?.toUpperCase(),
      on: values.on,
      mode: values.mode,
      shippedFrom: values['shipped-from']?.toUpperCase(),
      freight: amountOf(values.freight),
      insurance: amountOf(values.insurance),
      seller: values.seller,
      collector: values.collector,
      goods: goods === null ? undefined : [goods],
    }),
  });
}

function goodsOf({ value, goods, hs = [], quantity, weight }: Values): Members | null {
  if (value === undefined && goods === undefined && hs.length === 0) return null;
  const [code, ...others] = hs;
  return defined({
    description: goods,
    commodityCode: others.length === 0 ? code : undefined,
    commodityCodes: others.length === 0 ? undefined : hs,
    value: amountOf(value),
    quantity: quantity === undefined ? undefined : countOf(quantity),
    weight: weight === undefined ? undefined : { value: weight, unit: 'KGM' },
  });
}

/** '20 EUR' and 'EUR 20'; anything else is left as it is. */
function amountOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const [first = '', second = '', ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || second === '') return text;
  const [amount, currency] = /^[A-Za-z]{3}$/.test(first) ? [second, first] : [first, second];
  return { amount, currency: currency.toUpperCase() };
}

const countOf = (text: string): unknown => (/^[0-9]{1,9}$/.test(text) ? Number(text) : text);

const defined = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
