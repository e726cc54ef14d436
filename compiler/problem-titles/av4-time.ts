// Titles of the AV4xxx family (time): values and rules day by day.

export const timeTitles = {
  AV4001: { sv: "En dag utan värde", en: "A day without a value" },
  AV4002: { sv: "Två rader från samma dag", en: "Two rows from the same day" },
  AV4003: { sv: "En rad före dokumentets första dag", en: "A row before the document's first day" },
  AV4004: { sv: "En regel som slutar innan den börjar", en: "A rule that ends before it begins" },
  AV4005: { sv: "Ett värde som börjar för sent", en: "A value that begins too late" },
  AV4006: { sv: "En regel utanför dokumentets tid", en: "A rule outside the document's time" },
  AV4007: { sv: "Vardagar som ingen har bestämt", en: "Weekdays that nobody has settled" },
  AV4008: { sv: "Ett värde utan dag", en: "A value without a day" },
  AV4010: { sv: "En dag utan regel", en: "A day without a rule" },
  AV4500: { sv: "En regel som gäller ingen dag", en: "A rule that is in force on no day" },
} as const;
