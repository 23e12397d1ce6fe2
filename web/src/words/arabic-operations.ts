/** The Arabic words of the page of those who keep the platform running. */
import { countText } from '../format/amount.ts';
import type { ENGLISH_OPERATIONS } from './english-operations.ts';

export const ARABIC_OPERATIONS: typeof ENGLISH_OPERATIONS = {
  operations: {
    title: 'التشغيل',
    heading: (jurisdiction) => `منظومة ${jurisdiction}`,
    asOf: (clock, version, schema) => `كما كانت عند ${clock}. البرامج \u2068${version}\u2069، قاعدة البيانات \u2068${schema}\u2069.`,
    pending: 'رسائل قيد التسجيل',
    failed: 'أعمال توقفت',
    broken: 'رسائل تعذّر حملها',
    unverified: 'أحكام لم يُتحقق منها',
    law: 'القانون الساري',
    lawSays: (day) => `يُبتّ في كل طرد ليوم ${day} بهذه الحزمة:`,
    changes: 'ما سيتغير',
    noChanges: 'لا يُعرف اليوم حكم يبدأ أو ينتهي في يوم لاحق.',
    moreChanges: (count) => `وبعدها ${countText(count)} أخرى.`,
    what: { begins: 'يبدأ', changes: 'يتغير', ends: 'ينتهي' },
    inForce: 'الأحكام السارية اليوم',
    lawTable: ['نوع الحكم', 'العدد', 'لم يُتحقق منه'],
    work: 'العمل بجانب الطرود',
    workSays: 'تُعاد الأعمال من تلقاء نفسها إذا توقف القائم بها. وما توقف بعد آخر محاولة ينتظر هنا من ينظر فيه.',
    noWork: 'لم يوضع أي عمل في القائمة بعد.',
    workTable: ['العمل', 'ينتظر', 'أُنجز مؤخرًا', 'توقف', 'آخر إنجاز'],
    ago: (duration) => `قبل ${duration}`,
    brokenSays: 'تعذّر حمل هذه الرسائل؛ تُحفظ مشفرة مع سببها، ولا ينتظر خلفها شيء.',
    record: 'السجل المختوم',
    sealed: (entries) => `خُتم ${entries} من قيود السجل، آخرها في`,
    recordSays: 'لأي أحد أن يتحقق من الختم بالأمر luxor verify دون حاجة إلينا.',
    notSealed: 'لم يُختم شيء بعد.',
    keyTable: ['المفتاح', 'يوقّع', 'صُنع', 'أُحيل'],
    inUse: 'مستعمل',
  },
  lawKinds: {
    threshold: 'حد', rate: 'نسبة', 'tax-base': 'وعاء الضريبة', rounding: 'تقريب', collector: 'محصِّل', quota: 'حصة', dataset: 'مجموعة بيانات',
    deadline: 'موعد', prohibition: 'حظر', 'data-quality': 'جودة البيانات', return: 'إعادة', retention: 'حفظ', category: 'فئة', precedence: 'أسبقية المصادر',
  },
  jobs: {
    'bind-selection': 'تثبيت الاختيار العشوائي للأيام القادمة', 'count-filer-quality': 'حساب جودة مقدمي البيانات',
    'count-party-history': 'حساب ما أرسلته الأطراف من قبل', 'erase-expired-keys': 'محو المفاتيح المنتهية',
    'fold-tallies': 'جمع أعداد الطرود', 'make-partitions': 'تهيئة الأيام القادمة',
    'note-overdue': 'تسجيل ما تأخر', 'observe-releases': 'رصد الإفراج للإحصاء',
  },
  keyPurposes: { receipt: 'الإيصالات', checkpoint: 'نقاط تحقق السجل' },
}; // prettier-ignore
