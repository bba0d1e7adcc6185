/** Messages of the rule. */
export type Id =
  | 'odd'
  | 'oddBoxes'
  | 'unboxed'
  | 'empty'
  | 'removed'
  | 'replaced'
  | 'unchecked'
  | 'open'
  | 'early'
  | 'untracked'
  | 'unknownUnit'
  | 'otherName'
