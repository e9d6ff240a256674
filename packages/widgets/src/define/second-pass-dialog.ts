import { SecondPassDialog } from '../second-pass-dialog/second-pass-dialog.ts';

SecondPassDialog.define();
