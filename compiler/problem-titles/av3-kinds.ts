// Titles of the AV3xxx family (kinds).

export const kindTitles = {} as const;
