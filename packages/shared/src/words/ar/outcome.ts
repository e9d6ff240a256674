import type { outcome as english } from '../en/outcome.ts';
import type { Message } from '../say.ts';

export const outcome: Record<keyof typeof english, Message> = {
  'result.moved': 'كان العدد في المعاينة {previewed}. ما بقي تغيّر في هذه الأثناء.',
  'result.autoAssignOff': 'التعيين التلقائي متوقف، فلن يحصل عليها أي مراسل.',
  'result.undoing': 'جارٍ التراجع',
  'preview.shareLess': 'أقل من {share} من أصل {total} من المحادثات',
  'undo.stay': {
    zero: 'لم يبقَ شيء على حاله.',
    one: 'بقيت واحدة كما هي لأنها تغيّرت بعد ذلك.',
    two: 'بقيت اثنتان كما هما لأنهما تغيّرتا بعد ذلك.',
    few: 'بقيت {count} كما هي لأنها تغيّرت بعد ذلك.',
    many: 'بقيت {count} كما هي لأنها تغيّرت بعد ذلك.',
    other: 'بقيت {count} كما هي لأنها تغيّرت بعد ذلك.',
  },
  'undo.none': 'لم يُستعَد شيء.',
  'undo.contacts': {
    zero: 'لم تُستعَد أي جهة اتصال.',
    one: 'استُعيدت جهة اتصال واحدة.',
    two: 'استُعيدت جهتا اتصال.',
    few: 'استُعيدت {count} جهات اتصال.',
    many: 'استُعيدت {count} جهة اتصال.',
    other: 'استُعيدت {count} جهة اتصال.',
  },
  'history.undoCountContacts': {
    zero: 'جهة اتصال تُستعاد',
    one: 'جهة اتصال تُستعاد',
    two: 'جهتا اتصال تُستعادان',
    few: 'جهات اتصال تُستعاد',
    many: 'جهة اتصال تُستعاد',
    other: 'جهة اتصال تُستعاد',
  },
  'history.state.undoneKept': {
    zero: 'تم التراجع',
    one: 'تم التراجع، وبقيت واحدة',
    two: 'تم التراجع، وبقيت اثنتان',
    few: 'تم التراجع، وبقيت {count}',
    many: 'تم التراجع، وبقيت {count}',
    other: 'تم التراجع، وبقيت {count}',
  },
  'history.state.doneKept': {
    zero: 'تم',
    one: 'تم، وبقيت واحدة',
    two: 'تم، وبقيت اثنتان',
    few: 'تم، وبقيت {count}',
    many: 'تم، وبقيت {count}',
    other: 'تم، وبقيت {count}',
  },
};
