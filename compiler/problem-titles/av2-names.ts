// Titles of the AV2xxx family (names).

export const nameTitles = {} as const;
