// Titles of the AV5xxx family (sources): citations and quotes.

export const sourceTitles = {
  AV5001: { sv: "Något utan källa", en: "Something without a source" },
  AV5002: { sv: "Ord som inte står i källan", en: "Words that do not stand in the source" },
  AV5003: { sv: "En källa utan avsnitt", en: "A source without a section" },
  AV5004: { sv: "Ett avsnitt som inte finns", en: "A section that does not exist" },
  AV5005: { sv: "En rubrik som inte finns", en: "A heading that does not exist" },
  AV5006: { sv: "En punkt som inte finns", en: "A point that does not exist" },
  AV5007: { sv: "Omkastade siffror i lagens nummer", en: "Turned digits in the number of an act" },
  AV5008: { sv: "En källtext som inte finns till hands", en: "A source text that is not at hand" },
  AV5009: { sv: "Orden står på ett annat ställe", en: "The words stand elsewhere" },
} as const;
