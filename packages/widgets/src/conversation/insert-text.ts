/**
 * Puts a text where the cursor is, in place of what is selected, so that the field's own undo takes it back. There is no
 * other way to an entry in the browser's history of a field than this old command.
 */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  if (field.ownerDocument.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Undo and redo of the field's own history. */
export function turnBack(field: HTMLTextAreaElement, way: 'undo' | 'redo'): void {
  field.focus();
  field.ownerDocument.execCommand(way);
}
