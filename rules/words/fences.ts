export const unclosedHelp =
  'Close it with a line of as many of the same marks as open it; what follows is not judged until then'
