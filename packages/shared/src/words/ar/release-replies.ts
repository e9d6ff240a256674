import type { dialogs as english } from '../en/dialogs.ts';
import type { Message } from '../say.ts';

type Key = Extract<keyof typeof english, `releaseReplies.${string}`>;

export const releaseReplies: Record<Key, Message> = {
  'releaseReplies.title': 'إعادة الردود المنتظِرة إلى المجمّع',
  'releaseReplies.titleOne': 'إعادة غير المُجاب إلى المجمّع',
  'releaseReplies.scope': 'كل الحملات النشطة',
  'releaseReplies.idle': 'مدة الانتظار على الأقل',
  'releaseReplies.idleHelp': 'المدة منذ أول رد من جهة الاتصال لم يُجَب عنه.',
  'releaseReplies.minutes': {
    zero: '{count} دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتان',
    few: '{count} دقائق',
    many: '{count} دقيقة',
    other: '{count} دقيقة',
  },
  'releaseReplies.hours': {
    zero: '{count} ساعة',
    one: 'ساعة واحدة',
    two: 'ساعتان',
    few: '{count} ساعات',
    many: '{count} ساعة',
    other: '{count} ساعة',
  },
  'releaseReplies.custom': 'مدة أخرى',
  'releaseReplies.customMinutes': 'بالدقائق',
  'releaseReplies.invalid': 'عدد صحيح من الدقائق، دقيقة واحدة على الأقل.',
  'releaseReplies.oldest': 'أطول انتظار: {duration}.',
  'releaseReplies.nobody': 'لا أحد ينتظر هذه المدة.',
  'releaseReplies.deed': {
    zero: 'إعادة {count} محادثة',
    one: 'إعادة محادثة واحدة',
    two: 'إعادة محادثتين',
    few: 'إعادة {count} محادثات',
    many: 'إعادة {count} محادثة',
    other: 'إعادة {count} محادثة',
  },
};
