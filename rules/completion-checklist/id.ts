/** Messages of the rule. */
export type Id =
  | 'odd'
  | 'oddBoxes'
  | 'empty'
  | 'removed'
  | 'replaced'
  | 'unchecked'
  | 'early'
  | 'untracked'
  | 'unknownUnit'
  | 'otherName'
