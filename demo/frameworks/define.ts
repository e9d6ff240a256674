import '@campaign-kit/widgets/define/campaign-actions';
import '@campaign-kit/widgets/define/campaign-kit';
import '@campaign-kit/widgets/define/second-pass-dialog';
