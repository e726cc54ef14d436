// Titles of the AV1xxx family (syntax).

export const syntaxTitles = {} as const;
