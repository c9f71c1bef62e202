/**
 * Ships, aircraft, vehicles and goods that are taken, boarded or stopped, and other acts in the same grammar. One line each: what
 * should come out (a mode of COERCE, or a type), then the text with the event word in brackets; it occurred and is news, if no
 * realis follows. `none`: the word tells no event; `history`: none or a past one.
 */
const LINES = `
  # Taken.
  seize: Commandos have [seized] a chemical tanker in the Gulf of Aden, two maritime agencies said.
  seize: Revolutionary Guards have [seized] an oil tanker sailing under the flag of Panama, state television reported on Thursday.
  seize: Iran has [seized] a second tanker near the strait, its navy said.
  seize: Iranian forces [seized] a tanker off the port of Jask on Wednesday.
  seize: A cargo vessel with 18 crew was [seized] in the strait before dawn.
  seize: Customs officers have [seized] 40 crates of rifles at the port of Varna.
  seize: Police have [seized] three lorries loaded with smuggled fuel.
  seize: The coast guard has [detained] a trawler and its crew in disputed waters.
  seize: Russian border guards [detained] two fishing boats near the islands on Tuesday.
  seize: The freighter was [detained] in Gibraltar on Thursday over suspected sanctions breaches.
  seize: Port authorities have [impounded] a cargo ship over unpaid debts, the harbour master said.
  seize: A court in Lagos ordered the release of the aircraft that officials [impounded] last week.
  seize: Naval forces have [captured] a container ship in the Red Sea.
  seize: Pirates [captured] a fishing vessel and its crew off Bosaso on Tuesday.
  seize: Rebels have [commandeered] four aid lorries on the road to the capital.
  seize: Soldiers [commandeered] a bus and drove it to the barracks on Wednesday.
  seize: Customs officials have [confiscated] a shipment of drone engines bound for the militia.
  seize: The navy [confiscated] the cargo of a dhow stopped off Oman on Monday.
  seize: Greece has [impounded] a Russian-flagged tanker, its shipping ministry said.
  seize: Navy officials said the vessel was being [held] at a port in the south.=ongoing
  seize: Somali raiders have [seized] a Maltese bulker and are demanding a ransom.
  seize: A Swiss-owned gas carrier was [seized] by Yemeni gunmen in the Bab al-Mandab on Monday, its manager said.
  seize: Authorities in Singapore [seized] a barge that was moving fuel at night.
  seize: The Libyan coast guard [seized] an Italian fishing vessel off Benghazi, the mayor of its home port said.
  seize: Customs agents [seized] a hoard of pistols hidden in a lorry at the border.
  seize: The interior ministry said troops had [seized] two pickup trucks packed with explosives.
  seize: Tanzania has [impounded] an Airbus leased by a private airline.
  seize: A Dutch court had the airliner [impounded] at Schiphol on Monday.
  seize: Gunmen [commandeered] a ferry on the lake on Sunday.
  seize: Chinese coast guards have [detained] a Philippine supply boat near the shoal.
  seize: The Finnish police have [detained] a tanker suspected of cutting a cable.
  seize: India has [detained] three tankers off Mumbai.
  # Boarded.
  seize: Armed men have [boarded] a tanker off the coast of Fujairah, a maritime security agency said.
  seize: Royal Marines [boarded] a supertanker near Gibraltar in the early hours of Thursday.
  seize: The tanker was [boarded] by masked troops who came down ropes from a helicopter.
  seize: A bulk carrier has been [boarded] by pirates east of Socotra, the navy said.
  seize: Coast guard officers [boarded] the trawler after a chase of two hours.
  seize: Iranian commandos [boarded] and searched a Greek vessel on Tuesday.
  seize: Two merchant ships were [boarded] in the strait overnight.
  seize: The frigate's crew [boarded] the dhow at daybreak and found rockets.
  seize: US Navy sailors [boarded] a stateless dhow in the Gulf of Oman on Sunday.
  seize: Danish special forces have [boarded] a ship suspected of dropping its anchor on a cable.
  seize: The Marshall Islands-flagged tanker was [boarded] by seven armed persons, its owner said.
  seize: The vessel had stopped answering calls after being [boarded] by unknown men.
  seize: A helicopter landed troops who [boarded] the freighter.
  # Stopped and led.
  seize: Patrol boats stopped the tanker and [led] it into the port of Bandar Lengeh on Wednesday.
  seize: The tanker was stopped by patrol boats and [led] into port.
  seize: The ship was stopped in the strait and [escorted] to an anchorage off Qeshm.
  seize: Guards on speedboats surrounded the vessel and [took] it to Larak island.
  seize: The freighter was intercepted by the navy and [brought] to the port of Aden.
  seize: Coast guards halted the trawler and [towed] it into harbour on Monday.
  restrict: Patrol boats [stopped] the tanker in the strait on Wednesday.
  restrict: The tanker was [stopped] by patrol boats on Wednesday.
  restrict: Warships have [stopped] a vessel carrying missile parts, the ministry said.
  restrict: The navy has [intercepted] a cargo ship heading for the blockaded port.
  restrict: A tanker was [intercepted] by gunboats off the island on Tuesday.
  restrict: Fighter jets [forced] a passenger plane to land in Minsk on Sunday.
  restrict: Gunboats [diverted] a container ship to the anchorage on Monday.
  restrict: The navy [turned] back two freighters bound for the island.
  seize: Militiamen in skiffs stopped the ship and [steered] it towards the port of Hodeidah.
  seize: The yacht was chased, boarded and [taken] to a naval base on the mainland.
  restrict: A Turkish frigate [stopped] an Italian drill ship off Cyprus on Friday.
  restrict: Three gunboats have [intercepted] a British tanker in the strait, the admiralty said.
  restrict: Israeli naval forces [intercepted] the flotilla 70 miles from Gaza.
  restrict: The Russian navy [turned] back a grain ship near Odessa.
  restrict: Coast guards [stopped] a boat with 60 migrants off the cape.
  restrict: A warship [halted] the freighter and questioned its master.
  # Other acts in the perfect.
  COERCE: Police have [arrested] nine people over the blast, a spokesman said.
  COERCE: Security forces have [arrested] a leader of the opposition in the capital.
  COERCE: Iran has [detained] two European citizens, its judiciary said.
  COERCE: Turkey has [shut] its border with Iraq.
  ASSAULT: Gunmen have [killed] five soldiers at a checkpoint in the north.
  ASSAULT: Rebels have [fired] rockets at an air base near the capital, the army said.
  ASSAULT: A car bomb has [killed] at least 12 people in Mosul.
  ASSAULT: Pirates have [hijacked] a tanker off the coast of Nigeria.
  MOBILIZE: The United States has [deployed] an aircraft carrier to the Gulf.
  SANCTION: Jordan has [expelled] the Iranian ambassador.
  ASSAULT: Israeli jets have [bombed] a depot outside Damascus, state media reported.
  CONSULT: The foreign ministers of Oman and Iran have [met] in Muscat.
  COERCE: Hungary has [closed] its border with Serbia, the government said.
  COERCE: Prosecutors have [detained] the former finance minister on suspicion of bribery.
  ASSAULT: North Korea has [shelled] an island of the South, killing two marines.
  ASSAULT: Armed men have [abducted] 30 pupils from a school in the north-west.
  ASSAULT: A drone has [struck] a fuel depot in the city of Ryazan, its governor said.
  SANCTION: Poland has [recalled] its ambassador from Minsk.
  MOBILIZE: Egypt has [sent] warships to the Red Sea.
  # No seizures.
  none: The president [boarded] a flight to Geneva on Tuesday.
  none: Hundreds of passengers [boarded] the ferry at noon.
  none: Sailors [boarded] up the windows of the office before the storm.
  none: The minister [boarded] the royal yacht for dinner.
  none: The [board] of the shipping company met on Monday.
  none: The senator [seized] the opportunity to praise the crew.
  none: The envoy was [held] up in traffic near the port.
  none: Officials [diverted] attention from the scandal.
  none: The engine [seized] up and the ship drifted.
  none: The striker [intercepted] a pass and scored.
  none: The tanker [stopped] at the port to take on water.
  none: The pilot [diverted] the plane to Athens because of fog.
  none: Tugs [towed] the ferry into port after its engine failed.
  none: The captain [led] the ship into port through the fog.
  none: The film [captured] life on a fishing boat.
  none: The bus [stopped] outside the school.
  none: The general [seized] power in a coup on Sunday.
  none: Fans [boarded] the train to the stadium.
  none: The envoy [boarded] a military plane for Baghdad.
  none: Nurses [boarded] the hospital ship to treat the sick.
  none: Two officers [boarded] at the academy as children.
  none: He was [detained] by the traffic and came late.
  none: The company [stopped] production of the tanker.
  none: The ferry was [stopped] by an engine fault.
  none: The pilot boat [led] the tanker into port.
  none: A lifeboat [towed] the yacht to the harbour after it lost its mast.
  none: The coach [took] the team to the port.
  none: The carrier [diverted] its ships around the Cape.
  none: Troops [boarded] a transport ship bound for the island.
  none: The crew [stopped] the ship to pick up a sailor.
  none: The airline [diverted] two jets because of the storm.
  none: A tug [brought] the barge to the terminal.
  none: The photographer [captured] a boat at sunset.
  # Power and what is like it.
  none: The museum pulled off a [coup] by securing the loan of the painting.
  none: Signing the striker was a [coup] for the club.
  none: It was a publishing [coup] for the small press.
  none: Shareholders staged a boardroom [coup] against the chief executive on Monday.
  none: The board [ousted] the chief executive on Monday.
  none: Investors [ousted] the chairman of the bank.
  none: The storm [toppled] trees and pylons across the north.
  none: The court [overthrew] the ruling.
  none: The junta [seized] power in a coup last week.
  ASSAULT: Soldiers staged a [coup] in Bamako on Tuesday.
  ASSAULT: Officers [toppled] the government overnight.
  ASSAULT: The president was [ousted] by the military on Sunday.
  ASSAULT: The junta seized [power] last week.
  # Openings.
  seize: Iran says it has [seized] a foreign tanker smuggling fuel in the Gulf.
  seize: Guards, who have [seized] a tanker in the Gulf, say that it was smuggling fuel.
  seize: The tanker that Iran has [seized] belongs to a Swedish firm.
  seize: Tensions have risen after Iran has [seized] a tanker.
  seize: It is the second tanker that Iran has [seized] this month.
  seize: A British-flagged tanker had been [seized] in the Gulf, officials in London said on Thursday.
  ASSAULT: Gunmen who have [killed] five soldiers are being hunted in the north.
  ASSAULT: Police are hunting gunmen who have [killed] five soldiers.
  # History.
  history: In 2014 Iran [seized] a cargo ship over a debt.
  history: Iran said the tanker, which it [seized] last year, would be sold.
  history: Two years ago commandos [boarded] a tanker off the same coast.
  history: Iran has repeatedly [seized] tankers in the strait.
  history: Gunboats shelled the island on Tuesday. The navy had [seized] two trawlers there in 2016.
  history: Gunmen attacked the port on Sunday. Militants have previously [hijacked] ships there.
  history: Iran has [seized] several ships over the years, and released most of them.
  history: Iran [seized] two Greek tankers in 2016 and held them for months.
  history: The ship, [seized] four years ago, is rusting in the harbour.
  history: The navy had previously [boarded] five vessels.
  history: In 1975 gunmen [captured] an American container ship.
  history: The owner, whose other ship was [detained] in 2013, declined to comment.
`;

/**
 * Texts whose opening tells its news in the perfect, and what goes on before and behind it: paragraphs behind "|", the first of them
 * the headline. In brackets what is news, in braces what is history.
 */
const LEDES = `
  Tanker seized in Gulf of Aden|Commandos have [seized] a chemical tanker in the Gulf of Aden, two maritime agencies said on Thursday. The vessel had left Djibouti a day earlier with 21 crew. It is the third such incident this year.
  Navy takes second tanker|Iran's Revolutionary Guards have [seized] a second oil tanker, state media reported. The ship was carrying fuel to Sohar. In 2014 the guards {seized} a Danish freighter and {held} it for two months.
  Ship boarded off Fujairah|Armed men have [boarded] a ship off Fujairah, the maritime security agency said. Owners said they had lost contact with the crew. Gunmen {killed} a captain in the same waters in 2016.
  Frigate sent after tanker is taken|A British frigate is heading for the strait after gunmen [seized] a tanker there. "They have [seized] our ship and we want it back," the owner said.
  Tanker crew held|The crew of 19 are on board a tanker that has been [seized] by coast guards, its owner says. Officials in Muscat are following the case.
  Nine held over market blast|Police have [arrested] nine people over the bombing of a market, a spokesman said. The blast in March {killed} 40 people. Officers have previously {arrested} a dozen others.
  Opposition leader arrested|Security forces have [arrested] the leader of the opposition, his party said. He {accused} the president of fraud in 2017. The president has repeatedly {denounced} him.
  Rockets hit base|Militants have [fired] rockets at an air base north of the capital, the army said. No one was hurt. The base was {attacked} in 2017.
  Border shut|Turkey has [shut] its border with Iraq, officials in Ankara said. Lorries queued for miles. The crossing was {closed} for a year in 2015.
  Soldiers killed near dam|Gunmen have [killed] five soldiers near a dam in the north, the defence ministry said. The group, which {kidnapped} two judges last year, did not comment.
  Carrier sent to Gulf|The United States has [deployed] an aircraft carrier to the Gulf, citing threats from Iran. It {sent} bombers there in 2017.
  Envoy told to leave|Jordan has [expelled] the Iranian ambassador and recalled its own, the foreign ministry said. The two countries {cut} ties in 2016.
  Aid lorries taken|Rebels have [commandeered] six aid lorries and [detained] their drivers, a relief agency said. The agency halted its work in the valley.
  Reporters held|Authorities have [detained] three reporters of the main newspaper, its editor said. The paper has long {criticised} the government.
  Raid on depot|Jets have [bombed] a depot outside Damascus, state media said. The strike set fire to a fuel tank. Israel has often {bombed} such sites.
  Militia frees crew|The militia has [released] the crew of a tanker that it {seized} last year, mediators said. Two of the sailors were ill.
  Port sealed|Protesters have [blocked] the road to the port, and police have [arrested] thirty of them. The port was {occupied} by strikers in 2011.
  Ministers meet|The foreign ministers of Oman and Iran have [met] in Muscat to discuss the tanker, which Iran {seized} in 2018. They gave no details.
  Patrol leads trawlers away|Patrol boats have [stopped] two trawlers and [led] them to a naval base, fishermen said. The coast guard would not comment.
  Warships turn ships back|The navy has [intercepted] a cargo ship bound for the rebel port. The blockade was declared in 2015, and warships have since {turned} back dozens of vessels.
  Seizure in strait is first in years|Iran has [seized] a tanker in the strait, the first time in years that it has taken such a ship. Oil prices rose. "We want our crew back," the owner said.
  Tanker seized|Commandos have [seized] a tanker that was taking oil from Basra to Jordan, which has no port of its own in those waters. The ship's owner has other vessels in the area. Ship owners have asked for guards since last year.
  Navy seizes arms|A frigate has [seized] 900 rifles from a dhow that sailed from a port where smugglers have long been at home. Each year hundreds of such boats cross the sea.
  Police hold leader of sect|Police have [arrested] the leader of a sect which has been accused of fraud for years, officials said on Thursday. Former members said they had waited for this day. "He has taken everything that we had," one said.
  Army shells town|The army has [shelled] a town that was once the capital of the province, whose governor fled last month. Residents who had stayed hid in cellars.
  Tanker stopped|Guards have [boarded] a tanker and [seized] its papers, weeks after a similar ship was let go. "They have done this to us before," the captain's brother said. The ministry would not say where the ship was.
  Crew freed|The rebels have [released] the crew of a dredger which they had {seized} in 2018. The men have been flown home.
  Gas carrier taken|Gunmen from Yemen's Houthi movement have [seized] a gas carrier in the Red Sea with 25 people on board, its owner said on Thursday. The movement has {attacked} ships before. Washington condemned the act.
  Ship taken to Bandar Abbas|Iran has [detained] a British-flagged tanker and [taken] it to Bandar Abbas, news agencies reported. London has called it a hostile act. Last month Royal Marines {boarded} an Iranian tanker off Spain.
  Trawler held|A South Korean trawler has been [detained] by Russian border guards, Seoul said. Talks are due on Friday.
  Six arrested|Six men have been [arrested] over the murder of a reporter, prosecutors said. The reporter was {shot} in 2017.
  Base shelled|Two rockets have [hit] a base that houses foreign troops, a general said. Similar fire {killed} a contractor in 2018.
  Airspace shut|Pakistan has [closed] its airspace to Indian flights, officials said. It {shut} it for five months in 2002.
  Minister quits|The defence minister has [resigned], saying the army refuses to fight. Troops {mutinied} in 2012 and {ousted} the president.
  Strait tension|The navy has [stopped] and [boarded] a vessel in the strait. The vessel's flag state has [protested].
  UN staff held|Rebels have [detained] eight UN workers, the body said. They have {held} others since 2015.
  Mayor killed|Gunmen have [killed] the mayor of a border town, hours after he took office. His predecessor was {killed} in 2016.
`;

/** One event word of a text, with what should come of it. */
export interface SeizureCase {
  readonly kind: string;
  readonly want: string;
  readonly realis: string;
  readonly text: string;
  readonly title?: string;
  readonly word: string;
  readonly start: number;
}

const linesOf = (block: string) =>
  block
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** The single sentences. */
export function listSeizures(): readonly SeizureCase[] {
  let kind = '';
  return linesOf(LINES).flatMap((line) => {
    if (line.startsWith('#')) {
      kind = line.slice(2);
      return [];
    }
    const [, want, marked, realis = 'occurred'] = /^(\w+): (.*?)(?:=(\w+))?$/.exec(line)!;
    return [{ kind, want: want!, realis, ...markIn(marked!)[0]! }];
  });
}

/** The event words of the longer texts: `news` or `history`. */
export function listLedes(): readonly SeizureCase[] {
  return linesOf(LEDES).flatMap((line) => {
    const [title, ...paragraphs] = line.split('|');
    return markIn(paragraphs.join('\n\n')).map(({ isHistory, ...mark }) => ({
      kind: 'lede',
      want: isHistory ? 'history' : 'news',
      realis: 'occurred',
      title: title!,
      ...mark,
    }));
  });
}

const MARK = /[[\]{}]/g;

function markIn(marked: string) {
  const text = marked.replace(MARK, '');
  return [...marked.matchAll(/([[{])([\w-]+)[\]}]/g)].map((match) => ({
    text,
    word: match[2]!,
    start: marked.slice(0, match.index).replace(MARK, '').length,
    isHistory: match[1] === '{',
  }));
}
