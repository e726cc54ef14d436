// Titles of the AV5xxx family (sources).

export const sourceTitles = {} as const;
