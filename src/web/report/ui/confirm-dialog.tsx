import { useLanguage } from '../../common/language-context';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  question: string;
  action: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something is taken away. */
export function ConfirmDialog({ question, action, onConfirm, onCancel }: ConfirmDialogProps) {
  const { texts } = useLanguage<'report'>();
  return (
    <Dialog title={question} onClose={onCancel}>
      <div className="actions">
        <button type="button" className="button" data-kind="danger" onClick={onConfirm} data-testid="confirm">
          {action}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.report.cancel}
        </button>
      </div>
    </Dialog>
  );
}
