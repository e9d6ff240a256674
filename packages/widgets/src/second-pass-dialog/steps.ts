/** The screens of the dialog, in their order. */
export const steps = ['unsent', 'window', 'script', 'review'] as const;
export type StepName = (typeof steps)[number];
