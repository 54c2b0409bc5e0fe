/** Words of English that go with names of places. */

export const regionNoun =
  /^(?:province|region|governorate|state|oblast|prefecture|department|wilayat|canton|territory|republic)$/;
export const districtNoun = /^(?:district|county|municipality|subdistrict|raion|parish|borough)$/;
export const settlementNoun =
  /^(?:village|town|city|settlement|hamlet|port|suburb|neighbourhood|neighborhood|camp|airport|airbase|base|capital)$/;

/** "province" in "Tigray province": small letters are no part of the name. */
export const isKindOfPlace = (word: string): boolean =>
  regionNoun.test(word) || districtNoun.test(word) || settlementNoun.test(word);

/** Words before a name that leave the place in it: "northern Odvik", "downtown Odvik". */
export const direction =
  /^(?:(?:north|south|east|west|central|upper|lower|greater|downtown|mid|inner|outer)(?:ern)?(?:[- ]?(?:east|west)(?:ern)?)?|the) /;

/** Words that name no place by themselves, whatever village is called so. */
export const noPlace =
  /^(?:(?:north|south|east|west|central)(?:ern)?|cent(?:re|er)|far|middle|capital|island|bay|city)$/;

/** Words for what belongs to a continent, folded. */
export const continentOfDemonym: ReadonlyMap<string, string> = new Map([
  ['european', 'europe'],
  ['europeans', 'europe'],
  ['asian', 'asia'],
  ['asians', 'asia'],
  ['african', 'africa'],
  ['africans', 'africa'],
  ['south american', 'south america'],
  ['south americans', 'south america'],
]);

/** Parts of the United Kingdom that are called countries. */
export const constituentCountry = /^(?:england|scotland|wales|northern ireland)$/;

const abbreviations = `
al ala: alabama|ak: alaska|az ariz: arizona|ar ark: arkansas|ca calif: california|co colo: colorado
ct conn: connecticut|de del: delaware|fl fla: florida|ga: georgia|hi: hawaii|id: idaho|il ill: illinois
in ind: indiana|ia: iowa|ks kan kans: kansas|ky: kentucky|la: louisiana|me: maine|md: maryland
ma mass: massachusetts|mi mich: michigan|mn minn: minnesota|ms miss: mississippi|mo: missouri|mt mont: montana
ne neb: nebraska|nv nev: nevada|nh: new hampshire|nj: new jersey|nm: new mexico|ny: new york
nc: north carolina|nd: north dakota|oh: ohio|ok okla: oklahoma|or ore: oregon|pa penn: pennsylvania
ri: rhode island|sc: south carolina|sd: south dakota|tn tenn: tennessee|tx tex: texas|ut: utah|vt: vermont
va: virginia|wa wash: washington|wv wva: west virginia|wi wis: wisconsin|wy wyo: wyoming
ab alta: alberta|bc: british columbia|mb man: manitoba|nb: new brunswick|nl nfld: newfoundland and labrador
ns: nova scotia|on ont: ontario|pei: prince edward island|qc que: quebec|sk sask: saskatchewan|nsw: new south wales|qld: queensland`;

/** States and provinces of North America and Australia by their postal codes and the news agencies' short forms, folded. */
export const stateAbbreviations: ReadonlyMap<string, string> = new Map(
  abbreviations
    .trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [short = '', name = ''] = line.split(': ');
      return short.split(' ').map((key): [string, string] => [key, name]);
    }),
);
