const PERSONS = new Set(
  `man woman boy girl child kid baby infant toddler teenager teen adult person someone somebody anyone everyone nobody
  guy lady gentleman husband wife spouse father mother dad mom mum parent son daughter brother sister sibling uncle aunt
  nephew niece cousin grandfather grandmother grandson granddaughter widow widower fiancé fiancée boyfriend girlfriend
  friend neighbor neighbour colleague classmate roommate partner rival opponent enemy stranger guest host visitor
  passenger driver pilot rider cyclist pedestrian tourist traveler traveller immigrant migrant refugee asylum-seeker
  citizen resident villager native foreigner voter worker employee employer boss manager director chief head leader
  founder owner chairman chairwoman chairperson president vice-president minister premier chancellor secretary senator
  congressman congresswoman lawmaker legislator deputy mayor governor councillor councilman ambassador diplomat envoy
  spokesman spokeswoman spokesperson official officer general colonel major captain lieutenant sergeant admiral commander
  soldier marine sailor airman fighter gunman attacker assailant bomber shooter suspect defendant accused victim survivor
  witness prisoner inmate detainee hostage captive convict criminal thief robber killer murderer terrorist militant rebel
  insurgent policeman policewoman detective inspector sheriff guard judge justice prosecutor lawyer attorney solicitor
  barrister plaintiff juror doctor physician surgeon nurse patient dentist psychologist psychiatrist therapist scientist
  researcher professor teacher lecturer student pupil graduate scholar academic historian economist analyst expert
  consultant adviser advisor engineer architect designer artist painter sculptor photographer musician singer composer
  dancer actor actress director producer filmmaker writer author poet novelist journalist reporter correspondent editor
  columnist blogger broadcaster presenter anchor critic player footballer striker midfielder defender goalkeeper
  coach athlete champion runner boxer wrestler golfer referee farmer fisherman miner carpenter mechanic electrician
  builder cook chef waiter waitress cleaner maid servant shopkeeper trader merchant businessman businesswoman
  entrepreneur banker investor accountant broker dealer priest pastor bishop archbishop cardinal pope imam cleric
  ayatollah rabbi monk nun missionary king queen prince princess emperor emir sheikh sultan duke activist campaigner
  protester protestor demonstrator dissident volunteer candidate nominee winner loser successor predecessor veteran
  hero inventor pioneer star celebrity model fan supporter follower critic figure politician republican democrat
  counterpart lover dad assistant aide deputy clerk librarian secretary speaker narrator caller user customer client`.split(
    /\s+/,
  ),
);

/** Whether a noun in small letters is a word for a single person: "driver", "minister", "woman". */
export function isPersonWord(lemma: string): boolean {
  if (PERSONS.has(lemma)) return true;
  const isCompound = lemma.endsWith('woman') || lemma.endsWith('person');
  return isCompound && /[a-z]{3,}(?:woman|person)$/.test(lemma);
}
