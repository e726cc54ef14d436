// What `avtal --help` says before and after the list of commands, in both languages.

export const helpBefore = {
  sv: "Överenskommelser mellan regioner och kommuner som går att granska, köra och förklara.",
  en: "Agreements between Swedish regions and municipalities that can be checked, run and explained.",
};

export const helpAfter = `
Börja här / Begin here:
  avtal check                                        granska alla överenskommelser / check all agreements
  avtal data sample --episodes 5000 --out prov.csv   gör ett påhittat underlag / make a sample
  avtal run stockholm --data prov.csv --from 2022-01 --to 2022-12
  avtal run stockholm@2021-11-01 --data prov.csv --out ut
  avtal explain 0126-2022-03-genomsnitt --run ut     varför en rad blev vad den blev / why a line is what it is
  avtal explain AV4003                               vad en kod betyder / what a code means

Slutkoder / Exit codes:
  0  allt gick bra / all is well
  1  en förväntan höll inte / an expectation failed
  2  indata avvisades / input was refused
  3  fler rader avvisades än --max-refused tillåter / more rows were refused than --max-refused allows
  4  datorn ville inte (disk, rättigheter) / the machine would not (disk, rights)
  5  ett fel i avtal självt / a fault of avtal itself`;
