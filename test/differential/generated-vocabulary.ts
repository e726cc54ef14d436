// The small vocabulary that generated agreements are written in: one record, two registers, a price with a missing year.
// Rule: small, since it is read anew for each of thousands of agreements.

import type { Workspace } from "@avtal/compiler/workspace";

const payers = `språk sv
ordlista register-över-betalare "Betalare"
register kommuner kod municipalities fil "kommuner.yaml"
  fält län kod county i text
register stadsdelar kod districts fil "stadsdelar.yaml"
  fält kommun kod district_municipality i text
`;

const episodes = `språk sv
ordlista nationell "Vårdtillfället"
  vardagar utom lördagar, söndagar, helgdagar, midsommarafton, julafton, nyårsafton
använder register-över-betalare
uppgifter vårdtillfället kod episode
  fält vårdtillfälle-id kod id i text unikt
  fält folkbokföringskommun kod municipality i betalare ur kommuner tomt betyder okänt
  fält placerande-kommun kod placing_municipality i betalare ur kommuner valfri tomt betyder saknas
  fält stadsdel kod district i betalare ur stadsdelar valfri tomt betyder okänt
  fält vårdform kod care_type i val somatisk kod somatic; psykiatrisk kod psychiatric tomt betyder okänt
  fält sjukhus kod hospital i text valfri tomt betyder okänt
  fält inskrivningsmeddelande kod admission_notice_at i tidpunkt tomt betyder saknas
  fält första-underrättelse kod ready_notice_at i tidpunkt tomt betyder saknas
  fält avbrott kod ready_withdrawn_at i tidpunkt valfri tomt betyder saknas
  fält förnyad-underrättelse kod ready_reissued_at i tidpunkt valfri tomt betyder saknas
  fält utskrivningstid kod discharged_at i tidpunkt tomt betyder saknas
  fält fast-vårdkontakt-utsedd kod care_contact i ja/nej tomt betyder okänt
  fält sip-behövs kod sip_needed i ja/nej tomt betyder okänt
  fält sip-kallelse kod sip_summons_date i datum tomt betyder saknas
  fält öppenvård-otillgänglig kod outpatient_unavailable i ja/nej tomt betyder okänt
  fält ålder-vid-utskrivning kod age_at_discharge i antal valfri tomt betyder okänt
begrepp utskrivningsklar-tid i tidpunkt kod ready_at
  = förnyad-underrättelse om avbrott finns annars första-underrättelse
begrepp utskrivningsklar-datum i datum kod ready_date
  = datum för utskrivningsklar-tid
begrepp utskrivningsdatum i datum kod discharge_date
  = datum för utskrivningstid
begrepp betalande-kommun i betalare kod liable_municipality
  = placerande-kommun om placerande-kommun finns annars folkbokföringskommun
`;

const price = `språk sv
ordlista pris "Beloppet för ett vårddygn"
  gäller från och med 2018-01-01 tills vidare
källa föreskrift "Föreskrift om belopp"
värde dygnsbelopp i kr/dygn kod daily_rate
  från och med 2018-01-01: 7 100 kr/dygn   enligt föreskrift
  från och med 2020-07-01: 8 200 kr/dygn   enligt föreskrift
  från och med 2021-07-01: saknas
  från och med 2022-01-01: 9 300 kr/dygn   enligt föreskrift
`;

const kommuner = `- { kod: "0126", namn: Huddinge, län: Stockholms län }
- { kod: "0180", namn: Stockholm, län: Stockholms län }
- { kod: "0680", namn: Jönköping, län: Jönköpings län }
`;

const stadsdelar = `- { kod: farsta, namn: Farsta, kommun: Stockholm }
- { kod: alvsjo, namn: Älvsjö, till: 2020-07-01, efterträdare: hagersten-alvsjo, kommun: Stockholm }
- { kod: hagersten-alvsjo, namn: Hägersten-Älvsjö, från: 2020-07-01, kommun: Stockholm }
`;

export const vocabulary: Workspace = {
  files: [
    { path: "betalare.avtal", text: payers },
    { path: "nationell.avtal", text: episodes },
    { path: "pris.avtal", text: price },
  ],
  registers: new Map([
    ["kommuner.yaml", kommuner],
    ["stadsdelar.yaml", stadsdelar],
  ]),
  sources: undefined,
  lock: undefined,
};
