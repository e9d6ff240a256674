import type { contactImport as english } from '../en/contact-import.ts';
import type { Message } from '../say.ts';

export const contactImport: Record<keyof typeof english, Message> = {
  'refusal.importNotCsv': 'هذا ليس ملف CSV. يُحفظ الجدول بصيغة «CSV UTF-8» ثم تُعاد المحاولة.',
  'refusal.importNotUtf8': 'نص هذا الملف ليس بترميز UTF-8. يُحفظ بصيغة «CSV UTF-8» ثم تُعاد المحاولة.',
  'refusal.importEmpty': 'الملف فارغ: يجب أن يسمّي سطره الأول الأعمدة.',
  'refusal.importTooManyColumns': 'عدد أعمدة الملف {count}، والحد الأقصى للاستيراد {limit}.',
  'refusal.importNoFile': 'لا يوجد ملف \u2068{name}\u2069.',
  'refusal.importNoPhoneColumn': 'لا عمود يبدو كأرقام هواتف: يجب تحديد عمودها.',
  'refusal.importNoColumn': 'ليس في الملف عمود «\u2068{name}\u2069».',
  'refusal.importColumnTwice': 'اختير العمود «\u2068{name}\u2069» مرتين.',
  'refusal.importQuote': 'علامة الاقتباس التي تبدأ في السطر {line} لا تنتهي، أو أن صفها أطول من المسموح.',
  'refusal.importOtherFile': 'هذا غير الملف الذي بدأ به هذا الاستيراد: أعمدته مختلفة.',
  'refusal.importCutOff': 'انتهى الملف قبل أوانه. يُرسل من جديد: ما استُورد لا يُستورد مرتين.',
  'refusal.importMoved': 'يجري الآن رفع آخر لهذا الاستيراد.',
  'refusal.importAbandoned': 'انقطع الرفع ولم يُعَد خلال يوم.',
  'badRow.noPhone': 'لا يوجد رقم هاتف',
  'badRow.notAPhone': 'ليس رقم هاتف',
  'badRow.tooShort': 'رقم الهاتف أقصر من اللازم',
  'badRow.tooLong': 'رقم الهاتف أطول من اللازم',
  'badRow.extension': 'لا تمكن مراسلة رقم هاتف له تحويلة',
  'badRow.unknownPhone': 'لا يوجد هاتف محمول بهذا الرقم',
  'badRow.unreadable': 'أحرف لا تمكن قراءتها (ليست UTF-8)',
  'badRow.valueTooLong': 'قيمة أطول من 1,000 حرف',
  'badRow.tooManyCells': 'خلايا الصف أكثر من أعمدة الترويسة',
};
