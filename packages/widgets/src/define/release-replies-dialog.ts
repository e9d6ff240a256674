import { ReleaseRepliesDialog } from '../release-replies-dialog/release-replies-dialog.ts';

ReleaseRepliesDialog.define();
