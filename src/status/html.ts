export const statusHtml = (): string => ""
