import type { Realis } from '../../../../model/event.ts';

/** Sentences by the realis of the event whose word stands in brackets, after the project's definitions. */
export const JUDGED_SENTENCES: Readonly<Record<Realis, string>> = {
  occurred: `
    Gunmen [attacked] a convoy near Lakeport on Monday.
    Three soldiers were [killed] when a mine exploded under their truck.
    The army has [shelled] the northern suburbs since dawn.
    Police [arrested] 14 people over the riots.
    The [attack] left five people dead.
    Rebels said they had [captured] the airport.
    Rebels managed to [seize] the bridge before nightfall.
    The militia succeeded in [capturing] the dam.
    The minister condemned the [bombing] of the hospital.
    Investigators are looking into the [killing] of a reporter in Easton.
    The group claimed responsibility for the [bombing].
    The group vowed revenge for the [killing] of its commander.
    The police did not say who [attacked] the convoy.
    The police did not say why the convoy was [attacked].
    It is not clear who [killed] the judge.
    Not only soldiers were [killed] in the raid, the mayor said.
    No fewer than 12 people were [killed] in the blast.
    The border was closed after gunmen [attacked] a customs post.
    The envoy will not return until the men who [killed] his driver are in custody.
    A court will decide in May whether the man who [shot] the priest can stand trial.
    Ann Example denied that the army [killed] the children with gas, saying they were shot by rebels in the [raid].
    Relatives of the men who were [killed] in the strike may sue.
    The president would not comment on the [attack].
    The talks may resume after last week's [attack].
    If the inquiry finds the pilots guilty of [bombing] the school, they may be jailed.
    The two sides [met] in Geneva without reaching a deal.
    The parliament failed to condemn the [attack].
    The general was forced to [withdraw] his troops from the valley.
    He admitted [killing] two guards.
    The army regrets that civilians were [killed].
    The soldiers were ordered home after they [fired] on protesters.
    The ministers agreed to [meet] and did so on Friday, and [signed] a treaty.
    Fighters used the lull to [attack] a police station, killing two officers.
    Militants [killed] four villagers, according to police.
    The ship was [seized] by coast guards on Tuesday, officials said.
    State media reported that the drone had been [shot] down.
    The city has been calm since the [ceasefire] took effect.
    Thousands [protested] in the capital against the tax.
    The army apologised for [killing] the fishermen.
    The mayor survived an [assassination] attempt.
    The court [sentenced] the colonel to 12 years in prison.
    Washington [imposed] sanctions on two banks.
    Neither the police nor the army has said how many were [killed].
    Who [killed] the ambassador?
    The killing came despite a pledge to stop the [raids].
    The government [refused] to release the prisoners.
    Iran [rejected] the offer.
    The state [threatened] to close the strait.
    The governor [urged] the rebels to disarm.
    The general [ordered] that the troops be withdrawn after the [ambush].
    The attackers, who [wounded] nine people, have not been found.
    He is accused by prosecutors of [killing] three women last year.
    Prosecutors say the suspect [stabbed] the guard and fled.
    The [raids] that began on Sunday ended on Thursday.
    The operation ended with the [arrest] of two brothers.
    The ambassador was [expelled] for spying.
    A car bomb [wounded] at least 30 people outside the ministry.
    Troops [withdrew] from the town, ending a week of clashes.
    A second [attack] followed an hour later.
    There was an [attack] on the station in the night.
    There have been several [attacks] on aid workers this month.
    The strike had been planned for weeks, and on Sunday jets [bombed] the camp.
    As if by a miracle nobody else was hurt when rockets [hit] the market.
    The king is expected to speak about the [attack] on Monday.
    Officials fear the [bombing] will scare tourists away.
    Officials are worried about the [killings].
    The minister warned that Tuesday's [attack] would not go unanswered.
    Security forces [dispersed] the crowd with tear gas, witnesses said.
    The minister said that seven officers had been [wounded] in the clash.
    The embassy criticised the [arrest] of its driver.
    Two villages were [shelled] overnight, forcing families to flee.
    The spokesman declined to say how many people had been [detained].
    The inquiry will examine why guards [fired] on the crowd.
    A ban on public gatherings followed Saturday's [bombing].
    Authorities have not identified the gunman who [shot] the senator.
    The envoy thanked both parties for [releasing] prisoners.
    Survivors of the [massacre] want compensation.
    The pact, which was [signed] in March, bars new bases.
    He was jailed for his part in the [kidnapping] of a banker.
    Its leader accused the army of [shelling] a clinic on Sunday.
    The junta, which [seized] power last year, has promised elections.
    Having [captured] the ridge, the rebels dug in.
    The blockade was imposed after the island [expelled] three diplomats.
  `,
  ongoing: `
    Prosecutors continue to [investigate] the minister.
    Two officers are currently being [investigated] by the ministry.
    The army is [shelling] the old town.
    Troops are [advancing] and [attacking] villages along the river.
    Negotiators are [meeting] in Vienna.
    Fighters are still [besieging] the garrison.
    Nurses have been [protesting] outside the ministry for ten days.
    Rescuers said rebels were still [shooting] at them.
    Heavy [fighting] is under way near the airport.
    [Talks] are under way in Oslo.
    [Clashes] are continuing in the northern suburbs.
    The ongoing [siege] of the town has cut off its water.
    The navy is [blockading] the port.
    The [siege] continues.
    Rescue teams say bandits are [attacking] lorries on the only open road.
    Fighter jets have been [bombing] the enclave since Friday.
    Workers at the port are [protesting] over unpaid wages.
    Army units are [besieging] the mill.
  `,
  recurrent: `
    The group regularly [attacks] convoys on the coast road.
    Militants often [kidnap] travellers for ransom.
    Rebels frequently [shell] the village.
    Insurgents routinely [fire] rockets at the base.
    Every year farmers [protest] on the anniversary of the law.
    Each Friday the villagers [march] to the fence.
    Jets [bomb] the valley almost every day.
    The gang usually [releases] its hostages after some weeks.
    The two leaders [meet] twice a year.
    Smugglers have repeatedly [attacked] guards at the crossing.
    Police there are known to [beat] detainees.
    The ministers [meet] every month.
    Near-daily [raids] have emptied the village.
    Patrols there are [attacked] almost every night.
    The region has seen frequent [attacks] on pipelines.
    Soldiers would often [beat] those who refused to pay.
    Bandits routinely [kidnap] lorry drivers there.
    Every spring, herders and farmers [clash] over wells.
    The two envoys usually [meet] on Mondays.
    Drones [attack] the depot nearly every night.
  `,
  ordered: `
    The president ordered the [withdrawal] of all troops.
    The general ordered his men to [withdraw].
    The general ordered troops to [attack] the port.
    The cabinet approved the [deployment] of 500 soldiers.
    The government decided to [expel] the ambassador.
    The two sides agreed to [release] their prisoners.
    The rebels agreed to a [ceasefire] starting on Sunday.
    The company promised to [withdraw] its staff.
    The government announced the [withdrawal] of its envoys by March.
    The minister said his country will [withdraw] its troops in May.
    The president pledged to [release] the detainees.
    The council authorised the [deployment] of peacekeepers.
    The court ordered the [release] of the editor.
    The crew was ordered to [evacuate] the rig.
    Parliament voted to [expel] the foreign troops.
    The army said it would [withdraw] from the buffer zone.
    We will [withdraw] from the treaty, the prime minister said.
    The judge ordered that the men be [released].
    The ministry instructed its staff to [leave] the country.
    The prime minister has approved a [raid] on the camp.
    The governor signed an order to [deploy] the national guard.
    They agreed to [meet] again in June.
    The union announced a [strike] for Monday.
    The envoy promised that the troops would be [withdrawn].
    The cabinet has agreed to [expel] two envoys.
    The regent ordered the army to [withdraw] from the hills.
    The alliance decided to [deploy] a further battalion.
    We shall [release] all prisoners on Sunday, the rebel leader announced.
    The two governments have agreed to [hold] talks in June.
    The tribunal ordered the [arrest] of the former minister.
  `,
  prepared: `
    The army is preparing to [attack] the town.
    The group planned an [attack] on the embassy.
    Two men were arrested for plotting to [kill] the king.
    Police say the men were planning to [bomb] a stadium.
    The rebels are massing troops for an [offensive] in the east.
    The four were convicted of conspiring to [attack] the base.
    The suspects had planned to [kidnap] the minister.
    Preparations for a [withdrawal] have begun.
    The navy is readying ships to [blockade] the port.
    The plot to [assassinate] the governor was led by a colonel.
    The militia is getting ready to [attack].
    Intelligence services believe the group plans to [bomb] trains.
    The army drew up plans for an [invasion].
    Plans to [deploy] missiles in the north were leaked.
    The fleet is preparing for an [evacuation].
    The union is organising a [strike].
    The generals were accused of plotting a [coup].
    The army has positioned guns to [shell] the city.
    Officers were plotting to [overthrow] the president, prosecutors said.
    The cell had been planning to [bomb] a market.
    Engineers are preparing to [demolish] the homes.
    The faction is planning an [assault] on the harbour.
    Police uncovered a plot to [assassinate] the bishop.
  `,
  threatened: `
    The group threatened to [attack] embassies.
    The militia vowed to [strike] again.
    The commander vowed to [avenge] him and to [attack] the capital.
    We will [bomb] your cities, the commander said.
    The militia said it would [attack] the airport.
    The rebels threatened to [kill] the hostages.
    The president threatened to [impose] sanctions on the island.
    The general has threatened a [strike] on the power plant.
    The leader swore to [destroy] the city.
    The group warned that it would [attack] hotels.
    The clan has vowed to [retaliate].
    The ministry threatened the [expulsion] of all diplomats.
    Their leader promised to [bomb] the bridges.
    The gang threatened to [kill] the hostages one by one.
    The commander vowed to [attack] any ship that enters the bay.
    The front has threatened [attacks] on oil wells.
  `,
  expected: `
    Villagers fled ahead of the coming [assault].
    The sanctions will end once the accord is [signed].
    The army will [attack] on Sunday, analysts said.
    The troops are expected to [withdraw] by May.
    The leaders are due to [meet] in Paris on Friday.
    The court is set to [sentence] the general next week.
    The hostages are to be [released] on Tuesday.
    The envoys are scheduled to [meet] in April.
    Analysts expect a [ceasefire] before the winter.
    The two presidents are going to [meet] in Rome.
    Diplomats forecast more [protests] in the spring.
    An [attack] is imminent, the general warned.
    An imminent [attack] on the city is certain, observers say.
    The [invasion] is inevitable, one diplomat said.
    Observers say that the rebels are about to [attack].
    The two leaders will [meet] next week.
    More troops will be [deployed] in the coming days.
    Ahead of the upcoming [summit], police closed the streets.
    The country braced for the looming [strike].
    Western envoys expect Moscow to [retaliate].
    The prisoners are likely to be [released], a guard said, and will certainly be [freed] by May.
    The [withdrawal] is scheduled for July.
    The [talks] are to take place in Cairo.
    The next [meeting] will be held in May.
    The delegation will [visit] the camp on Friday.
    The premier is expected to [resign] on Monday.
    The tribunal is due to [sentence] him in March.
    Both armies are to [withdraw] next week.
    Ministers are set to [meet] on the island.
    A [strike] by train drivers is due to begin at midnight.
    Experts predict further [attacks].
  `,
  possible: `
    The army may [attack] the town.
    The rebels could [withdraw] within days.
    Residents fear an [attack].
    Officials warned of possible [attacks] on churches.
    There are fears of a new [invasion].
    The risk of an [attack] is high, the ministry said.
    The threat of [strikes] keeps tourists away.
    The opposition demanded the [release] of its leader.
    The envoy urged both sides to [meet].
    The council called for a [ceasefire].
    The minister proposed a [ceasefire].
    The government is considering [sanctions] against the firm.
    Lawmakers asked the president to [withdraw] the troops.
    The envoy offered to [mediate].
    The general wants to [withdraw].
    The president hopes to [meet] the king.
    Will the army [attack] the town?
    Has the army [attacked] the town?
    Troops must [withdraw] at once, the envoy said.
    The police might [arrest] more people.
    It is not known whether the army [attacked] the town.
    The army could not confirm that the hostages were [killed].
    The two sides should [meet], the envoy said.
    [Release] the hostages now, the pope said.
    Perhaps the rebels will [withdraw].
    The ministry is weighing a [withdrawal].
    The villagers are afraid of being [attacked].
    The prisoners are unlikely to be [released].
    Experts see a chance of a [ceasefire].
    The union is calling on the state to [release] its members.
    The missile is capable of [striking] the capital.
    The rebels are able to [attack] at any time.
    The parliament debated whether to [withdraw] the troops.
    The drones would allow the army to [strike] deep inside the country.
    There was speculation that the king had been [killed].
    The [release] of the sailors is possible, a lawyer said.
    Aid groups appealed for the [release] of the nurses.
    The army has the means to [attack] both ports.
    Demonstrators demanded that the government [withdraw] the bill and [release] the students.
    Neighbours worry that the army will [invade].
    The ship may have been [attacked] by a drone.
    The fire could have been caused by an [attack], the police said.
    It was not immediately clear whether anyone had been [killed].
    The state department urged citizens to [leave] the country.
    He warned against an [attack] on the island.
    The rebels might [attack] the convoy.
    Aid agencies fear a [massacre].
    The council wants the colonel to be [arrested].
    The prime minister is under pressure to [resign].
    Lawmakers called on the king to [release] the poet.
    Thousands marched to demand the [release] of the poet.
    The junta is considering whether to [withdraw].
    The general refused to rule out an [invasion].
    It is unclear whether the drone [hit] the ship.
    Is the army [shelling] the town?
    The bishop appealed to the gunmen to [free] the children.
    Diplomats hope for a [ceasefire] soon.
    The group may have [kidnapped] the engineers.
    There is a danger of an [attack], the airline said.
    The bill would allow police to [detain] suspects for a month.
    They can [strike] anywhere, the analyst said.
  `,
  conditional: `
    If the rebels [attack], the army will answer.
    The army will [attack] if the rebels do not leave.
    Unless the hostages are [freed], the talks will end.
    The rebels will [attack] unless the blockade is lifted.
    Should the army [attack], the rebels would flee.
    The union will [strike] if wages are not raised.
    The army would [withdraw] if the rebels did.
    In case of an [attack], residents should stay indoors.
    In the event of an [invasion], the bridges would be blown up.
    Troops will [withdraw] only if the deal is kept.
    The state would [retaliate] if it were attacked.
    Had the army [attacked], thousands would have died.
    The president said he would [meet] the king if the talks went well.
    Were the rebels to [seize] the dam, the city would be without water.
    Sanctions will be [lifted] provided that inspectors are let in.
    As long as the siege lasts, the rebels will [attack] the port.
    The army warned it would [attack] if the rebels came closer.
    The ceasefire will end if either side [attacks] the other.
    The troops will be [withdrawn] once a treaty is signed.
    Hand over the hostages or we will [attack], the commander said.
    The army will not [attack] unless it is attacked.
    The president said he would [impose] sanctions unless the [talks] resumed.
    The truce will collapse if either army [attacks].
    The fleet would [retaliate] if a ship were hit.
    Unless the demand is met, drivers will [strike] on Friday.
    Should rebels [seize] the dam, the valley would flood.
    The sailors will be [released] if a ransom is paid.
    If the minister does not [resign], the party will leave the cabinet.
    Even if troops [withdraw], the road will stay shut.
  `,
  denied: `
    The army did not [attack] the town.
    No one was [killed].
    The minister denied that the army had [attacked] the town.
    The group denied carrying out the [attack].
    The group denied [attacking] the convoy.
    Police prevented an [attack] on the mosque.
    The guards foiled a [bombing].
    The foiled [attack] was planned for Sunday.
    The two sides failed to [meet].
    The government refused to [release] the men.
    The government has ruled out [talks] with the rebels.
    The union called off a planned [strike].
    The union called off its [strike].
    The [summit] was cancelled.
    The [strike] was averted at the last minute.
    Neither the army nor the police [attacked] the crowd.
    The troops have not [withdrawn].
    The rebels will not [withdraw], their leader said.
    The rebels never [attacked] the town.
    There was no [attack], the ministry said.
    There is no sign of a [withdrawal].
    The crowd left without [attacking] anyone.
    The army stopped short of [attacking] the town.
    The president decided not to [attack].
    The president decided against an [attack].
    The governor vetoed the [deployment] of troops.
    The council rejected a [ceasefire].
    The rebels rejected calls for a [withdrawal] and refused to [surrender].
    Nothing was [attacked], the minister insisted.
    The troops were told not to [fire].
    None of the hostages was [killed].
    The leaders cancelled a [meeting] set for May.
    The company declined to [withdraw] its staff.
    The minister has no plans to [meet] the rebels.
    The bill would ban the army from [deploying] in cities, but troops never were [deployed].
    The police denied any [killing] of protesters.
    Rain prevented the rebels from [attacking] the base.
    He was charged after a failed attempt to [kill] the mayor.
    An attempt to [kidnap] the judge failed.
    The ministry dismissed reports that a ship had been [seized].
    It is not true that the army [attacked] the hospital.
    The army has stopped [shelling] the town, and no longer [attacks] the port.
    The deal keeps the army from [invading].
    The king ruled out a [withdrawal].
    The report that the king was [killed] is false.
    No group has [attacked] the base since May.
    The planned [march] did not take place.
    The talks ended without a [ceasefire].
    The would-be bomber was shot before he could [attack].
    The army abandoned plans to [attack] the port.
    The troops cannot [withdraw], the general said.
    The state has neither [attacked] nor [invaded] its neighbour.
    Far from [withdrawing], the army sent more men.
    He refused to rule out a strike but said no troops had been [deployed].
    Negotiators were unable to agree on a [withdrawal].
    The rebels did not [attack] the convoy.
    No soldiers were [killed], a spokesman said.
    The junta denies [shelling] the clinic.
    The army denied that it had [attacked] the clinic.
    Guards thwarted an [attack] on the palace.
    The premier refused to [resign].
    Neither side has [attacked] since Friday.
    Talks ended without a [ceasefire].
    The march was called off after the [protest] was banned.
    The alliance has decided not to [deploy] troops.
    The mayor cancelled Sunday's [protest].
    The union has suspended plans to [strike].
    The president has no intention of [resigning].
    Ministers scrapped a plan to [deport] the families.
    The army has never [attacked] hospitals, the general insisted.
    The court blocked the [deportation] of the brothers.
    The commander ruled out a [withdrawal].
    It was not an [attack], the police chief said.
  `,
  exercise: `
    The navy simulated an [attack] on a carrier.
    Soldiers rehearsed an [invasion] of the island in a drill.
    In the drill, troops [attacked] a mock village.
    The exercise simulates an [invasion] from the north.
    During the exercise, marines [stormed] a beach.
    The film shows rebels who [kill] a king.
    In the novel, terrorists [bomb] a stadium.
    Police staged a mock [attack] at the station.
    Firefighters took part in a simulated [bombing].
    The pilots practised [bombing] bridges.
    The manoeuvre rehearsed the [evacuation] of an embassy.
    In the video game, players [attack] a convoy.
    Marines staged a mock [assault] on a pier.
    The two navies simulated an [attack] by submarines.
    The drill simulated the [bombing] of a reactor.
    In the film, commandos [storm] a castle.
  `,
};

/** The sentences, each with its event words. */
export function listJudged(): readonly {
  readonly text: string;
  readonly word: string;
  readonly start: number;
  readonly realis: Realis;
}[] {
  return Object.entries(JUDGED_SENTENCES).flatMap(([realis, block]) =>
    block
      .trim()
      .split('\n')
      .flatMap((line) => {
        const text = line.trim().replace(/[[\]]/g, '');
        return [...line.trim().matchAll(/\[(\w[\w-]*)\]/g)].map((match) => {
          const before = line.trim().slice(0, match.index).replace(/[[\]]/g, '');
          return { text, word: match[1]!, start: before.length, realis: realis as Realis };
        });
      }),
  );
}
