// Titles of the AV6xxx family (readings).

export const readingTitles = {} as const;
