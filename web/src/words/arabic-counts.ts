/** Counts things in Arabic, which has a form for one, two, a few and many. */
import { countText } from '../format/amount.ts';

export type Forms = {
  readonly one: string;
  readonly two: string;
  /** Three to ten. */
  readonly few: string;
  /** Eleven to ninety-nine, and their like in every hundred. */
  readonly many: string;
  /** Whole hundreds and thousands, and none. */
  readonly other: string;
};

const PLURAL = new Intl.PluralRules('ar');

/** 'طرد واحد', 'طردان', '3 طرود', '11 طردًا', '100 طرد'. */
export function countedInArabic(count: number, forms: Forms): string {
  switch (PLURAL.select(count)) {
    case 'one':
      return forms.one;
    case 'two':
      return forms.two;
    case 'few':
      return `${countText(count)} ${forms.few}`;
    case 'many':
      return `${countText(count)} ${forms.many}`;
    case 'zero':
    case 'other':
      return `${countText(count)} ${forms.other}`;
  }
}

export const PARCELS: Forms = { one: 'طرد واحد', two: 'طردان', few: 'طرود', many: 'طردًا', other: 'طرد' }; // prettier-ignore
export const ROWS: Forms = { one: 'صف واحد', two: 'صفان', few: 'صفوف', many: 'صفًا', other: 'صف' };
export const CHANGES: Forms = { one: 'تغيّر أمر واحد', two: 'تغيّر أمران', few: 'أمور تغيّرت', many: 'أمرًا تغيّر', other: 'أمر تغيّر' }; // prettier-ignore
export const POSTINGS: Forms = { one: 'قيد واحد', two: 'قيدين', few: 'قيود', many: 'قيدًا', other: 'قيد' }; // prettier-ignore
