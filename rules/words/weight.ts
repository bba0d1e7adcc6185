/** A warning where a profile asks by a warning: what lacks what it is for weighs as much as what is not there, so that taking it out makes no plan better. */
export function weightOf({ required }: { required?: boolean | 'warning' | undefined }): { severity?: 'warning' } {
  return required === 'warning' ? { severity: 'warning' } : {}
}
